/*
 * The canonical form of a network's files (ni-fmt(1)), text in and text out. Made again of itself
 * it is the same, and what is read from it is what is read from the text it was made of.
 */
#ifndef NI_FMT_CANONICAL_H
#define NI_FMT_CANONICAL_H

#include "fmt/kind.h"
#include "src/base/buf.h"
#include "src/base/diag.h"

struct canonical_options {
	bool ids;           /* contact rows get derived ids in their cells */
	bool empty_is_list; /* no header at all is no rows, and no fault */
};

/*
 * Appends the canonical form of text to into. Returns 0; or -1 with diagnostics if text does not
 * parse, and then into is of no use. Bad values are none of its business: they stay.
 */
int canonical_make(enum kind kind, struct span text, struct span shown,
		   const struct canonical_options *options, struct buf *into, struct diags *diags);

#endif
