#include "fmt/report_parts.h"

void report_add_advice(const struct page *page)
{
	page_line(page, "Nothing yet.");
}
