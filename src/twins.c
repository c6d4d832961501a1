#include "src/twins.h"

#include <stdlib.h>

#include "src/base/mem.h"
#include "src/base/utf8.h"
#include "src/twins_parts.h"

/* Shorter names are too often one letter apart for a warning: Li Na and Li Ma. */
#define SPELLING_LEAST 6 /* code points */

static bool is_long_enough(struct span name)
{
	size_t points = 0;

	for (size_t at = 0; at < name.n && points < SPELLING_LEAST; points++)
		(void)utf8_next(name, &at);
	return points >= SPELLING_LEAST;
}

/* That both have emails is enough for these to differ: who shares one with somebody is warned of
 * for that, with this one or another. */
static bool is_likely(const struct twins *twins, uint32_t a, uint32_t b, enum twin_reason reason)
{
	bool emails_differ = twins->has_email[a] && twins->has_email[b];
	uint32_t org = twins->orgs[a], other = twins->orgs[b];

	switch (reason) {
	case TWIN_NAME:
		return !emails_differ || org == other || org == 0 || other == 0;
	case TWIN_SPELLING:
		return !emails_differ && is_long_enough(twins->names[a]) &&
		       is_long_enough(twins->names[b]);
	case TWIN_EMAIL:
	case TWIN_PHONE:
	default:
		return true;
	}
}

void twins_add(const struct twin_task *task, uint32_t who, uint32_t like, enum twin_reason reason)
{
	const struct twins *twins = task->twins;
	struct twin_list *found = task->found;

	if (twins_is_lead(twins, like) || (twins->likely && !is_likely(twins, who, like, reason)))
		return;
	found->list = mem_grow(found->list, &found->cap, found->count + 1, sizeof(*found->list));
	found->list[found->count++] = (struct twin){who, like, reason};
}

void twins_task(const struct twins *twins, size_t task, size_t tasks, struct twin_list *found)
{
	const struct twin_task context = {twins, found};

	if (task < TWIN_SPELLING)
		twins_share(&context, (enum twin_reason)task);
	else
		twins_spell(&context, task - TWIN_SPELLING, tasks - TWIN_SPELLING);
}

static int by_like(const void *a, const void *b)
{
	const struct twin *x = a, *y = b;

	if (x->like != y->like)
		return x->like < y->like ? -1 : 1;
	return (int)x->reason - (int)y->reason;
}

int twin_order(const void *a, const void *b)
{
	const struct twin *x = a, *y = b;

	if (x->who != y->who)
		return x->who < y->who ? -1 : 1;
	return x->reason != y->reason ? (int)x->reason - (int)y->reason : by_like(a, b);
}

/* Of one person's: each pair once, with its first reason; in order. Returns how many are left. */
static size_t tidy(struct twin *found, size_t count, bool one)
{
	size_t kept = 0;

	if (count > 1)
		qsort(found, count, sizeof(*found), by_like);
	for (size_t i = 0; i < count; i++)
		if (i == 0 || found[i].like != found[i - 1].like)
			found[kept++] = found[i];
	if (kept > 1)
		qsort(found, kept, sizeof(*found), twin_order);
	return one && kept > 1 ? 1 : kept;
}

/* By who; the pairs of each have their place, so that none are compared. ends[who] is where theirs
 * end, from then on. */
static struct twin *put_together(struct twin_list *lists, size_t lists_count, size_t *ends,
				 size_t people)
{
	struct twin *all;

	for (size_t k = 0; k < lists_count; k++)
		for (size_t i = 0; i < lists[k].count; i++)
			ends[lists[k].list[i].who + 1]++;
	for (size_t who = 0; who < people; who++)
		ends[who + 1] += ends[who];
	all = mem_resize(NULL, ends[people], sizeof(*all));
	for (size_t k = 0; k < lists_count; k++) {
		for (size_t i = 0; i < lists[k].count; i++)
			all[ends[lists[k].list[i].who]++] = lists[k].list[i];
		free(lists[k].list);
		lists[k] = (struct twin_list){0};
	}
	return all;
}

struct twin *twins_end(struct twins *twins, struct twin_list *lists, size_t lists_count,
		       size_t *count)
{
	size_t *ends = arena_array(&twins->arena, twins->people + 1, sizeof(*ends));
	struct twin *all = put_together(lists, lists_count, ends, twins->people);
	size_t start = 0, kept = 0;

	for (size_t who = 0; who < twins->people; start = ends[who++]) {
		size_t left = tidy(all + start, ends[who] - start, twins->likely);

		if (kept < start)
			memmove(all + kept, all + start, left * sizeof(*all));
		kept += left;
	}
	*count = kept;
	arena_release(&twins->arena);
	*twins = (struct twins){0};
	return all;
}

void twins_begin(struct twins *twins, const struct network *network, const struct leads *leads,
		 bool likely)
{
	*twins = (struct twins){.network = network, .leads = leads, .likely = likely};
	twins->people = network->contact_count + (leads ? leads->count : 0);
	twins_fold(twins);
}

struct twin *twins_find(const struct network *network, const struct leads *leads, bool likely,
			size_t *count)
{
	struct twins twins;
	struct twin_list found = {0};

	twins_begin(&twins, network, leads, likely);
	for (size_t task = 0; task < TWINS_TASKS_LEAST; task++)
		twins_task(&twins, task, TWINS_TASKS_LEAST, &found);
	return twins_end(&twins, &found, 1, count);
}
