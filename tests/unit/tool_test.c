/* Start, options, diagnostics, finish: a program of its own for each case, in a child process. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "src/base/date.h"
#include "src/base/io.h"
#include "src/base/os.h"
#include "src/base/tool.h"

static const char usage[] = "usage: ni-test [-q] [-n N] [--all] [--within DURATION] [word ...]\n";

/* Some words make the program do things. */
static void act(struct tool *tool, const char *word)
{
	if (strcmp(word, "no") == 0)
		tool->no = true;
	if (strcmp(word, "warn") == 0)
		diag_add(&tool->diags, DIAG_WARNING, SPAN("log.csv"), 7, 0, "odd");
	if (strcmp(word, "warn-all") == 0)
		diag_add(&tool->diags, DIAG_WARNING, SPAN_NONE, 0, 0, "strange");
	if (strcmp(word, "err") == 0)
		diag_add(&tool->diags, DIAG_ERROR, SPAN("a\x1b.csv"), 3, 14, "bad\n'%s'", "\u202E");
	if (strcmp(word, "file") == 0)
		diag_add(&tool->diags, DIAG_ERROR, SPAN("x"), 0, 0, "empty");
	if (strcmp(word, "fail") == 0)
		diag_fail(&tool->diags, "cannot open '%s'", "y");
	if (strcmp(word, "report") == 0)
		tool_report(tool);
	if (strcmp(word, "misuse") == 0)
		tool_misuse(tool, "'%s' is no number", "x\t");
	if (strcmp(word, "many") == 0)
		for (int i = 0; i < 5000; i++)
			diag_add(&tool->diags, DIAG_ERROR, SPAN("f"), (size_t)i + 1, 1, "text");
}

static int program(int argc, char **argv)
{
	static const int accepted[] = {OPTION_QUIET, OPTION_COUNT, OPTION_ALL, OPTION_WITHIN, 0};
	struct sink out = SINK_INIT(STDOUT_FILENO);
	struct tool tool;
	const char *value;
	int key;

	tool_start(&tool, "ni-test", usage, accepted);
	while ((key = tool_option(&tool, argc, argv, &value)) != 0) {
		for (const struct option *o = option_table; o->key != 0; o++)
			if ((int)o->key == key && o->name != NULL)
				buf_add_format(&out.buf, "--%s", o->name);
			else if ((int)o->key == key)
				buf_add_format(&out.buf, "-%c", o->letter);
		buf_add_format(&out.buf, "=%s\n", value != NULL ? value : "NULL");
	}
	if (tool_option(&tool, argc, argv, &value) != 0)
		return 99;
	date_format(&out.buf, tool.today);
	for (size_t i = 0; i < tool.operand_count; i++) {
		buf_add_format(&out.buf, " %s", tool.operands[i]);
		act(&tool, tool.operands[i]);
	}
	(void)sink_flush(&out);
	int error = out.error;
	sink_release(&out);
	return tool_finish(&tool, error);
}

struct result {
	int status;
	struct buf out, err;
};

/* Runs the program in a child, its output going to files; out_fd >= 0: standard output instead. */
static struct result run_to(int out_fd, const char *const *arguments)
{
	FILE *out_file = tmpfile(), *err_file = tmpfile();
	struct diags diags = {0};
	struct result r = {.out = BUF_INIT, .err = BUF_INIT};
	int status, argc = 0;

	assert_true(out_file != NULL && err_file != NULL);
	int out = fileno(out_file), err = fileno(err_file);
	while (arguments[argc] != NULL)
		argc++;

	pid_t child = fork();
	assert_true(child >= 0);
	if (child == 0) {
		if (dup2(out_fd >= 0 ? out_fd : out, 1) < 0 || dup2(err, 2) < 0)
			_exit(98);
		exit(program(argc, (char **)(uintptr_t)arguments));
	}
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_true(WIFEXITED(status));
	r.status = WEXITSTATUS(status);
	assert_true(lseek(out, 0, SEEK_SET) == 0 && lseek(err, 0, SEEK_SET) == 0);
	assert_int_equal(io_read_all(out, SPAN("out"), 0, &r.out, &diags), 0);
	assert_int_equal(io_read_all(err, SPAN("err"), 0, &r.err, &diags), 0);
	assert_int_equal(fclose(out_file) | fclose(err_file), 0);
	return r;
}

