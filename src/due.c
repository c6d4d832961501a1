#include "src/due.h"

#include <stdlib.h>

#include "src/alternatives.h"
#include "src/base/mem.h"
#include "src/order.h"
#include "src/rules.h"

static const char *const names[ACTION_END] = {
	[ACTION_MEET] = "meet",
	[ACTION_REPLY] = "reply",
	[ACTION_THANK] = "thank",
	[ACTION_PREPARE] = "prepare",
	[ACTION_WRITE_UP] = "write-up",
	[ACTION_TASK] = "task",
	[ACTION_GET_PERMISSION] = "get-permission",
	[ACTION_REQUEST] = "request",
	[ACTION_FOLLOW_UP] = "follow-up",
	[ACTION_ADD_LEAD] = "add-lead",
	[ACTION_REPORT_BACK] = "report-back",
	[ACTION_MOVE_ON] = "move-on",
	[ACTION_KEEP_IN_TOUCH] = "keep-in-touch",
	[ACTION_RESUME] = "resume",
};

const char *action_name(enum action_kind kind)
{
	return names[kind];
}

enum action_kind action_parse(struct span name)
{
	for (int kind = ACTION_MEET; kind < ACTION_END; kind++)
		if (span_is(name, names[kind]))
			return (enum action_kind)kind;
	return 0;
}

int actions_parse(struct span list, uint32_t *kinds, struct span *unknown)
{
	*kinds = 0;
	while (span_item(&list, unknown)) {
		enum action_kind kind = action_parse(*unknown);
		if (kind == 0)
			return -1;
		*kinds |= ACTION_BIT(kind);
	}
	return 0;
}

bool due_lapsed(const struct due *due, enum action_kind kind, int32_t date)
{
	const uint32_t lapsing = ACTION_BIT(ACTION_THANK) | ACTION_BIT(ACTION_WRITE_UP) |
				 ACTION_BIT(ACTION_REPLY) | ACTION_BIT(ACTION_REPORT_BACK);
	struct duration after = due->network->settings.lapse_after;

	return (lapsing & ACTION_BIT(kind)) && !due->options.lapsed &&
	       date < date_subtract(due->options.today, after);
}

bool due_is_shown(const struct due *due, const struct action *action)
{
	if (due->options.all || action->shown <= due->options.today)
		return true;
	return action->due != DAY_NONE && action->due <= due->horizon;
}

void due_add(struct due *due, const struct action *action)
{
	struct action *added;

	if (!(due->options.kinds & ACTION_BIT(action->kind)) || !due_is_shown(due, action))
		return;
	due->list = mem_grow(due->list, &due->cap, due->count + 1, sizeof(*due->list));
	added = &due->list[due->count++];
	*added = *action;
	added->file = due->file_ranks[action->file];
	added->id = action->kind == ACTION_ADD_LEAD
			    ? due->leads->list[action->contact].id
			    : network_text(due->network, action->contact, TEXT_ID);
}

struct named_file {
	struct span name;
	uint32_t number;
};

static int compare_files(const void *a, const void *b)
{
	const struct named_file *x = a, *y = b;
	int order = span_cmp(x->name, y->name);

	return order != 0 ? order : (x->number > y->number) - (x->number < y->number);
}

/* So that anchors can be compared as numbers. */
static void rank_files(struct due *due)
{
	size_t count = due->network->file_count;
	struct named_file *sorted = mem_resize(NULL, count, sizeof(*sorted));

	due->files = mem_resize(NULL, count, sizeof(*due->files));
	due->file_ranks = mem_resize(NULL, count, sizeof(*due->file_ranks));
	for (size_t i = 0; i < count; i++)
		sorted[i] = (struct named_file){due->network->files[i], (uint32_t)i};
	qsort(sorted, count, sizeof(*sorted), compare_files);
	for (size_t i = 0; i < count; i++) {
		due->files[i] = sorted[i].name;
		due->file_ranks[sorted[i].number] = (uint32_t)i;
	}
	free(sorted);
}

uint32_t due_line(const struct due *due, const struct action *action)
{
	return action->about == ABOUT_EVENT ? due->network->events[action->subject].line
					    : action->line;
}

/* Two rows of the same date and kind. Events are numbered in the order of their lines. */
static int compare_actions(const void *a, const void *b)
{
	const struct action *x = *(struct action *const *)a, *y = *(struct action *const *)b;
	int order = span_cmp(x->id, y->id);

	if (order == 0)
		order = (x->file > y->file) - (x->file < y->file);
	if (order == 0)
		order = (x->line > y->line) - (x->line < y->line);
	return order != 0 ? order : (x->subject > y->subject) - (x->subject < y->subject);
}

