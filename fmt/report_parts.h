/*
 * What report.c is made of; nobody else's business.
 */
#ifndef NI_FMT_REPORT_PARTS_H
#define NI_FMT_REPORT_PARTS_H

#include "src/base/io.h"
#include "src/report.h"

/* The tables. */
void report_add_summary(const struct report_summary *summary, struct sink *sink);
void report_add_interviews(const struct report *report, struct sink *sink);

#endif