static void expect_run(const char *const *arguments, int status, const char *out, const char *err)
{
	struct result r = run_to(-1, arguments);

	assert_string_equal(r.out.p, out);
	assert_string_equal(r.err.p, err);
	assert_int_equal(r.status, status);
	buf_release(&r.out);
	buf_release(&r.err);
}

#define ARGS(...) ((const char *const[]){"ni-test", __VA_ARGS__, NULL})
#define DAY "--today", "2026-03-04"

static void options_and_operands(void **state)
{
	(void)state;
	expect_run(ARGS(DAY), 0, "2026-03-04", "");
	expect_run(ARGS(DAY, "-q", "-n", "5", "a"), 0, "-q=NULL\n-n=5\n2026-03-04 a", "");
	expect_run(ARGS(DAY, "-qn5"), 0, "-q=NULL\n-n=5\n2026-03-04", "");
	expect_run(ARGS(DAY, "-qqn", "-7"), 0, "-q=NULL\n-q=NULL\n-n=-7\n2026-03-04", "");
	expect_run(ARGS("a", "--all", "b", "--within=7d", DAY, "c", "--within", "2w"), 0,
		"--all=NULL\n--within=7d\n--within=2w\n2026-03-04 a b c", "");
	expect_run(ARGS(DAY, "-", "--", "-q", "--", "-"), 0, "2026-03-04 - -q -- -", "");
	expect_run(ARGS(DAY, "--within=", "--within", "--", ""), 0,
		"--within=\n--within=--\n2026-03-04 ", "");
	expect_run(ARGS("--today=2026-03-04"), 0, "2026-03-04", "");
}

