/*
 * Rows out: CSV (RFC 4180, quotes only where needed, LF), TSV, JSON (one object
 * a line, all strings) and an aligned table for terminals.
 *
 *	writer_start(&w, format, &sink, width, names, count);
 *	for each row: writer_cell() for each column, then writer_end_row();
 *	writer_finish(&w);
 */
#ifndef NI_FMT_WRITER_H
#define NI_FMT_WRITER_H

#include "src/base/arena.h"
#include "src/base/io.h"

enum format { FORMAT_CSV, FORMAT_TSV, FORMAT_JSON, FORMAT_TABLE };

/* Returns 0, or -1 if name is none of csv, tsv, json, table. */
int format_parse(const char *name, enum format *format);

struct writer {
	enum format format;
	struct sink *sink;
	const struct span *names; /* borrowed */
	size_t columns, column;   /* column: of the next cell */
	size_t width;             /* table: columns of the terminal */
	bool escape; /* values go to a terminal: utf8_escape; writer_raw_cells may not be used */
	struct buf escaped;
	struct arena arena; /* table: all cells, since widths are known at the end */
	struct span *cells; /* escaped; the names are the first row */
	size_t cell_count, cell_cap;
	size_t *marked; /* table: the rows to mark, by the place of their first cell */
	size_t marked_count, marked_cap;
};

/*
 * names must outlive the writer. Writes the header (CSV, TSV). width: the table is cut to so many
 * columns (0: not at all). With no columns nothing at all is written.
 */
void writer_start(struct writer *w, enum format format, struct sink *sink, size_t width,
		  const struct span *names, size_t count);

/* A writer of the same rows, but not of a table, into another sink: it writes no header. */
void writer_branch(struct writer *w, const struct writer *of, struct sink *sink);

/* The next cell, valid UTF-8; borrowed only for the call. More cells than columns are dropped. */
void writer_cell(struct writer *w, struct span value);

/*
 * CSV only: all the remaining cells of a row at once, already encoded as CSV without newline; the
 * caller vouches that they are as many as columns remain (none: nothing).
 */
void writer_raw_cells(struct writer *w, struct span encoded);

/* Table: marks the row that ends next, in colour. For a terminal that shows it. */
void writer_mark_row(struct writer *w);

/* Cells that were not given are empty. */
void writer_end_row(struct writer *w);

/* Prints the table (without rows: its header); releases what the writer owns. */
void writer_finish(struct writer *w);

/*
 * Appends one CSV field, quoted if it needs to be: comma, quote, CR, LF, leading or trailing
 * blank, what would look like a conflict marker at the start of a line, and an empty field where
 * alone says that it is the row's only one (else the row would be a blank line).
 */
void csv_write_field(struct buf *b, struct span value, bool alone);

/* Appends one TSV field: tab, LF, CR and backslash as \t \n \r \\. */
void tsv_write_field(struct buf *b, struct span value);

/* Appends a JSON string with its quotes. */
void json_write_string(struct buf *b, struct span value);

/* What writer_finish does for a table with columns. */
void table_print(const struct writer *w);

#endif
