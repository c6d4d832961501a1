/* The brief: what was said, promised and asked. */
#include "fmt/report_brief_parts.h"

enum { ANSWERS_OF = 2 }; /* the latest interviews, of which the answers are quoted */

/* An item of a list: a label, and below it what stands in the note. */
static void add_quoted(const struct page *page, const struct note *note, struct span markdown)
{
	page_line(page, "\n");
	page_quote(page, note, markdown, "  ");
}

static void add_answer(const struct page *page, const struct note *note,
		       const struct question *question)
{
	struct buf *b = &page->sink->buf;

	buf_add_str(b, "- **");
	gfm_text(b, question->text);
	buf_add_str(b, "**");
	add_quoted(page, note, question->answer);
}

/* "done 2026-11-01", "not done yet" */
static void add_done(struct buf *b, const struct task *task)
{
	buf_add_str(b, task->done ? "done" : "not done yet");
	if (task->done && task->completed != DAY_NONE) {
		buf_add_char(b, ' ');
		date_format(b, task->completed);
	}
}

static void add_excerpt(const struct page *page, const struct said *said, const char *label)
{
	struct buf *b = &page->sink->buf;
	const struct task *task = said_task(said);

	buf_add_format(b, "- **%s", label);
	if (task) {
		buf_add_str(b, ", ");
		add_done(b, task);
	}
	buf_add_str(b, ":**");
	add_quoted(page, said->note, said->excerpt->text);
}

static bool is_to_quote(const struct question *question)
{
	return question->answered && !question->confidential;
}

static size_t count_answers(const struct body *body)
{
	size_t count = 0;

	for (uint32_t i = 0; i < body->question_count; i++)
		count += is_to_quote(&body->questions[i]);
	return count;
}

/* What one note says, under a heading. */
static void add_note(const struct page *page, const struct report_brief *brief,
		     const struct note *note, bool answers)
{
	struct buf *b = &page->sink->buf;
	struct brief_walk insights = {.note = note}, advice = {.note = note};
	struct said said;

	buf_add_str(b, "### ");
	page_note(page, b, note);
	buf_add_format(b, " %s", outcome_interview(note->outcome));
	person_add_company(page, b, note, brief->person.contact);
	page_line(page, "\n");
	if (!answers)
		buf_add_format(b, "- Answers: %zu, in the note\n", count_answers(&note->body));
	for (uint32_t i = 0; answers && i < note->body.question_count; i++)
		if (is_to_quote(&note->body.questions[i]))
			add_answer(page, note, &note->body.questions[i]);
	while (brief_said(&insights, EXCERPT_INSIGHT, &said))
		add_excerpt(page, &said, "Insight");
	while (brief_said(&advice, EXCERPT_ADVICE, &said))
		if (!(said.excerpt->kinds & EXCERPT_INSIGHT))
			add_excerpt(page, &said, "Advice");
}

static bool says_something(const struct note *note)
{
	struct brief_walk walk = {.note = note};
	struct said said;

	return count_answers(&note->body) > 0 ||
	       brief_said(&walk, EXCERPT_INSIGHT | EXCERPT_ADVICE, &said);
}

void brief_add_said(const struct page *page, const struct report_brief *brief)
{
	size_t count = 0;

	for (size_t i = 0; i < brief->past_count; i++) {
		if (!says_something(brief->past[i]))
			continue;
		if (count == 0)
			brief_add_heading(page, "What they said before");
		else
			page_line(page, "");
		add_note(page, brief, brief->past[i], count++ < ANSWERS_OF);
	}
}

static void begin_promises(const struct page *page, bool *begun)
{
	if (!*begun)
		brief_add_heading(page, "Promises");
	*begun = true;
}

/* What is open and is no advice, which stands with what they said. */
static void add_mine(const struct page *page, const struct note *note, bool *begun)
{
	struct buf *b = &page->sink->buf;

	for (uint32_t i = 0; i < note->body.task_count; i++) {
		const struct task *task = &note->body.tasks[i];

		if (task->done || task->promised || task->advice || task->confidential)
			continue;
		begin_promises(page, begun);
		buf_add_str(b, "- **I promised:** ");
		gfm_text(b, task->text);
		buf_add_str(b, " — ");
		page_note(page, b, note);
		page_line(page, "");
	}
}

void brief_add_promises(const struct page *page, const struct report_brief *brief)
{
	const struct network *network = page->report->network;
	const struct contact *contact = &network->contacts[brief->person.contact];
	struct said_walk walk = {.network = network, .contact = contact};
	struct said said;
	bool begun = false;

	for (uint32_t i = 0; i < contact->note_count; i++)
		add_mine(page, contact_note(network, contact, i), &begun);
	while (said_next(&walk, EXCERPT_PROMISE, &said)) {
		begin_promises(page, &begun);
		add_excerpt(page, &said, "They promised");
	}
}

static void add_no_questions(const struct page *page, const struct note *next)
{
	struct buf *b = &page->sink->buf;

	if (!next) {
		page_line(page, "No meeting is planned. `ni-new` makes the note for one, with "
				"questions to ask.");
		return;
	}
	buf_add_str(b, "None yet. They go into the note of ");
	page_note(page, b, next);
	page_line(page, "; `ni-new --print` proposes some.");
}

/* Other categories than that of the question above are an item, below which its questions are. */
static void add_category(const struct page *page, struct span category)
{
	struct buf *b = &page->sink->buf;
	struct buf text = BUF_INIT;

	gfm_text(&text, category);
	buf_add_str(b, "- **");
	buf_add_span(b, text.n > 0 ? buf_span(&text) : SPAN("Others"));
	page_line(page, "**");
	buf_release(&text);
}

void brief_add_prepared(const struct page *page, const struct report_brief *brief)
{
	const struct note *next = brief->person.next;
	struct span category = SPAN_NONE;
	bool below = false;
	size_t count = 0;

	brief_add_heading(page, "Questions prepared");
	for (uint32_t i = 0; next && i < next->body.question_count; i++) {
		const struct question *question = &next->body.questions[i];

		if (question->confidential)
			continue;
		if (!span_eq(question->category, category)) {
			category = question->category;
			add_category(page, category);
			below = true;
		}
		buf_add_str(&page->sink->buf, below ? "  - " : "- ");
		gfm_text(&page->sink->buf, question->text);
		page_line(page, "");
		count++;
	}
	if (count == 0)
		add_no_questions(page, next);
}

void brief_add_unanswered(const struct page *page, const struct report_brief *brief)
{
	struct buf *b = &page->sink->buf;

	if (brief->unanswered_count == 0)
		return;
	brief_add_heading(page, "Still unanswered");
	for (size_t i = 0; i < brief->unanswered_count; i++) {
		const struct brief_question *one = &brief->unanswered[i];

		buf_add_str(b, "- ");
		gfm_text(b, one->question->text);
		buf_add_str(b, " — ");
		page_note(page, b, one->note);
		page_line(page, "");
	}
}
