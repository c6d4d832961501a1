/*
 * A report as GitHub Flavoured Markdown that reads well in a terminal too.
 */
#ifndef NI_FMT_REPORT_H
#define NI_FMT_REPORT_H

#include "fmt/links.h"
#include "src/base/io.h"
#include "src/report.h"

/* How it is to look. */
struct report_view {
	enum report_section order[REPORT_SECTIONS]; /* each at most once */
	size_t count;
	struct links links;
	bool all;   /* questions of the bank that nobody has answered: each of them */
	bool ascii; /* bars of '#' */
	bool share; /* for others: without email, phone, notes, and where meetings are; with it
		     * links are none */
};

/* What -s takes: "due,people". Returns 0; or -1, and *unknown is a part that is no section. */
int report_sections_parse(struct span list, struct report_view *view, struct span *unknown);

/* All of them, in their order. */
void report_sections_all(struct report_view *view);

/* Their SECTION_BITs. */
uint32_t report_sections_bits(const struct report_view *view);

/* A line for each section: its name and what it is. */
void report_sections_help(struct sink *sink);

/*
 * Writes the sections of view, which have been computed. The same bytes for the same report. A
 * failure is in sink->error; the caller flushes.
 */
void report_render(const struct report *report, const struct report_view *view, struct sink *sink);

#endif