static void wrong_options(void **state)
{
	static const struct {
		const char *const arguments[4];
		const char *text;
	} cases[] = {
		{{"ni-test", "--foo"}, "unknown option '--foo'"},
		{{"ni-test", "--foo=bar"}, "unknown option '--foo'"},
		{{"ni-test", "--al"}, "unknown option '--al'"},
		{{"ni-test", "--lapsed"}, "unknown option '--lapsed'"},
		{{"ni-test", "-x"}, "unknown option '-x'"},
		{{"ni-test", "-qx"}, "unknown option '-x'"},
		{{"ni-test", "-é"}, "unknown option '-é'"},
		{{"ni-test", "-\033"}, "unknown option '-\\x1b'"},
		{{"ni-test", "-\377"}, "unknown option '-\\xff'"},
		{{"ni-test", "-n"}, "option '-n' needs a value"},
		{{"ni-test", "--within"}, "option '--within' needs a value"},
		{{"ni-test", "--today"}, "option '--today' needs a value"},
		{{"ni-test", "-C"}, "option '-C' needs a value"},
		{{"ni-test", "--all=x"}, "option '--all' takes no value"},
		{{"ni-test", DAY, "misuse"}, "'x\\t' is no number"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct buf err = BUF_INIT;
		buf_add_format(&err, "ni-test: %s\n%s", cases[i].text, usage);
		const char *const *a = cases[i].arguments;
		expect_run((const char *const[]){a[0], a[1], a[2], a[3], NULL}, 2, "", err.p);
		buf_release(&err);
	}
}

static void help_and_version(void **state)
{
	(void)state;
	expect_run(ARGS("-h"), 0, usage, "");
	expect_run(ARGS("a", "-qh", "--foo"), 0, usage, "");
	expect_run(ARGS("--help"), 0, usage, "");

	struct result r = run_to(-1, ARGS("--version"));
	assert_int_equal(r.status, 0);
	assert_true(span_starts(buf_span(&r.out), SPAN("ni-test ")));
	assert_true(r.out.n > 9 && r.out.p[r.out.n - 1] == '\n');
	buf_release(&r.out);
	buf_release(&r.err);
}

static void today(void **state)
{
	const char *bad = "ni-test: --today: '2026-13-01' is no date (YYYY-MM-DD)\n";
	const char *bad_variable = "ni-test: NI_TODAY: '2026-13-01' is no date (YYYY-MM-DD)\n";

	(void)state;
	assert_int_equal(setenv("NI_TODAY", "2025-12-31", 1), 0);
	expect_run(ARGS("x"), 0, "2025-12-31 x", "");
	expect_run(ARGS(DAY), 0, "2026-03-04", "");
	expect_run(ARGS("--today", "2026-13-01"), 2, "", bad);
	assert_int_equal(setenv("NI_TODAY", "2026-13-01", 1), 0);
	expect_run(ARGS("x"), 2, "", bad_variable);
	expect_run(ARGS(DAY), 0, "2026-03-04", "");
	expect_run(ARGS("-h"), 0, usage, "");

	struct buf expected = BUF_INIT;
	int32_t before;
	assert_int_equal(setenv("NI_TODAY", "", 1), 0);
	do { /* once more if midnight came in between */
		buf_clear(&expected);
		before = os_today();
		date_format(&expected, before);
		struct result r = run_to(-1, (const char *const[]){"ni-test", NULL});
		if (before == os_today())
			assert_string_equal(r.out.p, expected.p);
		buf_release(&r.out);
		buf_release(&r.err);
	} while (before != os_today());
	buf_release(&expected);
	assert_int_equal(unsetenv("NI_TODAY"), 0);
}

static void today_is_local(void **state)
{
	(void)state;
	assert_int_equal(setenv("TZ", "UTC-13", 1), 0);
	int32_t east = os_today();
	assert_int_equal(setenv("TZ", "UTC+12", 1), 0);
	int32_t west = os_today();
	assert_int_equal(unsetenv("TZ"), 0);
	assert_in_range(east - west, 1, 2);
	assert_true(east > 20000); /* after 2024 */
}

static void enters_directories(void **state)
{
	(void)state;
	expect_run(ARGS("-C", "no-such-directory", DAY), 2, "",
		"ni-test: cannot enter 'no-such-directory': No such file or directory\n");
	expect_run(ARGS("-C/", "-C", "dev/..", "-Cdev", DAY), 0, "2026-03-04", "");
	expect_run(ARGS("-C/", "-C", "null", DAY), 2, "",
		"ni-test: cannot enter 'null': No such file or directory\n");
}

static void diagnostics_and_status(void **state)
{
	(void)state;
	expect_run(ARGS(DAY, "warn"), 0, "2026-03-04 warn", "log.csv:7: warning: odd\n");
	expect_run(ARGS(DAY, "warn-all"), 0, "2026-03-04 warn-all", "ni-test: warning: strange\n");
	expect_run(ARGS(DAY, "err"), 2, "2026-03-04 err",
		"a\\x1b.csv:3:14: error: bad\\n'\\u{202e}'\n");
	expect_run(ARGS(DAY, "file"), 2, "2026-03-04 file", "x: error: empty\n");
	expect_run(ARGS(DAY, "fail"), 2, "2026-03-04 fail", "ni-test: cannot open 'y'\n");
	expect_run(ARGS(DAY, "no"), 1, "2026-03-04 no", "");
	expect_run(ARGS(DAY, "no", "warn"), 1, "2026-03-04 no warn", "log.csv:7: warning: odd\n");
	expect_run(ARGS(DAY, "no", "fail"), 2, "2026-03-04 no fail", "ni-test: cannot open 'y'\n");
	expect_run(ARGS(DAY, "fail", "report", "warn"), 2, "2026-03-04 fail report warn",
		"ni-test: cannot open 'y'\nlog.csv:7: warning: odd\n");

	struct result r = run_to(-1, ARGS(DAY, "many"));
	assert_int_equal(r.status, 2);
	assert_true(span_ends(
		buf_span(&r.err), SPAN("f:4999:1: error: text\nf:5000:1: error: text\n")));
	buf_release(&r.out);
	buf_release(&r.err);
}

static void expect_lost_output(int fd, const char *const *arguments, const char *err)
{
	struct result r = run_to(fd, arguments);

	assert_string_equal(r.err.p, err);
	assert_int_equal(r.status, 2);
	buf_release(&r.out);
	buf_release(&r.err);
}

static void lost_output(void **state)
{
	const char *full = "ni-test: cannot write standard output: No space left on device\n";
	const char *closed = "ni-test: cannot write standard output: Bad file descriptor\n";
	int device = open("/dev/full", O_WRONLY | O_CLOEXEC);
	int read_only = open("/dev/null", O_RDONLY | O_CLOEXEC);

	(void)state;
	if (device >= 0) {
		expect_lost_output(device, ARGS(DAY), full);
		expect_lost_output(device, ARGS("-h"), full);
		expect_lost_output(device, ARGS("--version"), full);
		assert_int_equal(close(device), 0);
	}
	/* What a closed standard output has become. */
	assert_true(read_only >= 0);
	expect_lost_output(read_only, ARGS(DAY, "no"), closed);
	assert_int_equal(close(read_only), 0);
}

/* In a child, with all three closed. Returns a number for what went wrong. */
static int fill_closed(void)
{
	char byte;

	for (int fd = 0; fd < 3; fd++)
		if (close(fd) < 0)
			return 1;
	os_fill_standard();
	int next = open("/dev/null", O_RDONLY);
	if (next < 3)
		return 2;
	if (read(0, &byte, 1) != 0)
		return 3;
	if (write(1, "x", 1) != -1 || errno != EBADF)
		return 4;
	return write(2, "x", 1) != -1 ? 5 : 0;
}

static void fills_closed_descriptors(void **state)
{
	int status;
	pid_t child = fork();

	(void)state;
	assert_true(child >= 0);
	if (child == 0)
		_exit(fill_closed());
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_true(WIFEXITED(status));
	assert_int_equal(WEXITSTATUS(status), 0);
}

static void columns(void **state)
{
	int no_terminal = open("/dev/null", O_RDONLY | O_CLOEXEC);

	(void)state;
	assert_int_equal(setenv("COLUMNS", "132", 1), 0);
	assert_int_equal(os_columns(no_terminal), 132);
	static const char *const bad[] = {"", "0", "10001", "x", "-5", "80x", " 80"};
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
		assert_int_equal(setenv("COLUMNS", bad[i], 1), 0);
		assert_int_equal(os_columns(no_terminal), 80);
	}
	assert_int_equal(unsetenv("COLUMNS"), 0);
	assert_int_equal(os_columns(no_terminal), 80);
	assert_int_equal(os_columns(-1), 80);
	assert_int_equal(close(no_terminal), 0);
}

