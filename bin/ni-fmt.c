/*
 * ni-fmt: contacts, log and notes in canonical form, so that a diff shows what has changed.
 */
#include <string.h>
#include <unistd.h>

#include "fmt/format.h"
#include "fmt/load_rows.h"
#include "fmt/place.h"
#include "fmt/textconv.h"
#include "src/base/tool.h"

static const char usage[] =
	"usage: ni-fmt [-d] [-l] [-w] [--ids] [-C DIR] [--today DATE] [FILE ...]\n"
	"       ni-fmt --textconv [-C DIR] [--today DATE] FILE\n"
	"       ni-fmt -h | --help | --version\n";

static const int accepted[] = {OPTION_DIFF,    OPTION_LIST,     OPTION_WRITE,
			       OPTION_NEW_IDS, OPTION_TEXTCONV, 0};

struct opts {
	struct format_options format;
	bool textconv;
};

static void parse_option(struct opts *opts, int key)
{
	switch (key) {
	case OPTION_DIFF:
		opts->format.diff = true;
		break;
	case OPTION_LIST:
		opts->format.list = true;
		break;
	case OPTION_WRITE:
		opts->format.write = true;
		break;
	case OPTION_NEW_IDS:
		opts->format.ids = true;
		break;
	default:
		opts->textconv = true;
	}
}

static bool has_letter(const struct opts *opts)
{
	return opts->format.diff || opts->format.list || opts->format.write;
}

static void check_use(struct tool *tool, const struct opts *opts)
{
	if (opts->textconv && (has_letter(opts) || opts->format.ids))
		tool_misuse(tool, "option '--textconv' goes with no other");
	if (opts->textconv && tool->operand_count != 1)
		tool_misuse(tool, "option '--textconv' takes one file");
	for (size_t i = 0; i < tool->operand_count; i++)
		if (opts->format.write && strcmp(tool->operands[i], "-") == 0)
			tool_misuse(tool, "option '-w' cannot write to standard input");
}

/* Without a letter all files would come out as one text. */
static void want_operand(struct tool *tool)
{
	struct arena arena = {0};
	struct place place;
	bool found = place_find(&place, &arena, &tool->diags) == 0 && place.found;

	arena_release(&arena);
	if (found)
		tool_misuse(tool, "no file named; -l, -d and -w take all files of the network");
	if (tool->diags.errors == 0)
		place_missing(&tool->diags);
}

static void run(struct tool *tool, struct opts *opts, struct sink *out)
{
	struct format_options *format = &opts->format;

	if (opts->textconv)
		textconv_file(tool->operands[0], out, &tool->diags);
	else if (tool->operand_count > 0)
		format_operands(format, tool->operands, tool->operand_count, out, &tool->diags);
	else if (has_letter(opts))
		format_network(format, out, &tool->diags);
	else if (standard_input_has_rows())
		format_input(format, out, &tool->diags);
	else
		want_operand(tool);
	(void)sink_flush(out); /* out->error tells */
	tool->no = (format->list || format->diff) && format->differs;
}

int main(int argc, char **argv)
{
	struct sink out = SINK_INIT(STDOUT_FILENO);
	struct opts opts = {.textconv = false};
	struct tool tool;
	const char *value;
	int key, error;

	tool_start(&tool, "ni-fmt", usage, accepted);
	while ((key = tool_option(&tool, argc, argv, &value)) != 0)
		parse_option(&opts, key);
	check_use(&tool, &opts);
	run(&tool, &opts, &out);
	error = out.error;
	sink_release(&out);
	return tool_finish(&tool, error);
}
