/*
 * The rows of a merge: what becomes of one, and its bytes.
 */
#ifndef NI_FMT_MERGE_ROW_H
#define NI_FMT_MERGE_ROW_H

#include "fmt/merge_file.h"

/* One of the three tables, and the row of it that is looked at. */
struct merge_reader {
	const struct merge_file *file;
	struct csv csv;                /* has its cells */
	const struct merge_line *line; /* NULL: it has no such row */
	struct merge_cells cells;
	struct span *fields; /* its cells as bytes, quotes and all */
	size_t field_count, field_cap;
	bool same; /* it has just the columns of the result */
};

struct merge_rows {
	struct merge_reader readers[MERGE_SIDES];
	bool alike[MERGE_SIDES][MERGE_SIDES]; /* have the same columns */
	const struct merge_order *columns;
	enum merge_side *from; /* for each column, as in merge_cells() */
	struct csv check;      /* reads what was put together */
	struct diags *diags;
};

/* Of these three tables, which have to outlive the rows, as has diags. */
void merge_rows_init(struct merge_rows *rows, const struct merge_file files[MERGE_SIDES],
		     struct diags *diags);

/* Gives back the readers. */
void merge_rows_release(struct merge_rows *rows);

/* The columns of the result, of which from has an element each. */
void merge_rows_layout(struct merge_rows *rows, const struct merge_order *columns);

/* Looks at the row of this item; and at the header lines. */
void merge_rows_look(struct merge_rows *rows, const struct merge_item *item);
void merge_rows_look_at_head(struct merge_rows *rows);

/* Whether two tables have the row in the same bytes, under the same columns. */
bool merge_rows_equal(const struct merge_rows *rows, enum merge_side a, enum merge_side b);

/* Parses the row of each table that has it into its reader's cells. */
void merge_rows_parse(struct merge_rows *rows);

/* What becomes of the row; where it is kept as one side has it, byte for byte, *side says which,
 * else it is MERGE_BASE, and the cells are parsed. */
enum merge_outcome merge_rows_decide(struct merge_rows *rows, enum merge_side *side);

/*
 * Appends a row of these cells, from says of which side, to text: their bytes as they are there.
 * Returns 0, or -1 with a diagnostic if it would not be read as it is meant.
 */
int merge_rows_compose(struct merge_rows *rows, struct buf *text);

/* The same with all cells of one side; they have to be parsed, unless its columns are the result's.
 */
int merge_rows_write_side(struct merge_rows *rows, enum merge_side side, struct buf *text);

#endif
