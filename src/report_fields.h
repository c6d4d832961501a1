/*
 * How many sides of each field have been seen: interviews by field and sector.
 */
#ifndef NI_REPORT_FIELDS_H
#define NI_REPORT_FIELDS_H

#include <stddef.h>

struct report_field;

struct report_fields {
	struct report_field *list;
	size_t count;
};

#endif
