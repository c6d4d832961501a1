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

/* Each fills its part of the report; the interviews have been found. */
void report_sum_up(struct report *report);
void report_find_activity(struct report *report);
void report_find_fields(struct report *report);
void report_find_questions(struct report *report);
void report_find_said(struct report *report);
void report_find_people(struct report *report);

/* The notes by the name of their file, to find what tasks under Private an item may quote. */
struct secrets {
	const struct network *network;
	struct index files;
};

void secrets_find(struct secrets *secrets, const struct network *network);
void secrets_release(struct secrets *secrets);

/* Whether the item speaks of a task that stands under Private. */
bool secrets_touch(const struct secrets *secrets, const struct report_item *item);

#endif
