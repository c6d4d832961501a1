/*
 * "Did you mean": words that differ by a slip of the finger.
 */
#ifndef NI_SUGGEST_H
#define NI_SUGGEST_H

#include "src/base/span.h"

/*
 * Whether exactly one edit makes a into b: one letter (a code point) inserted, deleted or
 * replaced, or two neighbours swapped. Equal words are no edit apart: false.
 */
bool span_one_edit(struct span a, struct span b);

/* The same, or one edit. */
bool span_near(struct span a, struct span b);

/* As span_one_edit, with one edit or two, one behind the other. */
bool span_few_edits(struct span a, struct span b);

/* Whether word, which is not known itself, is known but for the case of letters, or one edit from
 * it. Of words as short as "url" and "uri" each may be meant: those are no slip of one another. */
bool span_is_slip(struct span word, struct span known);

#endif
