/* The jobs heard of: newest first. */
#include "fmt/report_said.h"

static void add_some(const struct page *page, const void *openings, size_t first, size_t end)
{
	const struct said *list = openings;
	struct buf remark = BUF_INIT;

	for (size_t i = first; i < end; i++) {
		struct span field = said_field(page->report->network, list[i].note);

		buf_clear(&remark);
		if (field.n > 0) {
			buf_add_str(&remark, "; ");
			gfm_text(&remark, field);
		}
		page_said(page, &list[i], list[i].excerpt->text, buf_span(&remark));
	}
	buf_release(&remark);
}

void report_add_openings(const struct page *page)
{
	const struct said_list *openings = &page->report->said.openings;

	if (openings->count == 0)
		page_nothing(page, "openings",
			     "They are what stands under a level-2 heading Openings in a note.");
	page_add_many(page, add_some, openings->list, openings->count);
}
