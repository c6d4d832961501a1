/*
 * ni-notes: interview notes as rows, for other filters to work on.
 */
#include "fmt/notes_rows.h"
#include "fmt/program.h"
#include "fmt/stream.h"
#include "src/base/tool.h"

static const char usage[] =
	"usage: ni-notes [--questions | --tasks | --referrals] [-C DIR] [--today DATE]\n"
	"                [--notes DIR] [-f csv|tsv|json|table] [FILE ...]\n"
	"       ni-notes -h | --help | --version\n";

static const int accepted[] = {OPTION_QUESTIONS, OPTION_TASKS,  OPTION_REFERRALS,
			       OPTION_NOTES,     OPTION_FORMAT, 0};

struct opts {
	struct load_options load;
	enum notes_form form;
	enum format format;
};

static void choose_form(struct tool *tool, struct opts *opts, enum notes_form form)
{
	if (opts->form != NOTES_NOTES && opts->form != form)
		tool_misuse(
			tool,
			"options '--questions', '--tasks' and '--referrals' exclude each other");
	opts->form = form;
}

static void parse_option(struct tool *tool, struct opts *opts, int key, const char *value)
{
	switch (key) {
	case OPTION_QUESTIONS:
		choose_form(tool, opts, NOTES_QUESTIONS);
		break;
	case OPTION_TASKS:
		choose_form(tool, opts, NOTES_TASKS);
		break;
	case OPTION_REFERRALS:
		choose_form(tool, opts, NOTES_REFERRALS);
		break;
	default:
		if (program_option(key, value, &opts->load, &opts->format) != 0)
			tool_misuse(tool, "unknown format '%s' (csv, tsv, json or table)", value);
	}
}

static int run(struct tool *tool, struct opts *opts)
{
	/* how much of the bodies each form needs */
	static const enum note_want wants[] = {
		[NOTES_NOTES] = NOTE_BODY,
		[NOTES_QUESTIONS] = NOTE_BODY,
		[NOTES_TASKS] = NOTE_TASKS,
		[NOTES_REFERRALS] = NOTE_HEAD,
	};
	struct load l;
	int error = 0;

	opts->load.today = tool->today;
	opts->load.note_want = wants[opts->form];
	if (load(&l, &opts->load, tool->operands, tool->operand_count, &tool->diags) == 0) {
		tool_report(tool);
		error = notes_rows_write(&l.network, opts->form, opts->format);
	}
	load_release(&l);
	return tool_finish(tool, error);
}

int main(int argc, char **argv)
{
	struct opts opts = {
		.load = {.texts = TEXT_BIT(TEXT_FIELD) | TEXT_BIT(TEXT_SECTOR),
			 .no_log = true,
			 .no_rows = true},
	};
	struct tool tool;
	const char *value;
	int key;

	tool_start(&tool, "ni-notes", usage, accepted);
	opts.format = stream_format();
	while ((key = tool_option(&tool, argc, argv, &value)) != 0)
		parse_option(&tool, &opts, key, value);
	return run(&tool, &opts);
}
