/* Spans: comparing, trimming, cutting, numbers. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "src/base/ascii.h"
#include "src/base/span.h"

static void compares(void **state)
{
	(void)state;
	assert_true(span_eq(SPAN_NONE, SPAN("")));
	assert_false(span_eq(SPAN("a"), SPAN("b")));
	assert_true(span_is(SPAN("abc"), "abc"));
	assert_false(span_is(SPAN("abc"), "ab"));
	assert_int_equal(span_cmp(SPAN_NONE, SPAN("")), 0);
	assert_true(span_cmp(SPAN("a"), SPAN("ab")) < 0);
	assert_true(span_cmp(SPAN("ab"), SPAN("a")) > 0);
	assert_true(span_cmp(SPAN("b"), SPAN("ab")) > 0);
	assert_true(span_cmp(SPAN("z"), SPAN("\xC3\xA9")) < 0);
}

static void compares_without_case(void **state)
{
	(void)state;
	assert_true(span_eq_nocase(SPAN("Jane@Example.ORG"), SPAN("jANE@example.org")));
	assert_false(span_eq_nocase(SPAN("[a"), SPAN("{a")));
	assert_false(span_eq_nocase(SPAN("@"), SPAN("`")));
	assert_false(span_eq_nocase(SPAN("\xC3\x89"), SPAN("\xC3\xA9")));
	assert_false(span_eq_nocase(SPAN("a"), SPAN("ab")));
}

static void knows_ends(void **state)
{
	(void)state;
	assert_true(span_starts(SPAN("abc"), SPAN("ab")));
	assert_true(span_starts(SPAN_NONE, SPAN("")));
	assert_false(span_starts(SPAN("a"), SPAN("ab")));
	assert_true(span_ends(SPAN("x.md"), SPAN(".md")));
	assert_false(span_ends(SPAN("md"), SPAN(".md")));
	assert_false(span_ends(SPAN("x.mdx"), SPAN(".md")));
}

static void trims_and_skips(void **state)
{
	(void)state;
	assert_true(span_is(span_trim(SPAN(" \t\r\n a b \r\n")), "a b"));
	assert_int_equal(span_trim(SPAN(" \n ")).n, 0);
	assert_int_equal(span_trim(SPAN_NONE).n, 0);
	assert_true(span_is(span_trim(SPAN("\va")), "\va"));
	assert_true(span_is(span_skip(SPAN("abc"), 1), "bc"));
	assert_int_equal(span_skip(SPAN("abc"), 9).n, 0);
	assert_int_equal(span_skip(SPAN_NONE, 3).n, 0);
}

static void cuts_lists_of_options(void **state)
{
	static const char *const lists[][4] = {
		{"", ""}, {",", "", ""}, {" a, ", "a", ""}, {"a,,b c", "a", "", "b c"}};
	struct span item;

	(void)state;
	for (size_t i = 0; i < sizeof(lists) / sizeof(*lists); i++) {
		struct span rest = span_str(lists[i][0]);

		for (size_t k = 1; k < 4 && lists[i][k] != NULL; k++) {
			assert_true(span_item(&rest, &item));
			assert_true(span_is(item, lists[i][k]));
		}
		assert_false(span_item(&rest, &item));
	}
}

static void expect_cuts(struct span rest, const char *const *pieces)
{
	struct span piece;

	for (; *pieces != NULL; pieces++) {
		assert_true(span_cut(&rest, ';', &piece));
		assert_true(span_is(piece, *pieces));
	}
	assert_false(span_cut(&rest, ';', &piece));
	assert_null(rest.p);
	assert_false(span_cut(&rest, ';', &piece));
}

static void cuts(void **state)
{
	(void)state;
	expect_cuts(SPAN("a;;b"), (const char *const[]){"a", "", "b", NULL});
	expect_cuts(SPAN("a;;b;"), (const char *const[]){"a", "", "b", NULL});
	expect_cuts(SPAN("one"), (const char *const[]){"one", NULL});
	expect_cuts(SPAN(";"), (const char *const[]){"", NULL});
	expect_cuts(SPAN(""), (const char *const[]){NULL});
	expect_cuts(SPAN_NONE, (const char *const[]){NULL});
}

/* Against lists of them: tests are no place for the same arithmetic. */
static void knows_ascii(void **state)
{
	static const char digits[] = "0123456789";
	static const char small[] = "abcdefghijklmnopqrstuvwxyz";
	static const char capital[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

	(void)state;
	for (int byte = 0; byte < 256; byte++) {
		char c = (char)byte;
		bool digit = memchr(digits, c, sizeof(digits) - 1) != NULL;
		const char *found = memchr(capital, c, sizeof(capital) - 1);
		bool letter = found != NULL || memchr(small, c, sizeof(small) - 1) != NULL;

		assert_int_equal(ascii_is_digit(c), digit);
		assert_int_equal(ascii_is_letter(c), letter);
		assert_int_equal(ascii_is_letter_or_digit(c), letter || digit);
		assert_int_equal(ascii_is_blank(c), memchr(" \t", c, 2) != NULL);
		assert_int_equal(ascii_is_space(c), memchr(" \t\n\v\f\r", c, 6) != NULL);
		assert_int_equal(ascii_lower(c), found != NULL ? small[found - capital] : c);
	}
}

static void counts_digits(void **state)
{
	(void)state;
	assert_int_equal(span_digits(SPAN_NONE), 0);
	assert_int_equal(span_digits(SPAN("x1")), 0);
	assert_int_equal(span_digits(SPAN("0123456789.5")), 10);
	assert_int_equal(span_digits(span_of("123", 2)), 2);
}

static void reads_numbers(void **state)
{
	uint32_t value = 77;

	(void)state;
	assert_int_equal(span_number(SPAN("0"), 0, 5, &value), 0);
	assert_int_equal(value, 0);
	assert_int_equal(span_number(SPAN("4294967295"), 0, UINT32_MAX, &value), 0);
	assert_int_equal(value, UINT32_MAX);
	assert_int_equal(span_number(SPAN("007"), 1, 7, &value), 0);
	assert_int_equal(value, 7);
	assert_int_equal(span_number(SPAN("4294967296"), 0, UINT32_MAX, &value), -1);
	assert_int_equal(span_number(SPAN("99999999999999999999999"), 0, UINT32_MAX, &value), -1);
	assert_int_equal(span_number(SPAN("0"), 1, 5, &value), -1);
	assert_int_equal(span_number(SPAN("6"), 1, 5, &value), -1);
	assert_int_equal(span_number(SPAN(""), 0, 5, &value), -1);
	assert_int_equal(span_number(SPAN("+1"), 0, 5, &value), -1);
	assert_int_equal(span_number(SPAN("-1"), 0, 5, &value), -1);
	assert_int_equal(span_number(SPAN(" 1"), 0, 5, &value), -1);
	assert_int_equal(span_number(SPAN("1x"), 0, 5, &value), -1);
	assert_int_equal(span_number(SPAN("\xC2\xB2"), 0, 5, &value), -1);
	assert_int_equal(value, 7);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(compares),
		cmocka_unit_test(compares_without_case),
		cmocka_unit_test(knows_ends),
		cmocka_unit_test(trims_and_skips),
		cmocka_unit_test(cuts_lists_of_options),
		cmocka_unit_test(cuts),
		cmocka_unit_test(knows_ascii),
		cmocka_unit_test(counts_digits),
		cmocka_unit_test(reads_numbers),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
