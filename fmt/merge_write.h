/*
 * The result of a merge as text: bytes of ours and theirs, and conflicts.
 */
#ifndef NI_FMT_MERGE_WRITE_H
#define NI_FMT_MERGE_WRITE_H

#include "fmt/merge_row.h"

/*
 * Appends the result, rows in this order, to text; shown is how it is called in the warning for
 * each conflict. Returns 0; 1 if there are any; or -1 with a diagnostic.
 */
int merge_write(struct merge_rows *rows, const struct merge_order *order, struct span shown,
		struct buf *text);

#endif
