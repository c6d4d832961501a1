/*
 * Whom somebody means who names several contacts in one word, with commas.
 */
#ifndef NI_WHOM_H
#define NI_WHOM_H

#include "src/person.h"

/*
 * The contacts, each once, in the order in which they are named. What is said is one contact's if
 * it is a name that has a comma ("Doe, Jane"), else its parts between commas are. found->list is in
 * the arena. Returns 0; or -1 with the errors of person_tell for each part that is not one person.
 */
int whom_find(const struct network *network, struct span said, struct arena *arena,
	      struct people *found, struct diags *diags);

/* Adds a contact to found, whose list has the room, unless it is there. */
void whom_add(struct people *found, uint32_t contact);

#endif
