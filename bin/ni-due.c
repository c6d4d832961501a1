/*
 * ni-due: the actions that are due, each with the row of the person whom it
 * concerns. ni-due(1) has the rules.
 */
#include "fmt/due_jobs.h"
#include "fmt/due_rows.h"
#include "fmt/due_why.h"
#include "fmt/program.h"
#include "src/base/tool.h"

static const char usage[] =
	"usage: ni-due [-q] [-C DIR] [--today DATE] [--within DURATION] [-a ACTION[,...]] [-n N]\n"
	"              [--lapsed] [-i ID[,...]] [--log FILE] [--notes DIR]\n"
	"              [-f csv|tsv|json|table] [FILE ...]\n"
	"       ni-due --why ID [-C DIR] [--today DATE] [--within DURATION] [-a ACTION[,...]]\n"
	"              [--lapsed] [--log FILE] [--notes DIR] [FILE ...]\n"
	"       ni-due -h | --help | --version\n";

static const int accepted[] = {
	OPTION_WITHIN, OPTION_ACTIONS, OPTION_COUNT,    OPTION_LAPSED,
	OPTION_QUIET,  OPTION_WHY,     PROGRAM_OPTIONS, 0,
};

struct opts {
	struct due_options due;
	struct load_options load;
	enum format format;
	uint32_t most;
	bool quiet, listing; /* listing: an option was given that is about lists */
	const char *why;     /* whose rules are to be explained; NULL: rows are listed */
};

static void parse_option(struct tool *tool, struct opts *opts, int key, const char *value)
{
	struct span bad;

	switch (key) {
	case OPTION_WITHIN:
		if (duration_parse(span_str(value), &opts->due.within) != 0)
			tool_misuse(tool, "--within: '%s' is no duration (%s)", value,
				    DURATION_FORMS);
		break;
	case OPTION_ACTIONS:
		if (actions_parse(span_str(value), &opts->due.kinds, &bad) != 0)
			tool_misuse(tool, "-a: unknown action '%.*s'; ni-due(1) lists them",
				    SPAN_ARG(bad));
		break;
	case OPTION_COUNT:
		if (span_number(span_str(value), 0, UINT32_MAX, &opts->most) != 0)
			tool_misuse(tool, "-n: '%s' is no number of rows", value);
		break;
	case OPTION_LAPSED:
		opts->due.lapsed = true;
		break;
	case OPTION_QUIET:
		opts->quiet = true;
		break;
	case OPTION_WHY:
		opts->why = value;
		break;
	default:
		if (program_option(key, value, &opts->load, &opts->format) != 0)
			tool_misuse(tool, "unknown format '%s' (csv, tsv, json or table)", value);
	}
}

static int run(struct tool *tool, struct opts *opts)
{
	struct load l;
	struct due due = {0};
	int error = 0;

	opts->load.today = opts->due.today = tool->today;
	if (load(&l, &opts->load, tool->operands, tool->operand_count, &tool->diags) == 0) {
		leads_find(&l.leads, &l.network, &tool->diags);
		if (!opts->quiet)
			diags_doubt(&tool->diags);
		tool_report(tool);
		if (opts->why) {
			error = due_why(&l, &opts->due, span_str(opts->why), &tool->diags);
		} else {
			due_compute_divided(&due, &l.network, &l.leads, &opts->due);
			if (!opts->quiet)
				error = due_rows_write(&l, &due, opts->format, opts->most);
			tool->no = opts->quiet && due.count == 0;
		}
	}
	due_release(&due);
	load_release(&l);
	return tool_finish(tool, error);
}

int main(int argc, char **argv)
{
	struct opts opts = {
		.due = {.kinds = UINT32_MAX},
		.load = {.block = due_block,
			 .texts = DUE_TEXTS,
			 .event_notes = DUE_EVENT_NOTES,
			 .note_want = NOTE_TASKS},
		.most = UINT32_MAX,
	};
	struct tool tool;
	const char *value;
	int key;

	tool_start(&tool, "ni-due", usage, accepted);
	opts.format = stream_format();
	while ((key = tool_option(&tool, argc, argv, &value)) != 0) {
		opts.listing |= key == OPTION_COUNT || key == OPTION_QUIET ||
				key == OPTION_FORMAT || key == OPTION_IDS;
		parse_option(&tool, &opts, key, value);
	}
	if (opts.why && opts.listing)
		tool_misuse(&tool, "options '-f', '-i', '-n' and '-q' are not for '--why'");
	return run(&tool, &opts);
}
