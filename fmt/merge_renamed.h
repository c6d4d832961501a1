/*
 * Rows whose id was changed on both sides, each time into another: by their ids, a row that both
 * deleted and two that were added.
 */
#ifndef NI_FMT_MERGE_RENAMED_H
#define NI_FMT_MERGE_RENAMED_H

#include "fmt/merge_row.h"

/*
 * Finds in the order of a merge each row of the base that neither side has, and for it a row on
 * each side that only this one has, with the same in all cells of columns that all have but the id
 * (the name where the id comes from that). Of several that are the same, the first belongs to the
 * first. renamed is to be released.
 */
void merge_renamed_find(struct merge_rows *rows, const struct merge_order *columns,
			const struct merge_order *order, struct merge_order *renamed);

#endif
