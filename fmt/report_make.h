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

struct report_making;

/*
 * Reads and computes; options are filled with what is to be read, and order stays until the end.
 * Returns what report_end() has to be given, when what is in diags has been printed; or NULL, if
 * there is nothing to write, which is told.
 */
struct report_making *report_begin(const struct report_order *order, struct load_options *options,
				   char **operands, size_t count, struct diags *diags);

/*
 * Writes it and gives it back. A file is replaced atomically, and only if there was no error.
 * Returns 0, or the errno of a write to standard output that failed; all else is told in diags.
 */
int report_end(struct report_making *making, struct diags *diags);

/* Writes to standard output what -s takes. Returns as report_end() does. */
int report_tell_sections(void);

#endif
