/* Diagnostics: kept in order, counted, adopted. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "src/base/diag.h"

static void adds(void **state)
{
	struct diags d = {0};
	char file[] = "log.csv";

	(void)state;
	diag_add(&d, DIAG_ERROR, span_str(file), 3, 14, "bad date '%s'", "x");
	diag_add(&d, DIAG_WARNING, span_str(file), 4, 0, "odd");
	diag_fail(&d, "cannot open '%s'", "y");
	memset(file, 'X', sizeof(file) - 1);

	assert_int_equal(d.count, 3);
	assert_int_equal(d.errors, 2);
	assert_true(span_is(d.list[0].file, "log.csv"));
	assert_true(span_is(d.list[0].text, "bad date 'x'"));
	assert_int_equal(d.list[0].line, 3);
	assert_int_equal(d.list[0].column, 14);
	assert_int_equal(d.list[0].severity, DIAG_ERROR);
	assert_true(span_is(d.list[1].file, "log.csv"));
	assert_int_equal(d.list[1].severity, DIAG_WARNING);
	assert_int_equal(d.list[1].column, 0);
	assert_int_equal(d.list[2].file.n, 0);
	assert_int_equal(d.list[2].severity, DIAG_ERROR);
	assert_true(span_is(d.list[2].text, "cannot open 'y'"));
	diags_release(&d);
	assert_int_equal(d.count, 0);
	assert_int_equal(d.errors, 0);
}

static void large_positions_are_clamped(void **state)
{
	struct diags d = {0};

	(void)state;
	diag_add(&d, DIAG_WARNING, SPAN("f"), SIZE_MAX, SIZE_MAX, "%s", "");
	assert_int_equal(d.list[0].line, UINT32_MAX);
	assert_int_equal(d.list[0].column, UINT32_MAX);
	assert_int_equal(d.list[0].text.n, 0);
	diags_release(&d);
}

static void holds_many_and_adopts(void **state)
{
	struct diags d = {0};

	(void)state;
	for (size_t worker = 0; worker < 400; worker++) {
		struct diags w = {0};
		for (size_t i = 0; i < worker * 2; i++)
			diag_add(&w, i % 2 ? DIAG_ERROR : DIAG_WARNING, SPAN("f"), worker, i + 1,
				"%zu/%zu", worker, i);
		diags_adopt(&d, &w);
		assert_int_equal(w.count, 0);
		assert_int_equal(w.errors, 0);
		assert_null(w.list);
	}
	assert_int_equal(d.count, 400 * 399);
	assert_int_equal(d.errors, 400 * 399 / 2);

	size_t at = 0;
	for (size_t worker = 0; worker < 400; worker++)
		for (size_t i = 0; i < worker * 2; i++, at++) {
			assert_int_equal(d.list[at].line, worker);
			assert_int_equal(d.list[at].column, i + 1);
		}
	assert_true(span_is(d.list[d.count - 1].text, "399/797"));
	assert_true(span_is(d.list[0].text, "1/0"));
	diags_release(&d);
}

static void width_is_cut_between_code_points(void **state)
{
	struct buf b = BUF_INIT;

	(void)state;
	assert_int_equal(diag_width(SPAN("abc")), 3);
	assert_int_equal(diag_width(SPAN_NONE), 0);
	buf_add_char(&b, 'x');
	for (int i = 0; i < 100; i++)
		buf_add_str(&b, "\xE2\x82\xAC");
	assert_int_equal(diag_width(buf_span(&b)), 199);
	buf_clear(&b);
	for (int i = 0; i < 300; i++)
		buf_add_str(&b, "\x80");
	assert_in_range(diag_width(buf_span(&b)), 190, 200);
	buf_release(&b);

	struct diags d = {0};
	diag_fail(&d, "[%.*s][%.*s]", SPAN_ARG(SPAN_NONE), SPAN_ARG(SPAN("ab")));
	assert_true(span_is(d.list[0].text, "[][ab]"));
	diags_release(&d);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(adds),
		cmocka_unit_test(large_positions_are_clamped),
		cmocka_unit_test(holds_many_and_adopts),
		cmocka_unit_test(width_is_cut_between_code_points),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
