/*
 * What has happened with people: their events and their notes as one list.
 */
#ifndef NI_HISTORY_H
#define NI_HISTORY_H

#include "src/network.h"

struct history_item {
	int32_t day;
	uint32_t contact;
	uint32_t number; /* of the network's events or notes */
	bool is_note;
};

/* A zeroed struct history is empty. */
struct history {
	struct history_item *list;
	size_t count, cap;
};

/*
 * The events of a contact, each once, and with notes their notes, are added; a contact comes once.
 * Then the whole is put in order.
 */
void history_add(struct history *history, const struct network *network, uint32_t contact,
		 bool notes);

/*
 * The latest first: by date; of one day notes before events, since a note is the later one; and
 * what stands further down in the log, or in the later file, before the rest.
 */
void history_sort(struct history *history);

/* Gives back the list; the history is empty then. */
void history_release(struct history *history);

#endif
