/*
 * What was done when: requests, replies and interviews by week, month or year.
 */
#ifndef NI_REPORT_ACTIVITY_H
#define NI_REPORT_ACTIVITY_H

#include <stddef.h>
#include <stdint.h>

enum report_step { STEP_WEEK, STEP_MONTH, STEP_YEAR };

struct report_span {
	int32_t from; /* its first day */
	size_t asked, replied, met;
};

struct report_activity {
	enum report_step step;
	struct report_span *spans; /* without gaps, in order */
	size_t count;
};

#endif
