/*
 * What is due, for a report: the rows that ni-due printed, or what the rules say.
 */
#ifndef NI_FMT_REPORT_ITEMS_H
#define NI_FMT_REPORT_ITEMS_H

#include "fmt/load.h"
#include "src/report.h"

/* Whether one of the inputs has ni-due's columns at its head. */
bool report_items_given(const struct load *load);

/*
 * The rows that came from ni-due as items in the arena, in their order. A due date
 * that is none is told and its row left out. Returns how many.
 */
size_t report_items_rows(struct load *load, struct arena *arena, struct report_item **items,
			 struct diags *diags);

#endif
