/*
 * The rules of PRACTICE "What is due", one function each; due.c runs them.
 */
#ifndef NI_RULES_H
#define NI_RULES_H

#include "src/due.h"
#include "src/standing.h"

/* One contact under the rules. */
struct rules {
	struct due *due;
	uint32_t referrer; /* who found them, or CONTACT_NONE; set by who calls rules_run */
	struct standing standing;
	uint32_t arisen; /* ACTION_BITs of the rows of theirs that arise, shown or not */
};

/* All rules that look at one contact; rows that this makes for their referrer too. */
void rules_run(struct rules *r, struct due *due, uint32_t contact);

/* report-back (b): the row that a first meeting with somebody makes for who found them. */
void rules_report_meeting(struct due *due, const struct graph_found *found);

/* Whether task is advice of note's that was acted on and that they have not been told of since, who
 * were last told something on that day, or DAY_NONE. */
bool rules_untold(int32_t told, const struct note *note, const struct task *task);

/*
 * Whether a contact who referred somebody is not closed; from then on due->words has the last word
 * with them. Looked at once for each, since many may have been referred by one.
 */
bool rules_referrer_is_open(struct due *due, uint32_t number);

/* add-lead, for the lead with that number. */
void rules_lead(struct due *due, uint32_t number);

/*
 * Adds a row if it is asked for and shown. Waiting, lapsing and closing have been
 * seen to; action->file is still the network's number.
 */
void due_add(struct due *due, const struct action *action);

/* Whether a row of that kind and due date has lapsed (PRACTICE: `lapse_after`). */
bool due_lapsed(const struct due *due, enum action_kind kind, int32_t date);

#endif
