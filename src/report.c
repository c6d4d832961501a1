/* The report as a whole: its items by day, its interviews by date. */
#include <stdlib.h>

#include "src/base/mem.h"
#include "src/report.h"
#include "src/report_parts.h"

int report_anchor(struct span anchor, struct span *file, uint32_t *line)
{
	size_t colon = anchor.n;

	while (colon > 0 && anchor.p[colon - 1] != ':')
		colon--;
	if (colon < 2)
		return -1;
	*file = span_of(anchor.p, colon - 1);
	if (span_is(*file, "-"))
		return -1;
	return span_number(span_skip(anchor, colon), 1, UINT32_MAX, line);
}

static void item_person(const struct due *due, const struct action *action,
			struct report_item *item)
{
	if (action->kind == ACTION_ADD_LEAD) {
		const struct lead *lead = &due->leads->list[action->contact];
		item->name = lead->name;
		item->org = lead->org;
	} else {
		item->name = network_text(due->network, action->contact, TEXT_NAME);
		item->org = network_text(due->network, action->contact, TEXT_ORG);
	}
	item->id = action->id;
}

size_t report_items_due(struct arena *arena, struct due *due, struct report_item **items)
{
	struct buf text = BUF_INIT;

	*items = arena_array(arena, due->count, sizeof(**items));
	for (size_t i = 0; i < due->count; i++) {
		const struct action *action = due->sorted[i];
		struct report_item *item = &(*items)[i];

		item->due = action->due;
		item->action = span_str(action_name((enum action_kind)action->kind));
		item_person(due, action, item);
		buf_clear(&text);
		due_reason(due, action, &text);
		item->reason = arena_copy(arena, buf_span(&text));
		buf_clear(&text);
		buf_add_anchor(&text, due->files[action->file], due_line(due, action));
		item->anchor = arena_copy(arena, buf_span(&text));
	}
	buf_release(&text);
	return due->count;
}

static enum report_group group_of(int32_t due, int32_t today)
{
	if (due == DAY_NONE)
		return REPORT_UNDATED;
	if (due < today)
		return REPORT_LATE;
	if (due == today)
		return REPORT_TODAY;
	return due - today <= REPORT_SOON_DAYS ? REPORT_SOON : REPORT_LATER;
}

static void group_items(struct report *report, const struct report_item *items, size_t count)
{
	struct secrets secrets;

	for (size_t i = 0; i < count; i++)
		report->groups[group_of(items[i].due, report->options.today)].count++;
	for (int g = 0; g < REPORT_GROUPS; g++) {
		struct report_items *group = &report->groups[g];
		group->list = arena_array(&report->arena, group->count, sizeof(*group->list));
		group->count = 0;
	}
	secrets_find(&secrets, report->network);
	for (size_t i = 0; i < count; i++) {
		struct report_items *group =
			&report->groups[group_of(items[i].due, report->options.today)];
		struct report_item *item = &group->list[group->count++];
		*item = items[i];
		item->confidential = secrets_touch(&secrets, item);
	}
	secrets_release(&secrets);
}

static int compare_interviews(const void *a, const void *b)
{
	const struct note *x = ((const struct report_interview *)a)->note;
	const struct note *y = ((const struct report_interview *)b)->note;

	if (x->date != y->date)
		return x->date < y->date ? -1 : 1;
	return (x > y) - (x < y); /* notes are in the order of path */
}

bool report_about(const struct network *network, const struct note *note, uint32_t i)
{
	return note->contacts[i] != CONTACT_NONE &&
	       report_counts(&network->contacts[note->contacts[i]]);
}

bool report_has(const struct network *network, const struct note *note)
{
	for (uint32_t i = 0; i < note->contact_count; i++)
		if (report_about(network, note, i))
			return true;
	return false;
}

static void find_interviews(struct report *report)
{
	const struct network *network = report->network;
	struct report_interview *list =
		arena_array(&report->arena, network->note_count, sizeof(*list));
	size_t count = 0;

	for (size_t i = 0; i < network->note_count; i++) {
		const struct note *note = &network->notes[i];
		if (period_has(&report->options.period, note->date) && report_has(network, note))
			list[count++] = (struct report_interview){
				note, note_state(note, report->options.today)};
	}
	if (count > 1)
		qsort(list, count, sizeof(*list), compare_interviews);
	report->interviews = list;
	report->interview_count = count;
}

void report_compute(struct report *report, const struct network *network, const struct leads *leads,
		    const struct report_item *items, size_t count,
		    const struct report_options *options)
{
	uint32_t sections = options->sections;

	*report = (struct report){.network = network, .leads = leads, .options = *options};
	for (size_t i = 0; i < network->contact_count; i++)
		report->selected += report_counts(&network->contacts[i]);
	group_items(report, items, count);
	find_interviews(report);
	if (sections & SECTION_BIT(REPORT_SUMMARY))
		report_sum_up(report);
	if (sections & SECTION_BIT(REPORT_ACTIVITY))
		report_find_activity(report);
	if (sections & SECTION_BIT(REPORT_FIELDS))
		report_find_fields(report);
	if (sections & SECTION_BIT(REPORT_QUESTIONS))
		report_find_questions(report);
	if (sections & SECTIONS_TEXTS)
		report_find_said(report);
	if (sections & SECTIONS_GRAPH) {
		graph_build(&report->graph, network, leads);
		graph_find_states(&report->graph, options->today);
	}
	if (sections & SECTION_BIT(REPORT_PEOPLE))
		report_find_people(report);
}

void report_release(struct report *report)
{
	graph_release(&report->graph);
	arena_release(&report->arena);
	*report = (struct report){0};
}
