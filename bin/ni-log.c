/* ni-log: appends an event to the log, and says what that closed and what is next; or prints what
 * has happened. */
#include "fmt/log.h"
#include "fmt/log_event.h"
#include "fmt/log_rows.h"
#include "fmt/program.h"
#include "src/base/tool.h"

static const char usage[] =
	"usage: ni-log [-q] [-C DIR] [--today DATE] [--date DATE] [--via VIA] [--until DATE]\n"
	"              [--log FILE] [--notes DIR] CONTACT[,...] EVENT [NOTE ...]\n"
	"       ni-log [-C DIR] [--today DATE] [--log FILE] [--notes DIR]\n"
	"              [-f csv|tsv|json|table] [CONTACT[,...]]\n"
	"       ni-log -h | --help | --version\n";

static const int accepted[] = {OPTION_QUIET, OPTION_DATE,  OPTION_VIA,    OPTION_UNTIL,
			       OPTION_LOG,   OPTION_NOTES, OPTION_FORMAT, 0};

struct opts {
	struct load_options load;
	struct log_said said;
	enum format format;
	bool quiet, formatted;
};

static void parse_option(struct tool *tool, struct opts *opts, int key, const char *value)
{
	switch (key) {
	case OPTION_QUIET:
		opts->quiet = true;
		break;
	case OPTION_DATE:
		opts->said.date = value;
		break;
	case OPTION_VIA:
		opts->said.via = value;
		break;
	case OPTION_UNTIL:
		opts->said.until = value;
		break;
	default:
		opts->formatted |= key == OPTION_FORMAT;
		if (program_option(key, value, &opts->load, &opts->format) != 0)
			tool_misuse(tool, "unknown format '%s' (csv, tsv, json or table)", value);
	}
}

static int log_it(struct tool *tool, struct opts *opts)
{
	struct log_event event;
	int error = 0;

	if (opts->formatted)
		tool_misuse(tool, "-f is for printing the log: with an EVENT there are no rows");
	opts->said.who = tool->operands[0];
	opts->said.event = tool->operands[1];
	opts->said.words = tool->operands + 2;
	opts->said.word_count = tool->operand_count - 2;
	if (log_event_add(&event, &opts->load, &opts->said, &tool->diags) == 0 && !opts->quiet) {
		log_event_doubt(&event, &tool->diags);
		tool_report(tool);
		error = log_event_answer(&event, &tool->diags);
	}
	log_event_release(&event);
	return tool_finish(tool, error);
}

/* Returns 0; or -1 if nothing is to be printed. */
static int find_history(struct load *l, const char *who, struct history *history,
			struct diags *diags)
{
	struct people people;

	if (who && log_who_find(l, who, &people, diags) != 0)
		return -1;
	for (size_t i = 0; i < (who ? people.count : l->network.contact_count); i++)
		history_add(history, &l->network, who ? people.list[i] : (uint32_t)i, who != NULL);
	history_sort(history);
	return 0;
}

static int print_log(struct tool *tool, struct opts *opts)
{
	char *who = tool->operand_count > 0 ? tool->operands[0] : NULL;
	struct history history = {0};
	struct load l;
	int error = 0;

	if (opts->quiet || opts->said.date || opts->said.via || opts->said.until)
		tool_misuse(tool, "-q, --date, --via and --until are for logging: name an EVENT");
	opts->load.no_notes = !who;
	if (log_who_load(&l, &opts->load, who, &tool->diags) == 0 &&
	    find_history(&l, who, &history, &tool->diags) == 0) {
		tool_report(tool);
		error = log_rows_write(&l.network, &history, tool->today, opts->format);
	}
	history_release(&history);
	load_release(&l);
	return tool_finish(tool, error);
}

int main(int argc, char **argv)
{
	struct opts opts = {
		.load = {.texts = TEXT_BIT(TEXT_ORG),
			 .event_notes = EVENTS_ALL | LOG_VIAS,
			 .note_want = NOTE_BODY},
	};
	struct tool tool;
	const char *value;
	int key;

	tool_start(&tool, "ni-log", usage, accepted);
	tool.words_from = 2;
	opts.format = stream_format();
	while ((key = tool_option(&tool, argc, argv, &value)) != 0)
		parse_option(&tool, &opts, key, value);
	opts.load.today = tool.today;
	return tool.operand_count > 1 ? log_it(&tool, &opts) : print_log(&tool, &opts);
}
