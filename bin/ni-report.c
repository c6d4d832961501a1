/*
 * ni-report: a Markdown report on the contact rows that it was given, joined
 * with their log and notes.
 */
#include <unistd.h>

#include "fmt/due_rows.h"
#include "fmt/program.h"
#include "fmt/report.h"
#include "fmt/report_items.h"
#include "src/base/tool.h"

static const char usage[] =
	"usage: ni-report [-C DIR] [--today DATE] [-i ID[,...]] [--log FILE] [--notes DIR]\n"
	"                 [FILE ...]\n"
	"       ni-report -h | --help | --version\n";

static const int accepted[] = {OPTION_IDS, OPTION_LOG, OPTION_NOTES, 0};

/* The days after today that "next seven days" speaks of. */
static const struct duration soon = {REPORT_SOON_DAYS, 'd'};

static size_t find_items(struct load *l, struct due *due, int32_t today, struct arena *arena,
			 struct report_item **items, struct diags *diags)
{
	struct due_options options = {.today = today, .within = soon, .kinds = UINT32_MAX};

	if (report_items_given(l))
		return report_items_rows(l, arena, items, diags);
	due_compute(due, &l->network, &l->leads, &options);
	return report_items_due(arena, due, items);
}

static int write_report(struct tool *tool, struct load *l)
{
	struct sink sink = SINK_INIT(STDOUT_FILENO);
	struct arena arena = {0};
	struct due due = {0};
	struct report report;
	struct report_item *items;
	size_t count;

	leads_find(&l->leads, &l->network, &tool->diags);
	count = find_items(l, &due, tool->today, &arena, &items, &tool->diags);
	report_compute(&report, &l->network, &l->leads, items, count, tool->today);
	tool_report(tool);
	report_render(&report, &sink);
	(void)sink_flush(&sink); /* the sink remembers */
	report_release(&report);
	due_release(&due);
	arena_release(&arena);
	sink_release(&sink);
	return sink.error;
}

int main(int argc, char **argv)
{
	struct load_options options = {
		.block = due_block,
		.texts = DUE_TEXTS,
		.event_notes = DUE_EVENT_NOTES,
		.note_want = NOTE_TASKS,
		.keep_leads = true,
	};
	struct tool tool;
	struct load l;
	enum format unused = FORMAT_CSV;
	const char *value;
	int key, error = 0;

	tool_start(&tool, "ni-report", usage, accepted);
	while ((key = tool_option(&tool, argc, argv, &value)) != 0)
		(void)program_option(key, value, &options, &unused); /* takes no format */
	options.today = tool.today;
	if (load(&l, &options, tool.operands, tool.operand_count, &tool.diags) == 0)
		error = write_report(&tool, &l);
	load_release(&l);
	return tool_finish(&tool, error);
}
