/*
 * What an event has changed: what was due before and is no more, and what comes next.
 */
#ifndef NI_DUE_CHANGE_H
#define NI_DUE_CHANGE_H

#include "src/due.h"

enum change_kind {
	CHANGE_CLOSED, /* a row that does not arise any more */
	CHANGE_NEXT,   /* a row that arises now */
	CHANGE_NONE    /* nothing is due with them any more, shown or not */
};

struct change {
	enum change_kind kind;
	size_t person;               /* whose, of the ids given; their number: somebody else's */
	const struct action *action; /* before's or after's; NULL with CHANGE_NONE */
};

/* A zeroed struct due_changes is empty. */
struct due_changes {
	struct change *list; /* by person, kind, and as before and after have them */
	size_t count, cap;
};

/*
 * Compares two computations of the same day, both with options.all. Of the people whose ids are
 * given, who are different ones, all rows that closed and all that arise now; of all others only
 * rows that closed, that came to be, or whose date moved. A row is the same one if its action,
 * person, anchor and the person it speaks of are. Of a keep-in-touch or resume row that was not
 * shown yet it is not said that it closed: it will come again. Both dues must outlive the changes.
 */
void due_change_find(struct due_changes *changes, const struct due *before, const struct due *after,
		     const struct span *ids, size_t count);

/* Gives back the list; the changes are empty then. */
void due_change_release(struct due_changes *changes);

#endif
