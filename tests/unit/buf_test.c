/* Buffers: never NULL, always terminated, whatever is done to them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <limits.h>

#include <cmocka.h>

#include "src/base/buf.h"

static void expect(const struct buf *b, const char *text)
{
	assert_int_equal(b->n, strlen(text));
	assert_string_equal(b->p, text);
	assert_true(b->cap == 0 || b->cap > b->n);
}

static void starts_empty(void **state)
{
	struct buf b = BUF_INIT;

	(void)state;
	expect(&b, "");
	buf_clear(&b);
	buf_add(&b, NULL, 0);
	buf_add_span(&b, SPAN_NONE);
	buf_add_str(&b, "");
	expect(&b, "");
	buf_release(&b);
	buf_release(&b);
	expect(&b, "");
}

static void adds(void **state)
{
	struct buf b = BUF_INIT;

	(void)state;
	buf_add_str(&b, "one");
	buf_add_char(&b, ',');
	buf_add_span(&b, SPAN("two"));
	buf_add(&b, ",three,", 6);
	expect(&b, "one,two,three");
	buf_add_format(&b, " %s=%d%%", "x", 7);
	expect(&b, "one,two,three x=7%");
	assert_true(span_is(buf_span(&b), "one,two,three x=7%"));
	buf_clear(&b);
	expect(&b, "");
	buf_add_format(&b, "%s", "");
	expect(&b, "");
	buf_release(&b);
	expect(&b, "");
	buf_add_char(&b, 'z');
	expect(&b, "z");
	buf_release(&b);
}

static void adds_numbers(void **state)
{
	struct buf b = BUF_INIT;

	(void)state;
	buf_add_number(&b, 0);
	buf_add_char(&b, ' ');
	buf_add_number(&b, -45);
	buf_add_char(&b, ' ');
	buf_add_number(&b, LLONG_MAX);
	buf_add_char(&b, ' ');
	buf_add_number(&b, LLONG_MIN);
	expect(&b, "0 -45 9223372036854775807 -9223372036854775808");
	buf_release(&b);
}

static void grows(void **state)
{
	struct buf b = BUF_INIT;

	(void)state;
	for (size_t i = 0; i < 100000; i++) {
		buf_add_char(&b, (char)('a' + (char)(i % 26)));
		assert_int_equal(b.p[b.n], 0);
	}
	assert_int_equal(b.n, 100000);
	for (size_t i = 0; i < b.n; i++)
		assert_int_equal(b.p[i], 'a' + (int)(i % 26));
	buf_add_format(&b, "%0500d", 1);
	assert_int_equal(b.n, 100500);
	assert_int_equal(b.p[100499], '1');
	buf_release(&b);
}

static void reserves(void **state)
{
	struct buf b = BUF_INIT;

	(void)state;
	char *to = buf_reserve(&b, 1000);
	assert_ptr_equal(to, b.p);
	expect(&b, "");
	memset(to, 'x', 1000);
	b.n = 1000;
	b.p[b.n] = '\0';
	to = buf_reserve(&b, 1);
	assert_ptr_equal(to, b.p + 1000);
	assert_int_equal(strlen(b.p), 1000);
	buf_release(&b);
}

static void holds_nul(void **state)
{
	struct buf b = BUF_INIT;

	(void)state;
	buf_add(&b, "a\0b", 3);
	assert_int_equal(b.n, 3);
	assert_memory_equal(b.p, "a\0b", 4);
	buf_release(&b);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(starts_empty),
		cmocka_unit_test(adds),
		cmocka_unit_test(adds_numbers),
		cmocka_unit_test(grows),
		cmocka_unit_test(reserves),
		cmocka_unit_test(holds_nul),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
