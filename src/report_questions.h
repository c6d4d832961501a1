/*
 * What was asked, and what everybody answered.
 */
#ifndef NI_REPORT_QUESTIONS_H
#define NI_REPORT_QUESTIONS_H

#include <stddef.h>

struct report_topic;

struct report_questions {
	struct report_topic *list; /* by category */
	size_t count;
};

#endif
