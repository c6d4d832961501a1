/* Who is compared, and what of them, folded. */
#include <stdlib.h>

#include "src/base/mem.h"
#include "src/base/utf8.h"
#include "src/order.h"
#include "src/twins_parts.h"

struct span twins_text(const struct twins *twins, uint32_t number, enum contact_text column)
{
	const struct lead *lead;

	if (!twins_is_lead(twins, number))
		return network_text(twins->network, number, column);
	lead = &twins->leads->list[number - twins->network->contact_count];
	switch (column) {
	case TEXT_NAME:
		return lead->name;
	case TEXT_ORG:
		return lead->org;
	case TEXT_EMAIL:
		return lead->email;
	case TEXT_PHONE:
		return lead->phone;
	default:
		return SPAN_NONE;
	}
}

/*
 * The organisations as they are written, which few are in several ways: each is folded once. The
 * number of one is that of the first way; the empty one is number 0.
 */
struct orgs {
	struct index written, folded;
	struct org {
		struct span written, folded;
		uint32_t number;
	} * list;
	size_t count, cap;
	struct arena *arena;
};

static uint32_t add_org(struct orgs *orgs, struct span text)
{
	uint32_t i = (uint32_t)orgs->count++;

	orgs->list = mem_grow(orgs->list, &orgs->cap, orgs->count, sizeof(*orgs->list));
	orgs->list[i] = (struct org){text, utf8_fold(orgs->arena, text), i};
	return i;
}

/* Which way of writing it is that; 0 if it is none yet. */
static uint32_t find_written(const struct orgs *orgs, struct span text, uint64_t hash)
{
	size_t at = index_start(&orgs->written, hash);
	uint32_t i;

	while (index_next(&orgs->written, hash, &at, &i))
		if (span_eq(orgs->list[i].written, text))
			return i;
	return 0;
}

/* The number of the organisation that is written in way i, a new one. */
static uint32_t number_folded(struct orgs *orgs, uint32_t i)
{
	struct span folded = orgs->list[i].folded;
	uint64_t hash = hash_bytes(folded, 0);
	size_t at = index_start(&orgs->folded, hash);
	uint32_t same;

	if (folded.n == 0)
		return 0;
	while (index_next(&orgs->folded, hash, &at, &same))
		if (span_eq(orgs->list[same].folded, folded))
			return same;
	index_add(&orgs->folded, hash, i);
	return i;
}

static uint32_t number_of(struct orgs *orgs, struct span text)
{
	uint64_t hash = hash_bytes(text, 0);
	uint32_t i;

	if (text.n == 0)
		return 0;
	i = find_written(orgs, text, hash);
	if (i == 0) {
		i = add_org(orgs, text);
		orgs->list[i].number = number_folded(orgs, i);
		index_add(&orgs->written, hash, i);
	}
	return orgs->list[i].number;
}

static bool has_email(struct span emails)
{
	struct span one;

	while (span_cut(&emails, ';', &one))
		if (span_trim(one).n > 0)
			return true;
	return false;
}

static void gather_members(struct twins *twins)
{
	twins->members = arena_array(&twins->arena, twins->people, sizeof(*twins->members));
	for (uint32_t i = 0; i < twins->people; i++)
		if (twins->orgs[i] != 0 && twins->names[i].n > 0)
			twins->members[twins->member_count++] = (uint64_t)twins->orgs[i] << 32 | i;
	order_sort(twins->members, twins->member_count);
}

void twins_fold(struct twins *twins)
{
	struct orgs orgs = {.arena = &twins->arena};

	twins->names = arena_array(&twins->arena, twins->people, sizeof(*twins->names));
	twins->orgs = arena_array(&twins->arena, twins->people, sizeof(*twins->orgs));
	twins->has_email = arena_array(&twins->arena, twins->people, sizeof(*twins->has_email));
	(void)add_org(&orgs, SPAN_NONE);
	for (uint32_t i = 0; i < twins->people; i++) {
		twins->names[i] = utf8_fold(&twins->arena, twins_text(twins, i, TEXT_NAME));
		twins->orgs[i] = number_of(&orgs, twins_text(twins, i, TEXT_ORG));
		twins->has_email[i] = has_email(twins_text(twins, i, TEXT_EMAIL));
	}
	gather_members(twins);
	index_release(&orgs.written);
	index_release(&orgs.folded);
	free(orgs.list);
}
