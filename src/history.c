#include "src/history.h"

#include <stdlib.h>

#include "src/base/mem.h"

static void add(struct history *history, struct history_item item)
{
	history->list =
		mem_grow(history->list, &history->cap, history->count + 1, sizeof(*history->list));
	history->list[history->count++] = item;
}

void history_add(struct history *history, const struct network *network, uint32_t contact,
		 bool notes)
{
	const struct contact *whose = &network->contacts[contact];

	for (uint32_t i = 0; i < whose->event_count; i++) {
		uint32_t event = network->event_order[whose->first_event + i];

		add(history, (struct history_item){.day = network->events[event].day,
						   .contact = contact,
						   .number = event});
	}
	for (uint32_t i = 0; notes && i < whose->note_count; i++) {
		uint32_t note = network->note_order[whose->first_note + i];

		add(history, (struct history_item){.day = network->notes[note].date,
						   .contact = contact,
						   .number = note,
						   .is_note = true});
	}
}

static int compare_items(const void *a, const void *b)
{
	const struct history_item *x = a, *y = b;

	if (x->day != y->day)
		return x->day > y->day ? -1 : 1;
	if (x->is_note != y->is_note)
		return x->is_note ? -1 : 1;
	if (x->number != y->number)
		return x->number > y->number ? -1 : 1;
	return (x->contact > y->contact) - (x->contact < y->contact); /* a panel's note */
}

void history_sort(struct history *history)
{
	if (history->count > 1)
		qsort(history->list, history->count, sizeof(*history->list), compare_items);
}

void history_release(struct history *history)
{
	free(history->list);
	*history = (struct history){0};
}
