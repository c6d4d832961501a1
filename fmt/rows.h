/*
 * The selection: the contact rows that a filter was given, kept as they came
 * so that they can go out again with every byte of their values.
 */
#ifndef NI_FMT_ROWS_H
#define NI_FMT_ROWS_H

#include "fmt/contacts.h"
#include "fmt/writer.h"
#include "src/network.h"

#define ROW_NONE UINT32_MAX

/* One input: contacts.csv, an operand, standard input. */
struct table {
	struct contact_table columns;
	struct buf text;   /* the whole file */
	size_t header_end; /* where its header row ends in text, before the line end */
	struct span shown;
	uint32_t file; /* the network's number for shown */
	int *map;      /* for each output column the input's, or -1 */
	bool same;     /* the output has just these columns, in this order */
	bool lacks;    /* the output has others */
};

struct row {
	struct span raw;  /* in the table's text */
	uint32_t contact; /* CONTACT_NONE: a lead's */
	uint32_t line;
	uint32_t table;
	bool plain, canonical; /* as in struct csv_row */
	bool whole;            /* has a cell for each column */
};

/* A zeroed struct rows is empty. */
struct rows {
	struct arena arena;
	struct table *tables;
	size_t table_count, table_cap;
	struct row *list;
	size_t count, cap;
	uint32_t *row_of;     /* by contact: their first row, or ROW_NONE */
	struct span *columns; /* of the output: the union of the tables', blocks left out */
	size_t column_count;
	const struct rows *known; /* contacts.csv, if these are not it: for what a table lacks */
	int *known_map;           /* for each output column contacts.csv's, or -1 */
};

/* Adds a table whose text has been read; returns it. It moves when another one is added. */
struct table *rows_add_table(struct rows *rows, struct buf *text, struct span shown, uint32_t file);

/* Adds a row of a table, by its number, whose text the row's bytes lie in. */
void rows_add(struct rows *rows, const struct csv_row *row, size_t table, uint32_t contact);

/* The same for row number at, for which rows_room has made room; it is not counted yet. */
void rows_room(struct rows *rows, size_t count);
void rows_fill(struct rows *rows, size_t at, const struct csv_row *row, size_t table,
	       uint32_t contact);

/* Before rows_finish(), if rows are not those of contacts.csv, which known holds and keeps, empty
 * if there is none: where a row's table has no such column, the cell is that of the person's row
 * there. */
void rows_know(struct rows *rows, struct rows *known, const struct network *network);

/*
 * Once all rows are there: finds each person's first row, and the output's columns:
 * the inputs', then those of extra that they lack. No input at all: id and name.
 */
void rows_finish(struct rows *rows, const struct network *network);
void rows_extend(struct rows *rows, const char *const *extra, size_t count);

/* What is needed to write rows, behind the columns of the writer's own. */
struct rows_output {
	struct writer *writer;
	struct csv csv, known_csv; /* for rows with quotes */
	struct diags diags;
	struct span *cells, *known_cells;
};

/* To write with, or, writer NULL, for rows_cells alone; once all tables are there. To be released.
 */
void rows_output_init(struct rows_output *out, const struct rows *rows, struct writer *writer);
void rows_output_release(struct rows_output *out);

/* Writes the cells of all of rows->columns. Does not end the row. */
void rows_write(struct rows *rows, const struct row *row, struct rows_output *out);

/* Asks for a row's bytes ahead of writing it. */
static inline void rows_prefetch(const struct rows *rows, uint32_t row)
{
	struct span raw = rows->list[row].raw;

	for (size_t i = 0; i < raw.n; i += 64)
		PREFETCH(raw.p + i);
}

/*
 * The cells of a row, decoded, into cells (room for the table's columns); missing ones are empty.
 * They are valid until the next call. csv is a reader to work with.
 */
void rows_cells(const struct rows *rows, const struct row *row, struct csv *csv,
		struct span *cells);

/* Gives back the tables with their texts. */
void rows_release(struct rows *rows);

#endif
