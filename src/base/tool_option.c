/* The command line. */
#include <errno.h>
#include <stdlib.h>
#include <unistd.h>

#include "src/base/date.h"
#include "src/base/io.h"
#include "src/base/mem.h"
#include "src/base/os.h"
#include "src/base/tool.h"
#include "src/base/utf8.h"

#ifndef NI_VERSION
#define NI_VERSION "unknown"
#endif

_Noreturn static void end(struct tool *tool, int output_error)
{
	exit(tool_finish(tool, output_error));
}

_Noreturn void tool_misuse(struct tool *tool, const char *format, ...)
{
	struct sink out = SINK_INIT(STDERR_FILENO);
	struct buf text = BUF_INIT;
	va_list args;

	va_start(args, format);
	buf_add_args(&text, format, args);
	va_end(args);
	diag_fail(&tool->diags, "%s", text.p);
	buf_release(&text);
	tool_report(tool);
	buf_add_str(&out.buf, tool->usage);
	(void)sink_flush(&out); /* nowhere is left to tell that it failed */
	sink_release(&out);
	end(tool, 0);
}

/* Prints text, which is released, on standard output and ends the program. */
_Noreturn static void answer(struct tool *tool, struct buf text)
{
	struct sink out = {.fd = STDOUT_FILENO, .buf = text};

	(void)sink_flush(&out); /* out.error tells */
	sink_release(&out);
	end(tool, out.error);
}

_Noreturn static void answer_help(struct tool *tool)
{
	struct buf text = BUF_INIT;

	buf_add_str(&text, tool->usage);
	answer(tool, text);
}

_Noreturn static void answer_version(struct tool *tool)
{
	struct buf text = BUF_INIT;

	buf_add_format(&text, "%s %s\n", tool->name, NI_VERSION);
	answer(tool, text);
}

static bool is_accepted(const struct tool *tool, enum option_key key)
{
	if (key <= OPTION_VERSION)
		return true;
	for (const int *k = tool->accepted; k != NULL && *k != 0; k++)
		if (*k == (int)key)
			return true;
	return false;
}

static const struct option *find_letter(const struct tool *tool, char letter)
{
	for (const struct option *o = option_table; o->key != 0; o++)
		if (o->letter == letter && letter != '\0' && is_accepted(tool, o->key))
			return o;
	return NULL;
}

static const struct option *find_name(const struct tool *tool, struct span name)
{
	for (const struct option *o = option_table; o->key != 0; o++)
		if (o->name != NULL && span_is(name, o->name) && is_accepted(tool, o->key))
			return o;
	return NULL;
}

/* --name, --name=value, --name value; at is behind it. */
static enum option_key long_option(struct tool *tool, int argc, char **argv, const char **value)
{
	const char *text = argv[tool->at++] + 2;
	const char *equals = strchr(text, '=');
	struct span name = equals != NULL ? span_of(text, (size_t)(equals - text)) : span_str(text);
	const struct option *o = find_name(tool, name);

	if (o == NULL)
		tool_misuse(tool, "unknown option '--%.*s'", SPAN_ARG(name));
	if (o->argument == NULL) {
		if (equals != NULL)
			tool_misuse(tool, "option '--%s' takes no value", o->name);
		return o->key;
	}
	if (equals == NULL && tool->at >= argc)
		tool_misuse(tool, "option '--%s' needs a value", o->name);
	*value = equals != NULL ? equals + 1 : argv[tool->at++];
	return o->key;
}

/* The next letter of -qn5; a value is what follows it, or the next argument. */
static enum option_key letter_option(struct tool *tool, int argc, char **argv, const char **value)
{
	struct span cluster = span_str(tool->cluster);
	const struct option *o = find_letter(tool, cluster.p[0]);
	size_t length = 0;

	if (o == NULL) {
		(void)utf8_next(cluster, &length);
		tool_misuse(tool, "unknown option '-%.*s'", (int)length, cluster.p);
	}
	tool->cluster = cluster.n > 1 ? cluster.p + 1 : NULL;
	if (o->argument == NULL)
		return o->key;
	if (tool->cluster == NULL && tool->at >= argc)
		tool_misuse(tool, "option '-%c' needs a value", o->letter);
	*value = tool->cluster != NULL ? tool->cluster : argv[tool->at++];
	tool->cluster = NULL;
	return o->key;
}

/* The next option as it stands; operands on the way are collected. 0 at the end. */
static enum option_key next_option(struct tool *tool, int argc, char **argv, const char **value)
{
	if (tool->cluster != NULL)
		return letter_option(tool, argc, argv, value);
	while (tool->at < argc) {
		char *text = argv[tool->at];
		if (tool->only_operands || text[0] != '-' || text[1] == '\0') {
			tool->operands[tool->operand_count++] = text;
			tool->at++;
			if (tool->words_from != 0 && tool->operand_count > tool->words_from)
				tool->only_operands = true;
		} else if (strcmp(text, "--") == 0) {
			tool->only_operands = true;
			tool->at++;
		} else if (text[1] == '-') {
			return long_option(tool, argc, argv, value);
		} else {
			tool->at++;
			tool->cluster = text + 1;
			return letter_option(tool, argc, argv, value);
		}
	}
	return 0;
}

static void enter(struct tool *tool, const char *directory)
{
	if (chdir(directory) < 0) {
		io_fail(&tool->diags, "enter", span_str(directory), errno);
		end(tool, 0);
	}
}

static void set_today(struct tool *tool, const char *source, const char *date)
{
	if (date_parse(span_str(date), &tool->today) < 0) {
		diag_fail(&tool->diags, "%s: '%s' is no date (YYYY-MM-DD)", source, date);
		end(tool, 0);
	}
}

/* --today comes before NI_TODAY, even before a bad one. */
static void finish_options(struct tool *tool)
{
	const char *date = getenv("NI_TODAY");

	tool->ended = true;
	if (tool->today != DAY_NONE)
		return;
	if (date != NULL && date[0] != '\0')
		set_today(tool, "NI_TODAY", date);
	else
		tool->today = os_today();
}

int tool_option(struct tool *tool, int argc, char **argv, const char **value)
{
	enum option_key key;

	if (tool->ended)
		return 0;
	if (tool->operands == NULL)
		tool->operands = mem_resize(NULL, (size_t)argc + 1, sizeof(*tool->operands));
	*value = NULL;
	while ((key = next_option(tool, argc, argv, value)) != 0) {
		const char *given = *value != NULL ? *value : "";
		switch (key) {
		case OPTION_DIRECTORY:
			enter(tool, given);
			break;
		case OPTION_TODAY:
			set_today(tool, "--today", given);
			break;
		case OPTION_HELP:
			answer_help(tool);
		case OPTION_VERSION:
			answer_version(tool);
		default:
			return (int)key;
		}
		*value = NULL;
	}
	finish_options(tool);
	return 0;
}
