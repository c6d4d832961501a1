/* The jobs heard of: newest first. */
#include "fmt/report_said.h"

void report_add_openings(const struct page *page)
{
	const struct said_list *openings = &page->report->said.openings;
	struct buf remark = BUF_INIT;

	if (openings->count == 0)
		page_nothing(page, "openings",
			     "They are what stands under a level-2 heading Openings in a note.");
	for (size_t i = 0; i < openings->count; i++) {
		const struct said *said = &openings->list[i];
		struct span field = said_field(page->report->network, said->note);

		buf_clear(&remark);
		if (field.n > 0) {
			buf_add_str(&remark, "; ");
			gfm_text(&remark, field);
		}
		page_said(page, said, said->excerpt->text, buf_span(&remark));
	}
	buf_release(&remark);
}
