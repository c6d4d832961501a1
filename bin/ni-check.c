/*
 * ni-check: every fault of a network, each with its place and the name of the rule it breaks.
 * ni-check(1) has the rules.
 */
#include "fmt/check.h"
#include "src/base/tool.h"
#include "src/check.h"

static const char usage[] =
	"usage: ni-check [--strict] [--ignore RULE[,...]] [-C DIR] [--today DATE] [FILE ...]\n"
	"       ni-check --list\n"
	"       ni-check -h | --help | --version\n";

static const int accepted[] = {OPTION_STRICT, OPTION_IGNORE, OPTION_RULES, 0};

struct opts {
	struct check_options check;
	bool list;
};

static void ignore(struct tool *tool, struct opts *opts, const char *names)
{
	const char *meant;
	struct span bad;

	if (check_ignore(opts->check.ignored, span_str(names), &bad) == 0)
		return;
	meant = check_rule_suggest(bad);
	tool_misuse(tool, "--ignore: unknown rule '%.*s'%s%s%s", SPAN_ARG(bad),
		    meant ? "; did you mean '" : " (ni-check --list lists them)",
		    meant ? meant : "", meant ? "'?" : "");
}

static void parse_option(struct tool *tool, struct opts *opts, int key, const char *value)
{
	switch (key) {
	case OPTION_STRICT:
		opts->check.strict = true;
		break;
	case OPTION_IGNORE:
		ignore(tool, opts, value);
		break;
	case OPTION_RULES:
		opts->list = true;
		break;
	default:
		break;
	}
}

static int run(struct tool *tool, struct opts *opts)
{
	size_t count = 0;
	int error;

	if (opts->list)
		return tool_finish(tool, check_list());
	opts->check.today = tool->today;
	opts->check.operands = tool->operands;
	opts->check.operand_count = tool->operand_count;
	error = check_run(&opts->check, &count, &tool->diags);
	tool->no = count > 0;
	return tool_finish(tool, error);
}

int main(int argc, char **argv)
{
	bool ignored[CHECK_RULES_MOST] = {0};
	struct opts opts = {.check = {.ignored = ignored}};
	struct tool tool;
	const char *value;
	int key;

	tool_start(&tool, "ni-check", usage, accepted);
	while ((key = tool_option(&tool, argc, argv, &value)) != 0)
		parse_option(&tool, &opts, key, value);
	return run(&tool, &opts);
}
