/*
 * ni-init: a new network in a folder. What is there already is left as it is.
 */
#include <unistd.h>

#include "fmt/init.h"
#include "src/base/tool.h"

static const char usage[] = "usage: ni-init [--git] [-C DIR] [--today DATE] [DIR]\n"
			    "       ni-init -h | --help | --version\n";

static const int accepted[] = {OPTION_GIT, 0};

static int run(struct tool *tool, struct init_options *options)
{
	struct sink out = SINK_INIT(STDOUT_FILENO);
	int error;

	if (tool->operand_count > 1)
		tool_misuse(tool, "one folder at most: '%s' is a second one", tool->operands[1]);
	if (tool->operand_count > 0)
		options->folder = tool->operands[0];
	(void)init_network(options, &out, &tool->diags); /* a failure is among the diagnostics */
	(void)sink_flush(&out);                          /* out.error tells */
	error = out.error;
	sink_release(&out);
	return tool_finish(tool, error);
}

int main(int argc, char **argv)
{
	struct tool tool;
	const char *value;
	struct init_options options = {.self = argv[0]};

	tool_start(&tool, "ni-init", usage, accepted);
	while (tool_option(&tool, argc, argv, &value) == OPTION_GIT)
		options.repository = true;
	return run(&tool, &options);
}
