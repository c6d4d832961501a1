/* Weeks of ISO 8601: they begin on a Monday and belong to the year of their Thursday. */
#include "src/base/date.h"

enum { THURSDAY = 3, DAYS = 7 };

static int32_t monday_of(int32_t day)
{
	return day - date_weekday(day);
}

/* The Monday of the year's first week, in which 4 January lies. The year is four digits. */
static int first_monday(const char *year, int32_t *monday)
{
	char text[10] = "0000-01-04";
	int32_t day;

	memcpy(text, year, 4);
	if (date_parse(span_of(text, sizeof(text)), &day) != 0)
		return -1;
	*monday = monday_of(day);
	return 0;
}

int date_week_parse(struct span s, int32_t *monday)
{
	char year[10];
	uint32_t week;
	int32_t first;

	if (s.n != 8 || s.p[4] != '-' || s.p[5] != 'W' ||
	    span_number(span_skip(s, 6), 1, 53, &week) != 0 || first_monday(s.p, &first) != 0)
		return -1;
	first += (int32_t)(week - 1) * DAYS;
	if (first + THURSDAY > DAY_MAX)
		return -1;
	date_write(year, first + THURSDAY);
	if (memcmp(year, s.p, 4) != 0)
		return -1; /* the year has 52 */
	*monday = first;
	return 0;
}

void date_week_write(char *out, int32_t day)
{
	int32_t thursday = monday_of(day) + THURSDAY;
	char date[10];
	int32_t first = DAY_MIN, week;

	date_write(date, thursday);
	(void)first_monday(date, &first); /* a year that was written can be read */
	week = (thursday - first) / DAYS + 1;
	memcpy(out, date, 4);
	out[4] = '-';
	out[5] = 'W';
	out[6] = (char)('0' + week / 10);
	out[7] = (char)('0' + week % 10);
}
