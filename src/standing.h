/*
 * Where one contact stands: what the rules need to know of their events and
 * notes, found in one pass over each. The words are PRACTICE's.
 */
#ifndef NI_STANDING_H
#define NI_STANDING_H

#include "src/network.h"

struct standing {
	const struct network *network;
	const struct contact *contact;
	uint32_t number;
	int32_t last[EVENT_KINDS]; /* place of the last event of each kind in their order; -1: none
				    */
	int32_t first_met;         /* place of the first met event; -1: none */
	int32_t live_note;         /* latest date of a note that is not off; DAY_NONE: none */
	int32_t held;              /* place of the latest held note; -1: none */
	int32_t first_held;        /* of the earliest held note */
	bool closed, declined;
	int32_t deferred_until;  /* DAY_NONE: not deferred */
	uint32_t unanswered;     /* days with an unanswered request */
	int32_t last_unanswered; /* place of the last such asked event */
};

/* Finds all of it for a contact of a network that is joined and has to outlive it; nothing is to be
 * released. */
void standing_find(struct standing *standing, const struct network *network, uint32_t contact,
		   int32_t today);

/* Place of the last event of a set of EVENT_BITs, -1 if there is none. */
int32_t standing_last(const struct standing *standing, uint32_t kinds);

/* The event at a place. */
static inline const struct event *standing_event(const struct standing *standing, int32_t place)
{
	return contact_event(standing->network, standing->contact, (uint32_t)place);
}

/* The day of the event at a place. */
static inline int32_t standing_day(const struct standing *standing, int32_t place)
{
	return event_key_day(
		contact_event_key(standing->network, standing->contact, (uint32_t)place));
}

/* The note at a place, as in standing.held. */
static inline const struct note *standing_note(const struct standing *standing, int32_t place)
{
	return contact_note(standing->network, standing->contact, (uint32_t)place);
}

/* Whether an event of the kinds is dated on or after day. */
bool standing_since(const struct standing *standing, uint32_t kinds, int32_t day);

/* Whether a note that is not off is dated day. */
bool standing_note_on(const struct standing *standing, int32_t day, int32_t today);

/* Whether the rule `request` arises: nothing has begun with them yet. */
bool standing_unasked(const struct standing *standing);

/* The first meeting with a contact. */
struct meeting {
	int32_t day;
	const struct note *note; /* NULL: a met event */
	const struct event *event;
};

/* Returns false if they were never met. Of equal dates the note is taken. */
bool standing_meeting(const struct standing *standing, struct meeting *meeting);

/* The last day with a word that tells a referrer, or could have told them, what came of it: an
 * event thanked, reported, contacted, met or helped, or a held note; else DAY_NONE. */
int32_t standing_word(const struct standing *referrer);

#endif
