/*
 * The contacts of a network and the rows that a filter was given.
 */
#ifndef NI_FMT_LOAD_ROWS_H
#define NI_FMT_LOAD_ROWS_H

#include "fmt/load.h"

/*
 * contacts.csv into the network; then the selection: the operands in order, '-' being standard
 * input; without operands standard input if it is a pipe or a regular file, else contacts.csv.
 * Returns 0 or -1 as load does.
 */
int load_rows(struct load *load, const struct load_options *options, char **operands, size_t count,
	      struct diags *diags);

/* Whether standard input is a pipe or a regular file, and so meant to be read. */
bool standard_input_has_rows(void);

#endif
