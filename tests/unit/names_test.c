/* Names: what is one, and how it is shown. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <stdio.h>

#include <cmocka.h>

#include "src/names.h"

static void one_name_in_several_ways(void **state)
{
	struct names names = {0};

	(void)state;
	assert_int_equal(names_number(&names, SPAN("Data science")), 0);
	assert_int_equal(names_number(&names, SPAN("law")), 1);
	assert_int_equal(names_number(&names, SPAN("data  SCIENCE.")), 0);
	assert_int_equal(names_number(&names, SPAN("Law")), 1);
	assert_int_equal(names_number(&names, SPAN("Data science")), 0);
	assert_int_equal(names_number(&names, SPAN("datascience")), 2);
	assert_int_equal(names.count, 3);
	assert_true(span_is(names.list[0].shown, "Data science"));
	assert_true(span_is(names.list[0].folded, "data science"));
	assert_true(span_is(names.list[1].shown, "law"));
	names_release(&names);
	assert_int_equal(names.count, 0);
}

static void what_is_no_name(void **state)
{
	struct names names = {0};

	(void)state;
	for (int i = 0; i < 2; i++) {
		assert_int_equal(names_number(&names, SPAN_NONE), NAME_NONE);
		assert_int_equal(names_number(&names, SPAN("")), NAME_NONE);
		assert_int_equal(names_number(&names, SPAN(" - ... ")), NAME_NONE);
	}
	assert_int_equal(names.count, 0);
	names_release(&names);
}

static void many(void **state)
{
	enum { COUNT = 20000 };
	static char texts[COUNT][16];
	struct names names = {0};

	(void)state;
	for (uint32_t i = 0; i < COUNT; i++) {
		int n = snprintf(texts[i], sizeof(texts[i]), "%s %u", i % 2 ? "A" : "a", i / 2);

		assert_int_equal(names_number(&names, span_of(texts[i], (size_t)n)), i / 2);
	}
	assert_int_equal(names.count, COUNT / 2);
	names_release(&names);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(one_name_in_several_ways),
		cmocka_unit_test(what_is_no_name),
		cmocka_unit_test(many),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
