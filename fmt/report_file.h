/*
 * Where a report may be written to.
 */
#ifndef NI_FMT_REPORT_FILE_H
#define NI_FMT_REPORT_FILE_H

#include "fmt/load.h"

/*
 * Whether the file is none that the network was read from, or would be: its tables, settings and
 * question bank, the rows that were given, all that would be a note, also where other notes are
 * read this time, and what a note is a link to. Returns 0, or -1 with a diagnostic.
 */
int report_file_check(const char *file, struct load *load, const struct load_options *options,
		      char **operands, size_t count, struct diags *diags);

#endif
