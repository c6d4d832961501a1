/*
 * A hash index from keys to numbers that the caller keeps: it stores the number and 32 bits of
 * the key's hash, the caller compares. Keys may repeat; equal ones are found in no set order. Many
 *equal ones make it slow: a caller who may have them chains them, and keeps one entry for a chain.
 *
 *	size_t at = index_start(&index, hash);
 *	while (index_next(&index, hash, &at, &number)) if (... equal ...) ...
 */
#ifndef NI_INDEX_H
#define NI_INDEX_H

#include "src/base/span.h"

/*
 * A hint to the processor, which may do nothing. The empty statement is one with an effect: without
 * it gcc takes a function that only gives hints for one that does nothing, and leaves out the call.
 */
#ifdef __GNUC__
#define PREFETCH(address)                    \
	do {                                 \
		__builtin_prefetch(address); \
		__asm__ volatile("");        \
	} while (0)
#else
#define PREFETCH(address) ((void)(address))
#endif

struct index_slot {
	uint32_t number, tag; /* number INDEX_FREE: free */
};

struct index {
	struct index_slot *slots;
	size_t count, mask; /* mask + 1 slots, a power of two; slots NULL: empty */
};

#define INDEX_FREE UINT32_MAX

/* A 64-bit hash of bytes; seed chains several. */
uint64_t hash_bytes(struct span s, uint64_t seed);

/* Makes room for count entries in all, so that none moves until there are more. */
void index_reserve(struct index *index, size_t count);

/* Adds a number, not INDEX_FREE, under the hash of its key. */
void index_add(struct index *index, uint64_t hash, uint32_t number);

/* Where to begin to look for a hash; and whether there is another entry, which is *number, whose
 * key may be the one. Nothing may be added meanwhile. */
size_t index_start(const struct index *index, uint64_t hash);
bool index_next(const struct index *index, uint64_t hash, size_t *at, uint32_t *number);

/* Another number for the entry that index_next has just found and left at. */
void index_replace(struct index *index, size_t at, uint32_t number);

/* Gives back the slots; the index is empty then. */
void index_release(struct index *index);

/* Asks for the memory in which hash will be looked up, without waiting for it. */
static inline void index_prefetch(const struct index *index, uint64_t hash)
{
	if (index->slots)
		PREFETCH(&index->slots[(uint32_t)hash & index->mask]);
}

#endif
