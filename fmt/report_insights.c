/* What was learnt, by field. */
#include "fmt/report_said.h"

static void add_some(const struct page *page, const void *insights, size_t first, size_t end)
{
	const struct said *list = insights;

	for (size_t i = first; i < end; i++)
		page_said(page, &list[i], list[i].excerpt->text, SPAN_NONE);
}

static void add_field(const struct page *page, const struct said_field *field)
{
	page_heading(page, "### ", field->name.n > 0 ? field->name : SPAN("No field"));
	page_add_many(page, add_some, field->insights.list, field->insights.count);
}

void report_add_insights(const struct page *page)
{
	const struct report_said *said = &page->report->said;

	if (said->field_count == 0)
		page_nothing(page, "insights",
			     "They are what stands under a level-2 heading Insights in a note.");
	for (size_t i = 0; i < said->field_count; i++) {
		if (i > 0)
			page_line(page, "");
		add_field(page, &said->fields[i]);
	}
}
