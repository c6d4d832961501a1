#include "src/order.h"

#include <stdlib.h>

#include "src/base/mem.h"

static int compare_keys(const void *a, const void *b)
{
	uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;

	return (x > y) - (x < y);
}

/* The upper half of a key, in three parts for a radix sort, the least first. */
enum { PARTS = 3, PART_BITS = 11, PART_VALUES = 1 << PART_BITS };

static unsigned part_of(uint64_t key, unsigned part)
{
	return key >> (32 + part * PART_BITS) & (PART_VALUES - 1);
}

/* Counts, of each value, turned into where those begin. */
static void add_up(size_t *counts, size_t values)
{
	size_t before = 0;

	for (size_t value = 0; value < values; value++) {
		size_t have = counts[value];

		counts[value] = before;
		before += have;
	}
}

/* By the upper halves; keys that are equal there stay in the order in which they are. */
static void deal_keys(uint64_t *keys, size_t count)
{
	uint64_t *from = keys, *to = mem_resize(NULL, count, sizeof(*to)), *spare = to;
	size_t(*starts)[PART_VALUES] = mem_resize(NULL, PARTS, sizeof(*starts));

	memset(starts, 0, PARTS * sizeof(*starts));
	for (size_t i = 0; i < count; i++)
		for (unsigned part = 0; part < PARTS; part++)
			starts[part][part_of(keys[i], part)]++;
	for (unsigned part = 0; part < PARTS; part++) {
		uint64_t *dealt = to;

		if (starts[part][part_of(from[0], part)] == count)
			continue;
		add_up(starts[part], PART_VALUES);
		for (size_t i = 0; i < count; i++)
			to[starts[part][part_of(from[i], part)]++] = from[i];
		to = from;
		from = dealt;
	}
	if (from != keys)
		memcpy(keys, from, count * sizeof(*keys));
	free(spare);
	free(starts);
}

static void sort_few(uint64_t *keys, size_t count)
{
	size_t i = 1;

	while (i < count && keys[i - 1] <= keys[i])
		i++;
	if (i < count)
		qsort(keys, count, sizeof(*keys), compare_keys);
}

/* Up to so many, counting values takes longer than comparing. */
#define FEW PART_VALUES

void order_sort(uint64_t *keys, size_t count)
{
	size_t end = 1;

	while (end < count && keys[end - 1] <= keys[end])
		end++;
	if (end >= count)
		return;
	if (count <= FEW) {
		sort_few(keys, count);
		return;
	}
	deal_keys(keys, count);
	for (size_t start = 0; start < count; start = end) {
		for (end = start + 1; end < count; end++)
			if (keys[end] >> 32 != keys[start] >> 32)
				break;
		sort_few(keys + start, end - start);
	}
}

uint64_t order_text(struct span text)
{
	uint64_t number = 0;

	for (size_t i = 0; i < sizeof(number); i++)
		number = number << 8 | (i < text.n ? (unsigned char)text.p[i] : 0);
	return number;
}

/* The bytes that count, the least first: those of the text, then those of the rank. */
enum { TEXT_BYTES = 8, BYTES = 12, VALUES = 256 };

static unsigned byte_of(const struct order_place *place, unsigned byte)
{
	return byte < TEXT_BYTES ? place->text >> byte * 8 & 0xff
				 : place->key >> (byte - TEXT_BYTES + 4) * 8 & 0xff;
}

/* Puts the places in the order of one byte. starts: how many have each value. */
static void deal(const struct order_place *places, size_t count, unsigned byte, size_t *starts,
		 struct order_place *dealt)
{
	add_up(starts, VALUES);
	for (size_t i = 0; i < count; i++)
		dealt[starts[byte_of(&places[i], byte)]++] = places[i];
}

/* A radix sort; a byte that all have in common orders nothing. */
void order_places(struct order_place *places, size_t count)
{
	struct order_place *from = places, *to = mem_resize(NULL, count, sizeof(*to)), *spare = to;
	size_t(*have)[VALUES] = mem_resize(NULL, BYTES, sizeof(*have));

	memset(have, 0, BYTES * sizeof(*have));
	for (size_t i = 0; i < count; i++)
		for (unsigned byte = 0; byte < BYTES; byte++)
			have[byte][byte_of(&places[i], byte)]++;
	for (unsigned byte = 0; byte < BYTES && count > 0; byte++) {
		struct order_place *dealt = to;

		if (have[byte][byte_of(from, byte)] == count)
			continue;
		deal(from, count, byte, have[byte], dealt);
		to = from;
		from = dealt;
	}
	if (from != places)
		memcpy(places, from, count * sizeof(*places));
	free(spare);
	free(have);
}
