#include "src/merge.h"

#include <stdlib.h>

#include "src/base/mem.h"

static uint32_t find(const struct merge_keys *keys, struct span key, uint64_t hash)
{
	size_t at = index_start(&keys->index, hash);
	uint32_t number;

	while (index_next(&keys->index, hash, &at, &number))
		if (span_eq(keys->list[number], key))
			return number;
	return MERGE_NONE;
}

uint32_t merge_keys_add(struct merge_keys *keys, struct span key)
{
	uint64_t hash = hash_bytes(key, 0);
	uint32_t known = find(keys, key, hash);

	if (known != MERGE_NONE)
		return known;
	keys->list = mem_grow(keys->list, &keys->cap, keys->count + 1, sizeof(*keys->list));
	keys->list[keys->count] = key;
	index_add(&keys->index, hash, (uint32_t)keys->count++);
	return MERGE_NONE;
}

uint32_t merge_keys_find(const struct merge_keys *keys, struct span key)
{
	return find(keys, key, hash_bytes(key, 0));
}

void merge_keys_release(struct merge_keys *keys)
{
	free(keys->list);
	index_release(&keys->index);
	*keys = (struct merge_keys){0};
}

/* A key's number in other; most often the one behind the last that was found. */
static uint32_t find_near(const struct merge_keys *other, struct span key, uint32_t near)
{
	if (near < other->count && span_eq(other->list[near], key))
		return near;
	return merge_keys_find(other, key);
}

/* For each key its number in other, or MERGE_NONE; to be freed. */
static uint32_t *find_all(const struct merge_keys *keys, const struct merge_keys *other)
{
	uint32_t *numbers = mem_resize(NULL, keys->count, sizeof(*numbers)), near = 0;

	for (size_t i = 0; i < keys->count; i++) {
		numbers[i] = find_near(other, keys->list[i], near);
		if (numbers[i] != MERGE_NONE)
			near = numbers[i] + 1;
	}
	return numbers;
}

/* Whether what the base has too stands in another order. */
static bool has_moved(const uint32_t *in_base, size_t count)
{
	uint32_t least = 0;

	for (size_t i = 0; i < count; i++) {
		if (in_base[i] == MERGE_NONE)
			continue;
		if (in_base[i] < least)
			return true;
		least = in_base[i];
	}
	return false;
}

/* A side while the order is made. */
struct side {
	const struct merge_keys *keys;
	enum merge_side name;
	uint32_t *base, *other; /* for each key its number there */
};

void merge_order_add(struct merge_order *order, const struct merge_item *item)
{
	order->list = mem_grow(order->list, &order->cap, order->count + 1, sizeof(*order->list));
	order->list[order->count++] = *item;
}

static void add_item(struct merge_order *order, const struct side *side, size_t number)
{
	struct merge_item item = {.at = {MERGE_NONE, MERGE_NONE, MERGE_NONE}};

	item.at[MERGE_BASE] = side->base[number];
	item.at[side->name] = (uint32_t)number;
	item.at[MERGE_OURS + MERGE_THEIRS - side->name] = side->other[number];
	merge_order_add(order, &item);
}

static bool is_alone(const struct side *side, size_t number)
{
	return number < side->keys->count && side->other[number] == MERGE_NONE;
}

/* What only this side has, from number on. */
static void add_run(struct merge_order *order, const struct side *side, size_t number)
{
	for (; is_alone(side, number); number++)
		add_item(order, side, number);
}

/* What stands between two that both sides have, from these numbers on. */
static void add_runs(struct merge_order *order, const struct side *leader, size_t number,
		     const struct side *follower, size_t follower_number)
{
	bool second =
		is_alone(leader, number) && is_alone(follower, follower_number) &&
		span_cmp(leader->keys->list[number], follower->keys->list[follower_number]) > 0;

	if (second)
		add_run(order, follower, follower_number);
	add_run(order, leader, number);
	if (!second)
		add_run(order, follower, follower_number);
}

