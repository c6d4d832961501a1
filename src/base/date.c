#include "src/base/date.h"
#include "src/base/ascii.h"

struct civil {
	uint32_t year, month, day;
};

static const uint16_t days_before[13] = {0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334};

static bool is_leap(uint32_t year)
{
	return year % 4 == 0 && (year % 25 != 0 || year % 16 == 0);
}

static uint32_t days_in_month(uint32_t year, uint32_t month)
{
	static const uint8_t days[13] = {0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

	return month == 2 && is_leap(year) ? 29 : days[month];
}

static int32_t civil_to_day(struct civil c)
{
	uint32_t past = c.year - 1;
	uint32_t centuries = past / 100;
	uint32_t days = past * 365 + past / 4 - centuries + centuries / 4;

	days += days_before[c.month] + c.day - 1;
	if (c.month > 2 && is_leap(c.year))
		days++;
	return (int32_t)days + DAY_MIN;
}

/*
 * Days are counted from 0000-03-01, so that the leap day ends its year
 * (Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms").
 */
static struct civil day_to_civil(int32_t day)
{
	uint32_t since = (uint32_t)(day - DAY_MIN) + 306;
	uint32_t era = since / 146097;
	uint32_t of_era = since % 146097;
	uint32_t years = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
	uint32_t of_year = of_era - (365 * years + years / 4 - years / 100);
	uint32_t from_march = (5 * of_year + 2) / 153;
	struct civil c = {.year = years + era * 400};

	c.day = of_year - (153 * from_march + 2) / 5 + 1;
	c.month = from_march < 10 ? from_march + 3 : from_march - 9;
	if (c.month <= 2)
		c.year++;
	return c;
}

static int32_t clamp(int64_t day)
{
	if (day < DAY_MIN)
		return DAY_MIN;
	return day > DAY_MAX ? DAY_MAX : (int32_t)day;
}

/* Whether all of "YYYY-MM-" is what it should be, in one step of eight bytes. */
static bool is_shaped(const char *p)
{
	/* A digit may differ from the pattern by 9, '-' by 0; more sets a byte's top bit. */
	static const unsigned char room[8] = {0x76, 0x76, 0x76, 0x76, 0x7F, 0x76, 0x76, 0x7F};
	const uint64_t top = UINT64_C(0x8080808080808080);
	uint64_t pattern, limit, bytes;

	memcpy(&pattern, "0000-00-", 8);
	memcpy(&limit, room, 8);
	memcpy(&bytes, p, 8);
	bytes ^= pattern;
	return (((bytes + limit) | bytes) & top) == 0;
}

static uint32_t two_digits(const char *p)
{
	uint32_t tens = (uint32_t)(unsigned char)p[0] - '0';
	uint32_t ones = (uint32_t)(unsigned char)p[1] - '0';

	return tens * 10 + ones;
}

int date_parse(struct span s, int32_t *day)
{
	if (s.n != 10 || !is_shaped(s.p) || !ascii_is_digit(s.p[8]) || !ascii_is_digit(s.p[9]))
		return -1;

	struct civil c = {.year = two_digits(s.p) * 100 + two_digits(s.p + 2),
			  .month = two_digits(s.p + 5),
			  .day = two_digits(s.p + 8)};
	if (c.year < 1 || c.month < 1 || c.month > 12 || c.day < 1)
		return -1;
	if (c.day > 28 && c.day > days_in_month(c.year, c.month))
		return -1;
	*day = civil_to_day(c);
	return 0;
}

static void write_two(char *out, uint32_t value)
{
	out[0] = (char)('0' + (char)(value / 10));
	out[1] = (char)('0' + (char)(value % 10));
}

void date_write(char *out, int32_t day)
{
	struct civil c = day_to_civil(clamp(day));

	write_two(out, c.year / 100);
	write_two(out + 2, c.year % 100);
	out[4] = '-';
	write_two(out + 5, c.month);
	out[7] = '-';
	write_two(out + 8, c.day);
}

void date_format(struct buf *b, int32_t day)
{
	char text[10];

	date_write(text, day);
	buf_add(b, text, sizeof(text));
}

int duration_parse(struct span s, struct duration *d)
{
	uint32_t count;

	char unit = s.n > 0 ? s.p[s.n - 1] : '\0';
	size_t digits = s.n;

	if (unit != 'd' && unit != 'w' && unit != 'm' && unit != 'y')
		return -1;
	digits--;
	if (unit == 'd' && digits > 0 && s.p[digits - 1] == 'b') {
		unit = 'b';
		digits--;
	}
	if (digits > 4 || span_number(span_of(s.p, digits), 0, 9999, &count) < 0)
		return -1;
	*d = (struct duration){(uint16_t)count, unit};
	return 0;
}

void duration_format(struct buf *b, struct duration d)
{
	buf_add_number(b, d.count);
	if (d.unit == 'b')
		buf_add_str(b, "bd");
	else
		buf_add_char(b, d.unit);
}

static int32_t add_months(int32_t day, int64_t months)
{
	struct civil c = day_to_civil(day);
	int64_t total = (int64_t)c.year * 12 + (c.month - 1) + months;

	if (total < 12)
		return DAY_MIN;
	if (total >= INT64_C(120000))
		return DAY_MAX;
	c.year = (uint32_t)(total / 12);
	c.month = (uint32_t)(total % 12) + 1;

	uint32_t last = days_in_month(c.year, c.month);
	if (c.day > last)
		c.day = last;
	return civil_to_day(c);
}

/* Monday to Friday. A weekend counts as the working day before it, when one goes on from there. */
static int32_t add_business_days(int32_t day, int64_t count)
{
	int64_t weekday = date_weekday(day);
	int64_t monday = day - weekday;

	if (count == 0)
		return day;
	if (weekday > 4)
		weekday = count > 0 ? 4 : 5; /* going back, the one after it */
	weekday += count;

	int64_t weeks = weekday >= 0 ? weekday / 5 : -((4 - weekday) / 5);
	return clamp(monday + weeks * 7 + (weekday - weeks * 5));
}

static int32_t move(int32_t day, int64_t count, char unit)
{
	if (day == DAY_NONE)
		return DAY_NONE;
	day = clamp(day);
	switch (unit) {
	case 'd':
		return clamp(day + count);
	case 'b':
		return add_business_days(day, count);
	case 'w':
		return clamp(day + 7 * count);
	case 'm':
		return add_months(day, count);
	case 'y':
		return add_months(day, count * 12);
	default:
		return day;
	}
}

int32_t date_add(int32_t day, struct duration d)
{
	return move(day, d.count, d.unit);
}

int32_t date_subtract(int32_t day, struct duration d)
{
	return move(day, -(int64_t)d.count, d.unit);
}

int date_weekday(int32_t day)
{
	/* 0001-01-01 was a Monday. */
	return (int)((uint32_t)(clamp(day) - DAY_MIN) % 7);
}
