/*
 * People at one organisation whose names are one edit apart.
 *
 * Such names become equal when the right letter is left out of the longer one, or of both: so the
 * people of a large organisation are looked up by their names and by all that is left of these when
 * one letter is missing. Those of a small one are compared with each other.
 */
#include <stdlib.h>

#include "src/base/mem.h"
#include "src/order.h"
#include "src/suggest.h"
#include "src/twins_parts.h"

#define HASH_BASE 0x9e3779b97f4a7c15u

struct speller {
	const struct twin_task *task;
	const uint64_t *here; /* members of the organisation that is looked at */
	struct twin_keys keys;
	uint64_t *starts; /* hashes of the beginnings of a name */
	size_t start_cap;
};

static struct span name_of(const struct speller *speller, size_t member)
{
	return speller->task->twins->names[order_number(speller->here[member])];
}

static void compare(void *context, uint32_t first, uint32_t second)
{
	struct speller *speller = context;

	if (span_one_edit(name_of(speller, first), name_of(speller, second)))
		twins_add(speller->task, order_number(speller->here[second]),
			  order_number(speller->here[first]), TWIN_SPELLING);
}

static uint64_t mix(uint64_t hash)
{
	hash = (hash ^ hash >> 32) * 0xd6e8feb86659fd93u;
	return hash ^ hash >> 32;
}

static uint64_t add_byte(uint64_t hash, char c)
{
	return hash * HASH_BASE + (unsigned char)c + 1;
}

/* hash_bytes() of each would do, but read the name once for each of its letters: this is a
 * polynomial, of which parts can be put together. */
static void add_keys(struct speller *speller, struct span name, uint32_t member)
{
	uint64_t *starts, power = 1, rest = 0;
	size_t end = name.n;

	speller->starts = mem_grow(speller->starts, &speller->start_cap, name.n + 1,
				   sizeof(*speller->starts));
	starts = speller->starts;
	starts[0] = 0;
	for (size_t i = 0; i < name.n; i++)
		starts[i + 1] = add_byte(starts[i], name.p[i]);
	twin_keys_add(&speller->keys, mix(starts[name.n]), member);
	for (size_t i = name.n; i > 0; i--) {
		if (((unsigned char)name.p[i - 1] & 0xC0) == 0x80)
			continue;
		twin_keys_add(&speller->keys, mix(starts[i - 1] * power + rest), member);
		for (; end >= i; end--, power *= HASH_BASE)
			rest += power * ((unsigned char)name.p[end - 1] + 1u);
	}
}

static void compare_large(struct speller *speller, size_t count)
{
	twin_keys_start(&speller->keys, count);
	for (uint32_t i = 0; i < count; i++)
		add_keys(speller, name_of(speller, i), i);
	twin_keys_pair(&speller->keys, NULL, compare, speller);
}

static void compare_small(struct speller *speller, size_t count)
{
	for (uint32_t i = 0; i < count; i++)
		for (uint32_t k = i + 1; k < count; k++)
			compare(speller, i, k);
}

/* The end of the organisation to which the member before `at` belongs. */
static size_t end_of_org(const struct twins *twins, size_t at)
{
	size_t end = at;

	while (end > 0 && end < twins->member_count &&
	       twins->members[end] >> 32 == twins->members[end - 1] >> 32)
		end++;
	return end;
}

/* Where a share of the members begins: never within an organisation. */
static size_t share_start(const struct twins *twins, size_t k, size_t count)
{
	size_t all = twins->member_count;

	return end_of_org(twins, all / count * k + all % count * k / count);
}

void twins_spell(const struct twin_task *task, size_t k, size_t count)
{
	struct speller speller = {.task = task};
	size_t last = share_start(task->twins, k + 1, count), end;

	for (size_t start = share_start(task->twins, k, count); start < last; start = end) {
		end = end_of_org(task->twins, start + 1);
		speller.here = task->twins->members + start;
		if (end - start <= TWINS_CROWD)
			compare_small(&speller, end - start);
		else
			compare_large(&speller, end - start);
	}
	twin_keys_release(&speller.keys);
	free(speller.starts);
}
