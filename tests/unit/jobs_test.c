/* Jobs: each is run once, on a thread or not, and together they take everything. */
#include "tests/unit/help.h"

#include "src/base/jobs.h"
#include "src/base/rounds.h"

struct job {
	unsigned runs;
	size_t first, sum;
};

static void add_up(void *data)
{
	struct job *job = data;

	job->runs++;
	for (size_t i = 0; i < 1000; i++)
		job->sum += job->first + i;
}

static void each_runs_once(void **state)
{
	(void)state;
	for (size_t count = 0; count <= JOBS_MOST; count++) {
		struct job jobs[JOBS_MOST + 1] = {0};

		for (size_t k = 0; k <= JOBS_MOST; k++)
			jobs[k].first = 1000 * k;
		jobs_run(add_up, jobs, count, sizeof(*jobs));
		for (size_t k = 0; k <= JOBS_MOST; k++) {
			assert_int_equal(jobs[k].runs, k < count);
			assert_int_equal(jobs[k].sum, k < count ? 1000000 * k + 499500 : 0);
		}
	}
}

static void beside_this_thread_too(void **state)
{
	(void)state;
	for (size_t threads = 0; threads <= JOBS_MOST + 1; threads++) {
		struct job list[3 * JOBS_MOST] = {0};
		struct jobs jobs;

		jobs_start(&jobs, add_up, list, COUNT(list), sizeof(*list), threads);
		jobs_finish(&jobs);
		for (size_t k = 0; k < COUNT(list); k++) {
			assert_int_equal(list[k].runs, 1);
			assert_int_equal(list[k].sum, 499500);
		}
	}
}

/* What a plan makes: jobs for whoever is there, or nothing. */
struct planned {
	struct job list[3 * JOBS_MOST];
	size_t threads;
	unsigned plans;
	bool none;
};

static void plan(struct jobs *jobs, void *data)
{
	struct planned *planned = data;

	planned->plans++;
	if (!planned->none)
		jobs_planned(jobs, add_up, planned->list, COUNT(planned->list),
			     sizeof(*planned->list), planned->threads);
}

static void planned_once_by_whoever_comes_first(void **state)
{
	(void)state;
	for (size_t round = 0; round < 400; round++) {
		struct planned planned = {.threads = round % (JOBS_MOST + 2),
					  .none = round % 7 == 0};
		struct jobs jobs;

		jobs_plan(&jobs, plan, &planned);
		for (volatile size_t i = 0; i < round * 50; i++)
			; /* the thread has begun, or not yet */
		jobs_finish(&jobs);
		assert_int_equal(planned.plans, 1);
		for (size_t k = 0; k < COUNT(planned.list); k++)
			assert_int_equal(planned.list[k].runs, !planned.none);
	}
}

static void count_is_in_bounds(void **state)
{
	static const size_t things[] = {0, 1, 9, 10, 19, 20, 1000, SIZE_MAX};

	(void)state;
	for (size_t i = 0; i < sizeof(things) / sizeof(*things); i++) {
		size_t count = jobs_count(things[i], 10);

		assert_in_range(count, 1, JOBS_MOST);
		assert_true(count == 1 || count <= things[i] / 10);
	}
}

static void shares_are_all_of_it(void **state)
{
	static const size_t things[] = {0, 1, 7, 8, 1000, SIZE_MAX - 1};

	(void)state;
	for (size_t i = 0; i < sizeof(things) / sizeof(*things); i++)
		for (size_t count = 1; count <= JOBS_MOST; count++) {
			assert_int_equal(jobs_share(things[i], 0, count), 0);
			assert_int_equal(jobs_share(things[i], count, count), things[i]);
			for (size_t k = 0; k < count; k++) {
				size_t share = jobs_share(things[i], k + 1, count) -
					       jobs_share(things[i], k, count);

				assert_in_range(share, things[i] / count, things[i] / count + 1);
			}
		}
}

static void add_numbers(void *data, size_t first, size_t end, struct buf *text)
{
	(void)data;
	if (text->n > 0)
		buf_add_str(text, "what is here? ");
	for (size_t i = first; i < end; i++)
		buf_add_format(text, "%zu;", i);
}

/* Whatever is made at once, it comes in order, and each thing once. */
static void rounds_come_in_order(void **state)
{
	(void)state;
	for (size_t count = 0; count < 40; count++) {
		struct buf wanted = BUF_INIT;

		add_numbers(NULL, 0, count, &wanted);
		for (size_t jobs = 1; jobs <= JOBS_MOST; jobs++)
			for (size_t share = 1; share < 12; share += 3) {
				struct rounds rounds = {.count = count,
							.share = share,
							.jobs = jobs,
							.make = add_numbers};
				struct sink sink = SINK_INIT(-1);

				rounds_write(&rounds, &sink);
				assert_span(buf_span(&sink.buf), wanted.p);
				sink_release(&sink);
			}
		buf_release(&wanted);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_runs_once),
		cmocka_unit_test(beside_this_thread_too),
		cmocka_unit_test(planned_once_by_whoever_comes_first),
		cmocka_unit_test(count_is_in_bounds),
		cmocka_unit_test(shares_are_all_of_it),
		cmocka_unit_test(rounds_come_in_order),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
