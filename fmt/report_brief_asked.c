/* The brief: what is to be asked, and what was and has no answer. */
#include "fmt/report_brief_parts.h"
#include "src/names.h"

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

	category = name_or_none(category);
	buf_add_str(b, "- **");
	gfm_text(b, category.n > 0 ? category : SPAN("Others"));
	page_line(page, "**");
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
