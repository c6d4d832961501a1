/* What was advised, and what became of it: done or not, told or not. */
#include <stdlib.h>

#include "src/base/mem.h"
#include "src/order.h"
#include "src/report_parts.h"

int32_t said_done_on(const struct said *said)
{
	const struct task *task = said_task(said);

	return task && task->completed != DAY_NONE ? task->completed : said->note->date;
}

static void find_told(struct report *report)
{
	const struct network *network = report->network;
	struct report_said *s = &report->said;
	size_t count = 0, cap = 0;
	int32_t *days = NULL;

	s->told_start =
		arena_array(&report->arena, network->contact_count + 1, sizeof(*s->told_start));
	for (size_t i = 0; i < network->contact_count; i++) {
		const struct contact *contact = &network->contacts[i];

		for (uint32_t k = 0; report_counts(contact) && k < contact->event_count; k++) {
			uint32_t key = contact_event_key(network, contact, k);

			if (event_key_kind(key) != EVENT_REPORTED)
				continue;
			days = mem_grow(days, &cap, count + 1, sizeof(*days));
			days[count++] = event_key_day(key);
		}
		s->told_start[i + 1] = (uint32_t)count;
	}
	s->told = arena_array(&report->arena, count, sizeof(*days));
	if (count > 0)
		memcpy(s->told, days, count * sizeof(*days));
	free(days);
}

int32_t said_told_since(const struct report_said *s, uint32_t contact, int32_t day)
{
	uint32_t first = s->told_start[contact];

	return report_day_since(s->told + first, s->told_start[contact + 1] - first, day);
}

/* Whether all selected people of the note were told since. */
static bool all_told(const struct report *report, const struct said *said)
{
	const struct note *note = said->note;

	for (uint32_t i = 0; i < note->contact_count; i++)
		if (report_about(report->network, note, i) &&
		    said_told_since(&report->said, note->contacts[i], said_done_on(said)) ==
			    DAY_NONE)
			return false;
	return true;
}

/* What they promised is theirs to do, even where they advised it. */
static enum said_state state_of(const struct report *report, const struct said *said)
{
	const struct task *task = said_task(said);

	if (task == NULL || task->promised)
		return SAID_PLAIN;
	if (!task->done)
		return SAID_TO_DO;
	return all_told(report, said) ? SAID_TOLD : SAID_DONE;
}

/* The day by which the advice is put in order among that of its state. */
static int32_t day_of(const struct said *said, enum said_state state)
{
	int32_t due;

	switch (state) {
	case SAID_TO_DO:
		due = said_task(said)->due;
		return due == DAY_NONE ? INT32_MAX : due;
	case SAID_DONE:
	case SAID_TOLD:
		return said_done_on(said);
	default:
		return said->note->date;
	}
}

void report_find_advice(struct report *report)
{
	struct said_list all = report_said_list(report, EXCERPT_ADVICE);
	uint64_t *keys = mem_resize(NULL, all.count + 1, sizeof(*keys));

	find_told(report);
	for (int state = 0; state < SAID_STATES; state++) {
		struct said_list *advice = &report->said.advice[state];

		for (size_t i = 0; i < all.count; i++)
			if ((int)state_of(report, &all.list[i]) == state)
				keys[advice->count++] = order_key(
					day_of(&all.list[i], (enum said_state)state), (uint32_t)i);
		order_sort(keys, advice->count);
		advice->list = arena_array(&report->arena, advice->count, sizeof(*advice->list));
		for (size_t i = 0; i < advice->count; i++)
			advice->list[i] = all.list[order_number(keys[i])];
	}
	free(keys);
}
