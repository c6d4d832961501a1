/* Every question with every answer side by side, and what is still to be asked. */
#include "fmt/report_said.h"

/* What stands in an answer's list item. */
#define INSIDE "  "

enum { OPEN_MOST = 3 }; /* questions of a category that nobody has answered: a bank has many */

static void add_part(struct buf *b, struct span text)
{
	if (text.n == 0)
		return;
	buf_add_str(b, ", ");
	gfm_text(b, text);
}

/* **Jane Doe**, Head of Data, Acme (private) */
static void add_person(const struct page *page, const struct note *note, uint32_t contact)
{
	const struct network *network = page->report->network;
	struct span sector =
		note->sector.n > 0 ? note->sector : network_text(network, contact, TEXT_SECTOR);
	struct buf *b = &page->sink->buf;

	buf_add_str(b, "**");
	gfm_text(b, network_name(network, contact));
	buf_add_str(b, "**");
	add_part(b, network_text(network, contact, TEXT_TITLE));
	add_part(b, network_text(network, contact, TEXT_ORG));
	if (sector.n == 0)
		return;
	buf_add_str(b, " (");
	gfm_text(b, sector);
	buf_add_char(b, ')');
}

static void add_answer(const struct page *page, const struct report_answer *answer)
{
	const struct note *note = answer->note;
	struct buf *b = &page->sink->buf;

	buf_add_str(b, "- ");
	page_people(page, note, add_person);
	buf_add_str(b, ", ");
	page_note(page, b, note);
	buf_add_str(b, "\n\n");
	page_quote(page, b, note, answer->question->answer, INSIDE "> ");
}

/* Asked of 4 of 6 people, answered by 3. */
static void add_counts(const struct page *page, const struct report_question *question)
{
	struct buf *b = &page->sink->buf;
	size_t people = page->report->questions.people;

	buf_add_format(b, "Asked of %zu of %zu %s, ", question->asked, people,
		       people == 1 ? "person" : "people");
	if (question->answer_count == 0)
		page_line(page, "no answer yet.");
	else
		buf_add_format(b, "answered by %zu.\n", question->answered);
}

static void add_answers(const struct page *page, const void *answers, size_t first, size_t end)
{
	const struct report_answer *list = answers;

	for (size_t i = first; i < end; i++) {
		page_line(page, "");
		add_answer(page, &list[i]);
	}
}

/* There may be few with many answers, or many with few. */
static void add_questions(const struct page *page, const void *questions, size_t first, size_t end)
{
	const struct report_question *list = questions;

	for (size_t i = first; i < end; i++) {
		if (i > 0)
			page_line(page, "");
		page_heading(page, "#### ", list[i].text);
		add_counts(page, &list[i]);
		page_add_many(page, add_answers, list[i].answers, list[i].answer_count);
	}
}

static struct span category_name(const struct report_category *category)
{
	return category->name.n > 0 ? category->name : SPAN("Other questions");
}

static void add_category(const struct page *page, const struct report_category *category)
{
	page_heading(page, "### ", category_name(category));
	page_add_many(page, add_questions, category->questions, category->count);
}

/* How many of a category's open questions are written. */
static size_t shown_of(const struct page *page, const struct report_category *category)
{
	return category->count > OPEN_MOST && !page->view->all ? OPEN_MOST : category->count;
}

/* - **Category** (8): the first of its questions, and how many more there are. */
static void add_open_category(const struct page *page, const struct report_category *category)
{
	struct buf *b = &page->sink->buf;
	size_t shown = shown_of(page, category);

	buf_add_str(b, "- **");
	gfm_text(b, category_name(category));
	buf_add_format(b, "** (%zu)\n", category->count);
	for (size_t i = 0; i < shown; i++) {
		buf_add_str(b, INSIDE "- ");
		gfm_text(b, category->questions[i].text);
		page_line(page, "");
	}
	if (shown < category->count)
		buf_add_format(b, INSIDE "- and %zu more\n", category->count - shown);
}

static void add_open(const struct page *page, const struct report_categories *open)
{
	struct buf *b = &page->sink->buf;
	size_t count = 0;
	bool cut = false;

	if (open->count == 0)
		return;
	for (size_t i = 0; i < open->count; i++) {
		count += open->list[i].count;
		cut |= shown_of(page, &open->list[i]) < open->list[i].count;
	}
	page_line(page, "\n### Not answered yet\n");
	buf_add_format(b, "%zu of %zu in the bank%s.\n\n", count, page->report->options.bank.count,
		       cut && !page->view->share ? "; `ni-report --all` lists them" : "");
	for (size_t i = 0; i < open->count; i++)
		add_open_category(page, &open->list[i]);
}

void report_add_questions(const struct page *page)
{
	const struct report_questions *questions = &page->report->questions;
	bool shared = page->report->options.shared;

	if (questions->asked.count == 0) {
		page_nothing(
			page, shared ? "questions answered" : "questions asked",
			"They are headings and list items of a note that end in a question mark; "
			"ni-new writes a note with some.");
		return;
	}
	for (size_t i = 0; i < questions->asked.count; i++) {
		if (i > 0)
			page_line(page, "");
		add_category(page, &questions->asked.list[i]);
	}
	add_open(page, &questions->open);
}
