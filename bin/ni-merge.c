/*
 * ni-merge: three versions of contacts.csv into one, for git. ni-merge(1) says how.
 */
#include "fmt/merge.h"
#include "src/base/status.h"
#include "src/base/tool.h"

/* To git, less than 129 is a merge that ended, with conflicts. */
const int status_failed = 129;

static const char usage[] = "usage: ni-merge [-C DIR] [--today DATE] BASE OURS THEIRS [PATH]\n"
			    "       ni-merge -h | --help | --version\n";

static const int accepted[] = {0};

static int run(struct tool *tool)
{
	struct merge_paths paths;

	if (tool->operand_count < 3 || tool->operand_count > 4)
		tool_misuse(tool, "expected three files, and perhaps a fourth as their name");
	paths = (struct merge_paths){
		.base = tool->operands[0],
		.ours = tool->operands[1],
		.theirs = tool->operands[2],
		.path = tool->operand_count == 4 ? tool->operands[3] : NULL,
	};
	tool->no = merge_contacts(&paths, &tool->diags) == 1;
	return tool_finish(tool, 0);
}

int main(int argc, char **argv)
{
	struct tool tool;
	const char *value;

	tool_start(&tool, "ni-merge", usage, accepted);
	while (tool_option(&tool, argc, argv, &value) != 0)
		continue; /* has none of its own */
	return run(&tool);
}
