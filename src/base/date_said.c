/* Dates as people say them. */
#include "src/base/date.h"

/* 0 Monday to 6 Sunday; -1: not the name of one, nor its first three letters. */
static int parse_weekday(struct span s)
{
	static const char *const names[] = {"monday", "tuesday",  "wednesday", "thursday",
					    "friday", "saturday", "sunday"};

	for (int i = 0; i < 7; i++)
		if (span_eq_nocase(s, span_str(names[i])) ||
		    span_eq_nocase(s, span_of(names[i], 3)))
			return i;
	return -1;
}

/* One to seven days away. */
static int32_t weekday_near(int32_t today, int weekday, enum date_side side)
{
	int back = (date_weekday(today) - weekday + 7) % 7;

	if (side == DATE_BACK)
		return today - (back == 0 ? 7 : back);
	return today + 7 - back;
}

static int parse_distance(struct span s, int32_t today, int32_t *day)
{
	struct duration distance;

	if (s.n == 0 || (*s.p != '-' && *s.p != '+') ||
	    duration_parse(span_skip(s, 1), &distance) != 0)
		return -1;
	*day = *s.p == '-' ? date_subtract(today, distance) : date_add(today, distance);
	return 0;
}

int date_parse_said(struct span s, int32_t today, enum date_side side, int32_t *day)
{
	static const char *const near[] = {"yesterday", "today", "tomorrow"};
	int weekday = parse_weekday(s);

	if (date_parse(s, day) == 0 || parse_distance(s, today, day) == 0)
		return 0;
	for (int i = 0; i < 3; i++) {
		if (span_eq_nocase(s, span_str(near[i]))) {
			*day = today + i - 1;
			return 0;
		}
	}
	if (weekday < 0)
		return -1;
	*day = weekday_near(today, weekday, side);
	return 0;
}
