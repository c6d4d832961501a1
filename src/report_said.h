/*
 * What was said under the headings with a meaning: insights, advice, openings.
 */
#ifndef NI_REPORT_SAID_H
#define NI_REPORT_SAID_H

#include <stddef.h>

struct report_said {
	size_t count;
};

#endif
