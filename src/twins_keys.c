/* Things that are equal, by their hashes. */
#include <stdlib.h>

#include "src/base/mem.h"
#include "src/order.h"
#include "src/twins_parts.h"

void twin_keys_start(struct twin_keys *keys, size_t most)
{
	keys->count = 0;
	keys->bits = 1;
	while (most >> keys->bits > 0)
		keys->bits++;
}

void twin_keys_add(struct twin_keys *keys, uint64_t hash, uint32_t number)
{
	keys->list = mem_grow(keys->list, &keys->cap, keys->count + 1, sizeof(*keys->list));
	keys->list[keys->count++] = hash >> keys->bits << keys->bits | number;
}

void twin_keys_release(struct twin_keys *keys)
{
	free(keys->list);
	*keys = (struct twin_keys){0};
}

/* Fewer keys are sorted sooner than this is of use. */
#define LONE_LEAST 4096

/*
 * Drops keys whose hash no other has, which are most: the others take a fraction of the time to
 * sort. Two bits for each slot, of which there are eight for a key or more: seen, seen again. Who
 * shares a slot by chance stays.
 */
static void drop_lone(struct twin_keys *keys)
{
	uint64_t *seen, *again;
	size_t words, kept = 0;
	unsigned bits = 6;

	while (bits < 63 && keys->count >> (bits - 3) > 0)
		bits++;
	words = (size_t)1 << (bits - 6);
	seen = mem_resize(NULL, 2 * words, sizeof(*seen));
	again = seen + words;
	memset(seen, 0, 2 * words * sizeof(*seen));
	for (size_t i = 0; i < keys->count; i++) {
		uint64_t slot = keys->list[i] >> (64 - bits), bit = (uint64_t)1 << (slot & 63);

		again[slot >> 6] |= seen[slot >> 6] & bit;
		seen[slot >> 6] |= bit;
	}
	for (size_t i = 0; i < keys->count; i++) {
		uint64_t slot = keys->list[i] >> (64 - bits);

		keys->list[kept] = keys->list[i];
		kept += again[slot >> 6] >> (slot & 63) & 1;
	}
	keys->count = kept;
	free(seen);
}

/* The numbers of one hash, in place of their keys; of each owner the first. Returns how many. */
static size_t take_numbers(uint64_t *keys, size_t count, unsigned bits, const uint32_t *owners)
{
	uint64_t mask = ((uint64_t)1 << bits) - 1;
	size_t kept = 0;

	for (size_t i = 0; i < count; i++) {
		uint64_t number = keys[i] & mask, owner = owners ? owners[number] : number;
		uint64_t before = kept == 0 ? UINT64_MAX : keys[kept - 1];

		if (kept == 0 || owner != (owners ? owners[before] : before))
			keys[kept++] = number;
	}
	return kept;
}

void twin_keys_pair(struct twin_keys *keys, const uint32_t *owners,
		    void (*visit)(void *context, uint32_t first, uint32_t second), void *context)
{
	uint64_t *list = keys->list;
	size_t end;

	if (keys->count >= LONE_LEAST)
		drop_lone(keys);
	order_sort(list, keys->count);
	for (size_t start = 0; start < keys->count; start = end) {
		size_t count, firsts;

		for (end = start + 1; end < keys->count; end++)
			if (list[end] >> keys->bits != list[start] >> keys->bits)
				break;
		if (end - start == 1)
			continue;
		count = take_numbers(list + start, end - start, keys->bits, owners);
		firsts = count > TWINS_CROWD ? 1 : count;
		for (size_t i = 0; i < firsts; i++)
			for (size_t k = i + 1; k < count; k++)
				visit(context, (uint32_t)list[start + i],
				      (uint32_t)list[start + k]);
	}
	keys->count = 0;
}
