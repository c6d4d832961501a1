/*
 * ni-report's work: a network and its rows in, a document out.
 */
#ifndef NI_FMT_REPORT_MAKE_H
#define NI_FMT_REPORT_MAKE_H

#include "fmt/load.h"
#include "fmt/report.h"

struct report_order {
	struct report_view view;
	struct period period;
	int32_t today;
	const char *contact; /* whom to write the brief about; NULL: a report */
	const char *file;    /* where to; NULL or "-": standard output */
};

/*
 * Reads, computes and writes; options are filled with what is to be read. A file is replaced
 * atomically, and only if everything was read without error. Returns 0, or the errno of a write to
 * standard output that failed; all else is told in diags.
 */
int report_make(const struct report_order *order, struct load_options *options, char **operands,
		size_t count, struct diags *diags);

/* Writes to standard output what -s takes. Returns as report_make() does. */
int report_tell_sections(void);

#endif
