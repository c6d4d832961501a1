#include "src/network.h"

#include <stdlib.h>

#include "src/base/mem.h"
#include "src/base/utf8.h"

void network_init(struct network *network, uint32_t wanted)
{
	*network = (struct network){.wanted = wanted | TEXT_BIT(TEXT_ID) | TEXT_BIT(TEXT_NAME) |
					      TEXT_BIT(TEXT_REFERRED_BY)};
	settings_init(&network->settings);
}

void network_release(struct network *network)
{
	for (size_t i = 0; i < TEXT_COUNT; i++)
		free(network->text[i]);
	index_release(&network->ids);
	free(network->contacts);
	free(network->events);
	free(network->vias);
	free(network->event_order);
	free(network->event_keys);
	free(network->notes);
	free(network->note_order);
	free(network->files);
	arena_release(&network->arena);
	*network = (struct network){0};
}

uint32_t network_file(struct network *network, struct span shown)
{
	network->files = mem_grow(network->files, &network->file_cap, network->file_count + 1,
				  sizeof(*network->files));
	network->files[network->file_count] = arena_copy(&network->arena, shown);
	return (uint32_t)network->file_count++;
}

static uint32_t find_hashed(const struct network *network, struct span id, uint64_t hash)
{
	size_t at = index_start(&network->ids, hash);
	uint32_t contact;

	while (index_next(&network->ids, hash, &at, &contact))
		if (span_eq(network->text[TEXT_ID][contact], id))
			return contact;
	return CONTACT_NONE;
}

uint32_t network_find(const struct network *network, struct span id)
{
	return find_hashed(network, id, hash_bytes(id, 0));
}

/* How many ids are looked up side by side. */
#define TOGETHER 16

static void find_few(const struct network *network, const struct span *ids, uint32_t *found,
		     size_t count)
{
	const struct span *known = network->text[TEXT_ID];
	uint64_t hashes[TOGETHER];
	size_t at[TOGETHER];

	for (size_t i = 0; i < count; i++) {
		hashes[i] = hash_bytes(ids[i], 0);
		index_prefetch(&network->ids, hashes[i]);
	}
	for (size_t i = 0; i < count; i++) {
		at[i] = index_start(&network->ids, hashes[i]);
		if (!index_next(&network->ids, hashes[i], &at[i], &found[i]))
			found[i] = CONTACT_NONE;
		else
			PREFETCH(&known[found[i]]);
	}
	for (size_t i = 0; i < count; i++)
		if (found[i] != CONTACT_NONE)
			PREFETCH(known[found[i]].p);
	for (size_t i = 0; i < count; i++)
		while (found[i] != CONTACT_NONE && !span_eq(known[found[i]], ids[i]))
			if (!index_next(&network->ids, hashes[i], &at[i], &found[i]))
				found[i] = CONTACT_NONE;
}

void network_find_many(const struct network *network, const struct span *ids, uint32_t *found,
		       size_t count)
{
	for (size_t done = 0; done < count; done += TOGETHER)
		find_few(network, ids + done, found + done,
			 count - done < TOGETHER ? count - done : TOGETHER);
}

void network_reserve(struct network *network, size_t count)
{
	index_reserve(&network->ids, network->contact_count + count);
}

/* All columns grow with the contacts: one capacity for all. */
static void grow_contacts(struct network *network, size_t need)
{
	size_t cap = network->contact_cap;

	network->contacts = mem_grow(network->contacts, &cap, need, sizeof(*network->contacts));
	if (cap == network->contact_cap)
		return;
	for (size_t i = 0; i < TEXT_COUNT; i++)
		if (network->wanted & TEXT_BIT(i))
			network->text[i] =
				mem_resize(network->text[i], cap, sizeof(*network->text[i]));
	network->contact_cap = cap;
}

static void set_values(struct network *network, uint32_t number,
		       const struct contact_values *values, uint32_t which)
{
	struct contact *contact = &network->contacts[number];

	for (size_t i = 0; i < TEXT_COUNT; i++)
		if (network->text[i] && (which & TEXT_BIT(i)))
			network->text[i][number] = values->text[i];
	if (which & PRESENT_ADDED)
		contact->added = values->added;
	if (which & PRESENT_CADENCE)
		contact->cadence = values->cadence;
	if (which & PRESENT_LEAVE)
		contact->may_use_name = (uint8_t)values->may_use_name;
}

void network_room(struct network *network, size_t count)
{
	grow_contacts(network, count);
	network_reserve(network, count);
}

