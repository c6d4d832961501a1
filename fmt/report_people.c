#include "fmt/report_parts.h"

void report_add_people(const struct page *page)
{
	page_line(page, "Nothing yet.");
}
