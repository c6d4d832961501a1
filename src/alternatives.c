#include "src/alternatives.h"

#include <stdlib.h>

#include "src/base/mem.h"
#include "src/base/utf8.h"

/* The first unasked contact of each folded value of one column. */
struct first {
	enum contact_text column;
	struct index index;
	struct span *folded; /* by contact; only those that are in the index */
};

struct alternatives {
	struct arena arena;
	struct first org, field;
};

static uint32_t find(const struct first *first, struct span folded)
{
	uint64_t hash = hash_bytes(folded, 0);
	size_t at = index_start(&first->index, hash);
	uint32_t contact;

	while (index_next(&first->index, hash, &at, &contact))
		if (span_eq(first->folded[contact], folded))
			return contact;
	return CONTACT_NONE;
}

static void note_first(struct first *first, const struct network *network, uint32_t contact,
		       struct arena *arena)
{
	struct span folded = utf8_fold(arena, network_text(network, contact, first->column));

	if (folded.n == 0 || find(first, folded) != CONTACT_NONE)
		return;
	first->folded[contact] = folded;
	index_add(&first->index, hash_bytes(folded, 0), contact);
}

static struct alternatives *make(const struct due *due)
{
	const struct network *network = due->network;
	struct alternatives *made = mem_resize(NULL, 1, sizeof(*made));
	size_t size = sizeof(struct span);

	*made = (struct alternatives){.org = {.column = TEXT_ORG}, .field = {.column = TEXT_FIELD}};
	made->org.folded = mem_resize(NULL, network->contact_count, size);
	made->field.folded = mem_resize(NULL, network->contact_count, size);
	for (uint32_t i = 0; i < network->contact_count; i++) {
		if (!(due->marks[i] & DUE_UNASKED))
			continue;
		note_first(&made->org, network, i, &made->arena);
		note_first(&made->field, network, i, &made->arena);
	}
	return made;
}

static uint32_t find_like(struct alternatives *made, const struct first *first,
			  const struct network *network, uint32_t contact)
{
	struct span folded = utf8_fold(&made->arena, network_text(network, contact, first->column));

	return folded.n > 0 ? find(first, folded) : CONTACT_NONE;
}

uint32_t alternatives_find(struct due *due, uint32_t contact)
{
	uint32_t other;

	if (!due->alternatives)
		due->alternatives = make(due);
	other = find_like(due->alternatives, &due->alternatives->org, due->network, contact);
	if (other != CONTACT_NONE)
		return other;
	return find_like(due->alternatives, &due->alternatives->field, due->network, contact);
}

void alternatives_free(struct alternatives *made)
{
	if (!made)
		return;
	index_release(&made->org.index);
	index_release(&made->field.index);
	free(made->org.folded);
	free(made->field.folded);
	arena_release(&made->arena);
	free(made);
}
