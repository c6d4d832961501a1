/*
 * The parts of the search for twins: for src/twins*.c only.
 */
#ifndef NI_TWINS_PARTS_H
#define NI_TWINS_PARTS_H

#include "src/twins.h"

/* Whether the number is a lead's: those come after the contacts. */
static inline bool twins_is_lead(const struct twins *twins, uint32_t number)
{
	return number >= twins->network->contact_count;
}

/* Makes names, orgs, has_email and members. */
void twins_fold(struct twins *twins);

/* A column as it was written. */
struct span twins_text(const struct twins *twins, uint32_t number, enum contact_text column);

/* What a task works with. */
struct twin_task {
	const struct twins *twins;
	struct twin_list *found;
};

/* Adds the pair, unless both are leads or the stricter rules leave it out. The reason holds for it.
 */
void twins_add(const struct twin_task *task, uint32_t who, uint32_t like, enum twin_reason reason);

/* Things by which people are compared: the hash of each and a number that rises, in one key each.
 * Equal hashes come together once they are sorted, which needs less of the memory than an index. */
struct twin_keys {
	uint64_t *list;
	size_t count, cap;
	unsigned bits; /* of a number */
};

/* For numbers below most; keys that are there are forgotten. */
void twin_keys_start(struct twin_keys *keys, size_t most);
void twin_keys_add(struct twin_keys *keys, uint64_t hash, uint32_t number);
void twin_keys_release(struct twin_keys *keys);

/* Calls visit for each pair of numbers whose hashes are equal, the lower first; of a crowd, with
 * the first and each of the others. owners[number] is who has the thing (NULL: the number is),
 * which does not fall as numbers rise: what somebody has twice counts once. */
void twin_keys_pair(struct twin_keys *keys, const uint32_t *owners,
		    void (*visit)(void *context, uint32_t first, uint32_t second), void *context);

/* All pairs who share an email, a phone number or a name. */
void twins_share(const struct twin_task *task, enum twin_reason reason);

/* Those whose names are one edit apart, at share number k of count of the organisations. */
void twins_spell(const struct twin_task *task, size_t k, size_t count);

#endif
