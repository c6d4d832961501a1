#include "src/order.h"

#include <stdlib.h>

#include "src/base/mem.h"

static int compare_keys(const void *a, const void *b)
{
	uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;

	return (x > y) - (x < y);
}

void order_sort(uint64_t *keys, size_t count)
{
	size_t i = 1;

	while (i < count && keys[i - 1] <= keys[i])
		i++;
	if (i < count)
		qsort(keys, count, sizeof(*keys), compare_keys);
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
	size_t before = 0;

	for (unsigned value = 0; value < VALUES; value++) {
		size_t have = starts[value];

		starts[value] = before;
		before += have;
	}
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
