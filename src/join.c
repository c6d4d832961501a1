/*
 * network_join: references become indices, and each contact's events and
 * notes come together in order.
 */
#include <stdlib.h>

#include "src/base/mem.h"
#include "src/base/utf8.h"
#include "src/network.h"
#include "src/order.h"

/* Room for the sort keys of one contact; grows as needed. */
struct scratch {
	uint64_t *keys;
	size_t cap;
};

static uint64_t *scratch_room(struct scratch *scratch, size_t count)
{
	scratch->keys = mem_grow(scratch->keys, &scratch->cap, count, sizeof(*scratch->keys));
	return scratch->keys;
}

static void take_numbers(uint32_t *order, const uint64_t *keys, size_t count)
{
	for (size_t i = 0; i < count; i++)
		order[i] = order_number(keys[i]);
}

/* How many referrers are looked up together. */
#define REFERRERS 64

static void find_referrers(struct network *network, const uint32_t *who, size_t count)
{
	const struct span *ids = network->text[TEXT_REFERRED_BY];
	struct span wanted[REFERRERS] = {0};
	uint32_t found[REFERRERS];

	for (size_t i = 0; i < count; i++)
		wanted[i] = utf8_nfc(&network->arena, ids[who[i]]);
	network_find_many(network, wanted, found, count);
	for (size_t i = 0; i < count; i++)
		network->contacts[who[i]].referred_by = found[i];
}

static void join_referrers(struct network *network)
{
	const struct span *ids = network->text[TEXT_REFERRED_BY];
	uint32_t who[REFERRERS];
	size_t count = 0;

	for (uint32_t i = 0; ids && i < network->contact_count; i++) {
		if (ids[i].n > 0)
			who[count++] = i;
		if (count == REFERRERS) {
			find_referrers(network, who, count);
			count = 0;
		}
	}
	if (count > 0)
		find_referrers(network, who, count);
	free(network->text[TEXT_REFERRED_BY]);
	network->text[TEXT_REFERRED_BY] = NULL;
}

static void join_note(struct network *network, struct note *note, struct diags *diags)
{
	note->contacts = arena_array(&network->arena, note->contact_count, sizeof(uint32_t));
	for (uint32_t i = 0; i < note->contact_count; i++) {
		uint32_t contact = network_find(network, note->ids[i]);

		note->contacts[i] = contact;
		if (contact != CONTACT_NONE)
			network->contacts[contact].note_count++;
		else {
			diag_add(diags, DIAG_WARNING, note->shown, note->contact_line, 0,
				 "'%.*s' is no contact", SPAN_ARG(note->ids[i]));
			diag_rule(diags, "unknown-contact");
		}
	}
}

static void place_notes(struct network *network)
{
	for (uint32_t n = 0; n < network->note_count; n++) {
		const struct note *note = &network->notes[n];

		for (uint32_t i = 0; i < note->contact_count; i++) {
			struct contact *contact;

			if (note->contacts[i] == CONTACT_NONE)
				continue;
			contact = &network->contacts[note->contacts[i]];
			network->note_order[contact->first_note + contact->note_count++] = n;
		}
	}
}

static void join_notes(struct network *network, struct scratch *scratch, struct diags *diags)
{
	uint32_t total = 0;

	for (size_t n = 0; n < network->note_count; n++)
		join_note(network, &network->notes[n], diags);
	for (size_t i = 0; i < network->contact_count; i++) {
		network->contacts[i].first_note = total;
		total += network->contacts[i].note_count;
		network->contacts[i].note_count = 0;
	}
	network->note_order = mem_resize(NULL, total, sizeof(*network->note_order));
	place_notes(network);
	for (size_t i = 0; i < network->contact_count; i++) {
		const struct contact *contact = &network->contacts[i];
		uint32_t *order = network->note_order + contact->first_note;
		uint64_t *keys;

		if (contact->note_count < 2)
			continue;
		keys = scratch_room(scratch, contact->note_count);
		for (uint32_t k = 0; k < contact->note_count; k++)
			keys[k] = order_key(network->notes[order[k]].date, order[k]);
		order_sort(keys, contact->note_count);
		take_numbers(order, keys, contact->note_count);
	}
}

/* An event among those of one day, for finding the ones whose lines are equal. */
struct twin {
	uint64_t cells;
	uint32_t number;
};

