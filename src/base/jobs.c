#include "src/base/jobs.h"

#include <pthread.h>
#include <stdbool.h>

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

struct worker {
	void (*run)(void *job);
	void *job;
	pthread_t thread;
	bool started;
};

static void *start(void *data)
{
	const struct worker *worker = data;

	worker->run(worker->job);
	return NULL;
}

void jobs_run(void (*run)(void *job), void *jobs, size_t count, size_t size)
{
	struct worker workers[JOBS_MOST] = {0};

	for (size_t k = 0; k < count; k++) {
		struct worker *w = &workers[k];

		w->run = run;
		w->job = (char *)jobs + k * size;
		w->started = k > 0 && pthread_create(&w->thread, NULL, start, w) == 0;
	}
	for (size_t k = 0; k < count; k++)
		if (!workers[k].started)
			run(workers[k].job);
	for (size_t k = 0; k < count; k++)
		if (workers[k].started && pthread_join(workers[k].thread, NULL) != 0)
			mem_exhausted(); /* cannot be: it is ours, and was not joined */
}
