/*
 * Ordering numbered things by day, with the number for equal days: one
 * 64-bit key each, so that sorting needs no context.
 */
#ifndef NI_ORDER_H
#define NI_ORDER_H

#include "src/base/span.h"

/* The key of a thing, and the number of the thing that has a key. Any day, DAY_NONE too. */
static inline uint64_t order_key(int32_t day, uint32_t number)
{
	return (uint64_t)((uint32_t)day ^ 0x80000000u) << 32 | number;
}

static inline uint32_t order_number(uint64_t key)
{
	return (uint32_t)key;
}

/* Ascending; linear when they are sorted already, or when those with one upper half are. */
void order_sort(uint64_t *keys, size_t count);

/* A thing with a number, and the beginning of a text that orders it among those of equal rank. */
struct order_place {
	uint64_t key;  /* the rank in the upper half, the number in the lower */
	uint64_t text; /* order_text() */
};

/* The first eight bytes as a number, in the order of bytes. */
uint64_t order_text(struct span text);

/* By rank and text; equal ones stay in the order in which they are. Linear. */
void order_places(struct order_place *places, size_t count);

#endif
