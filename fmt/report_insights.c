/* What was learnt, by field. */
#include "fmt/report_said.h"

static void add_field(const struct page *page, const struct said_field *field)
{
	struct buf *b = &page->sink->buf;

	buf_add_str(b, "### ");
	gfm_text(b, field->name.n > 0 ? field->name : SPAN("No field"));
	buf_add_str(b, "\n\n");
	for (size_t i = 0; i < field->insights.count; i++) {
		const struct said *said = &field->insights.list[i];

		page_said(page, said, said->excerpt->text, SPAN_NONE);
	}
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
