#include "fmt/report_brief.h"
#include "fmt/report_parts.h"

void report_brief(const struct report *report, const struct report_view *view, uint32_t contact,
		  struct sink *sink)
{
	struct page page = {sink, report, view};

	buf_add_str(&sink->buf, "# ");
	page_contact(&page, &sink->buf, contact);
	page_line(&page, "");
}
