/* The dates of a task: what is left of its text without those at its end. */
#include "tests/unit/help.h"

#include "fmt/markdown_date.h"

static void leaves_what_is_before_the_dates(void **state)
{
	static const char *const texts[][2] = {
		{"call her due 2026-12-11", "call her"},
		{"call her, due: 2026-12-11 ", "call her"},
		{"call her DUE:2026-12-11 done 2026-12-12", "call her"},
		{"call her \xF0\x9F\x93\x85 2026-12-11 \xE2\x9C\x85\xEF\xB8\x8F 2026-12-12",
		 "call her"},
		{"call her (due 2026-12-11)", "call her (due 2026-12-11)"},
		{"due 2026-12-11 call her", "due 2026-12-11 call her"},
		{"overdue 2026-12-11", "overdue 2026-12-11"},
		{"it was done: 2026-12-112", "it was done: 2026-12-112"},
		{"it is done", "it is done"},
		{"2026-12-11", "2026-12-11"},
		{"due 2026-12-11", ""},
		{"due 2026-12-11 done 2026-12-12", ""},
		{"call, her,", "call, her,"},
		{"helpfully ", "helpfully "},
		{"ten bytes.", "ten bytes."},
		{"", ""},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); i++) {
		struct span left = markdown_before_dates(span_str(texts[i][0]));

		if (!span_is(left, texts[i][1]))
			fail_msg("'%s' leaves '%.*s'", texts[i][0], SPAN_ARG(left));
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(leaves_what_is_before_the_dates)};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
