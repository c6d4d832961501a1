/*
 * What every text file of a network has to be: UTF-8 without NUL, lines that end in LF or
 * CRLF, and no merge conflict left in it.
 */
#ifndef NI_FMT_PLAIN_H
#define NI_FMT_PLAIN_H

#include "src/base/diag.h"

/* Returns 0, or -1 with a diagnostic: the first fault of each kind, each conflict marker. */
int plain_check(struct span text, struct span shown, struct diags *diags);

/* Without a byte order mark at its head. */
struct span plain_skip_bom(struct span text);

#endif
