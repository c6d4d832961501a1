/* Periods: what each form means, which are refused, and the one before; weeks against the C
 * library on every day. */
#define _DEFAULT_SOURCE
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <stdio.h>
#include <time.h>

#include <cmocka.h>

#include "src/period.h"

static int32_t day(const char *text)
{
	int32_t value = DAY_NONE;

	assert_int_equal(date_parse(span_str(text), &value), 0);
	return value;
}

static void expect_days(const char *what, const struct period *period, const char *from,
			const char *to)
{
	if (period->from != day(from) || period->to != day(to)) {
		struct buf b = BUF_INIT;

		date_format(&b, period->from);
		buf_add_str(&b, "..");
		date_format(&b, period->to);
		fail_msg("%s is %s, not %s..%s", what, b.p, from, to);
	}
}

struct example {
	const char *text, *today, *from, *to, *before_from, *before_to; /* NULL: none before */
};

static const char now[] = "2026-11-21";

static const struct example examples[] = {
	{"2026", now, "2026-01-01", "2026-12-31", "2025-01-01", "2025-12-31"},
	{"2024", now, "2024-01-01", "2024-12-31", "2023-01-01", "2023-12-31"},
	{"0001", now, "0001-01-01", "0001-12-31", NULL, NULL},
	{"0002", now, "0002-01-01", "0002-12-31", "0001-01-01", "0001-12-31"},
	{"9999", now, "9999-01-01", "9999-12-31", "9998-01-01", "9998-12-31"},
	{"2026-Q1", now, "2026-01-01", "2026-03-31", "2025-10-01", "2025-12-31"},
	{"2026-Q2", now, "2026-04-01", "2026-06-30", "2026-01-01", "2026-03-31"},
	{"2026-Q3", now, "2026-07-01", "2026-09-30", "2026-04-01", "2026-06-30"},
	{"2026-Q4", now, "2026-10-01", "2026-12-31", "2026-07-01", "2026-09-30"},
	{"9999-Q4", now, "9999-10-01", "9999-12-31", "9999-07-01", "9999-09-30"},
	{"2026-11", now, "2026-11-01", "2026-11-30", "2026-10-01", "2026-10-31"},
	{"2026-03", now, "2026-03-01", "2026-03-31", "2026-02-01", "2026-02-28"},
	{"2024-02", now, "2024-02-01", "2024-02-29", "2024-01-01", "2024-01-31"},
	{"0001-01", now, "0001-01-01", "0001-01-31", NULL, NULL},
	{"9999-12", now, "9999-12-01", "9999-12-31", "9999-11-01", "9999-11-30"},
	{"2026-W47", now, "2026-11-16", "2026-11-22", "2026-11-09", "2026-11-15"},
	{"2026-W01", now, "2025-12-29", "2026-01-04", "2025-12-22", "2025-12-28"},
	{"2026-W53", now, "2026-12-28", "2027-01-03", "2026-12-21", "2026-12-27"},
	{"2027-W01", now, "2027-01-04", "2027-01-10", "2026-12-28", "2027-01-03"},
	{"0001-W01", now, "0001-01-01", "0001-01-07", NULL, NULL},
	{"0001-W02", now, "0001-01-08", "0001-01-14", "0001-01-01", "0001-01-07"},
	{"9999-W52", now, "9999-12-27", "9999-12-31", "9999-12-20", "9999-12-26"},
	{"2026-10-01..2026-11-15", now, "2026-10-01", "2026-11-15", "2026-08-16", "2026-09-30"},
	{"2026-10-01..2026-10-01", now, "2026-10-01", "2026-10-01", "2026-09-30", "2026-09-30"},
	{"2026-10-01..", now, "2026-10-01", "9999-12-31", NULL, NULL},
	{"..2026-10-01", now, "0001-01-01", "2026-10-01", NULL, NULL},
	{"0001-01-03..0001-01-04", now, "0001-01-03", "0001-01-04", "0001-01-01", "0001-01-02"},
	{"0001-01-03..0001-03-04", now, "0001-01-03", "0001-03-04", "0001-01-01", "0001-01-02"},
	{"1d", now, "2026-11-21", "2026-11-21", "2026-11-20", "2026-11-20"},
	{"30d", now, "2026-10-23", "2026-11-21", "2026-09-23", "2026-10-22"},
	{"2w", now, "2026-11-08", "2026-11-21", "2026-10-25", "2026-11-07"},
	{"1m", now, "2026-10-22", "2026-11-21", "2026-09-22", "2026-10-21"},
	{"1m", "2026-03-31", "2026-03-01", "2026-03-31", "2026-02-01", "2026-02-28"},
	{"1m", "2026-03-29", "2026-03-01", "2026-03-29", "2026-02-01", "2026-02-28"},
	{"3m", "2026-05-31", "2026-03-01", "2026-05-31", "2025-12-01", "2026-02-28"},
	{"1y", now, "2025-11-22", "2026-11-21", "2024-11-22", "2025-11-21"},
	{"1y", "2024-02-29", "2023-03-01", "2024-02-29", "2022-03-01", "2023-02-28"},
	{"9999y", now, "0001-01-01", "2026-11-21", NULL, NULL},
};

