#include "fmt/due_jobs.h"

#include "src/base/jobs.h"

/* Fewer people are done faster than divided. */
#define PEOPLE_LEAST 8192

struct range {
	JOB_ALIGNED struct due branch;
	size_t first, end;
};

static void compute(void *job)
{
	struct range *range = job;

	due_range(&range->branch, range->first, range->end);
}

void due_compute_divided(struct due *due, const struct network *network, const struct leads *leads,
			 const struct due_options *options)
{
	size_t people = network->contact_count, count = jobs_count(people, PEOPLE_LEAST);
	struct range ranges[JOBS_MOST];

	if (count == 1) {
		due_compute(due, network, leads, options);
		return;
	}
	due_begin(due, network, leads, options);
	for (size_t k = 0; k < count; k++) {
		ranges[k].first = jobs_share(people, k, count);
		ranges[k].end = jobs_share(people, k + 1, count);
		due_branch(&ranges[k].branch, due, ranges[k].end - ranges[k].first);
	}
	jobs_run(compute, ranges, count, sizeof(*ranges));
	for (size_t k = 0; k < count; k++)
		due_take(due, &ranges[k].branch, ranges[k].first, ranges[k].end);
	due_end(due);
}
