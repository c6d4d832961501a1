#include "src/due_change.h"

#include <stdlib.h>

#include "src/base/mem.h"
#include "src/index.h"
#include "src/order.h"

/* What is needed to look rows and people up. */
struct comparison {
	struct due_changes *changes;
	const struct span *ids;
	size_t count;
	struct index people; /* places in ids */
};

/* Whom a row speaks of beside the one whose it is: the only other thing that tells rows apart. */
static struct span subject_of(const struct due *due, const struct action *action)
{
	return action->about == ABOUT_CONTACT ? network_text(due->network, action->subject, TEXT_ID)
					      : SPAN_NONE;
}

static uint64_t hash_row(const struct due *due, const struct action *action)
{
	uint64_t hash = hash_bytes(action->id, action->kind);

	hash = hash_bytes(due->files[action->file], hash);
	return hash_bytes(subject_of(due, action), hash + due_line(due, action));
}

static bool is_same(const struct due *a, const struct action *x, const struct due *b,
		    const struct action *y)
{
	return x->kind == y->kind && span_eq(x->id, y->id) && due_line(a, x) == due_line(b, y) &&
	       span_eq(a->files[x->file], b->files[y->file]) &&
	       span_eq(subject_of(a, x), subject_of(b, y));
}

static void index_rows(struct index *index, const struct due *due)
{
	index_reserve(index, due->count);
	for (size_t i = 0; i < due->count; i++)
		index_add(index, hash_row(due, due->sorted[i]), (uint32_t)i);
}

/* The row of due, whose rows are in the index, that is action of other; or NULL. */
static const struct action *find_row(const struct index *index, const struct due *due,
				     const struct due *other, const struct action *action)
{
	uint64_t hash = hash_row(other, action);
	size_t at = index_start(index, hash);
	uint32_t number;

	while (index_next(index, hash, &at, &number))
		if (is_same(due, due->sorted[number], other, action))
			return due->sorted[number];
	return NULL;
}

static size_t find_person(const struct comparison *c, struct span id)
{
	uint64_t hash = hash_bytes(id, 0);
	size_t at = index_start(&c->people, hash);
	uint32_t number;

	while (index_next(&c->people, hash, &at, &number))
		if (span_eq(c->ids[number], id))
			return number;
	return c->count;
}

static void add(struct comparison *c, enum change_kind kind, size_t person,
		const struct action *action)
{
	struct due_changes *changes = c->changes;

	changes->list =
		mem_grow(changes->list, &changes->cap, changes->count + 1, sizeof(*changes->list));
	changes->list[changes->count++] = (struct change){kind, person, action};
}

/* Rows that wait for the time when nothing else is to be done, and had not come to it yet. */
static bool is_asleep(const struct due *due, const struct action *action)
{
	return (action->kind == ACTION_KEEP_IN_TOUCH || action->kind == ACTION_RESUME) &&
	       action->shown > due->options.today;
}

static void find_closed(struct comparison *c, const struct due *before, const struct due *after)
{
	struct index rows = {0};

	index_rows(&rows, after);
	for (size_t i = 0; i < before->count; i++) {
		const struct action *action = before->sorted[i];

		if (!is_asleep(before, action) && !find_row(&rows, after, before, action))
			add(c, CHANGE_CLOSED, find_person(c, action->id), action);
	}
	index_release(&rows);
}

static void find_next(struct comparison *c, const struct due *before, const struct due *after)
{
	bool *has = mem_resize(NULL, c->count, sizeof(*has));
	struct index rows = {0};

	memset(has, 0, c->count * sizeof(*has));
	index_rows(&rows, before);
	for (size_t i = 0; i < after->count; i++) {
		const struct action *action = after->sorted[i], *old;
		size_t person = find_person(c, action->id);

		if (person < c->count) {
			has[person] = true;
		} else {
			old = find_row(&rows, before, after, action);
			if (is_asleep(after, action) || (old && old->due == action->due))
				continue;
		}
		add(c, CHANGE_NEXT, person, action);
	}
	for (size_t i = 0; i < c->count; i++)
		if (!has[i])
			add(c, CHANGE_NONE, i, NULL);
	index_release(&rows);
	free(has);
}

/* By person and kind; otherwise as they came. */
static void sort_changes(struct due_changes *changes)
{
	struct change *sorted = mem_resize(NULL, changes->count, sizeof(*sorted));
	uint64_t *keys = mem_resize(NULL, changes->count, sizeof(*keys));

	for (size_t i = 0; i < changes->count; i++)
		keys[i] =
			(uint64_t)(changes->list[i].person << 2 | changes->list[i].kind) << 32 | i;
	order_sort(keys, changes->count);
	for (size_t i = 0; i < changes->count; i++)
		sorted[i] = changes->list[order_number(keys[i])];
	free(changes->list);
	free(keys);
	changes->list = sorted;
	changes->cap = changes->count;
}

void due_change_find(struct due_changes *changes, const struct due *before, const struct due *after,
		     const struct span *ids, size_t count)
{
	struct comparison c = {.changes = changes, .ids = ids, .count = count};

	for (size_t i = 0; i < count; i++)
		index_add(&c.people, hash_bytes(ids[i], 0), (uint32_t)i);
	find_closed(&c, before, after);
	find_next(&c, before, after);
	sort_changes(changes);
	index_release(&c.people);
}

void due_change_release(struct due_changes *changes)
{
	free(changes->list);
	*changes = (struct due_changes){0};
}
