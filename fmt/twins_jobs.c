#include "fmt/twins_jobs.h"

#include <stdlib.h>

#include "src/base/jobs.h"
#include "src/base/mem.h"

/* Fewer people are done faster than divided. */
#define PEOPLE_LEAST 4096

/* Organisations differ in size, and so do tasks: several for each thread even that out. */
#define TASKS_EACH 4

struct search {
	JOB_ALIGNED struct twin_list found;
	const struct twins *twins;
	size_t number, tasks;
};

static void find(void *job)
{
	struct search *search = job;

	twins_task(search->twins, search->number, search->tasks, &search->found);
}

struct twin *twins_find_divided(const struct network *network, const struct leads *leads,
				bool likely, size_t *count)
{
	size_t threads = jobs_count(network->contact_count, PEOPLE_LEAST);
	size_t tasks = TWINS_TASKS_LEAST - 1 + threads * TASKS_EACH;
	struct search list[TWINS_TASKS_LEAST - 1 + JOBS_MOST * TASKS_EACH];
	struct twin_list lists[TWINS_TASKS_LEAST - 1 + JOBS_MOST * TASKS_EACH];
	struct twins twins;
	struct jobs jobs;

	if (threads == 1)
		return twins_find(network, leads, likely, count);
	twins_begin(&twins, network, leads, likely);
	for (size_t k = 0; k < tasks; k++)
		list[k] = (struct search){.twins = &twins, .number = k, .tasks = tasks};
	jobs_start(&jobs, find, list, tasks, sizeof(*list), threads - 1);
	jobs_finish(&jobs);
	for (size_t k = 0; k < tasks; k++)
		lists[k] = list[k].found;
	return twins_end(&twins, lists, tasks, count);
}
