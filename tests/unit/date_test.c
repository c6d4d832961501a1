/* Dates: against the C library on every day, month arithmetic against a naive count. */
#define _DEFAULT_SOURCE /* timegm */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <stdio.h>
#include <time.h>

#include <cmocka.h>

#include "src/base/date.h"

/* The calendar told day by day, apart from the code under test. */
struct calendar {
	int year, month, day;
};

static int naive_length(int year, int month)
{
	if (month == 2)
		return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28;
	return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

static void naive_next(struct calendar *c)
{
	if (++c->day <= naive_length(c->year, c->month))
		return;
	c->day = 1;
	if (++c->month <= 12)
		return;
	c->month = 1;
	c->year++;
}

static struct span naive_write(char text[16], struct calendar c)
{
	int n = snprintf(text, 16, "%04d-%02d-%02d", c.year, c.month, c.day);

	assert_int_equal(n, 10);
	return span_of(text, 10);
}

/* One comparison of everything that is known of the day. */
static void expect_day(int32_t day, struct calendar c)
{
	char expected[16], written[10];
	time_t seconds = (time_t)day * 86400;
	struct tm tm;
	int32_t parsed = DAY_NONE;
	struct span text = naive_write(expected, c);

	date_write(written, day);
	if (gmtime_r(&seconds, &tm) == NULL || date_parse(text, &parsed) != 0 || parsed != day ||
	    memcmp(written, expected, 10) != 0 || tm.tm_year + 1900 != c.year ||
	    tm.tm_mon + 1 != c.month || tm.tm_mday != c.day || timegm(&tm) != seconds ||
	    date_weekday(day) != (tm.tm_wday + 6) % 7)
		fail_msg("day %d is not %s", (int)day, expected);
}

static void agrees_with_libc_on_all_days(void **state)
{
	struct calendar c = {1, 1, 1};
	int32_t day = DAY_MIN;

	(void)state;
	for (; c.year <= 9999; naive_next(&c), day++)
		expect_day(day, c);
	assert_int_equal(day, DAY_MAX + 1);
}

static void refuses_what_is_no_date(void **state)
{
	static const char *const bad[] = {
		"",
		"2024-02-30",
		"2023-02-29",
		"1900-02-29",
		"2024-04-31",
		"2024-13-01",
		"2024-00-10",
		"2024-01-00",
		"2024-01-32",
		"0000-01-01",
		"24-1-5",
		"2024-1-05",
		"2024-01-5",
		"2024/01/05",
		"20240105",
		"2024-01-051",
		"2024-01-05 ",
		" 2024-01-05",
		"2024-01-0x",
		"x024-01-05",
		"2x24-01-05",
		"20-4-01-05",
		"2024-+1-05",
		"2024-01-\xC2\xB2",
		"2024:01-05",
		"2024-01:05",
		"202401--05",
		"-024-01-05",
		"2024-0/-05",
		"2024-0:-05",
	};

	(void)state;
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
		int32_t day = 5;
		if (date_parse(span_str(bad[i]), &day) != -1 || day != 5)
			fail_msg("'%s' was taken", bad[i]);
	}
	int32_t day;
	assert_int_equal(date_parse(SPAN_NONE, &day), -1);
	assert_int_equal(date_parse(span_of("2024-01-05x", 10), &day), 0);
	assert_int_equal(date_parse(span_of("2024-02-29x", 10), &day), 0);
	assert_int_equal(date_parse(span_of("2000-02-29x", 10), &day), 0);
}

/* Every byte at every place of a date, against a slow reading. */
static void refuses_every_other_byte(void **state)
{
	(void)state;
	for (size_t at = 0; at < 10; at++)
		for (int byte = 0; byte < 256; byte++) {
			char text[11] = "2011-11-11";
			int32_t day;
			text[at] = (char)byte;
			bool digit = byte >= '0' && byte <= '9';
			bool good = at == 4 || at == 7 ? byte == '-'
				    : at == 5          ? byte == '0' || byte == '1'
				    : at == 6          ? byte >= '0' && byte <= '2'
				    : at == 8          ? byte >= '0' && byte <= '2'
						       : digit;
			if ((date_parse(span_of(text, 10), &day) == 0) != good)
				fail_msg("place %zu byte %d", at, byte);
		}
}

static int32_t on(const char *text)
{
	int32_t day;

	assert_int_equal(date_parse(span_str(text), &day), 0);
	return day;
}

