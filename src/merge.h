/*
 * Merging two tables that grew apart, ours and theirs, with what both grew from, the base. Rows are
 * the same by their id, columns by their name; a cell that a table lacks is empty.
 */
#ifndef NI_MERGE_H
#define NI_MERGE_H

#include "src/index.h"

enum merge_side { MERGE_BASE, MERGE_OURS, MERGE_THEIRS, MERGE_SIDES };

#define MERGE_NONE UINT32_MAX

/* The ids of a table's rows, or the names of its columns: no two are equal. Zeroed it is empty. */
struct merge_keys {
	struct span *list; /* borrowed texts */
	size_t count, cap;
	struct index index;
};

/* Adds a key and returns MERGE_NONE; or the number of the one that is equal, and adds nothing. */
uint32_t merge_keys_add(struct merge_keys *keys, struct span key);

/* The number of the key that is equal, or MERGE_NONE. */
uint32_t merge_keys_find(const struct merge_keys *keys, struct span key);

/* Gives back the list and the index, not the texts. */
void merge_keys_release(struct merge_keys *keys);

/* A row, or a column, of either side: its number in each table, or MERGE_NONE. */
struct merge_item {
	uint32_t at[MERGE_SIDES];
};

struct merge_order {
	struct merge_item *list;
	size_t count, cap;
};

/*
 * All that ours and theirs have, in the order of the result: in that of the side that moved
 * anything, ours if both or neither did. What only one side has stands behind what it follows
 * there; where that is so of both sides, the lesser key comes first, so that the order does not
 * depend on who merges. renamed, or NULL, are such as all have, under a key of its own each.
 */
void merge_order_make(struct merge_order *order, const struct merge_keys keys[MERGE_SIDES],
		      const struct merge_order *renamed);

/* Appends an item to a list of them, such as renamed. Zeroed it is empty. */
void merge_order_add(struct merge_order *order, const struct merge_item *item);
void merge_order_release(struct merge_order *order);

/* A row's cells, as many as it has; cells NULL: the table has no such row. */
struct merge_cells {
	const struct span *cells;
	size_t count;
	bool unknown; /* of the base: it is known only that there was one */
};

enum merge_outcome {
	MERGE_DROP,    /* deleted on one side, and not changed on the other */
	MERGE_KEEP,    /* each cell is one of ours or theirs */
	MERGE_CONFLICT /* changed on both sides, or deleted on one and changed on the other */
};

/*
 * One row. from, room for an element for each column, says from which side the cell is; ours if
 * both have it; MERGE_BASE where they contradict each other.
 */
enum merge_outcome merge_cells(const struct merge_order *columns,
			       const struct merge_cells rows[MERGE_SIDES], enum merge_side *from);

/* The cell of a column in a row; empty if it is lacking. */
static inline struct span merge_cell(const struct merge_cells *row, uint32_t column)
{
	return row->cells && column < row->count ? row->cells[column] : SPAN_NONE;
}

#endif
