/* A long section of a report is made by several jobs at once. */
#include "fmt/report_parts.h"
#include "src/base/jobs.h"

/* Things of a part: enough to make a thread worth while, not more than should wait in memory. */
enum { PART_MOST = 512, PART_LEAST = 128 };

struct part {
	JOB_ALIGNED struct page page;
	struct sink sink;
	void (*add)(const struct page *page, const void *things, size_t first, size_t end);
	const void *things;
	size_t first, end;
};

static void make_part(void *job)
{
	struct part *part = job;

	part->add(&part->page, part->things, part->first, part->end);
}

/* In rounds: several parts are made at once, then written in their order. */
void page_add_many(const struct page *page,
		   void (*add)(const struct page *page, const void *things, size_t first,
			       size_t end),
		   const void *things, size_t count)
{
	size_t jobs = page->is_part ? 1 : jobs_count(count, PART_LEAST), done = 0;
	size_t share = count / jobs + 1 < PART_MOST ? count / jobs + 1 : PART_MOST;
	struct part parts[JOBS_MOST];

	if (jobs == 1) {
		add(page, things, 0, count);
		return;
	}
	for (size_t k = 0; k < jobs; k++) {
		parts[k] = (struct part){.page = *page, .add = add, .things = things};
		parts[k].sink = SINK_INIT(-1);
		parts[k].page.sink = &parts[k].sink;
		parts[k].page.is_part = true;
	}
	while (done < count) {
		for (size_t k = 0; k < jobs; k++) {
			parts[k].first = done;
			done = count - done < share ? count : done + share;
			parts[k].end = done;
		}
		jobs_run(make_part, parts, jobs, sizeof(*parts));
		for (size_t k = 0; k < jobs; k++)
			sink_take(page->sink, &parts[k].sink.buf);
	}
	for (size_t k = 0; k < jobs; k++)
		sink_release(&parts[k].sink);
}
