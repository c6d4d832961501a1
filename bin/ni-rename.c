/*
 * ni-rename: gives a person another id in all files of a network at once, or makes two people one.
 */
#include <unistd.h>

#include "fmt/rename.h"
#include "src/base/io.h"
#include "src/base/tool.h"
#include "src/base/utf8.h"

static const char usage[] =
	"usage: ni-rename [-n] [--merge [--force]] [-C DIR] [--today DATE] OLD NEW\n"
	"       ni-rename -h | --help | --version\n";

static const int accepted[] = {OPTION_DRY_RUN, OPTION_MERGE, OPTION_FORCE, 0};

static void parse_option(struct rename_options *options, int key)
{
	switch (key) {
	case OPTION_DRY_RUN:
		options->dry = true;
		break;
	case OPTION_MERGE:
		options->merge = true;
		break;
	default:
		options->force = true;
	}
}

static struct span parse_id(struct tool *tool, const char *name, const char *id)
{
	struct arena arena = {0};
	bool valid = utf8_is_id(utf8_nfc(&arena, span_str(id)));

	arena_release(&arena);
	if (!valid)
		tool_misuse(tool, "%s: found '%s', expected an id: " ID_RULE, name, id);
	return span_str(id);
}

static void parse_operands(struct tool *tool, struct rename_options *options)
{
	if (options->force && !options->merge)
		tool_misuse(tool, "--force is for --merge");
	if (tool->operand_count < 2)
		return; /* told when it is known that there is a network */
	if (tool->operand_count > 2)
		tool_misuse(tool, "'%s' is one operand too many", tool->operands[2]);
	options->old = parse_id(tool, "OLD", tool->operands[0]);
	options->new = parse_id(tool, "NEW", tool->operands[1]);
}

static int run(struct tool *tool, const struct rename_options *options)
{
	const struct load_options wanted = {
		.note_want = NOTE_HEAD, .today = tool->today, .no_log = true, .no_rows = true};
	struct sink out = SINK_INIT(STDOUT_FILENO);
	struct load l;
	bool loaded = load(&l, &wanted, NULL, 0, &tool->diags) == 0;
	bool lacking = loaded && tool->operand_count < 2;

	tool_report(tool);
	if (loaded && !lacking)
		(void)rename_person(&l, options, &out.buf, &tool->no, &tool->diags);
	load_release(&l);
	if (lacking)
		tool_misuse(tool, "expected the id of a contact and their new one");
	(void)sink_flush(&out); /* the sink remembers */
	tool_report(tool);
	if (tool->no)
		tool_tell(SPAN("ni-rename: nothing was changed; --force merges them nevertheless"));
	sink_release(&out);
	return tool_finish(tool, out.error);
}

int main(int argc, char **argv)
{
	struct rename_options options = {0};
	struct tool tool;
	const char *value;
	int key;

	tool_start(&tool, "ni-rename", usage, accepted);
	while ((key = tool_option(&tool, argc, argv, &value)) != 0)
		parse_option(&options, key);
	parse_operands(&tool, &options);
	return run(&tool, &options);
}