/* Each key once, each spelled somehow, no spelling twice. */
static void table_is_sound(void **state)
{
	size_t count = 0;

	(void)state;
	for (const struct option *o = option_table; o->key != 0; o++, count++) {
		assert_int_equal(o->key, count + 1);
		assert_true(o->letter != 0 || o->name != NULL);
		for (const struct option *p = option_table; p != o; p++) {
			/* Two programs may mean two things by a letter or a name, one of them with a
			 * value. */
			assert_false(o->letter != 0 && o->letter == p->letter &&
				     (o->argument == NULL) == (p->argument == NULL));
			assert_false(o->name != NULL && p->name != NULL &&
				     strcmp(o->name, p->name) == 0 &&
				     (o->argument == NULL) == (p->argument == NULL));
		}
	}
	assert_int_equal(count, OPTION_END - 1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(options_and_operands),
		cmocka_unit_test(wrong_options),
		cmocka_unit_test(help_and_version),
		cmocka_unit_test(today),
		cmocka_unit_test(today_is_local),
		cmocka_unit_test(enters_directories),
		cmocka_unit_test(diagnostics_and_status),
		cmocka_unit_test(lost_output),
		cmocka_unit_test(fills_closed_descriptors),
		cmocka_unit_test(columns),
		cmocka_unit_test(table_is_sound),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
