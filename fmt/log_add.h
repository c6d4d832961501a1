/*
 * Appending to log.csv.
 */
#ifndef NI_FMT_LOG_ADD_H
#define NI_FMT_LOG_ADD_H

#include "fmt/log_entry.h"

/*
 * Appends the event for each of the ids to the log at path, which is terminated: all lines with one
 * write, in the order of the log's own columns and with its line ends. A log that is not there gets
 * its header first. Nothing is written if the header lacks a column that the event fills, or if the
 * lines would not be read again as what they are. Returns 0, or -1 with diagnostics.
 */
int log_add(struct span path, const struct log_entry *entry, const struct span *ids, size_t count,
	    struct diags *diags);

#endif
