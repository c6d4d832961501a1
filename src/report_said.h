/*
 * What was said under the headings with a meaning: insights, advice, openings, promises.
 *
 *	struct said_walk walk = {network, contact};
 *	while (said_next(&walk, EXCERPT_PROMISE, &said))
 *		... said.note, said.excerpt ...
 */
#ifndef NI_REPORT_SAID_H
#define NI_REPORT_SAID_H

#include "src/network.h"

/* Something that stands in a note under such a heading. */
struct said {
	const struct note *note;
	const struct excerpt *excerpt;
};

/* The task that it is, or NULL. */
const struct task *said_task(const struct said *said);

/*
 * The note's next excerpt of one of the kinds (EXCERPT_ bits) from *at on, which is moved behind
 * it. A question that has no answer says nothing. Returns false at the end.
 */
bool said_in_note(const struct note *note, unsigned kinds, uint32_t *at, struct said *said);

/* Where one is in what a contact said. Of a panel it is what all of them said. */
struct said_walk {
	const struct network *network;
	const struct contact *contact;
	uint32_t note, at; /* 0 to begin with */
};

/* The next, by date of the note, its path, and line. Returns false at the end. Excerpts have been
 * read (NOTE_TEXTS). */
bool said_next(struct said_walk *walk, unsigned kinds, struct said *said);

struct report_said {
	size_t count;
};

#endif