static struct duration lasting(const char *text)
{
	struct duration d;

	assert_int_equal(duration_parse(span_str(text), &d), 0);
	return d;
}

static void expect_sum(const char *from, const char *duration, const char *sum)
{
	assert_int_equal(date_add(on(from), lasting(duration)), on(sum));
}

static void expect_rest(const char *from, const char *duration, const char *rest)
{
	assert_int_equal(date_subtract(on(from), lasting(duration)), on(rest));
}

static void adds_durations(void **state)
{
	(void)state;
	expect_sum("2025-11-30", "3m", "2026-02-28");
	expect_sum("2027-11-30", "3m", "2028-02-29");
	expect_sum("2024-02-29", "1y", "2025-02-28");
	expect_sum("2024-02-29", "4y", "2028-02-29");
	expect_sum("2024-12-31", "1d", "2025-01-01");
	expect_sum("2024-02-28", "2w", "2024-03-13");
	expect_sum("2024-05-05", "0d", "2024-05-05");
	expect_sum("2024-05-05", "0m", "2024-05-05");
	expect_rest("2024-03-31", "1m", "2024-02-29");
	expect_rest("2025-01-01", "1d", "2024-12-31");
	expect_rest("2024-03-13", "2w", "2024-02-28");
	expect_rest("2024-02-29", "1y", "2023-02-28");
	expect_rest("2024-01-31", "13m", "2022-12-31");
}

static void stays_within_the_calendar(void **state)
{
	(void)state;
	expect_sum("9999-12-31", "1d", "9999-12-31");
	expect_sum("9999-12-01", "9999w", "9999-12-31");
	expect_sum("9999-12-01", "1m", "9999-12-31");
	expect_sum("9999-11-30", "1m", "9999-12-30");
	expect_sum("2024-02-29", "9999y", "9999-12-31");
	expect_rest("0001-01-01", "1d", "0001-01-01");
	expect_rest("0001-01-31", "1m", "0001-01-01");
	expect_rest("0001-02-28", "1m", "0001-01-28");
	expect_rest("2024-02-29", "9999y", "0001-01-01");
	assert_int_equal(date_add(INT32_MAX, lasting("1d")), DAY_MAX);
	assert_int_equal(date_subtract(DAY_MIN - 7, lasting("1y")), DAY_MIN);
	assert_int_equal(date_add(DAY_NONE, lasting("1m")), DAY_NONE);
	assert_int_equal(date_subtract(DAY_NONE, lasting("1d")), DAY_NONE);
}

/* Month by month: the naive way counts up and takes the last day that the month has. */
static void adds_months_like_the_naive_count(void **state)
{
	(void)state;
	for (struct calendar c = {1995, 1, 1}; c.year < 2005; naive_next(&c)) {
		struct calendar to = c;
		char text[16];
		for (uint16_t months = 0; months <= 120; months++) {
			to.day = c.day < naive_length(to.year, to.month)
					 ? c.day
					 : naive_length(to.year, to.month);
			int32_t from = on((naive_write(text, c), text));
			int32_t sum = date_add(from, (struct duration){months, 'm'});
			assert_int_equal(sum, on((naive_write(text, to), text)));
			if (months % 12 == 0)
				assert_int_equal(
					date_add(from, (struct duration){months / 12, 'y'}), sum);
			if (c.day <= 28)
				assert_int_equal(date_subtract(sum, (struct duration){months, 'm'}),
						 from);
			to.year += to.month / 12;
			to.month = to.month % 12 + 1;
		}
	}
}

/* The naive way takes a day at a time and counts those from Monday to Friday. */
static void adds_business_days_like_the_naive_count(void **state)
{
	(void)state;
	expect_sum("2026-11-20", "1bd", "2026-11-23"); /* a Friday */
	expect_sum("2026-11-21", "1bd", "2026-11-23");
	expect_sum("2026-11-21", "0bd", "2026-11-21");
	expect_rest("2026-11-23", "1bd", "2026-11-20");
	expect_rest("2026-11-22", "1bd", "2026-11-20");
	for (int32_t from = on("2024-02-20"); from < on("2024-03-20"); from++) {
		int32_t later = from, earlier = from;

		for (uint16_t count = 0; count < 40; count++) {
			struct duration d = {count, 'b'};

			assert_int_equal(date_add(from, d), later);
			assert_int_equal(date_subtract(from, d), earlier);
			do
				later++;
			while (date_weekday(later) > 4);
			do
				earlier--;
			while (date_weekday(earlier) > 4);
		}
	}
	assert_int_equal(date_add(DAY_MAX, lasting("9999bd")), DAY_MAX);
	assert_int_equal(date_subtract(DAY_MIN, lasting("9999bd")), DAY_MIN);
}

