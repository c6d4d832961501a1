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

/* Several, by date of the note, path and line where nothing else is said. */
struct said_list {
	struct said *list;
	size_t count;
};

/* The note's field, else that of its first selected contact who has one, each only if it is a name
 * (name_or_none); or empty. */
struct span said_field(const struct network *network, const struct note *note);

/* Fields that are equal when folded are one. */
struct said_field {
	struct span name; /* as written first; empty: no field */
	struct said_list insights;
};

/* What became of advice. */
enum said_state {
	SAID_TO_DO, /* an open task of ours; by due date, those without one last */
	SAID_DONE,  /* done, and somebody selected who advised it was not told; by day of doing */
	SAID_TOLD,  /* done, and all were told; by day of doing */
	SAID_PLAIN, /* anything else */
	SAID_STATES
};

struct report_said {
	struct said_field *fields; /* by folded name, none last */
	size_t field_count;
	struct said_list advice[SAID_STATES];
	struct said_list openings; /* newest first; of one note in its order */
	uint32_t *told_start;      /* by contact, and one more: where their days begin */
	int32_t *told;             /* days of `reported` events, ascending */
};

/* The day on which done advice was done, as far as is known: else the note's date. */
int32_t said_done_on(const struct said *said);

/* The first day on or after day on which the contact was told what became of things, else
 * DAY_NONE. For a report with REPORT_ADVICE. */
int32_t said_told_since(const struct report_said *said, uint32_t contact, int32_t day);

#endif
