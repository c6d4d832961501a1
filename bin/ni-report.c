/*
 * ni-report: a Markdown report on the contact rows that it was given, joined with their log and
 * notes.
 */
#include "fmt/program.h"
#include "fmt/report_make.h"
#include "src/base/tool.h"

static const char usage[] =
	"usage: ni-report [-s NAME[,...]] [--period PERIOD] [--all] [--share] [--ascii]\n"
	"                 [-o FILE] [-C DIR] [--today DATE] [-i ID[,...]] [--log FILE]\n"
	"                 [--notes DIR] [FILE ...]\n"
	"       ni-report --contact ID [--share] [-o FILE] [-C DIR] [--today DATE]\n"
	"                 [--log FILE] [--notes DIR]\n"
	"       ni-report -s help\n"
	"       ni-report -h | --help | --version\n";

static const int accepted[] = {
	OPTION_PERIOD, OPTION_CONTACT, OPTION_SHARE, OPTION_SECTIONS, OPTION_ALL, OPTION_ASCII,
	OPTION_IDS,    OPTION_NOTES,   OPTION_LOG,   OPTION_OUTPUT,   0};

struct opts {
	struct load_options load;
	struct report_order order;
	const char *sections, *period;
};

static void parse_option(struct opts *opts, int key, const char *value)
{
	enum format unused = FORMAT_CSV; /* it takes no format */

	switch (key) {
	case OPTION_SECTIONS:
		opts->sections = value;
		break;
	case OPTION_CONTACT:
		opts->order.contact = value;
		break;
	case OPTION_PERIOD:
		opts->period = value;
		break;
	case OPTION_ALL:
		opts->order.view.all = true;
		break;
	case OPTION_SHARE:
		opts->order.view.share = true;
		break;
	case OPTION_ASCII:
		opts->order.view.ascii = true;
		break;
	case OPTION_OUTPUT:
		opts->order.file = value;
		break;
	default:
		(void)program_option(key, value, &opts->load, &unused);
	}
}

static void take_sections(struct tool *tool, struct opts *opts)
{
	struct span unknown;

	if (!opts->sections)
		report_sections_all(&opts->order.view);
	else if (report_sections_parse(span_str(opts->sections), &opts->order.view, &unknown) != 0)
		tool_misuse(tool, "-s: unknown section '%.*s' (-s help lists them)",
			    SPAN_ARG(unknown));
}

static void take_period(struct tool *tool, struct opts *opts)
{
	opts->order.period = PERIOD_ALL;
	if (opts->period &&
	    period_parse(span_str(opts->period), tool->today, &opts->order.period) != 0)
		tool_misuse(tool, "--period: found '%s', expected " PERIOD_FORMS, opts->period);
}

/* What the brief of one person does not take. */
static void check_contact(struct tool *tool, struct opts *opts)
{
	const char *other = opts->sections           ? "-s"
			    : opts->period           ? "--period"
			    : opts->load.ids         ? "-i"
			    : opts->order.view.all   ? "--all"
			    : opts->order.view.ascii ? "--ascii"
						     : NULL;

	if (other)
		tool_misuse(tool, "options '--contact' and '%s' exclude each other", other);
	if (tool->operand_count > 0)
		tool_misuse(tool, "'--contact' takes no rows: '%s' is one operand too many",
			    tool->operands[0]);
	opts->load.no_rows = true;
}

int main(int argc, char **argv)
{
	struct opts opts = {.order = {.contact = NULL}};
	struct report_making *making;
	struct tool tool;
	const char *value;
	int key, error = 0;

	tool_start(&tool, "ni-report", usage, accepted);
	while ((key = tool_option(&tool, argc, argv, &value)) != 0)
		parse_option(&opts, key, value);
	if (opts.sections && strcmp(opts.sections, "help") == 0)
		return tool_finish(&tool, report_tell_sections());
	take_sections(&tool, &opts);
	take_period(&tool, &opts);
	if (opts.order.contact)
		check_contact(&tool, &opts);
	opts.load.today = opts.order.today = tool.today;
	making = report_begin(&opts.order, &opts.load, tool.operands, tool.operand_count,
			      &tool.diags);
	tool_report(&tool);
	if (making)
		error = report_end(making, &tool.diags);
	return tool_finish(&tool, error);
}
