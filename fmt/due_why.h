/*
 * ni-due --why: each rule for one person, with its dates and anchors, as text.
 */
#ifndef NI_FMT_DUE_WHY_H
#define NI_FMT_DUE_WHY_H

#include "fmt/load.h"
#include "src/due.h"

/*
 * Writes to standard output what each rule of options->kinds says of the contact or lead whom said
 * means (src/person.h); the network is joined and its leads are found. Nobody, or several, gets
 * diagnostics. Returns the errno of a write that failed, or 0.
 */
int due_why(struct load *load, const struct due_options *options, struct span said,
	    struct diags *diags);

#endif
