/* What ni-check looks for, divided among the processors: each part looks at other files. */
#include "fmt/check_parts.h"
#include "src/base/jobs.h"

/* Fewer of them are not worth a thread. */
enum { NOTES_LEAST = 48, THINGS_LEAST = 512, PARTS_MOST = JOBS_MOST + 4 };

struct part {
	struct check check;
	struct diags found;
	void (*run)(struct check *check);
};

static void run_part(void *job)
{
	struct part *part = job;

	part->check.found = &part->found;
	part->run(&part->check);
}

/* The findings are put in order later. */
static size_t plan(struct part *parts, const struct check *check)
{
	void (*const files[])(struct check *) = {check_settings, check_questions, check_contacts,
						 check_log};
	size_t notes = check->load->texts.count, count = 0;
	size_t divided = jobs_count(notes, NOTES_LEAST);

	for (size_t k = 0; k < sizeof(files) / sizeof(*files); k++)
		parts[count++] = (struct part){.check = *check, .run = files[k]};
	for (size_t k = 0; k < divided; k++) {
		parts[count] = (struct part){.check = *check, .run = check_notes};
		parts[count].check.first = jobs_share(notes, k, divided);
		parts[count++].check.end = jobs_share(notes, k + 1, divided);
	}
	return count;
}

static void release(struct check *check)
{
	diags_release(&check->quiet);
	arena_release(&check->scratch);
}

void check_everything(struct load *load, int32_t today, struct diags *found)
{
	const struct network *network = &load->network;
	size_t things = network->contact_count + network->event_count + load->texts.count;
	struct arena arena = {0};
	struct leads leads = {0}; /* for what they are told to have; no part can see them */
	struct check check = {.load = load, .today = today};
	struct part parts[PARTS_MOST];
	struct jobs jobs;
	size_t count;

	check.clashes = check_clashes(network, today, &arena);
	count = plan(parts, &check);
	jobs_start(&jobs, run_part, parts, count, sizeof(*parts),
		   jobs_count(things, THINGS_LEAST) - 1);
	leads_find(&leads, network, load->unknown ? &check.quiet : found);
	jobs_finish(&jobs);
	for (size_t k = 0; k < count; k++) {
		diags_adopt(found, &parts[k].found);
		release(&parts[k].check);
	}
	release(&check);
	leads_release(&leads);
	arena_release(&arena);
}