static void said(const char *text, enum date_side side, const char *expected)
{
	int32_t day = DAY_NONE, today = on("2026-11-21"); /* a Saturday */

	if (date_parse_said(span_str(text), today, side, &day) != (expected ? 0 : -1))
		fail_msg("'%s' was %s", text, expected ? "not taken" : "taken");
	assert_int_equal(day, expected ? on(expected) : DAY_NONE);
}

static void dates_as_they_are_said(void **state)
{
	(void)state;
	said("2026-02-28", DATE_BACK, "2026-02-28");
	said("today", DATE_BACK, "2026-11-21");
	said("Yesterday", DATE_BACK, "2026-11-20");
	said("tomorrow", DATE_AHEAD, "2026-11-22");
	said("-3d", DATE_AHEAD, "2026-11-18");
	said("-1bd", DATE_BACK, "2026-11-20");
	said("-2w", DATE_BACK, "2026-11-07");
	said("+1m", DATE_BACK, "2026-12-21");
	said("friday", DATE_BACK, "2026-11-20");
	said("sat", DATE_BACK, "2026-11-14"); /* the last one is not today */
	said("Saturday", DATE_AHEAD, "2026-11-28");
	said("SUN", DATE_BACK, "2026-11-15");
	said("sun", DATE_AHEAD, "2026-11-22");
	said("monday", DATE_BACK, "2026-11-16");
	said("2026-02-30", DATE_BACK, NULL);
	said("3d", DATE_BACK, NULL);
	said("-", DATE_BACK, NULL);
	said("-3", DATE_BACK, NULL);
	said("--3d", DATE_BACK, NULL);
	said("", DATE_BACK, NULL);
	said("mo", DATE_BACK, NULL);
	said("mond", DATE_BACK, NULL);
	said("mondays", DATE_BACK, NULL);
}

static void durations(void **state)
{
	static const char *const bad[] = {"",    "3",   "d",    "3x",     "3D",      "-3d",  "+3d",
					  "3 d", " 3d", "3dd",  "12345d", "1.5d",    "none", "3d ",
					  "bd",  "3b",  "3bbd", "3Bd",    "12345bd", "3 bd"};
	struct duration d = {9, 'w'};

	(void)state;
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++)
		if (duration_parse(span_str(bad[i]), &d) != -1 || d.count != 9 || d.unit != 'w')
			fail_msg("'%s' was taken", bad[i]);
	d = lasting("9999y");
	assert_int_equal(d.count, 9999);
	assert_int_equal(d.unit, 'y');
	assert_int_equal(lasting("0d").count, 0);
	assert_int_equal(lasting("007m").count, 7);
	assert_int_equal(lasting("2w").unit, 'w');
	assert_int_equal(lasting("9999bd").count, 9999);
	assert_int_equal(lasting("3bd").unit, 'b');

	int32_t day = on("2024-05-05");
	assert_int_equal(date_add(day, (struct duration){0, 0}), day);
	assert_int_equal(date_add(day, (struct duration){7, '-'}), day);
}

static void formats(void **state)
{
	struct buf b = BUF_INIT;

	(void)state;
	date_format(&b, 0);
	date_format(&b, DAY_MIN);
	date_format(&b, DAY_MAX);
	assert_string_equal(b.p, "1970-01-010001-01-019999-12-31");
	buf_clear(&b);
	date_format(&b, DAY_NONE);
	date_format(&b, INT32_MAX);
	assert_string_equal(b.p, "0001-01-019999-12-31");
	buf_release(&b);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(agrees_with_libc_on_all_days),
		cmocka_unit_test(refuses_what_is_no_date),
		cmocka_unit_test(refuses_every_other_byte),
		cmocka_unit_test(adds_durations),
		cmocka_unit_test(stays_within_the_calendar),
		cmocka_unit_test(adds_months_like_the_naive_count),
		cmocka_unit_test(adds_business_days_like_the_naive_count),
		cmocka_unit_test(dates_as_they_are_said),
		cmocka_unit_test(durations),
		cmocka_unit_test(formats),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
