/*
 * ni-due --why: each rule for one person, with its dates and anchors, as text.
 */
#ifndef NI_FMT_DUE_WHY_H
#define NI_FMT_DUE_WHY_H

#include "fmt/load.h"
#include "src/due.h"

/*
 * Writes to standard output what each rule of options->kinds says of the contact or lead with that
 * id; the network is joined and its leads are found. An id that nobody has gets a diagnostic.
 * Returns the errno of a write that failed, or 0.
 */
int due_why(struct load *load, const struct due_options *options, struct span id,
	    struct diags *diags);

#endif
