#include "src/index.h"

#include <stdlib.h>

#include "src/base/mem.h"

#define HASH_MULTIPLIER 0x9e3779b97f4a7c15u

static uint64_t mix(uint64_t a, uint64_t b)
{
	uint64_t x = (a ^ b) * HASH_MULTIPLIER;

	x ^= x >> 32;
	x *= 0xd6e8feb86659fd93u;
	return x ^ (x >> 32);
}

/* Fewer than eight bytes as a number, a different one for each of their lengths: in two halves that
 * overlap, as copying so many as there are is slow. */
static uint64_t last_bytes(struct span s)
{
	uint32_t first = 0, last = 0;

	if (s.n >= sizeof(first)) {
		memcpy(&first, s.p, sizeof(first));
		memcpy(&last, s.p + s.n - sizeof(last), sizeof(last));
	} else if (s.n > 0) {
		first = (unsigned char)s.p[0] | (uint32_t)(unsigned char)s.p[s.n / 2] << 8;
		last = (unsigned char)s.p[s.n - 1];
	}
	return (uint64_t)last << 32 | first;
}

uint64_t hash_bytes(struct span s, uint64_t seed)
{
	uint64_t h = seed ^ (s.n * HASH_MULTIPLIER), word;

	for (; s.n >= 8; s = span_skip(s, 8)) {
		memcpy(&word, s.p, 8);
		h = mix(h, word);
	}
	return mix(h, last_bytes(s));
}

static void place(struct index *index, uint32_t tag, uint32_t number)
{
	size_t at = tag & index->mask;

	while (index->slots[at].number != INDEX_FREE)
		at = (at + 1) & index->mask;
	index->slots[at] = (struct index_slot){number, tag};
}

static void resize(struct index *index, size_t slots)
{
	struct index old = *index;

	index->slots = mem_resize(NULL, slots, sizeof(*index->slots));
	index->mask = slots - 1;
	memset(index->slots, 0xff, slots * sizeof(*index->slots));
	for (size_t i = 0; old.slots && i <= old.mask; i++)
		if (old.slots[i].number != INDEX_FREE)
			place(index, old.slots[i].tag, old.slots[i].number);
	free(old.slots);
}

void index_reserve(struct index *index, size_t count)
{
	size_t slots = index->slots ? index->mask + 1 : 64;

	while (count > slots / 4 * 3)
		slots *= 2;
	if (!index->slots || slots > index->mask + 1)
		resize(index, slots);
}

void index_add(struct index *index, uint64_t hash, uint32_t number)
{
	index_reserve(index, index->count + 1);
	place(index, (uint32_t)hash, number);
	index->count++;
}

size_t index_start(const struct index *index, uint64_t hash)
{
	return (uint32_t)hash & index->mask;
}

bool index_next(const struct index *index, uint64_t hash, size_t *at, uint32_t *number)
{
	if (!index->slots)
		return false;
	for (;;) {
		const struct index_slot *slot = &index->slots[*at];

		if (slot->number == INDEX_FREE)
			return false;
		*at = (*at + 1) & index->mask;
		if (slot->tag == (uint32_t)hash) {
			*number = slot->number;
			return true;
		}
	}
}

void index_replace(struct index *index, size_t at, uint32_t number)
{
	index->slots[(at - 1) & index->mask].number = number;
}

void index_release(struct index *index)
{
	free(index->slots);
	*index = (struct index){0};
}
