#include "src/base/jobs.h"

#include "src/base/mem.h"
#include "src/base/os.h"

size_t jobs_count(size_t things, size_t least)
{
	size_t count = things / least, processors;

	if (count < 2)
		return 1;
	if (count > JOBS_MOST)
		count = JOBS_MOST;
	processors = os_processors();
	return count < processors ? count : processors;
}

static void lock(struct jobs *jobs)
{
	if (pthread_mutex_lock(&jobs->planning) != 0)
		mem_exhausted(); /* cannot be: it is ours, and nobody has it twice */
}

static void unlock(struct jobs *jobs)
{
	if (pthread_mutex_unlock(&jobs->planning) != 0)
		mem_exhausted(); /* cannot be */
}

/* Who comes first plans, and the others wait. */
static void plan_once(struct jobs *jobs)
{
	lock(jobs);
	if (jobs->plan)
		jobs->plan(jobs, jobs->data);
	jobs->plan = NULL;
	unlock(jobs);
}

static void take_jobs(struct jobs *jobs)
{
	size_t k;

	if (jobs->unplanned)
		plan_once(jobs);
	while ((k = atomic_fetch_add(&jobs->next, 1)) < jobs->count)
		jobs->run(jobs->list + k * jobs->size);
}

static void *start(void *jobs)
{
	take_jobs(jobs);
	return NULL;
}

static void init(struct jobs *jobs)
{
	*jobs = (struct jobs){0};
	if (pthread_mutex_init(&jobs->planning, NULL) != 0)
		mem_exhausted();
}

/* It is counted before it is there, since it may begin at once, and with others of its own. */
static bool start_thread(struct jobs *jobs)
{
	pthread_t *thread = &jobs->threads[jobs->thread_count++];

	if (os_thread(thread, start, jobs) == 0)
		return true;
	jobs->thread_count--;
	return false;
}

void jobs_planned(struct jobs *jobs, void (*run)(void *job), void *list, size_t count, size_t size,
		  size_t threads)
{
	jobs->run = run;
	jobs->list = list;
	jobs->count = count;
	jobs->size = size;
	while (jobs->thread_count < threads && jobs->thread_count < JOBS_MOST && start_thread(jobs))
		;
}

void jobs_start(struct jobs *jobs, void (*run)(void *job), void *list, size_t count, size_t size,
		size_t threads)
{
	init(jobs);
	jobs_planned(jobs, run, list, count, size, threads);
}

void jobs_plan(struct jobs *jobs, void (*plan)(struct jobs *jobs, void *data), void *data)
{
	init(jobs);
	jobs->plan = plan;
	jobs->unplanned = true;
	jobs->data = data;
	if (jobs_count(2, 1) > 1)
		(void)start_thread(jobs); /* else all is done by this one */
}

void jobs_finish(struct jobs *jobs)
{
	take_jobs(jobs);
	for (size_t k = 0; k < jobs->thread_count; k++)
		if (pthread_join(jobs->threads[k], NULL) != 0)
			mem_exhausted(); /* cannot be: it is ours, and was not joined */
	(void)pthread_mutex_destroy(&jobs->planning); /* nobody has it */
}

void jobs_run(void (*run)(void *job), void *jobs, size_t count, size_t size)
{
	struct jobs all;

	jobs_start(&all, run, jobs, count, size, count > 0 ? count - 1 : 0);
	jobs_finish(&all);
}