static int compare_twins(const void *a, const void *b)
{
	const struct twin *x = a, *y = b;

	if (x->cells != y->cells)
		return x->cells < y->cells ? -1 : 1;
	return (x->number > y->number) - (x->number < y->number);
}

#define REPEATED UINT32_MAX /* no event_key */

/* Marks those of one day's events whose cells equal an earlier one's. */
static void mark_repeats(struct network *network, const uint32_t *order, uint32_t *keys,
			 uint32_t count)
{
	struct twin *twins = mem_resize(NULL, count, sizeof(*twins));

	for (uint32_t k = 0; k < count; k++)
		twins[k] = (struct twin){network->events[order[k]].cells, k};
	qsort(twins, count, sizeof(*twins), compare_twins);
	for (uint32_t k = 1; k < count; k++)
		if (twins[k].cells == twins[k - 1].cells)
			keys[twins[k].number] = REPEATED;
	free(twins);
}

/* Drops repeated events from one contact's ordered ones; returns how many stay. */
static uint32_t drop_repeats(struct network *network, uint32_t *order, uint32_t *keys,
			     uint32_t count)
{
	uint32_t kept = 0, run;

	for (uint32_t k = 0; k < count; k += run) {
		int32_t day = event_key_day(keys[k]);

		for (run = 1; k + run < count && event_key_day(keys[k + run]) == day;)
			run++;
		if (run > 1)
			mark_repeats(network, order + k, keys + k, run);
	}
	for (uint32_t k = 0; k < count; k++) {
		if (keys[k] == REPEATED)
			continue;
		order[kept] = order[k];
		keys[kept++] = keys[k];
	}
	return kept;
}

/* By day; the log's order on one day stays. */
static void sort_events(const struct network *network, uint32_t *order, uint32_t *keys,
			uint32_t count, struct scratch *scratch)
{
	uint64_t *wide;
	uint32_t k = 1;

	while (k < count && keys[k - 1] >> 4 <= keys[k] >> 4)
		k++;
	if (k >= count)
		return;
	wide = scratch_room(scratch, count);
	for (k = 0; k < count; k++)
		wide[k] = order_key(event_key_day(keys[k]), order[k]);
	order_sort(wide, count);
	take_numbers(order, wide, count);
	for (k = 0; k < count; k++)
		keys[k] = event_key(network->events[order[k]].day, network->events[order[k]].kind);
}

/*
 * Room for each contact's events, one after the other; ends[contact] is where the next goes. That
 * is an array of its own, since events come in any order and contacts lie too far apart to stay at
 * hand.
 */
static uint32_t *place_contacts(struct network *network)
{
	uint32_t *ends = mem_resize(NULL, network->contact_count, sizeof(*ends));
	uint32_t total = 0;

	memset(ends, 0, network->contact_count * sizeof(*ends));
	for (size_t i = 0; i < network->event_count; i++)
		ends[network->events[i].contact]++;
	for (size_t i = 0; i < network->contact_count; i++) {
		network->contacts[i].first_event = total;
		network->contacts[i].event_count = ends[i];
		ends[i] = total;
		total += network->contacts[i].event_count;
	}
	network->event_order = mem_resize(NULL, total, sizeof(*network->event_order));
	network->event_keys = mem_resize(NULL, total, sizeof(*network->event_keys));
	return ends;
}

static void join_events(struct network *network, struct scratch *scratch)
{
	uint32_t *ends = place_contacts(network);

	for (uint32_t i = 0; i < network->event_count; i++) {
		const struct event *event = &network->events[i];
		uint32_t place = ends[event->contact]++;

		network->event_order[place] = i;
		network->event_keys[place] = event_key(event->day, event->kind);
	}
	free(ends);
	for (size_t i = 0; i < network->contact_count; i++) {
		struct contact *contact = &network->contacts[i];
		uint32_t *order = network->event_order + contact->first_event;
		uint32_t *keys = network->event_keys + contact->first_event;

		if (contact->event_count < 2)
			continue;
		sort_events(network, order, keys, contact->event_count, scratch);
		contact->event_count = drop_repeats(network, order, keys, contact->event_count);
	}
}

void network_join(struct network *network, struct diags *diags)
{
	struct scratch scratch = {0};

	join_referrers(network);
	join_events(network, &scratch);
	join_notes(network, &scratch, diags);
	free(scratch.keys);
}
