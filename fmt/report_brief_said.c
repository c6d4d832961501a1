/* The brief: what was said and promised. */
#include "fmt/report_brief_parts.h"
#include "fmt/report_said.h"

/* The prefix of what belongs to a list item. */
#define INSIDE "  "

enum { ANSWERS_OF = 2 }; /* the latest interviews, of which the answers are quoted */

/* An item of a list: a label, and below it, or in the same paragraph, what stands in the note;
 * nothing, if nothing is to be quoted. */
static void add_quoted(const struct page *page, const struct buf *label, const struct note *note,
		       struct span markdown)
{
	struct buf *b = &page->sink->buf;
	struct buf quoted = BUF_INIT;

	page_quote(page, &quoted, note, markdown, INSIDE);
	if (quoted.n > 0) {
		buf_add_str(b, "- **");
		buf_add_span(b, buf_span(label));
		buf_add_str(b, "**\n");
		if (!page_is_paragraph(span_skip(buf_span(&quoted), sizeof(INSIDE) - 1)))
			buf_add_char(b, '\n');
		buf_add_span(b, buf_span(&quoted));
		sink_flush_some(page->sink);
	}
	buf_release(&quoted);
}

static void add_answer(const struct page *page, const struct note *note,
		       const struct question *question)
{
	struct buf label = BUF_INIT;

	gfm_text(&label, question->text);
	add_quoted(page, &label, note, question->answer);
	buf_release(&label);
}

/* "done 2026-11-01", "not done yet, due 2026-12-01" */
static void add_done(struct buf *b, const struct task *task)
{
	buf_add_str(b, task->done ? "done" : "not done yet");
	if (task->done && task->completed != DAY_NONE) {
		buf_add_char(b, ' ');
		date_format(b, task->completed);
	}
	if (!task->done && task->due != DAY_NONE) {
		buf_add_str(b, ", due ");
		date_format(b, task->due);
	}
}

static void add_excerpt(const struct page *page, const struct said *said, const char *what)
{
	const struct task *task = said_task(said);
	struct buf label = BUF_INIT;

	buf_add_str(&label, what);
	if (task) {
		buf_add_str(&label, ", ");
		add_done(&label, task);
	}
	buf_add_char(&label, ':');
	add_quoted(page, &label, said->note, task ? said_before_dates(said) : said->excerpt->text);
	buf_release(&label);
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
