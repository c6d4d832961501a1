/*
 * CSV in, row by row, with libcsv. It is fed one physical line at a time, so
 * that every fault has its line and column and every row its raw bytes. Lines
 * without a quote, or with whole cells in quotes and no others, are split here: the same cells
 * (csv_test compares), several times faster.
 */
#ifndef NI_FMT_CSV_H
#define NI_FMT_CSV_H

#include <csv.h>

#include "src/base/diag.h"
#include "src/base/io.h"

#define CSV_FIELD_LIMIT (1024u * 1024)

struct csv_row {
	const struct span *cells; /* decoded, blanks around unquoted fields dropped */
	size_t count;
	struct span raw; /* the bytes of the row, without its line end */
	uint32_t line;   /* from 1: where the row starts */
	uint32_t height; /* physical lines */
	bool plain;      /* raw is exactly the cells joined by commas */
	bool canonical;  /* raw is exactly the cells as csv_write_field writes them */
	bool stays;      /* the cells point into the memory given to csv_from_memory */
};

struct csv {
	struct lines lines;
	struct csv_parser parser;
	struct diags *diags;
	uint32_t line; /* number of the line read last */
	bool memory;
	bool faulty; /* the row being read has a fault of syntax */
	bool failed; /* some row had: nothing should be made of this file */
	size_t ends; /* rows that libcsv ended in the line being read */
	struct buf raw, decoded, written;
	struct span *cells;
	size_t count, cap;
	struct csv_row row;
};

/* text must outlive the rows read from it. */
void csv_from_memory(struct csv *csv, struct span text, struct span shown, struct diags *diags);

/* Reads fd in pieces; a row is valid until the next call. */
void csv_from_fd(struct csv *csv, int fd, struct span shown, struct diags *diags);

/* Whole rows of a file: its bytes from start to end. */
struct csv_part {
	size_t start, end;
	uint32_t line;  /* how many lines stand before it */
	uint32_t lines; /* how many it has */
};

/* Only a part of text, or of the file fd, which stays where it is. */
void csv_from_memory_part(struct csv *csv, struct span text, const struct csv_part *part,
			  struct span shown, struct diags *diags);
void csv_from_file_part(struct csv *csv, int fd, const struct csv_part *part, struct span shown,
			struct diags *diags);

/* Goes on with another text, without a header or BOM of its own. */
void csv_restart(struct csv *csv, struct span text);

/*
 * The next row into csv->row: 1; 0 at the end; -1 after a fault that leaves no sense in going on.
 * Rows with a fault (NUL, encoding, conflict marker, limit, lone CR) are told and passed over.
 */
int csv_next(struct csv *csv);

/* Where cell number k of row starts: line and column from 1, in bytes. */
void csv_position(const struct csv_row *row, size_t k, uint32_t *line, uint32_t *column);

/* Gives back what the reader owns; text and fd are the caller's. */
void csv_release(struct csv *csv);

#endif
