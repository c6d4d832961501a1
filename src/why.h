/*
 * Why a rule arises for a person, or does not: what ni-due --why tells. The rules leave it here as
 * they run, so that it cannot differ from what they do.
 */
#ifndef NI_WHY_H
#define NI_WHY_H

#include "src/due.h"

/* How a date came about: from plus or minus a duration, which is a setting or a contact's own. */
struct step {
	int32_t from;
	int32_t day; /* the result; DAY_NONE: no date */
	struct duration by;
	bool back;
	const char *setting; /* its name; NULL: a figure of the rule's own */
};

/* So long after a day, or before it, by a setting of that name; before it always by a figure of the
 * rule's own. DAY_NONE stays DAY_NONE. */
static inline struct step step_after(int32_t from, struct duration by, const char *setting)
{
	return (struct step){from, date_add(from, by), by, false, setting};
}

static inline struct step step_before(int32_t from, struct duration by)
{
	return (struct step){from, date_subtract(from, by), by, true, NULL};
}

/* A date that is given: no arithmetic. */
static inline struct step step_on(int32_t day)
{
	return (struct step){day, day, {0, 0}, false, NULL};
}

/* What a rule says. */
struct verdict {
	uint8_t kind; /* enum action_kind */
	bool arises, lapsed;
	const char *because;  /* why not, if it does neither */
	struct action action; /* if it does; file is the network's number */
	struct step step;     /* to the due date, before any deferral */
};

struct why {
	uint32_t contact; /* of whom; CONTACT_NONE with a lead */
	uint32_t lead;    /* its number; LEAD_NONE with a contact */
	struct verdict *list;
	size_t count, cap;
};

/* A row that arises, one that has lapsed, and a rule that because, which is kept, says nothing to.
 * why may be NULL; a row of somebody else's is none of its business. */
void why_arises(struct why *why, const struct action *action, const struct step *step);
void why_lapsed(struct why *why, const struct action *action, const struct step *step);
void why_spared(struct why *why, uint32_t contact, enum action_kind kind, const char *because);

/* Gives back the list. */
void why_release(struct why *why);

/* Why a kind of which no rule said anything does not arise: there was nothing to look at. */
const char *why_nothing(enum action_kind kind);

/* What would end a row: by a line in the log, or in a note. */
const char *why_ends(const struct action *action);

#endif
