/* Names: equal ones have one number, the first form is kept. */
#include "tests/unit/help.h"

#include "src/names.h"

static void knows_names_again(void **state)
{
	static const struct {
		const char *text;
		uint32_t number;
	} given[] = {{"Work", 0}, {"work", 0},  {"WORK!", 0},      {"Way", 1},
		     {"", 2},     {"--", 2},    {"Zo\xC3\xAB", 3}, {"zoe", 3},
		     {"Way", 1},  {"wo rk", 4}, {"Work", 0},       {" work ", 0},
		     {"Wor", 5},  {"Works", 6}, {"ZOE\xCC\x88", 3}};
	struct names names = {0};

	(void)state;
	for (size_t i = 0; i < sizeof(given) / sizeof(*given); i++)
		assert_int_equal(names_add(&names, span_str(given[i].text)), given[i].number);
	assert_int_equal(names.count, 7);
	assert_true(span_is(names.list[0].text, "Work"));
	assert_true(span_is(names.list[0].folded, "work"));
	assert_true(span_is(names.list[3].text, "Zo\xC3\xAB"));
	names_release(&names);
	assert_int_equal(names.count, 0);
}

static void knows_many(void **state)
{
	enum { MANY = 20000 };
	struct arena arena = {0};
	struct names names = {0};

	(void)state;
	for (uint32_t round = 0; round < 2; round++) {
		for (uint32_t i = 0; i < MANY; i++) {
			struct buf b = BUF_INIT;

			buf_add_format(&b, round == 0 ? "N %u" : "n  %u.", (unsigned)i);
			assert_int_equal(names_add(&names, arena_copy(&arena, buf_span(&b))), i);
			buf_release(&b);
		}
	}
	assert_int_equal(names.count, MANY);
	names_release(&names);
	arena_release(&arena);
}

static void what_is_no_name(void **state)
{
	struct names names = {0};

	(void)state;
	for (int i = 0; i < 2; i++) {
		assert_int_equal(names_number(&names, SPAN_NONE), NAME_NONE);
		assert_int_equal(names_number(&names, SPAN("")), NAME_NONE);
		assert_int_equal(names_number(&names, SPAN(" - ... ")), NAME_NONE);
		assert_int_equal(names_number(&names, SPAN("\xE2\x80\x8B-")), NAME_NONE);
		assert_int_equal(names_number(&names, SPAN("\xEF\xBB\xBF")), NAME_NONE);
		assert_int_equal(name_or_none(SPAN("-\xE2\x80\x8B \xC2\xAD")).n, 0);
		assert_int_equal(name_or_none(SPAN_NONE).n, 0);
		assert_int_equal(name_or_none(SPAN("-$")).n, 2);
		assert_int_equal(name_or_none(SPAN("law")).n, 3);
		assert_int_equal(name_or_none(SPAN("\xE6\xA3\xAE")).n, 3);
	}
	assert_int_equal(names.count, 0);
	names_release(&names);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(knows_names_again),
		cmocka_unit_test(knows_many),
		cmocka_unit_test(what_is_no_name),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
