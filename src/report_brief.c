#include "src/report_brief.h"

#include "src/base/utf8.h"
#include "src/index.h"

/* Questions by what they ask. */
struct asked {
	struct arena *arena;
	struct index index;
	struct span *folded;
	uint32_t count;
};

/* Whether it is one that was not known; it is then. */
static bool is_new(struct asked *asked, const struct question *question)
{
	struct span folded = utf8_fold(asked->arena, question->text);
	uint64_t hash = hash_bytes(folded, 0);
	size_t at = index_start(&asked->index, hash);
	uint32_t number;

	while (index_next(&asked->index, hash, &at, &number))
		if (span_eq(asked->folded[number], folded))
			return false;
	index_add(&asked->index, hash, asked->count);
	asked->folded[asked->count++] = folded;
	return true;
}

static void learn(struct asked *asked, const struct note *note, bool answered_only)
{
	for (uint32_t i = 0; i < note->body.question_count; i++)
		if (!answered_only || note->body.questions[i].answered)
			(void)is_new(asked, &note->body.questions[i]);
}

static void find_unanswered(struct report_brief *brief, int32_t today)
{
	struct asked asked = {.arena = &brief->arena};
	size_t most = brief->person.next ? brief->person.next->body.question_count : 0;

	for (size_t i = 0; i < brief->past_count; i++)
		most += brief->past[i]->body.question_count;
	asked.folded = arena_array(&brief->arena, most, sizeof(*asked.folded));
	brief->unanswered = arena_array(&brief->arena, most, sizeof(*brief->unanswered));
	if (brief->person.next)
		learn(&asked, brief->person.next, false);
	for (size_t i = 0; i < brief->past_count; i++)
		learn(&asked, brief->past[i], true);
	for (size_t i = 0; i < brief->past_count; i++) {
		const struct note *note = brief->past[i];

		for (uint32_t k = 0; k < note->body.question_count; k++) {
			const struct question *question = &note->body.questions[k];

			if (note_state(note, today) != NOTE_OFF && !question->confidential &&
			    is_new(&asked, question))
				brief->unanswered[brief->unanswered_count++] =
					(struct brief_question){note, question};
		}
	}
	index_release(&asked.index);
}

void report_brief_find(const struct report *report, uint32_t contact, struct report_brief *brief)
{
	const struct contact *whose = &report->network->contacts[contact];

	*brief = (struct report_brief){0};
	report_person_find(report, contact, &brief->person);
	brief->past = arena_array(&brief->arena, whose->note_count, sizeof(const struct note *));
	for (uint32_t i = whose->note_count; i-- > 0;) {
		const struct note *note = contact_note(report->network, whose, i);

		if (note_state(note, report->options.today) != NOTE_PLANNED)
			brief->past[brief->past_count++] = note;
	}
	find_unanswered(brief, report->options.today);
}

void report_brief_release(struct report_brief *brief)
{
	report_person_release(&brief->person);
	arena_release(&brief->arena);
	*brief = (struct report_brief){0};
}

/* The last question at or above a line; they are in the order of lines. */
static const struct question *question_above(const struct body *body, uint32_t line)
{
	uint32_t low = 0, high = body->question_count;

	while (low < high) {
		uint32_t middle = low + (high - low) / 2;

		if (body->questions[middle].line <= line)
			low = middle + 1;
		else
			high = middle;
	}
	return low > 0 ? &body->questions[low - 1] : NULL;
}

#define BEGINNING_MOST 64 /* bytes that are looked for */

static struct span beginning(struct span text)
{
	struct span line = SPAN_NONE;

	(void)span_cut(&text, '\n', &line);
	return span_of(line.p, line.n < BEGINNING_MOST ? line.n : BEGINNING_MOST);
}

/* Answers and excerpts are in the order of lines: what one answer has is looked for from where the
 * last was found, and not any more once something was not. */
static bool is_in_answer(struct brief_walk *walk, const struct excerpt *excerpt)
{
	const struct question *above = question_above(&walk->note->body, excerpt->line);
	struct span begins = beginning(excerpt->text), answer;

	if (!above || !above->answered)
		return false;
	if (above->line == excerpt->line)
		return true;
	if (above != walk->above) {
		walk->above = above;
		walk->from = 0;
		walk->beyond = false;
	}
	answer = span_skip(above->answer, walk->from);
	while (!walk->beyond && answer.n >= begins.n && !span_starts(answer, begins))
		answer = span_skip(answer, 1);
	walk->beyond = walk->beyond || answer.n < begins.n;
	walk->from = above->answer.n - answer.n;
	return !walk->beyond;
}

bool brief_said(struct brief_walk *walk, unsigned kinds, struct said *said)
{
	while (said_in_note(walk->note, kinds, &walk->at, said))
		if (!is_in_answer(walk, said->excerpt))
			return true;
	return false;
}
