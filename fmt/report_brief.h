/*
 * What to read before a meeting with somebody: one page.
 */
#ifndef NI_FMT_REPORT_BRIEF_H
#define NI_FMT_REPORT_BRIEF_H

#include "fmt/report.h"

/* Writes it. The report was computed with contact alone selected. */
void report_brief(const struct report *report, const struct report_view *view, uint32_t contact,
		  struct sink *sink);

#endif
