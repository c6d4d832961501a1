/*
 * Who may be one person, among many, looked for on all processors.
 */
#ifndef NI_FMT_TWINS_JOBS_H
#define NI_FMT_TWINS_JOBS_H

#include "src/twins.h"

/* As twins_find, which it is for few people. */
struct twin *twins_find_divided(const struct network *network, const struct leads *leads,
				bool likely, size_t *count);

#endif
