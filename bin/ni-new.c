/*
 * ni-new: a new note for an interview, with the questions to ask. ni-new(1) says which.
 */
#include <unistd.h>

#include "fmt/new.h"
#include "fmt/program.h"
#include "src/base/edit.h"
#include "src/base/io.h"
#include "src/base/tool.h"

static const char usage[] =
	"usage: ni-new [-e | --print] [-C DIR] [--today DATE] [--mode MODE] [--minutes N]\n"
	"              [--place PLACE] [--questions N] [--notes DIR] CONTACT DATE [TIME]\n"
	"       ni-new -h | --help | --version\n";

static const int accepted[] = {OPTION_EDIT,  OPTION_PRINT,          OPTION_MODE,  OPTION_MINUTES,
			       OPTION_PLACE, OPTION_QUESTION_COUNT, OPTION_NOTES, 0};

struct opts {
	struct load_options load;
	struct new_options note;
	bool edit;
};

static uint32_t parse_number(struct tool *tool, const char *name, unsigned max, const char *value)
{
	uint32_t number = 0;

	if (span_number(span_str(value), 1, max, &number) != 0)
		tool_misuse(tool, "%s: found '%s', expected a number from 1 to %u", name, value,
			    max);
	return number;
}

static void parse_option(struct tool *tool, struct opts *opts, int key, const char *value)
{
	switch (key) {
	case OPTION_EDIT:
		opts->edit = true;
		break;
	case OPTION_PRINT:
		opts->note.print = true;
		break;
	case OPTION_MODE:
		opts->note.mode = span_str(value);
		break;
	case OPTION_MINUTES:
		opts->note.minutes = parse_number(tool, "--minutes", 1440, value);
		break;
	case OPTION_PLACE:
		opts->note.place = span_str(value);
		break;
	case OPTION_QUESTION_COUNT:
		opts->note.questions = parse_number(tool, "--questions", 1000, value);
		break;
	default:
		opts->load.notes = opts->note.notes = value; /* --notes */
	}
	if (opts->edit && opts->note.print)
		tool_misuse(tool, "options '-e' and '--print' exclude each other");
}

static void parse_operands(struct tool *tool, struct opts *opts)
{
	char **operands = tool->operands;

	if (tool->operand_count < 2)
		return; /* told when it is known that there is a network */
	if (tool->operand_count > 3)
		tool_misuse(tool, "'%s' is one operand too many; quote what has blanks",
			    operands[3]);
	opts->note.contact = span_str(operands[0]);
	if (date_parse_said(span_str(operands[1]), tool->today, DATE_AHEAD, &opts->note.date) != 0)
		tool_misuse(tool, "date: found '%s', expected " DATE_AHEAD_FORMS, operands[1]);
	if (tool->operand_count < 3)
		return;
	opts->note.time = span_trim(span_str(operands[2]));
	if (!note_time_valid(opts->note.time))
		tool_misuse(tool, "time: found '%s', expected " TIME_FORM, operands[2]);
}

static int run(struct tool *tool, struct opts *opts)
{
	struct sink out = SINK_INIT(STDOUT_FILENO);
	struct buf path = BUF_INIT;
	struct load l;
	bool loaded = new_load(&l, &opts->load, &tool->diags) == 0;
	bool lacking = loaded && tool->operand_count < 2;
	bool made =
		loaded && !lacking && new_note(&l, &opts->note, &path, &out.buf, &tool->diags) == 0;
	load_release(&l);
	if (lacking)
		tool_misuse(tool, "expected a contact and the date of the interview");
	tool_report(tool);
	(void)sink_flush(&out); /* the sink remembers */
	if (made && opts->edit)
		(void)edit_file(path.p, &tool->diags); /* told, and the note stays */
	buf_release(&path);
	sink_release(&out);
	return tool_finish(tool, out.error);
}

int main(int argc, char **argv)
{
	struct opts opts = {.load = {.texts = NEW_TEXTS,
				     .note_want = NOTE_BODY,
				     .no_log = true,
				     .no_rows = true}};
	const char *value;
	struct tool tool;
	int key;

	tool_start(&tool, "ni-new", usage, accepted);
	while ((key = tool_option(&tool, argc, argv, &value)) != 0)
		parse_option(&tool, &opts, key, value);
	opts.load.today = tool.today;
	parse_operands(&tool, &opts);
	return run(&tool, &opts);
}
