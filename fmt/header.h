/*
 * The header line of a CSV: which columns there are, and what is probably
 * wrong with one that cannot be right.
 */
#ifndef NI_FMT_HEADER_H
#define NI_FMT_HEADER_H

#include "fmt/csv.h"

/* More columns than this are no table of contacts; it bounds what comparing their names takes. */
#define COLUMNS_LIMIT 1024

/* Lists of names end with NULL; a NULL list is empty. */
struct header_rules {
	const char *const *known;  /* for "did you mean" */
	const char *const *all_of; /* required, every one */
	const char *const *one_of; /* required, at least one */
	const char *const *block;  /* a filter's own columns: at the head they are passed over,
				      elsewhere an error */
	bool names_only;           /* unless they do not matter there */
};

struct header {
	struct span *names; /* in the arena; all columns, in order */
	size_t count;
	size_t skip; /* how many at the head were the block */
};

/*
 * Reads the first row as header. Returns 1; 0 if there is no row at all (no diagnostic); -1 with
 * diagnostics. A slip of the finger in a known name is a warning.
 */
int header_read(struct csv *csv, const struct header_rules *rules, struct arena *arena,
		struct header *header);

/*
 * The next row into csv->row: 1; 0 at the end; -1 at the end of a file that had a fault of syntax
 * somewhere. Rows with more cells than the header, and the header once more, are told and passed
 * over.
 */
int header_next_row(struct csv *csv, const struct header *header);

/* Index of a column, or -1. */
int header_find(const struct header *header, const char *name);
int header_find_span(const struct header *header, struct span name);

/* The cell of column (an index, or -1) in the row; empty if the row lacks it. */
static inline struct span header_cell(const struct csv_row *row, int column)
{
	return column >= 0 && (size_t)column < row->count ? row->cells[column] : SPAN_NONE;
}

/* An error at a cell of the row: "NAME: found 'x', expected FORM". */
void header_expected(const struct csv *csv, int column, const char *name, const char *form);

#endif
