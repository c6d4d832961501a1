/*
 * "Did you mean": words that differ by a slip of the finger.
 */
#ifndef NI_SUGGEST_H
#define NI_SUGGEST_H

#include "src/base/span.h"

/*
 * Whether exactly one edit makes a into b: one byte inserted, deleted or
 * replaced, or two neighbours swapped. Equal words are no edit apart: false.
 */
bool span_one_edit(struct span a, struct span b);

#endif
