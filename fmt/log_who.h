/*
 * Whom ni-log is about: an argument, or the rows on standard input.
 */
#ifndef NI_FMT_LOG_WHO_H
#define NI_FMT_LOG_WHO_H

#include "fmt/load.h"
#include "src/whom.h"

/*
 * Reads the network, with the rows of standard input if who is "-" (which has to outlive load).
 * NULL: everybody's. Options that have to do with rows are set here. Returns what load does.
 */
int log_who_load(struct load *load, struct load_options *options, char *who, struct diags *diags);

/*
 * The contacts, each once, in the order of who or of the rows; the list is in load's arena. All who
 * are none are told. Returns 0; or -1 if there is anybody or anything wrong, and then nothing
 * should be done for the others either.
 */
int log_who_find(struct load *load, const char *who, struct people *found, struct diags *diags);

#endif
