/* What was said under the headings with a meaning: what a note says, the insights, the openings. */
#include <stdlib.h>

#include "src/base/mem.h"
#include "src/names.h"
#include "src/report_parts.h"

const struct task *said_task(const struct said *said)
{
	const struct body *body = &said->note->body;

	return said->excerpt->task < body->task_count ? &body->tasks[said->excerpt->task] : NULL;
}

/* Whether it is a question of which only the question is there; both are in the order of lines. */
static bool is_unanswered(const struct body *body, const struct excerpt *excerpt)
{
	uint32_t low = 0, high = body->question_count;

	while (low < high) {
		uint32_t middle = low + (high - low) / 2;

		if (body->questions[middle].line < excerpt->line)
			low = middle + 1;
		else
			high = middle;
	}
	return excerpt->item && low < body->question_count &&
	       body->questions[low].line == excerpt->line && !body->questions[low].answered;
}

bool said_in_note(const struct note *note, unsigned kinds, uint32_t *at, struct said *said)
{
	while (*at < note->body.excerpt_count) {
		const struct excerpt *excerpt = &note->body.excerpts[(*at)++];

		if ((excerpt->kinds & kinds) == 0 || is_unanswered(&note->body, excerpt))
			continue;
		*said = (struct said){note, excerpt};
		return true;
	}
	return false;
}

bool said_next(struct said_walk *walk, unsigned kinds, struct said *said)
{
	for (; walk->note < walk->contact->note_count; walk->note++, walk->at = 0)
		if (said_in_note(contact_note(walk->network, walk->contact, walk->note), kinds,
				 &walk->at, said))
			return true;
	return false;
}

struct said_list report_said_list(struct report *report, unsigned kind)
{
	struct said_list all = {0};
	size_t cap = 0;
	struct said *list = NULL, said;

	for (size_t i = 0; i < report->interview_count; i++)
		for (uint32_t at = 0; said_in_note(report->interviews[i].note, kind, &at, &said);) {
			list = mem_grow(list, &cap, all.count + 1, sizeof(*list));
			list[all.count++] = said;
		}
	all.list = arena_array(&report->arena, all.count, sizeof(*list));
	if (all.count > 0)
		memcpy(all.list, list, all.count * sizeof(*list));
	free(list);
	return all;
}

struct span said_field(const struct network *network, const struct note *note)
{
	struct span field = name_or_none(note->field);

	for (uint32_t i = 0; field.n == 0 && i < note->contact_count; i++)
		if (report_about(network, note, i))
			field = name_or_none(network_text(network, note->contacts[i], TEXT_FIELD));
	return field;
}

/* A field and its number: those without a name come last. */
struct place {
	struct span folded;
	uint32_t number;
};

static int compare_places(const void *a, const void *b)
{
	const struct place *x = a, *y = b;
	bool last_x = x->folded.n == 0, last_y = y->folded.n == 0;

	return last_x != last_y ? (int)last_x - (int)last_y : span_cmp(x->folded, y->folded);
}

/* The fields in their order, each with room for what it counts; places[i] is that of name i. */
static struct said_field *make_fields(struct arena *arena, const struct names *names,
				      const size_t *counts, uint32_t *places)
{
	struct said_field *fields = arena_array(arena, names->count, sizeof(*fields));
	struct place *order = mem_resize(NULL, names->count + 1, sizeof(*order));

	for (uint32_t i = 0; i < names->count; i++)
		order[i] = (struct place){names->list[i].folded, i};
	if (names->count > 1)
		qsort(order, names->count, sizeof(*order), compare_places);
	for (uint32_t i = 0; i < names->count; i++) {
		uint32_t number = order[i].number;

		places[number] = i;
		fields[i].name = names->list[number].text;
		fields[i].insights.list =
			arena_array(arena, counts[number], sizeof(*fields[i].insights.list));
	}
	free(order);
	return fields;
}

static void find_insights(struct report *report)
{
	struct said_list all = report_said_list(report, EXCERPT_INSIGHT);
	struct names names = {0};
	uint32_t *numbers = mem_resize(NULL, all.count + 1, sizeof(*numbers)), *places;
	size_t *counts = mem_resize(NULL, all.count + 1, sizeof(*counts));

	memset(counts, 0, (all.count + 1) * sizeof(*counts));
	for (size_t i = 0; i < all.count; i++) {
		numbers[i] = names_add(&names, said_field(report->network, all.list[i].note));
		counts[numbers[i]]++;
	}
	places = mem_resize(NULL, names.count + 1, sizeof(*places));
	report->said.fields = make_fields(&report->arena, &names, counts, places);
	report->said.field_count = names.count;
	for (size_t i = 0; i < all.count; i++) {
		struct said_list *insights = &report->said.fields[places[numbers[i]]].insights;
		insights->list[insights->count++] = all.list[i];
	}
	names_release(&names);
	free(numbers);
	free(counts);
	free(places);
}

/* What was heard last comes first, but each note is in its order. */
static void find_openings(struct report *report)
{
	struct said_list all = report_said_list(report, EXCERPT_OPENING);
	struct said_list *openings = &report->said.openings;
	size_t end = all.count;

	openings->list = arena_array(&report->arena, all.count, sizeof(*openings->list));
	while (end > 0) {
		size_t start = end - 1;

		while (start > 0 && all.list[start - 1].note == all.list[end - 1].note)
			start--;
		for (size_t i = start; i < end; i++)
			openings->list[openings->count++] = all.list[i];
		end = start;
	}
}

void report_find_said(struct report *report)
{
	uint32_t sections = report->options.sections;

	if (sections & SECTION_BIT(REPORT_INSIGHTS))
		find_insights(report);
	if (sections & SECTION_BIT(REPORT_ADVICE))
		report_find_advice(report);
	if (sections & SECTION_BIT(REPORT_OPENINGS))
		find_openings(report);
}
