/* The people of a report. */
#include "src/report_people.h"

#include "src/report_parts.h"

/* Calls each with every item and whose it is, group by group; those of leads are nobody's. */
static void each_item(struct report *report,
		      void (*each)(struct report_people *people, const struct report_item *item,
				   uint32_t contact))
{
	for (int g = 0; g < REPORT_GROUPS; g++) {
		const struct report_items *group = &report->groups[g];

		for (size_t i = 0; i < group->count; i++) {
			uint32_t contact = network_find(report->network, group->list[i].id);

			if (contact != CONTACT_NONE)
				each(&report->people, &group->list[i], contact);
		}
	}
}

static void count_item(struct report_people *people, const struct report_item *item,
		       uint32_t contact)
{
	(void)item;
	people->first[contact + 1]++;
}

static void put_item(struct report_people *people, const struct report_item *item, uint32_t contact)
{
	people->items[people->first[contact]++] = item;
}

static void find_selected(struct report *report)
{
	const struct network *network = report->network;
	struct report_people *people = &report->people;

	people->list = arena_array(&report->arena, network->contact_count, sizeof(*people->list));
	for (uint32_t i = 0; i < network->contact_count; i++)
		if (report_counts(&network->contacts[i]))
			people->list[people->count++] = i;
}

void report_find_people(struct report *report)
{
	struct report_people *people = &report->people;
	size_t count = report->network->contact_count;

	find_selected(report);
	people->first = arena_array(&report->arena, count + 1, sizeof(*people->first));
	each_item(report, count_item);
	for (size_t i = 0; i < count; i++)
		people->first[i + 1] += people->first[i];
	people->items = arena_array(&report->arena, people->first[count], sizeof(*people->items));
	each_item(report, put_item);
	/* Each has moved on to where the next one's begin. */
	for (size_t i = count; i-- > 0;)
		people->first[i + 1] = people->first[i];
	people->first[0] = 0;
}

static void find_meetings(struct report_person *person, int32_t today)
{
	const struct standing *standing = &person->standing;
	struct meeting meeting;

	person->first_met = person->last_met = DAY_NONE;
	if (standing_meeting(standing, &meeting)) {
		person->first_met = meeting.day;
		if (standing->last[EVENT_MET] >= 0)
			person->last_met = standing_day(standing, standing->last[EVENT_MET]);
		if (standing->held >= 0 &&
		    standing_note(standing, standing->held)->date > person->last_met)
			person->last_met = standing_note(standing, standing->held)->date;
	}
	person->next = NULL;
	for (uint32_t i = standing->contact->note_count; i-- > 0;) {
		const struct note *note = standing_note(standing, (int32_t)i);

		if (note->date < today)
			break;
		if (note_state(note, today) == NOTE_PLANNED)
			person->next = note;
	}
}

static void find_history(const struct report *report, struct report_person *person)
{
	struct history *history = &person->history;
	size_t count = 0;

	history->count = 0;
	history_add(history, report->network, person->contact, true);
	for (size_t i = 0; i < history->count; i++)
		if (period_has(&report->options.period, history->list[i].day))
			history->list[count++] = history->list[i];
	history->count = count;
	history_sort(history);
}

void report_person_find(const struct report *report, uint32_t contact, struct report_person *person)
{
	const uint32_t *first = report->people.first;

	person->contact = contact;
	standing_find(&person->standing, report->network, contact, report->options.today);
	find_meetings(person, report->options.today);
	person->items = report->people.items + first[contact];
	person->item_count = first[contact + 1] - first[contact];
	find_history(report, person);
}

void report_person_release(struct report_person *person)
{
	history_release(&person->history);
	*person = (struct report_person){0};
}
