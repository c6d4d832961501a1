/*
 * Whom to try when somebody does not answer (move-on): the first contact in file order for whom
 * `request` arises, at the same organisation, else in the same field; both compared folded.
 */
#ifndef NI_ALTERNATIVES_H
#define NI_ALTERNATIVES_H

#include "src/due.h"

/* Makes what alternatives_find looks into; it does so itself when first asked. */
void alternatives_make(struct due *due);

/* Whom to try instead of the contact; CONTACT_NONE if there is nobody. Not for several threads at
 * once, unless alternatives_make was called before. */
uint32_t alternatives_find(struct due *due, uint32_t contact);

/* Gives back what a due has made; NULL: nothing. */
void alternatives_free(struct alternatives *made);

#endif
