/*
 * What report.c is made of; nobody else's business.
 */
#ifndef NI_REPORT_PARTS_H
#define NI_REPORT_PARTS_H

#include "src/index.h"
#include "src/report.h"

/* Whether a contact is one that the report is about. */
static inline bool report_counts(const struct contact *contact)
{
	return contact->selected && !contact->left_out;
}

/* Whether a note is an interview with one of those. */
bool report_has(const struct network *network, const struct note *note);

/* Whether a note of theirs that is not off has that date. */
bool report_note_on(const struct report *report, const struct contact *contact, int32_t day);

/* The first of these days, which are ascending, that is day or later; or DAY_NONE. */
int32_t report_day_since(const int32_t *days, size_t count, int32_t day);

/* Begins with its report only; days is freed by who has it. */
struct thanks {
	const struct report *report;
	int32_t *days; /* of the thanked events of one contact, ascending */
	size_t count, cap;
};

/* Counts the thank-yous that are owed to a contact for meetings of the period. */
void thanks_count(struct thanks *thanks, const struct contact *contact, const struct period *period,
		  struct report_summary *summary);

/* Each fills its part of the report; the interviews have been found. */
void report_sum_up(struct report *report);
void report_find_activity(struct report *report);
void report_find_fields(struct report *report);
void report_find_questions(struct report *report);
void report_find_said(struct report *report);
void report_find_people(struct report *report);
void report_find_advice(struct report *report);

/* Gives the activity its spans from one day to another, and says what of them the period cuts. */
void activity_lay(struct report *report, int32_t from, int32_t to);

/* All of one kind that stands in the interviews, in their order; in the arena. */
struct said_list report_said_list(struct report *report, unsigned kind);

/* The notes by the name of their file, to find what tasks under Private an item may quote. */
struct secrets {
	const struct network *network;
	struct index files;
};

/* Of a network whose bodies have been read. To be released; the network stays. */
void secrets_find(struct secrets *secrets, const struct network *network);
void secrets_release(struct secrets *secrets);

/* Whether the item speaks of a task that stands under Private. */
bool secrets_touch(const struct secrets *secrets, const struct report_item *item);

#endif
