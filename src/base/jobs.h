/*
 * Work that is divided among the processors. Jobs share nothing that one of them writes: each has
 * its own arena, buffers and diagnostics, and whoever gave them out puts the results together in
 * order, so that these are the same with any number of jobs.
 */
#ifndef NI_BASE_JOBS_H
#define NI_BASE_JOBS_H

#include <pthread.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>

#define JOBS_MOST 8

/* Of a job's first member, if the job writes to itself all the time: processors that write to what
 * lies side by side in memory wait for each other. */
#define JOB_ALIGNED _Alignas(128)

/* Into how many jobs to divide so many things, if fewer than least of them are not worth a thread:
 * at most one for each processor, and 1 to JOBS_MOST. */
size_t jobs_count(size_t things, size_t least);

/*
 * Calls run with each of the count (at most JOBS_MOST) elements of size bytes in the array jobs,
 * and returns when all are done. Each has its thread, one of them this, which does those too for
 * which none can be had.
 */
void jobs_run(void (*run)(void *job), void *jobs, size_t count, size_t size);

/*
 * Jobs that are done by threads while this thread does something else; each thread takes the next
 * when it is through with one. May not be moved or copied between the two calls.
 */
struct jobs {
	void (*run)(void *job);
	char *list;
	size_t count, size;
	atomic_size_t next;
	pthread_t threads[JOBS_MOST];
	size_t thread_count;
	bool unplanned;                              /* at first: there is a plan, or was */
	void (*plan)(struct jobs *jobs, void *data); /* NULL: done */
	void *data;
	pthread_mutex_t planning;
};

/* As jobs_run(), with at most so many threads beside this one, but returns at once. There may be
 * more jobs than JOBS_MOST. */
void jobs_start(struct jobs *jobs, void (*run)(void *job), void *list, size_t count, size_t size,
		size_t threads);

/*
 * The same for jobs of which nothing is known yet: a thread, or this one in jobs_finish() if there
 * is none, calls plan first, which calls jobs_planned() once, or never if there is nothing to do.
 */
void jobs_plan(struct jobs *jobs, void (*plan)(struct jobs *jobs, void *data), void *data);
void jobs_planned(struct jobs *jobs, void (*run)(void *job), void *list, size_t count, size_t size,
		  size_t threads);

/* Does in this thread what is left to do, and returns when all is done. */
void jobs_finish(struct jobs *jobs);

/* Where job number k of count begins to take from so many things; number count: their end. */
static inline size_t jobs_share(size_t things, size_t k, size_t count)
{
	return things / count * k + things % count * k / count;
}

#endif
