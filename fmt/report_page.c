/* What all sections of a report are written with. All that comes from data goes through gfm_text or
 * quote_blocks. */
#include "fmt/quote.h"
#include "fmt/report_parts.h"

void page_line(const struct page *page, const char *text)
{
	buf_add_str(&page->sink->buf, text);
	buf_add_char(&page->sink->buf, '\n');
	sink_flush_some(page->sink);
}

void page_heading(const struct page *page, const char *mark, struct span text)
{
	struct buf *b = &page->sink->buf;

	buf_add_str(b, mark);
	gfm_text(b, text);
	buf_add_str(b, "\n\n");
}

void page_nothing(const struct page *page, const char *what, const char *they_are)
{
	bool all = period_is_all(&page->report->options.period);

	buf_add_format(&page->sink->buf, "No %s %s. ", what, all ? "yet" : "in this period");
	page_line(page, they_are);
}

/* For those below alone, which know whether the document has links to files. */
static void add_link(const struct page *page, struct buf *b, struct span text, struct span path)
{
	struct buf from_there = BUF_INIT;

	links_add_path(&from_there, &page->view->links, path);
	gfm_link(b, text, buf_span(&from_there));
	buf_release(&from_there);
}

void page_anchor(const struct page *page, struct buf *b, const char *before, struct span anchor,
		 struct span path)
{
	if (page->view->links.none)
		return;
	buf_add_str(b, before);
	add_link(page, b, anchor, path);
}

void page_day(const struct page *page, struct buf *b, int32_t day, struct span path)
{
	char date[10];

	date_write(date, day);
	if (page->view->links.none)
		buf_add(b, date, sizeof(date));
	else
		add_link(page, b, span_of(date, sizeof(date)), path);
}

void page_note(const struct page *page, struct buf *b, const struct note *note)
{
	page_day(page, b, note->date, note->shown);
}

void page_person(struct buf *b, struct span name, struct span org)
{
	gfm_text(b, name);
	if (org.n == 0)
		return;
	buf_add_str(b, " (");
	gfm_text(b, org);
	buf_add_char(b, ')');
}

void page_contact(const struct page *page, struct buf *b, uint32_t contact)
{
	const struct network *network = page->report->network;

	page_person(b, network_name(network, contact), network_text(network, contact, TEXT_ORG));
}

void page_mean(struct buf *b, size_t sum, size_t count)
{
	size_t tenths = (sum * 20 + count) / (count * 2);

	buf_add_format(b, "%zu.%zu", tenths / 10, tenths % 10);
}

void page_quote(const struct page *page, struct buf *b, const struct note *note,
		struct span markdown, const char *prefix)
{
	struct quote quote = {&page->view->links, note->shown, note->body.definitions};

	quote_blocks(b, &quote, markdown, prefix);
}

void page_cell(struct gfm_table *table, struct span text)
{
	struct buf b = BUF_INIT;

	gfm_text(&b, text);
	gfm_table_cell(table, buf_span(&b));
	buf_release(&b);
}

void page_cell_number(struct gfm_table *table, size_t number)
{
	struct buf b = BUF_INIT;

	buf_add_number(&b, (long long)number);
	gfm_table_cell(table, buf_span(&b));
	buf_release(&b);
}

void page_cell_date(struct gfm_table *table, int32_t day)
{
	char date[10];

	if (day != DAY_NONE)
		date_write(date, day);
	gfm_table_cell(table, day == DAY_NONE ? SPAN_NONE : span_of(date, sizeof(date)));
}