static void add_all(struct merge_order *order, const struct side *leader,
		    const struct side *follower)
{
	add_runs(order, leader, 0, follower, 0);
	for (size_t i = 0; i < leader->keys->count; i++) {
		if (is_alone(leader, i))
			continue;
		add_item(order, leader, i);
		add_runs(order, leader, i + 1, follower, (size_t)leader->other[i] + 1);
	}
}

static struct side look(const struct merge_keys *keys, enum merge_side name)
{
	enum merge_side other = MERGE_OURS + MERGE_THEIRS - name;

	return (struct side){.keys = &keys[name],
			     .name = name,
			     .base = find_all(&keys[name], &keys[MERGE_BASE]),
			     .other = find_all(&keys[name], &keys[other])};
}

static void join(struct side *ours, struct side *theirs, const struct merge_item *renamed)
{
	uint32_t our = renamed->at[MERGE_OURS], their = renamed->at[MERGE_THEIRS];

	ours->base[our] = theirs->base[their] = renamed->at[MERGE_BASE];
	ours->other[our] = their;
	theirs->other[their] = our;
}

void merge_order_make(struct merge_order *order, const struct merge_keys keys[MERGE_SIDES],
		      const struct merge_order *renamed)
{
	struct side ours = look(keys, MERGE_OURS), theirs = look(keys, MERGE_THEIRS);
	bool they_lead;

	for (size_t i = 0; renamed && i < renamed->count; i++)
		join(&ours, &theirs, &renamed->list[i]);
	they_lead = !has_moved(ours.base, ours.keys->count) &&
		    has_moved(theirs.base, theirs.keys->count);
	*order = (struct merge_order){0};
	add_all(order, they_lead ? &theirs : &ours, they_lead ? &ours : &theirs);
	free(ours.base);
	free(ours.other);
	free(theirs.base);
	free(theirs.other);
}

void merge_order_release(struct merge_order *order)
{
	free(order->list);
	*order = (struct merge_order){0};
}

static enum merge_side merge_one(const struct merge_item *column,
				 const struct merge_cells rows[MERGE_SIDES])
{
	struct span base = merge_cell(&rows[MERGE_BASE], column->at[MERGE_BASE]);
	struct span ours = merge_cell(&rows[MERGE_OURS], column->at[MERGE_OURS]);
	struct span theirs = merge_cell(&rows[MERGE_THEIRS], column->at[MERGE_THEIRS]);
	bool known = !rows[MERGE_BASE].unknown;

	if (span_eq(ours, theirs) || (known && span_eq(theirs, base)))
		return MERGE_OURS;
	return known && span_eq(ours, base) ? MERGE_THEIRS : MERGE_BASE;
}

static bool has_changed(const struct merge_order *columns, const struct merge_cells *base,
			const struct merge_cells *row, enum merge_side side)
{
	for (size_t i = 0; i < columns->count; i++)
		if (!span_eq(merge_cell(base, columns->list[i].at[MERGE_BASE]),
			     merge_cell(row, columns->list[i].at[side])))
			return true;
	return false;
}

/* A row that one side lacks. */
static enum merge_outcome merge_lone(const struct merge_order *columns,
				     const struct merge_cells rows[MERGE_SIDES],
				     enum merge_side side, enum merge_side *from)
{
	const struct merge_cells *base = &rows[MERGE_BASE];

	for (size_t i = 0; i < columns->count; i++)
		from[i] = side;
	if (!base->cells)
		return MERGE_KEEP;
	return base->unknown || has_changed(columns, base, &rows[side], side) ? MERGE_CONFLICT
									      : MERGE_DROP;
}

enum merge_outcome merge_cells(const struct merge_order *columns,
			       const struct merge_cells rows[MERGE_SIDES], enum merge_side *from)
{
	enum merge_outcome outcome = MERGE_KEEP;

	if (!rows[MERGE_OURS].cells || !rows[MERGE_THEIRS].cells)
		return merge_lone(columns, rows, rows[MERGE_OURS].cells ? MERGE_OURS : MERGE_THEIRS,
				  from);
	for (size_t i = 0; i < columns->count; i++) {
		from[i] = merge_one(&columns->list[i], rows);
		if (from[i] == MERGE_BASE)
			outcome = MERGE_CONFLICT;
	}
	return outcome;
}
