#include "src/period.h"

int period_parse(struct span s, int32_t today, struct period *period)
{
	(void)s;
	(void)today;
	*period = PERIOD_ALL;
	return -1;
}

int period_before(const struct period *period, struct period *before)
{
	*before = *period;
	return -1;
}
