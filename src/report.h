/*
 * A report as plain values: how far the selected contacts have come, what is due, the interviews,
 * and what was said in them. fmt/report makes text of it.
 *
 *	count = report_items_due(&arena, &due, &items);   or items made from ni-due's rows
 *	report_compute(&report, &network, &leads, items, count, &options);
 *	report_render(&report, &sink);
 *	report_release(&report);
 */
#ifndef NI_REPORT_H
#define NI_REPORT_H

#include "src/base/arena.h"
#include "src/due.h"
#include "src/graph.h"
#include "src/leads.h"
#include "src/network.h"
#include "src/period.h"
#include "src/prepare.h"
#include "src/report_activity.h"
#include "src/report_fields.h"
#include "src/report_people.h"
#include "src/report_questions.h"
#include "src/report_said.h"

enum report_section {
	REPORT_SUMMARY,
	REPORT_DUE,
	REPORT_ACTIVITY,
	REPORT_INTERVIEWS,
	REPORT_FIELDS,
	REPORT_QUESTIONS,
	REPORT_INSIGHTS,
	REPORT_ADVICE,
	REPORT_OPENINGS,
	REPORT_REFERRALS,
	REPORT_PEOPLE,
	REPORT_SECTIONS
};

#define SECTION_BIT(section) (1u << (section))

/* The sections that quote the bodies of notes. */
#define SECTIONS_TEXTS                                                  \
	(SECTION_BIT(REPORT_QUESTIONS) | SECTION_BIT(REPORT_INSIGHTS) | \
	 SECTION_BIT(REPORT_ADVICE) | SECTION_BIT(REPORT_OPENINGS))

/* The sections that speak of who named whom. */
#define SECTIONS_GRAPH (SECTION_BIT(REPORT_REFERRALS) | SECTION_BIT(REPORT_PEOPLE))

struct report_options {
	int32_t today;
	uint32_t sections;    /* SECTION_BITs of what is to be computed */
	struct period period; /* of what happened; PERIOD_ALL */
	struct bank bank;     /* for REPORT_QUESTIONS; borrowed */
	bool shared; /* with somebody else: nobody else is suggested, and what was asked without an
			answer is left out */
};

/* Something that is due, as ni-due's row says it. */
struct report_item {
	int32_t due; /* DAY_NONE: no date */
	struct span action, reason;
	struct span anchor;        /* "file:line"; file "-": only standard input has it */
	struct span id, name, org; /* of the row's person; may be empty */
	bool confidential;         /* set by report_compute: the reason must not be shown */
};

#define REPORT_SOON_DAYS 7 /* what "next seven days" speaks of */

enum report_group {
	REPORT_LATE,
	REPORT_TODAY,
	REPORT_SOON, /* in the next seven days */
	REPORT_LATER,
	REPORT_UNDATED,
	REPORT_GROUPS
};

/*
 * Counts of the selected contacts (those whose row is left out are not counted), and of
 * interviews with at least one of them. Of a period: what falls into it.
 *
 *   contacts  were added in the period; known: were not added after it. Of all times both are all
 *   asked     have an `asked` event in the period
 *   replied   of those asked: a `replied`, `met` or `helped` event or a held note of theirs is
 *             dated on or after that first `asked`, in the period or after it
 *   met       have a held note or a `met` event, asked or not
 *   thanks    a thank-you is owed for each held note (unless its `thanked` is n/a) to each of its
 *             contacts, and for each `met` and `helped` event, but not for a `met` on the day of
 *             a note that is not off. It was given on the note's `thanked` date or on the day of
 *             their first `thanked` event on or after the meeting, whichever is earlier, and is in
 *             time within the setting thank_within. Those that are not given and whose time is
 *             not over are not counted.
 */
struct report_summary {
	size_t contacts, known, asked, replied, met;
	uint32_t reply_halves; /* median of the days from asked to replied, in half days */
	size_t thanks, thanked_in_time;
	size_t held, planned, unwritten, off; /* notes, by state */
	size_t named; /* referrals in held notes, also those not to be followed up */
	size_t leads; /* named by somebody selected, for the first time in the period */
};

struct report_items {
	struct report_item *list; /* in the order given */
	size_t count;
};

struct report_interview {
	const struct note *note;
	enum note_state state;
};

struct report {
	struct arena arena;
	const struct network *network;
	const struct leads *leads;
	struct report_options options;
	size_t selected; /* contacts, of all times */
	struct report_summary summary;
	struct period before; /* the period before; compares: there is one */
	bool compares;
	struct report_summary summary_before;
	struct report_items groups[REPORT_GROUPS];
	struct report_interview *interviews; /* of the period, by date, then path */
	size_t interview_count;
	struct report_activity activity;
	struct report_fields fields;
	struct report_questions questions;
	struct report_said said;
	struct graph graph; /* for SECTIONS_GRAPH */
	struct report_people people;
};

/*
 * The rows of due as items, in its order; their text is in the arena, or the network's and the
 * leads'. Returns how many.
 */
size_t report_items_due(struct arena *arena, struct due *due, struct report_item **items);

/*
 * The network is joined; bodies that may hold a task have been read, and for SECTIONS_TEXTS all,
 * with their excerpts. Items are copied, what they borrow must outlive the report. An item is
 * confidential when it is a task that stands under Private, or when its reason quotes such a task
 * of the note that its anchor names (of any note of theirs, if the network has no such note).
 */
void report_compute(struct report *report, const struct network *network, const struct leads *leads,
		    const struct report_item *items, size_t count,
		    const struct report_options *options);

/* Gives back the arena and the graph. */
void report_release(struct report *report);

/* Whether the note's contact number i is known, and one that the report is about. */
bool report_about(const struct network *network, const struct note *note, uint32_t i);

/*
 * Cuts an anchor at the colon before its line: "notes/a.md:4" gives the file and the line.
 * Returns 0, or -1 if it is none, or names no file that could be looked at ("-:3").
 */
int report_anchor(struct span anchor, struct span *file, uint32_t *line);

#endif
