/* The people of a report. */
#include "src/report_people.h"

#include "src/report_parts.h"

static void find_selected(struct report *report)
{
	const struct network *network = report->network;
	struct report_people *people = &report->people;

	people->list = arena_array(&report->arena, network->contact_count, sizeof(*people->list));
	for (uint32_t i = 0; i < network->contact_count; i++)
		if (report_counts(&network->contacts[i]))
			people->list[people->count++] = i;
}

/* All items, group by group, and whose each is: those of leads are nobody's. */
struct due_items {
	const struct report_item **list;
	uint32_t *contacts;
	size_t count;
};

static void find_items(struct report *report, struct due_items *items, struct arena *arena)
{
	struct span *ids;
	size_t count = 0;

	for (int g = 0; g < REPORT_GROUPS; g++)
		count += report->groups[g].count;
	items->list = arena_array(arena, count, sizeof(const struct report_item *));
	items->contacts = arena_array(arena, count, sizeof(*items->contacts));
	ids = arena_array(arena, count, sizeof(*ids));
	for (int g = 0; g < REPORT_GROUPS; g++) {
		for (size_t i = 0; i < report->groups[g].count; i++) {
			items->list[items->count] = &report->groups[g].list[i];
			ids[items->count++] = report->groups[g].list[i].id;
		}
	}
	network_find_many(report->network, ids, items->contacts, count);
}

/* Sorts by counting, so that each contact's stay in their order. */
void report_find_people(struct report *report)
{
	struct report_people *people = &report->people;
	size_t count = report->network->contact_count;
	struct due_items items = {0};
	struct arena scratch = {0};

	find_selected(report);
	find_items(report, &items, &scratch);
	people->first = arena_array(&report->arena, count + 2, sizeof(*people->first));
	for (size_t i = 0; i < items.count; i++)
		if (items.contacts[i] != CONTACT_NONE)
			people->first[items.contacts[i] + 2]++;
	for (size_t i = 2; i < count + 2; i++)
		people->first[i] += people->first[i - 1];
	people->items =
		arena_array(&report->arena, items.count, sizeof(const struct report_item *));
	for (size_t i = 0; i < items.count; i++)
		if (items.contacts[i] != CONTACT_NONE)
			people->items[people->first[items.contacts[i] + 1]++] = items.list[i];
	arena_release(&scratch);
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