/* Date and kind in one number; rows without a date come last. */
static uint64_t rank_of(const struct action *action)
{
	uint32_t date =
		action->due == DAY_NONE ? UINT32_MAX >> 4 : (uint32_t)(action->due - DAY_MIN);

	return (uint64_t)(date << 4 | action->kind) << 32;
}

static bool is_tie(const struct order_place *x, const struct order_place *y)
{
	return x->key >> 32 == y->key >> 32 && x->text == y->text;
}

/* First by date, kind and the beginning of the id, which lie together; what these leave open, by id
 * and anchor. */
static void sort_actions(struct due *due)
{
	struct order_place *places = mem_resize(NULL, due->count, sizeof(*places));
	size_t run;

	for (size_t i = 0; i < due->count; i++)
		places[i] = (struct order_place){rank_of(&due->list[i]) | (uint32_t)i,
						 order_text(due->list[i].id)};
	order_places(places, due->count);
	due->sorted = mem_resize(NULL, due->count, sizeof(struct action *));
	for (size_t i = 0; i < due->count; i++)
		due->sorted[i] = &due->list[order_number(places[i].key)];
	for (size_t i = 0; i < due->count; i += run) {
		for (run = 1; i + run < due->count && is_tie(&places[i], &places[i + run]);)
			run++;
		if (run > 1)
			qsort(due->sorted + i, run, sizeof(struct action *), compare_actions);
	}
	free(places);
}

void due_begin(struct due *due, const struct network *network, const struct leads *leads,
	       const struct due_options *options)
{
	*due = (struct due){.network = network, .leads = leads, .options = *options};
	due->horizon = date_add(options->today, options->within);
	due->marks = mem_resize(NULL, network->contact_count, 1);
	memset(due->marks, 0, network->contact_count);
	due->words = mem_resize(NULL, network->contact_count, sizeof(*due->words));
	rank_files(due);
	graph_people(&due->graph, network, leads);
	for (size_t i = 0; i < due->graph.found_count; i++)
		rules_report_meeting(due, &due->graph.found[i]);
}

void due_range(struct due *due, size_t first, size_t end)
{
	const struct graph *graph = &due->graph;
	size_t found = graph_found_from(graph, (uint32_t)first);
	struct rules rules;

	for (uint32_t i = (uint32_t)first; i < end; i++) {
		rules.referrer = CONTACT_NONE;
		if (found < graph->found_count && graph->found[found].who == i)
			rules.referrer = graph->found[found++].by;
		if (!due->network->contacts[i].left_out)
			rules_run(&rules, due, i);
	}
}

/* Of marks and words a rule writes the contact's own, and its referrer's. */
void due_branch(struct due *branch, const struct due *due, size_t people)
{
	size_t count = due->network->contact_count;

	*branch = *due;
	branch->count = 0;
	branch->cap = people; /* about as many as there will be: growing leaves memory behind */
	branch->list = mem_resize(NULL, people, sizeof(*branch->list));
	branch->marks = mem_resize(NULL, count, 1);
	memcpy(branch->marks, due->marks, count);
	branch->words = mem_resize(NULL, count, sizeof(*branch->words));
}

/* Actions are put in order later: the longer list stays where it is. */
static void take_list(struct due *due, struct due *branch)
{
	struct due *longer = due->count < branch->count ? branch : due;
	struct due *shorter = longer == due ? branch : due;
	size_t count = due->count + branch->count;
	struct action *list = longer->list;

	if (shorter->count > 0) {
		list = mem_resize(list, count, sizeof(*list));
		memcpy(list + longer->count, shorter->list, shorter->count * sizeof(*list));
	}
	free(shorter->list);
	due->list = list;
	due->count = due->cap = count;
}

void due_take(struct due *due, struct due *branch, size_t first, size_t end)
{
	for (size_t i = first; i < end; i++)
		due->marks[i] |= branch->marks[i] & DUE_UNASKED;
	take_list(due, branch);
	free(branch->marks);
	free(branch->words);
	*branch = (struct due){0};
}

void due_end(struct due *due)
{
	for (uint32_t i = 0; i < due->leads->count; i++)
		rules_lead(due, i);
	sort_actions(due);
}

void due_compute(struct due *due, const struct network *network, const struct leads *leads,
		 const struct due_options *options)
{
	due_begin(due, network, leads, options);
	due_range(due, 0, network->contact_count);
	due_end(due);
}

void due_prepare(struct due *due)
{
	for (size_t i = 0; i < due->count; i++)
		if (due->list[i].kind == ACTION_MOVE_ON)
			alternatives_make(due);
}

void due_release(struct due *due)
{
	alternatives_free(due->alternatives);
	graph_release(&due->graph);
	free(due->list);
	free(due->sorted);
	free(due->files);
	free(due->file_ranks);
	free(due->marks);
	free(due->words);
	*due = (struct due){0};
}
