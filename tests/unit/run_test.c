/* Running another program. */
#include <signal.h>

#include "src/base/run.h"
#include "tests/unit/help.h"

/* The status of `sh -c text`; what is told goes to diags. */
static int run_shell(const char *text, struct diags *diags)
{
	char shell[] = "sh", option[] = "-c", script[256];
	char *const argv[] = {shell, option, script, NULL};

	assert_true(snprintf(script, sizeof(script), "%s", text) < (int)sizeof(script));
	return run_program(argv, diags);
}

static void test_status(void **state)
{
	struct diags diags = {0};

	(void)state;
	assert_int_equal(run_shell("exit 0", &diags), 0);
	assert_int_equal(run_shell("exit 3", &diags), 3);
	assert_int_equal(run_shell("test \"$0\" = sh && exit 200", &diags), 200);
	assert_int_equal(diags.count, 0);
	diags_release(&diags);
}

static void test_missing(void **state)
{
	struct diags diags = {0};
	char name[] = "no-such-program";
	char *const argv[] = {name, NULL};

	(void)state;
	assert_int_equal(run_program(argv, &diags), -1);
	assert_int_equal(diags.count, 1);
	assert_told(&diags, 0, DIAG_ERROR, 0, 0,
		    "cannot run 'no-such-program': No such file or directory");
	diags_release(&diags);
}

static void test_signal(void **state)
{
	struct diags diags = {0};

	(void)state;
	assert_int_equal(run_shell("kill -TERM $$", &diags), -1);
	assert_told(&diags, 0, DIAG_ERROR, 0, 0, "'sh' was ended by signal 15");
	diags_release(&diags);
}

/* More than a pipe holds, and nothing of it to our own output. */
static void test_output(void **state)
{
	struct diags diags = {0};
	struct buf output = BUF_INIT;
	char shell[] = "sh", option[] = "-c";
	char script[] = "head -c 200000 /dev/zero | tr '\\0' x; exit 4", name[] = "no-such-program";
	char *const argv[] = {shell, option, script, NULL}, *const missing[] = {name, NULL};

	(void)state;
	buf_add_str(&output, "a");
	assert_int_equal(run_output(argv, &output, &diags), 4);
	assert_int_equal(output.n, 200001);
	assert_memory_equal(output.p, "axx", 3);
	assert_int_equal(diags.count, 0);
	assert_int_equal(run_output(missing, &output, &diags), -1);
	assert_told(&diags, 0, DIAG_ERROR, 0, 0,
		    "cannot run 'no-such-program': No such file or directory");
	buf_release(&output);
	diags_release(&diags);
}

static void assert_quoted(const char *text, const char *quoted)
{
	struct buf b = BUF_INIT;

	run_quote(&b, span_str(text));
	assert_string_equal(b.p, quoted);
	buf_release(&b);
}

static void test_quote(void **state)
{
	(void)state;
	assert_quoted("/usr/bin/ni-merge", "/usr/bin/ni-merge");
	assert_quoted("", "''");
	assert_quoted("a b", "'a b'");
	assert_quoted("it's", "'it'\\''s'");
	assert_quoted("$(x)", "'$(x)'");
	assert_quoted("~", "'~'");
}

/* An interrupt is for the program that runs, not for us; and afterwards it is for us again. */
static void test_keyboard(void **state)
{
	struct diags diags = {0};
	struct sigaction before, after;

	(void)state;
	assert_int_equal(sigaction(SIGINT, NULL, &before), 0);
	assert_int_equal(run_shell("kill -INT $PPID; kill -QUIT $PPID; exit 4", &diags), 4);
	assert_int_equal(diags.count, 0);
	assert_int_equal(run_shell("kill -INT $$; exit 4", &diags), -1);
	assert_told(&diags, 0, DIAG_ERROR, 0, 0, "'sh' was ended by signal 2");
	assert_int_equal(sigaction(SIGINT, NULL, &after), 0);
	assert_true(before.sa_handler == after.sa_handler);
	diags_release(&diags);
}

/* Whoever ignores SIGCHLD gets no status: we may have been started so. */
static void test_ignored_child(void **state)
{
	struct diags diags = {0};
	struct sigaction ignore = {.sa_handler = SIG_IGN}, before, after;

	(void)state;
	assert_int_equal(sigaction(SIGCHLD, &ignore, &before), 0);
	assert_int_equal(run_shell("exit 5", &diags), 5);
	assert_int_equal(sigaction(SIGCHLD, &before, &after), 0);
	assert_true(after.sa_handler == SIG_IGN);
	assert_int_equal(diags.count, 0);
	diags_release(&diags);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_status),        cmocka_unit_test(test_missing),
		cmocka_unit_test(test_signal),        cmocka_unit_test(test_output),
		cmocka_unit_test(test_quote),         cmocka_unit_test(test_keyboard),
		cmocka_unit_test(test_ignored_child),
	};

	return cmocka_run_group_tests_name("run", tests, NULL, NULL);
}
