/*
 * What the parts of fmt/format.c share.
 */
#ifndef NI_FMT_FORMAT_PARTS_H
#define NI_FMT_FORMAT_PARTS_H

#include "src/base/diag.h"
#include "src/base/io.h"

/* Appends text as it may be printed: escaped, but for its newlines and tabs, on a terminal. */
void format_add_shown(struct buf *into, struct span text);

/* Prints text so, and empties it. */
void format_print(struct sink *out, struct buf *text);

/* Prints what makes before into after, as a patch for the file of that name. Returns 0 or -1. */
int format_diff(struct span shown, struct span before, struct span after, struct sink *out,
		struct diags *diags);

#endif
