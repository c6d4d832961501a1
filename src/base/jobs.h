/*
 * Work that is divided among the processors. Jobs share nothing that one of them writes: each has
 * its own arena, buffers and diagnostics, and whoever gave them out puts the results together in
 * order, so that these are the same with any number of jobs.
 */
#ifndef NI_BASE_JOBS_H
#define NI_BASE_JOBS_H

#include <stddef.h>

#define JOBS_MOST 8

/* Into how many jobs to divide so many things, if fewer than least of them are not worth a thread:
 * at most one for each processor, and 1 to JOBS_MOST. */
size_t jobs_count(size_t things, size_t least);

/*
 * Calls run with each of the count (at most JOBS_MOST) elements of size bytes in the array jobs,
 * and returns when all are done. The first runs in this thread, and so does one whose thread cannot
 * be had.
 */
void jobs_run(void (*run)(void *job), void *jobs, size_t count, size_t size);

/* Where job number k of count begins to take from so many things; number count: their end. */
static inline size_t jobs_share(size_t things, size_t k, size_t count)
{
	return things / count * k + things % count * k / count;
}

#endif
