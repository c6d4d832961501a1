#include "src/base/jobs.h"

#include "src/base/mem.h"
#include "src/base/os.h"

size_t jobs_count(size_t things, size_t least)
{
	size_t count = os_processors();

	if (count > things / least)
		count = things / least;
	if (count > JOBS_MOST)
		count = JOBS_MOST;
	return count > 0 ? count : 1;
}

static void take_jobs(struct jobs *jobs)
{
	size_t k;

	while ((k = atomic_fetch_add(&jobs->next, 1)) < jobs->count)
		jobs->run(jobs->list + k * jobs->size);
}

static void *start(void *jobs)
{
	take_jobs(jobs);
	return NULL;
}

void jobs_start(struct jobs *jobs, void (*run)(void *job), void *list, size_t count, size_t size,
		size_t threads)
{
	*jobs = (struct jobs){.run = run, .list = list, .count = count, .size = size};
	while (jobs->thread_count < threads && jobs->thread_count < JOBS_MOST &&
	       os_thread(&jobs->threads[jobs->thread_count], start, jobs) == 0)
		jobs->thread_count++;
}

void jobs_finish(struct jobs *jobs)
{
	take_jobs(jobs);
	for (size_t k = 0; k < jobs->thread_count; k++)
		if (pthread_join(jobs->threads[k], NULL) != 0)
			mem_exhausted(); /* cannot be: it is ours, and was not joined */
}

void jobs_run(void (*run)(void *job), void *jobs, size_t count, size_t size)
{
	struct jobs all;

	jobs_start(&all, run, jobs, count, size, count > 0 ? count - 1 : 0);
	jobs_finish(&all);
}
