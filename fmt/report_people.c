/* The people: one dossier each. */
#include "fmt/report_person.h"

static void begin(struct buf *b, const char *label)
{
	buf_add_str(b, "- **");
	buf_add_str(b, label);
	buf_add_str(b, ":** ");
}

/* A line with a label if add has something to say, else none. */
static void add_line(const struct page *page, const char *label, uint32_t contact,
		     bool (*add)(const struct page *page, struct buf *b, uint32_t contact))
{
	struct buf *b = &page->sink->buf;
	struct buf text = BUF_INIT;

	if (add(page, &text, contact)) {
		begin(b, label);
		buf_add_span(b, buf_span(&text));
		page_line(page, "");
	}
	buf_release(&text);
}

static bool add_known(const struct page *page, struct buf *b, uint32_t contact)
{
	person_add_known(page, b, contact);
	return true;
}

static bool add_named(const struct page *page, struct buf *b, uint32_t contact)
{
	person_add_named(page, b, contact);
	return b->n > 0;
}

static bool add_remark(const struct page *page, struct buf *b, uint32_t contact)
{
	struct span note = network_text(page->report->network, contact, TEXT_NOTE);

	if (page->view->share)
		return false;
	gfm_text(b, note);
	return note.n > 0;
}

static void add_due(const struct page *page, const struct report_person *person)
{
	struct buf *b = &page->sink->buf;

	for (size_t i = 0; i < person->item_count; i++) {
		begin(b, "Due");
		person_add_item(page, b, person->items[i]);
		page_line(page, "");
	}
}

static void add_timeline(const struct page *page, const struct report_person *person)
{
	struct buf *b = &page->sink->buf;

	if (person->history.count == 0)
		return;
	page_line(page, "- **Timeline:**");
	for (size_t i = 0; i < person->history.count; i++) {
		buf_add_str(b, "  - ");
		person_add_happening(page, b, &person->history.list[i]);
		page_line(page, "");
	}
}

static void add_dossier(const struct page *page, const struct report_person *person)
{
	struct buf *b = &page->sink->buf;
	uint32_t contact = person->contact;

	page_heading(page, "### ", network_name(page->report->network, contact));
	if (person_add_work(page, b, contact))
		page_line(page, "\n");
	add_line(page, "Known", contact, add_known);
	begin(b, "Stands");
	person_add_standing(page, b, person);
	page_line(page, "");
	add_line(page, "Reach", contact, person_add_reach);
	add_line(page, "Note", contact, add_remark);
	add_due(page, person);
	add_line(page, "Named", contact, add_named);
	add_timeline(page, person);
}

static void add_some(const struct page *page, const void *contacts, size_t first, size_t end)
{
	const uint32_t *list = contacts;
	struct report_person person = {0};

	for (size_t i = first; i < end; i++) {
		if (i > 0)
			page_line(page, "");
		report_person_find(page->report, list[i], &person);
		add_dossier(page, &person);
	}
	report_person_release(&person);
}

void report_add_people(const struct page *page)
{
	const struct report_people *people = &page->report->people;

	if (people->count == 0)
		page_line(page, "Nobody yet. Each contact is a row of `contacts.csv`.");
	page_add_many(page, add_some, people->list, people->count);
}
