/*
 * A note: one interview, planned or held. Plain values; fmt/note reads them
 * from a file. All text borrows from the arena that the reader was given.
 */
#ifndef NI_NOTE_H
#define NI_NOTE_H

#include "src/base/date.h"
#include "src/base/span.h"

enum outcome { OUTCOME_UNKNOWN, OUTCOME_MET, OUTCOME_CANCELLED, OUTCOME_NO_SHOW, OUTCOME_MOVED };
enum thanked { THANKED_NOT_YET, THANKED_ON, THANKED_NONE_OWED };
enum leave { LEAVE_UNKNOWN, LEAVE_YES, LEAVE_NO }; /* may_use_name */

/* What a note is on a day (PRACTICE: "Words"). */
enum note_state { NOTE_OFF, NOTE_HELD, NOTE_PLANNED, NOTE_UNWRITTEN };

struct referral {
	struct span name, id, org, title, email, phone, note;
	uint32_t line; /* of its list item */
	enum leave may_use_name;
	bool skip; /* not to be followed up */
};

struct task {
	struct span text; /* the item's first paragraph without its box, lines joined by a space */
	struct span section;    /* the nearest heading above; empty if none */
	int32_t due, completed; /* DAY_NONE: not given */
	uint32_t line;
	bool done, advice, promised,
		confidential; /* what its headings say: Advice, Promised, Private */
};

struct question {
	struct span text;     /* plain text */
	struct span answer;   /* Markdown source, common indent removed; empty if not answered */
	struct span category; /* the nearest heading above that is no question; of the first heading
			       * it has the same bytes as body.heading */
	uint32_t line;
	bool answered; /* something (HTML comments, empty items and paragraphs are nothing) is there
			*/
	bool confidential; /* under Private */
};

/* What the headings above a part of the body mean (DESIGN "The files of a network"). */
#define EXCERPT_RESEARCH 1u
#define EXCERPT_INSIGHT 2u
#define EXCERPT_OPENING 4u
#define EXCERPT_ADVICE 8u
#define EXCERPT_PROMISE 16u

/* A block of a section with a meaning: a list item with all that is in it, or any other block. What
 * stands under Private is none, nor is what is nothing. */
struct excerpt {
	struct span text; /* Markdown source, common indent removed: of an item without its marker,
			   * of a task without its box */
	uint32_t line;
	uint32_t task; /* which of the body's tasks it is, or UINT32_MAX */
	uint8_t kinds; /* EXCERPT_ bits: a heading Advice may stand under Insights */
	bool item;     /* a list item */
};

/* What the Markdown body says. Zeroed when it was not read. */
struct body {
	bool read;
	bool researched;     /* something stands under the level-2 heading Research */
	struct span heading; /* the first heading's plain text */
	bool titled;         /* that heading is of level 1: the note's title */
	struct question *questions;
	struct task *tasks;
	uint32_t question_count, task_count;
	struct excerpt *excerpts; /* in the order of lines; only where they were wanted */
	uint32_t excerpt_count;
	/* Link reference definitions, a line each; where excerpts were wanted, and none of those
	 * that stand under Private. */
	struct span definitions;
};

struct note {
	struct span path;       /* relative to the notes folder: the order of notes */
	struct span shown;      /* as printed in anchors */
	uint32_t file;          /* the network's index for shown */
	struct span *ids;       /* as written, in NFC, without repeats */
	uint32_t *contacts;     /* the network's indices, CONTACT_NONE where unknown; set by
				   network_join */
	uint32_t contact_count; /* at least 1 */
	int32_t date;
	uint32_t date_line, contact_line;
	enum outcome outcome;
	enum thanked thanked;
	int32_t thanked_on;
	uint32_t rating, minutes; /* 0: not given */
	struct span time, mode, place, field, sector;
	struct span tags; /* joined with ';' */
	struct referral *referrals;
	uint32_t referral_count;
	struct body body;
};

/* "met" and so on; empty for the unknown one. */
struct span outcome_name(enum outcome outcome);

/* What became of it, in a word or two: "interview", "cancelled interview", "no-show", ... */
const char *outcome_interview(enum outcome outcome);

/* The outcome of that name. Returns 0, or -1. */
int outcome_parse(struct span name, enum outcome *outcome);

/* The name of the outcome that somebody meant who wrote name, which is none; or empty. */
struct span outcome_suggest(struct span name);

/* "yes", "no", or empty. */
struct span leave_name(enum leave leave);

/* Whether text is a time as a note has it: HH:MM, then anything but a further digit. */
bool note_time_valid(struct span text);

/* The form of it, for messages. */
#define TIME_FORM "a time such as 14:00 or 09:30 EST"

/* yes, true, no, false, in any case of letters. Returns 0, or -1. */
int yes_no_parse(struct span text, bool *yes);

/* What the note is on that day: PRACTICE's "Words" say when. */
enum note_state note_state(const struct note *note, int32_t today);

#endif