static void reads_each_form(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(examples) / sizeof(*examples); i++) {
		const struct example *e = &examples[i];
		struct period period, before;

		if (period_parse(span_str(e->text), day(e->today), &period) != 0)
			fail_msg("'%s' is refused", e->text);
		expect_days(e->text, &period, e->from, e->to);
		if (!e->before_from) {
			if (period_before(&period, &before) == 0)
				fail_msg("there is a period before '%s'", e->text);
			continue;
		}
		if (period_before(&period, &before) != 0)
			fail_msg("there is no period before '%s'", e->text);
		expect_days(e->text, &before, e->before_from, e->before_to);
	}
}

static void refuses_what_is_none(void **state)
{
	static const char *const texts[] = {
		"",        "2",         "202",         "20266",       "0000",     "abcd",
		"2026-",   "2026-1",    "2026-00",     "2026-13",     "2026-Q0",  "2026-Q5",
		"2026-Q",  "2026-Q44",  "2026q4",      "2026-W00",    "2025-W53", "2026-W54",
		"2026-W5", "2026-W470", "9999-W53",    "0000-W01",    "2026-W+1", "2026/11",
		"0d",      "0w",        "0m",          "d",           "5bd",      "-3d",
		"3",       "3x",        "..",          "...",         "....",     "2026-11-21",
		"+026",    "2026..",    "..2026-11",   "2026-W47-1",  " 2026",    "2026 ",
		"2026-1 ", "2026-11-",  "20261-10..2", "99999999999d"};

	(void)state;
	for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); i++) {
		struct period period;

		if (period_parse(span_str(texts[i]), day(now), &period) == 0)
			fail_msg("'%s' is taken", texts[i]);
	}
}

static void refuses_other_ranges(void **state)
{
	static const char *const texts[] = {"2026-11-15..2026-10-01",  "2026-10-01..2026-02-30",
					    "2026-02-30..2026-10-01",  "2026-10-01..2026-11-15..",
					    "2026-10-01...2026-11-15", "2026-10-01..x"};

	(void)state;
	for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); i++) {
		struct period period;

		if (period_parse(span_str(texts[i]), day(now), &period) == 0)
			fail_msg("'%s' is taken", texts[i]);
	}
}

static void has_its_days(void **state)
{
	struct period period;

	(void)state;
	assert_int_equal(period_parse(SPAN("2026-11"), day(now), &period), 0);
	assert_false(period_is_all(&period));
	assert_false(period_has(&period, day("2026-10-31")));
	assert_true(period_has(&period, day("2026-11-01")));
	assert_true(period_has(&period, day("2026-11-30")));
	assert_false(period_has(&period, day("2026-12-01")));
	period = PERIOD_ALL;
	assert_true(period_is_all(&period));
	assert_true(period_has(&period, DAY_MIN) && period_has(&period, DAY_MAX));
}

/* Each day's week is the C library's, and is read as that week's Monday. */
static void weeks_as_the_c_library_has_them(void **state)
{
	(void)state;
	for (int32_t d = DAY_MIN; d <= DAY_MAX; d++) {
		time_t seconds = (time_t)d * 86400;
		char padded[17] = "00000000", written[8];
		int32_t monday;
		struct tm tm;

		if (gmtime_r(&seconds, &tm) == NULL)
			fail_msg("no day %d", (int)d);
		/* %G does not pad: the years before 1000 are shorter. */
		size_t n = strftime(padded + 8, 8 + 1, "%G-W%V", &tm);
		memmove(padded + (8 - n), padded + 8, n);
		date_week_write(written, d);
		if (memcmp(written, padded, 8) != 0 ||
		    date_week_parse(span_of(written, 8), &monday) != 0 ||
		    monday != d - date_weekday(d))
			fail_msg("day %d: %.8s is not %.8s", (int)d, written, padded);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(reads_each_form),
		cmocka_unit_test(refuses_what_is_none),
		cmocka_unit_test(refuses_other_ranges),
		cmocka_unit_test(has_its_days),
		cmocka_unit_test(weeks_as_the_c_library_has_them),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
