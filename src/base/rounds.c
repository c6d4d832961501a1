#include "src/base/rounds.h"

#include "src/base/jobs.h"

struct part {
	const struct rounds *rounds;
	size_t first, end;
	struct buf text;
};

/* Its buffer is here meanwhile: of two that lie side by side in memory, each job would wait for the
 * other's processor. */
static void make_part(void *job)
{
	struct part *part = job;
	struct buf text = part->text;

	part->rounds->make(part->rounds->data, part->first, part->end, &text);
	part->text = text;
}

void rounds_write(const struct rounds *rounds, struct sink *sink)
{
	struct part parts[JOBS_MOST];
	size_t done = 0;

	for (size_t k = 0; k < rounds->jobs; k++)
		parts[k] = (struct part){.rounds = rounds, .text = BUF_INIT};
	while (done < rounds->count) {
		for (size_t k = 0; k < rounds->jobs; k++) {
			size_t left = rounds->count - done;

			parts[k].first = done;
			done += left < rounds->share ? left : rounds->share;
			parts[k].end = done;
		}
		jobs_run(make_part, parts, rounds->jobs, sizeof(*parts));
		for (size_t k = 0; k < rounds->jobs; k++)
			sink_take(sink, &parts[k].text);
	}
	for (size_t k = 0; k < rounds->jobs; k++)
		buf_release(&parts[k].text);
}
