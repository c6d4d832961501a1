/*
 * ni-refer: the people who were named in interviews and are no contacts yet.
 * ni-refer(1) says how they are told from those who are.
 */
#include "fmt/due_rows.h"
#include "fmt/program.h"
#include "fmt/refer.h"
#include "src/base/tool.h"

static const char usage[] =
	"usage: ni-refer [--all | --add] [-C DIR] [--today DATE] [-i ID[,...]] [--log FILE]\n"
	"                [--notes DIR] [-f csv|tsv|json|table] [FILE ...]\n"
	"       ni-refer -h | --help | --version\n";

static const int accepted[] = {OPTION_ALL, OPTION_ADD, PROGRAM_OPTIONS, 0};

struct opts {
	struct load_options load;
	enum format format;
	bool all, add;
};

static void parse_option(struct tool *tool, struct opts *opts, int key, const char *value)
{
	switch (key) {
	case OPTION_ALL:
		opts->all = true;
		break;
	case OPTION_ADD:
		opts->add = true;
		break;
	default:
		if (program_option(key, value, &opts->load, &opts->format) != 0)
			tool_misuse(tool, "unknown format '%s' (csv, tsv, json or table)", value);
	}
	if (opts->all && opts->add)
		tool_misuse(tool, "options '--all' and '--add' exclude each other");
}

static int run(struct tool *tool, struct opts *opts)
{
	struct load l;
	int error = 0;

	opts->load.today = tool->today;
	if (opts->add)
		opts->load.block = due_block;
	if (load(&l, &opts->load, tool->operands, tool->operand_count, &tool->diags) == 0) {
		leads_find(&l.leads, &l.network, &tool->diags);
		tool_report(tool);
		if (opts->add)
			(void)refer_add(&l, !l.everybody, opts->format, &error, &tool->diags);
		else if (opts->all)
			error = refer_write_all(&l, opts->format);
		else
			error = refer_write_leads(&l, opts->format);
	}
	load_release(&l);
	return tool_finish(tool, error);
}

int main(int argc, char **argv)
{
	struct opts opts = {
		.load = {.texts = TEXT_BIT(TEXT_ORG) | TEXT_BIT(TEXT_EMAIL), .no_log = true},
	};
	struct tool tool;
	const char *value;
	int key;

	tool_start(&tool, "ni-refer", usage, accepted);
	opts.format = stream_format();
	while ((key = tool_option(&tool, argc, argv, &value)) != 0)
		parse_option(&tool, &opts, key, value);
	return run(&tool, &opts);
}
