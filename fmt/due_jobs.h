/*
 * What is due with many people, computed on all processors.
 */
#ifndef NI_FMT_DUE_JOBS_H
#define NI_FMT_DUE_JOBS_H

#include "src/due.h"

/* As due_compute, which it is for few people. */
void due_compute_divided(struct due *due, const struct network *network, const struct leads *leads,
			 const struct due_options *options);

#endif
