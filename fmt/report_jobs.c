/* A long section of a report is made by several jobs at once. */
#include "fmt/report_parts.h"
#include "src/base/jobs.h"
#include "src/base/rounds.h"

/* Things of a part: enough to make a thread worth while, not more than should wait in memory. */
enum { PART_MOST = 512, PART_LEAST = 128 };

struct many {
	const struct page *page;
	void (*add)(const struct page *page, const void *things, size_t first, size_t end);
	const void *things;
};

static void make_part(void *data, size_t first, size_t end, struct buf *text)
{
	const struct many *many = data;
	struct page page = *many->page;
	struct sink sink = {.fd = -1, .buf = *text};

	page.sink = &sink;
	page.is_part = true;
	many->add(&page, many->things, first, end);
	*text = sink.buf;
}

void page_add_many(const struct page *page,
		   void (*add)(const struct page *page, const void *things, size_t first,
			       size_t end),
		   const void *things, size_t count)
{
	size_t jobs = page->is_part ? 1 : jobs_count(count, PART_LEAST);
	size_t share = count / jobs + 1 < PART_MOST ? count / jobs + 1 : PART_MOST;
	struct many many = {.page = page, .add = add, .things = things};
	struct rounds rounds = {
		.count = count, .share = share, .jobs = jobs, .make = make_part, .data = &many};

	if (jobs > 1)
		rounds_write(&rounds, page->sink);
	else
		add(page, things, 0, count);
}
