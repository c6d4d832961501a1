#include "src/alternatives.h"

#include <stdlib.h>

#include "src/base/mem.h"
#include "src/base/utf8.h"

/*
 * The first unasked contact of each folded value of one column. Few values are written in more than
 * one way, and folding costs much: so that each way is folded once, they have an index too.
 */
struct first {
	enum contact_text column;
	struct index written, index;
	struct span *folded; /* by contact; only those that are in an index */
};

struct alternatives {
	struct arena arena;
	struct first org, field;
};

/* The first unasked contact whose value is written like this. */
static uint32_t find_written(const struct first *first, const struct network *network,
			     struct span text)
{
	uint64_t hash = hash_bytes(text, 0);
	size_t at = index_start(&first->written, hash);
	uint32_t contact;

	while (index_next(&first->written, hash, &at, &contact))
		if (span_eq(network_text(network, contact, first->column), text))
			return contact;
	return CONTACT_NONE;
}

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
	struct span text = network_text(network, contact, first->column), folded;

	if (text.n == 0 || find_written(first, network, text) != CONTACT_NONE)
		return;
	folded = first->folded[contact] = utf8_fold(arena, text);
	index_add(&first->written, hash_bytes(text, 0), contact);
	if (folded.n > 0 && find(first, folded) == CONTACT_NONE)
		index_add(&first->index, hash_bytes(folded, 0), contact);
}

void alternatives_make(struct due *due)
{
	const struct network *network = due->network;
	struct alternatives *made;
	size_t size = sizeof(struct span);

	if (due->alternatives)
		return;
	made = due->alternatives = mem_resize(NULL, 1, sizeof(*made));
	*made = (struct alternatives){.org = {.column = TEXT_ORG}, .field = {.column = TEXT_FIELD}};
	made->org.folded = mem_resize(NULL, network->contact_count, size);
	made->field.folded = mem_resize(NULL, network->contact_count, size);
	for (uint32_t i = 0; i < network->contact_count; i++) {
		if (!(due->marks[i] & DUE_UNASKED))
			continue;
		note_first(&made->org, network, i, &made->arena);
		note_first(&made->field, network, i, &made->arena);
	}
}

static uint32_t find_like(const struct first *first, const struct network *network,
			  uint32_t contact)
{
	struct span text = network_text(network, contact, first->column), folded;
	struct arena arena = {0};
	uint32_t like;

	if (text.n == 0)
		return CONTACT_NONE;
	like = find_written(first, network, text);
	folded = like != CONTACT_NONE ? first->folded[like] : utf8_fold(&arena, text);
	like = folded.n > 0 ? find(first, folded) : CONTACT_NONE;
	arena_release(&arena);
	return like;
}

uint32_t alternatives_find(struct due *due, uint32_t contact)
{
	uint32_t other;

	alternatives_make(due);
	other = find_like(&due->alternatives->org, due->network, contact);
	if (other != CONTACT_NONE)
		return other;
	return find_like(&due->alternatives->field, due->network, contact);
}

void alternatives_free(struct alternatives *made)
{
	if (!made)
		return;
	index_release(&made->org.written);
	index_release(&made->field.written);
	index_release(&made->org.index);
	index_release(&made->field.index);
	free(made->org.folded);
	free(made->field.folded);
	arena_release(&made->arena);
	free(made);
}
