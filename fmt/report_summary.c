/* How far things have come, as a table. */
#include "fmt/report_parts.h"

/* A figure that is no part of another. */
static void add_figure(struct gfm_table *table, const char *name, size_t number)
{
	gfm_table_cell(table, span_str(name));
	page_cell_number(table, number);
	gfm_table_cell(table, SPAN_NONE);
}

/* number of whole: "67% of 30 asked"; of one it is "100% of 1 contact". */
static void add_rate(struct gfm_table *table, const char *name, size_t number, size_t whole,
		     const char *one, const char *many)
{
	struct buf b = BUF_INIT;

	gfm_table_cell(table, span_str(name));
	page_cell_number(table, number);
	if (whole > 0)
		buf_add_format(&b, "%zu%% of %zu %s", (number * 200 + whole) / (whole * 2), whole,
			       whole == 1 ? one : many);
	gfm_table_cell(table, buf_span(&b));
	buf_release(&b);
}

void report_add_summary(const struct page *page)
{
	const struct report_summary *summary = &page->report->summary;
	struct gfm_table table;

	if (summary->contacts == 0) {
		page_line(page, "No contacts are selected. They are the rows of `contacts.csv`, "
				"or of the list that is given.");
		return;
	}
	gfm_table_start(&table, "lrl");
	gfm_table_cell(&table, SPAN_NONE);
	gfm_table_cell(&table, SPAN("Number"));
	gfm_table_cell(&table, SPAN("Rate"));
	add_figure(&table, "Contacts", summary->contacts);
	add_rate(&table, "Asked", summary->asked, summary->contacts, "contact", "contacts");
	add_rate(&table, "Replied", summary->replied, summary->asked, "asked", "asked");
	add_rate(&table, "Met", summary->met, summary->contacts, "contact", "contacts");
	add_rate(&table, "Thanked in time", summary->thanked_in_time, summary->thanks,
		 "thank-you owed", "thank-yous owed");
	add_figure(&table, "Interviews held", summary->held);
	add_figure(&table, "Interviews planned", summary->planned);
	add_figure(&table, "Interviews to write up", summary->unwritten);
	add_figure(&table, "Interviews cancelled, missed or moved", summary->off);
	add_figure(&table, "Leads", summary->leads);
	gfm_table_finish(&table, page->sink);
}
