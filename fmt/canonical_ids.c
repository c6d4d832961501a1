/* ni-fmt --ids: derived ids into their cells, so that a name may change and the id stays. */
#include <stdlib.h>

#include "fmt/canonical_parts.h"
#include "src/base/mem.h"
#include "src/base/utf8.h"

int canonical_ids_start(struct canonical_ids *ids, const struct csv *csv,
			const struct header *header)
{
	ids->id = header_find(header, "id");
	ids->name = header_find(header, "name");
	if (ids->name >= 0)
		return 0;
	diag_add(csv->diags, DIAG_ERROR, csv->lines.shown, csv->row.line, 1,
		 "no column 'name' to make ids of");
	return -1;
}

/* Which row before this one has the id: its place in the list, or INDEX_FREE. */
static uint32_t find(const struct canonical_ids *ids, struct span id, uint64_t hash)
{
	size_t at = index_start(&ids->index, hash);
	uint32_t number;

	while (index_next(&ids->index, hash, &at, &number))
		if (span_eq(ids->list[number], id))
			return number;
	return INDEX_FREE;
}

static void add(struct canonical_ids *ids, struct span id, uint64_t hash, uint32_t line)
{
	ids->list = mem_grow(ids->list, &ids->list_cap, ids->count + 1, sizeof(*ids->list));
	ids->lines = mem_grow(ids->lines, &ids->lines_cap, ids->count + 1, sizeof(*ids->lines));
	ids->list[ids->count] = id;
	ids->lines[ids->count] = line;
	index_add(&ids->index, hash, (uint32_t)ids->count++);
}

static struct span derive(struct canonical_ids *ids, const struct csv *csv)
{
	struct span name = header_cell(&csv->row, ids->name);
	struct span id = utf8_derive_id(&ids->arena, name);

	if (id.n == 0)
		header_expected(csv, ids->name, "name",
				name.n > 0 ? "a letter or number to make an id of, or an id"
					   : "a name");
	return id;
}

struct span canonical_ids_take(struct canonical_ids *ids, const struct csv *csv)
{
	struct span given = header_cell(&csv->row, ids->id), id;
	uint32_t first;
	uint64_t hash;

	id = given.n > 0 ? utf8_nfc(&ids->arena, arena_copy(&ids->arena, given)) : derive(ids, csv);
	if (id.n == 0)
		return id;
	hash = hash_bytes(id, 0);
	first = find(ids, id, hash);
	if (first == INDEX_FREE) {
		add(ids, id, hash, csv->row.line);
		return id;
	}
	diag_add(csv->diags, DIAG_ERROR, csv->lines.shown, csv->row.line, 1,
		 given.n > 0 ? "id '%.*s' is that of line %u too"
			     : "id '%.*s', made from the name, is that of line %u too: give one of "
			       "the two an id",
		 SPAN_ARG(id), ids->lines[first]);
	return SPAN_NONE;
}

void canonical_ids_release(struct canonical_ids *ids)
{
	free(ids->list);
	free(ids->lines);
	index_release(&ids->index);
	arena_release(&ids->arena);
}