void network_fill(struct network *network, uint32_t number, const struct contact_values *values,
		  uint32_t file, uint32_t line)
{
	network->contacts[number] = (struct contact){
		.referred_by = CONTACT_NONE,
		.file = file,
		.line = line,
		.left_out = values->left_out,
	};
	set_values(network, number, values, UINT32_MAX);
}

void network_move(struct network *network, size_t to, size_t from, size_t count)
{
	if (to == from)
		return;
	memmove(network->contacts + to, network->contacts + from,
		count * sizeof(*network->contacts));
	for (size_t i = 0; i < TEXT_COUNT; i++)
		if (network->text[i])
			memmove(network->text[i] + to, network->text[i] + from,
				count * sizeof(*network->text[i]));
}

/* Puts contacts' ids into the index, unless one is there already. */
static int index_few(struct network *network, uint32_t first, size_t count)
{
	const struct span *ids = network->text[TEXT_ID] + first;
	uint64_t hashes[TOGETHER];

	for (size_t i = 0; i < count; i++) {
		hashes[i] = hash_bytes(ids[i], 0);
		index_prefetch(&network->ids, hashes[i]);
	}
	for (size_t i = 0; i < count; i++) {
		if (find_hashed(network, ids[i], hashes[i]) != CONTACT_NONE)
			return -1;
		index_add(&network->ids, hashes[i], first + (uint32_t)i);
	}
	return 0;
}

int network_count_in(struct network *network, size_t count)
{
	for (size_t done = 0; done < count; done += TOGETHER)
		if (index_few(network, (uint32_t)done,
			      count - done < TOGETHER ? count - done : TOGETHER) != 0) {
			index_release(&network->ids);
			return -1;
		}
	network->contact_count = count;
	return 0;
}

uint32_t network_put(struct network *network, const struct contact_values *values, uint32_t file,
		     uint32_t line)
{
	uint32_t number = (uint32_t)network->contact_count;

	grow_contacts(network, network->contact_count + 1);
	network->contact_count++;
	network_fill(network, number, values, file, line);
	index_add(&network->ids, hash_bytes(values->text[TEXT_ID], 0), number);
	return number;
}

void network_override(struct network *network, uint32_t contact,
		      const struct contact_values *values)
{
	set_values(network, contact, values, values->present & ~TEXT_BIT(TEXT_ID));
}

void network_add_event(struct network *network, const struct event *event)
{
	network->events = mem_grow(network->events, &network->event_cap, network->event_count + 1,
				   sizeof(*network->events));
	network->events[network->event_count++] = *event;
}

/* Moves the elements of one array to the end of another. */
static void *adopt_array(void *to, size_t *cap, size_t count, void *from, size_t more, size_t size)
{
	if (more == 0) {
		free(from);
		return to;
	}
	if (count == 0) {
		free(to);
		*cap = more;
		return from;
	}
	if (count + more > *cap)
		*cap = count + more;
	to = mem_resize(to, *cap, size);
	memcpy((char *)to + count * size, from, more * size);
	free(from);
	return to;
}

void network_adopt_events(struct network *network, struct network *from)
{
	size_t count = network->event_count, more = from->event_count;

	arena_adopt(&network->arena, &from->arena);
	if (network->vias || from->vias)
		network->vias = adopt_array(network->vias, &network->via_cap, count, from->vias,
					    more, sizeof(*network->vias));
	network->events = adopt_array(network->events, &network->event_cap, count, from->events,
				      more, sizeof(*network->events));
	network->event_count = count + more;
	*from = (struct network){0};
}

void network_add_via(struct network *network, struct span via)
{
	network->vias = mem_grow(network->vias, &network->via_cap, network->event_count,
				 sizeof(*network->vias));
	network->vias[network->event_count - 1] = via;
}

void network_notes_room(struct network *network, size_t count)
{
	network->notes =
		mem_grow(network->notes, &network->note_cap, count, sizeof(*network->notes));
	network->files = mem_grow(network->files, &network->file_cap, network->file_count + count,
				  sizeof(*network->files));
}

void network_add_note(struct network *network, const struct note *note)
{
	network->notes = mem_grow(network->notes, &network->note_cap, network->note_count + 1,
				  sizeof(*network->notes));
	network->notes[network->note_count] = *note;
	network->notes[network->note_count++].file = network_file(network, note->shown);
}

struct span network_name(const struct network *network, uint32_t contact)
{
	struct span name = network_text(network, contact, TEXT_NAME);

	return utf8_shows(name) ? name : network_text(network, contact, TEXT_ID);
}

struct span network_note_name(const struct network *network, const struct note *note, uint32_t i)
{
	return note->contacts[i] == CONTACT_NONE ? note->ids[i]
						 : network_name(network, note->contacts[i]);
}
