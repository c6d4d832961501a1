/*
 * What a report says of one person: where things stand with them, what is due, what has happened.
 * Found for one after the other, since a report may have a million of them.
 *
 *	struct report_person person = {0};
 *	for each: report_person_find(report, contact, &person);
 *	report_person_release(&person);
 */
#ifndef NI_REPORT_PEOPLE_H
#define NI_REPORT_PEOPLE_H

#include "src/history.h"
#include "src/standing.h"

struct report;
struct report_item;

/* Those selected, and what is due with each contact. */
struct report_people {
	uint32_t *list; /* in the order of contacts.csv */
	size_t count;
	const struct report_item **items; /* by contact, then as in the report's groups */
	uint32_t *first; /* in items, of each contact; and of one beyond the last */
};

struct report_person {
	uint32_t contact;
	struct standing standing;
	int32_t first_met, last_met; /* a held note or a met event; DAY_NONE: never */
	const struct note *next;     /* the first one planned; NULL: none */
	const struct report_item *const *items;
	size_t item_count;
	struct history history; /* of the report's period, the latest first */
};

/* The report was computed with REPORT_PEOPLE. What person had found before is dropped. */
void report_person_find(const struct report *report, uint32_t contact,
			struct report_person *person);

/* What the last search has left. */
void report_person_release(struct report_person *person);

#endif
