#include "src/report_parts.h"

void report_find_fields(struct report *report)
{
	(void)report;
}
