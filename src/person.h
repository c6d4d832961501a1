/*
 * Whom somebody means who names a contact by hand: by the id, or by any part of the name.
 */
#ifndef NI_PERSON_H
#define NI_PERSON_H

#include "src/leads.h"

/* Contacts who fit, in the order of contacts.csv. */
struct people {
	uint32_t *list; /* in the arena that was given; NULL with none */
	size_t count;
};

/*
 * The contacts of contacts.csv whom said means, the first of these that anybody fits: the id itself
 * (in NFC); the folded id; the folded name; a part of the folded name. What folds to nothing means
 * nobody. So an id always leads to its contact, also where it is a part of another's name.
 */
void person_find(const struct network *network, struct span said, struct arena *arena,
		 struct people *found);

/*
 * The errors where found, what person_find gave for said, is not one person: nobody, with the id
 * of person_suggest or else how a contact is added; or several, one error a line, each with
 * the id, and the name and organisation (TEXT_ORG, if the network keeps it) to tell them apart.
 */
void person_tell(const struct network *network, struct span said, const struct people *found,
		 struct diags *diags);

/*
 * Whether it can be told who each of the contacts is, as has to be where something is written about
 * them: not if an id stands twice in contacts.csv. Returns 0; or -1 with an error for each such
 * one.
 */
int person_check(const struct network *network, const uint32_t *contacts, size_t count,
		 struct diags *diags);

/* The one contact whom said means, or CONTACT_NONE with the errors of person_tell. */
uint32_t person_one(const struct network *network, struct span said, struct diags *diags);

/*
 * The one whom said means in the same way, among all contacts and leads: lead number n has the
 * number n + network->contact_count. CONTACT_NONE with errors as those of person_tell, if several
 * fit; and without, if nobody does.
 */
uint32_t person_or_lead(const struct network *network, const struct leads *leads, struct span said,
			struct diags *diags);

/*
 * The id of the one whom somebody may have meant who said what fits nobody, among the contacts of
 * contacts.csv or, with leads (else NULL), among them and all contacts but those left out; empty if
 * there is none. Folded, it is at most one edit from the id or the name; else from a word of the
 * name; else two edits, none of them the first letter, from one of these, if it is so from one
 * person's alone. What is returned is borrowed from the network or the leads.
 */
struct span person_suggest(const struct network *network, const struct leads *leads,
			   struct span said, struct arena *scratch);

#endif
