/*
 * ni-refer: the people who were named in interviews and are no contacts yet, and who named whom.
 * ni-refer(1) says how they are told from those who are.
 */
#include "fmt/due_rows.h"
#include "fmt/program.h"
#include "fmt/refer.h"
#include "fmt/refer_graph.h"
#include "src/base/tool.h"

static const char usage[] =
	"usage: ni-refer [--all | --add | --stats | --org NAME | --ask | --dupes | --dot |\n"
	"                --mermaid] [-C DIR] [--today DATE] [-i ID[,...]] [--log FILE]\n"
	"                [--notes DIR] [-f csv|tsv|json|table] [FILE ...]\n"
	"       ni-refer --path ID [-C DIR] [--today DATE] [--log FILE] [--notes DIR]\n"
	"       ni-refer --tree [-C DIR] [--today DATE] [--log FILE] [--notes DIR] [ID]\n"
	"       ni-refer -h | --help | --version\n";

static const int accepted[] = {OPTION_ALL,  OPTION_ADD,   OPTION_STATS,    OPTION_ORG,
			       OPTION_ASK,  OPTION_DUPES, OPTION_DOT,      OPTION_MERMAID,
			       OPTION_PATH, OPTION_TREE,  PROGRAM_OPTIONS, 0};

struct opts {
	struct load_options load;
	enum format format;
	const struct refer_form *form; /* NULL: the leads */
	const char *what;
	bool formatted;
};

static void take_form(struct tool *tool, struct opts *opts, const struct refer_form *form,
		      const char *value)
{
	const struct refer_form *other = opts->form;

	if (other && other != form)
		tool_misuse(tool, "options '%s' and '%s' exclude each other",
			    other < form ? other->name : form->name,
			    other < form ? form->name : other->name);
	opts->form = form;
	opts->what = value;
}

static void parse_option(struct tool *tool, struct opts *opts, int key, const char *value)
{
	const struct refer_form *form = refer_form_of(key);

	opts->formatted |= key == OPTION_FORMAT;
	if (form)
		take_form(tool, opts, form, value);
	else if (program_option(key, value, &opts->load, &opts->format) != 0)
		tool_misuse(tool, "unknown format '%s' (csv, tsv, json or table)", value);
}

static void check_options(struct tool *tool, struct opts *opts)
{
	const struct refer_form *form = opts->form;

	if (form && form->text && opts->formatted)
		tool_misuse(tool, "option '-f' is not for '%s'", form->name);
	if (!form || !form->one)
		return;
	if (opts->load.ids)
		tool_misuse(tool, "option '-i' is not for '%s'", form->name);
	if (form->key == OPTION_TREE && tool->operand_count == 1)
		opts->what = tool->operands[--tool->operand_count];
	if (tool->operand_count > 0)
		tool_misuse(tool, "'%s' takes no rows: '%s' is one operand too many", form->name,
			    tool->operands[tool->operand_count - 1]);
	opts->load.no_rows = true;
}

static int run(struct tool *tool, struct opts *opts)
{
	int key = opts->form ? opts->form->key : 0, error = 0;
	struct load l;

	opts->load.today = tool->today;
	opts->load.no_log = !opts->form || !opts->form->view || opts->form->people;
	if (key == OPTION_DUPES)
		opts->load.texts |= TEXT_BIT(TEXT_PHONE);
	if (key == OPTION_ADD)
		opts->load.block = due_block;
	if (load(&l, &opts->load, tool->operands, tool->operand_count, &tool->diags) == 0) {
		leads_find(&l.leads, &l.network, &tool->diags);
		if (key != OPTION_ADD) /* which adds nothing then, and says so */
			diags_doubt(&tool->diags);
		tool_report(tool);
		if (key == OPTION_ADD)
			(void)refer_add(&l, !l.everybody, opts->format, &error, &tool->diags);
		else if (key == OPTION_ALL)
			error = refer_write_all(&l, opts->format);
		else if (key == 0)
			error = refer_write_leads(&l, opts->format);
		else
			error = refer_write_view(&l, opts->form, opts->format, opts->what,
						 tool->today, &tool->no, &tool->diags);
	}
	load_release(&l);
	return tool_finish(tool, error);
}

int main(int argc, char **argv)
{
	struct opts opts = {
		.load = {.texts = TEXT_BIT(TEXT_ORG) | TEXT_BIT(TEXT_EMAIL)},
	};
	struct tool tool;
	const char *value;
	int key;

	tool_start(&tool, "ni-refer", usage, accepted);
	opts.format = stream_format();
	while ((key = tool_option(&tool, argc, argv, &value)) != 0)
		parse_option(&tool, &opts, key, value);
	check_options(&tool, &opts);
	return run(&tool, &opts);
}
