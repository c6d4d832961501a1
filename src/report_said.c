#include "src/report_parts.h"

void report_find_said(struct report *report)
{
	(void)report;
}
