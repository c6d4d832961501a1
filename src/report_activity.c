#include "src/report_parts.h"

void report_find_activity(struct report *report)
{
	(void)report;
}
