#include "fmt/merge_renamed.h"

#include <stdlib.h>
#include <string.h>

#include "src/base/mem.h"

/* A row of the base that is gone, and who may be it. */
struct gone {
	struct merge_item item;
	uint32_t next; /* the next with the same cells */
};

/* Those with the same cells. */
struct group {
	uint32_t last, at[MERGE_SIDES]; /* at: the first for which this side has no row yet */
};

struct search {
	struct merge_rows *rows;
	const struct merge_order *columns;
	bool *matched[MERGE_SIDES]; /* for each row: its id is known elsewhere */
	size_t alone[MERGE_SIDES];  /* how many are not */
	struct arena arena;         /* has the keys of groups */
	struct merge_keys keys;
	struct group *groups;
	struct gone *gone;
	size_t group_cap, gone_count, gone_cap;
	struct buf key;
};

static void match(struct search *search, const struct merge_order *order)
{
	for (int side = 0; side < MERGE_SIDES; side++) {
		size_t count = search->rows->readers[side].file->ids.count;

		search->matched[side] = mem_resize(NULL, count + 1, sizeof(bool));
		memset(search->matched[side], 0, count + 1);
		search->alone[side] = count;
	}
	for (size_t i = 0; i < order->count; i++) {
		const uint32_t *at = order->list[i].at;

		for (int side = 0; side < MERGE_SIDES; side++) {
			bool others =
				at[MERGE_BASE] != MERGE_NONE ||
				(at[MERGE_OURS] != MERGE_NONE && at[MERGE_THEIRS] != MERGE_NONE);

			if (at[side] == MERGE_NONE || !others)
				continue;
			search->matched[side][at[side]] = true;
			search->alone[side]--;
		}
	}
}

static bool is_named(const struct search *search, size_t column, enum merge_side side,
		     const char *name)
{
	uint32_t at = search->columns->list[column].at[side];

	return at != MERGE_NONE && span_is(search->rows->readers[side].file->names.list[at], name);
}

static struct span cell_of(const struct search *search, size_t column, enum merge_side side)
{
	return merge_cell(&search->rows->readers[side].cells,
			  search->columns->list[column].at[side]);
}

static bool has_id(const struct search *search, enum merge_side side)
{
	for (size_t i = 0; i < search->columns->count; i++)
		if (is_named(search, i, side, "id"))
			return cell_of(search, i, side).n > 0;
	return false;
}

static bool all_have(const struct merge_item *column)
{
	return column->at[MERGE_BASE] != MERGE_NONE && column->at[MERGE_OURS] != MERGE_NONE &&
	       column->at[MERGE_THEIRS] != MERGE_NONE;
}

/* All cells that a change of the id leaves as they are, with their lengths. */
static struct span make_key(struct search *search, enum merge_side side, uint32_t number)
{
	struct merge_item item = {.at = {MERGE_NONE, MERGE_NONE, MERGE_NONE}};
	bool given;

	item.at[side] = number;
	merge_rows_look(search->rows, &item);
	merge_rows_parse(search->rows);
	given = has_id(search, side);
	search->key.n = 0;
	buf_add_char(&search->key, given ? 'i' : 'n');
	for (size_t i = 0; i < search->columns->count; i++) {
		if (!all_have(&search->columns->list[i]) || is_named(search, i, side, "id") ||
		    (!given && is_named(search, i, side, "name")))
			continue;
		buf_add_format(&search->key, "%zu:", cell_of(search, i, side).n);
		buf_add_span(&search->key, cell_of(search, i, side));
	}
	return buf_span(&search->key);
}

static void add_gone(struct search *search, uint32_t number)
{
	struct span key = arena_copy(&search->arena, make_key(search, MERGE_BASE, number));
	struct merge_item item = {.at = {number, MERGE_NONE, MERGE_NONE}};
	uint32_t known = merge_keys_add(&search->keys, key), added = (uint32_t)search->gone_count;

	search->gone = mem_grow(search->gone, &search->gone_cap, search->gone_count + 1,
				sizeof(*search->gone));
	search->gone[search->gone_count++] = (struct gone){.item = item, .next = MERGE_NONE};
	if (known != MERGE_NONE) {
		search->gone[search->groups[known].last].next = added;
		search->groups[known].last = added;
		return;
	}
	search->groups = mem_grow(search->groups, &search->group_cap, search->keys.count,
				  sizeof(*search->groups));
	search->groups[search->keys.count - 1] =
		(struct group){.last = added, .at = {added, added, added}};
}

static void add_side(struct search *search, enum merge_side side, uint32_t number)
{
	uint32_t known = merge_keys_find(&search->keys, make_key(search, side, number));
	uint32_t *at = known == MERGE_NONE ? NULL : &search->groups[known].at[side];

	if (at == NULL || *at == MERGE_NONE)
		return;
	search->gone[*at].item.at[side] = number;
	*at = search->gone[*at].next;
}

static void look_through(struct search *search, enum merge_side side)
{
	const struct merge_file *file = search->rows->readers[side].file;

	for (uint32_t i = 0; i < file->ids.count; i++) {
		if (search->matched[side][i] || file->lines[i].unknown)
			continue;
		if (side == MERGE_BASE)
			add_gone(search, i);
		else
			add_side(search, side, i);
	}
}

void merge_renamed_find(struct merge_rows *rows, const struct merge_order *columns,
			const struct merge_order *order, struct merge_order *renamed)
{
	struct search search = {.rows = rows, .columns = columns, .key = BUF_INIT};

	*renamed = (struct merge_order){0};
	match(&search, order);
	if (search.alone[MERGE_BASE] > 0 && search.alone[MERGE_OURS] > 0 &&
	    search.alone[MERGE_THEIRS] > 0)
		for (int side = 0; side < MERGE_SIDES; side++)
			look_through(&search, (enum merge_side)side);
	for (size_t i = 0; i < search.gone_count; i++)
		if (all_have(&search.gone[i].item))
			merge_order_add(renamed, &search.gone[i].item);
	for (int side = 0; side < MERGE_SIDES; side++)
		free(search.matched[side]);
	free(search.groups);
	free(search.gone);
	merge_keys_release(&search.keys);
	arena_release(&search.arena);
	buf_release(&search.key);
}
