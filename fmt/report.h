/*
 * A report as GitHub Flavoured Markdown that reads well in a terminal too.
 */
#ifndef NI_FMT_REPORT_H
#define NI_FMT_REPORT_H

#include "src/base/io.h"
#include "src/report.h"

/*
 * Writes the whole report: "# Networking report", "## Summary" (a table), "## Due" (a task list),
 * "## Interviews" (a table). The same bytes for the same report. A failure is in sink->error; the
 * caller flushes. Links are relative to where anchors are: the working directory.
 */
void report_render(const struct report *report, struct sink *sink);

#endif
