/*
 * Civil dates as day numbers (1970-01-01 is 0), without time zones, in the
 * proleptic Gregorian calendar, years 1 to 9999. Results beyond are clamped to those years.
 */
#ifndef NI_BASE_DATE_H
#define NI_BASE_DATE_H

#include "src/base/buf.h"
#include "src/base/span.h"

#define DAY_NONE INT32_MIN
#define DAY_MIN (-719162) /* 0001-01-01 */
#define DAY_MAX 2932896   /* 9999-12-31 */

/* count of unit: 'd' days, 'b' business days, 'w' weeks, 'm' calendar months, 'y' years. unit 0:
 * not given; unit '-': none. */
struct duration {
	uint16_t count;
	char unit;
};

/* Strictly YYYY-MM-DD, a day that exists. Returns 0, or -1. */
int date_parse(struct span s, int32_t *day);

/* Appends YYYY-MM-DD. Like all that follow but where it is said, not for DAY_NONE. */
void date_format(struct buf *b, int32_t day);

/* Writes the ten characters YYYY-MM-DD to out, without NUL. */
void date_write(char *out, int32_t day);

/* The forms of a duration, for messages. */
#define DURATION_FORMS "3d, 3bd, 2w, 3m or 1y"

/* A number 0-9999 and a unit: 3d, 3bd, 2w, 3m, 1y. Returns 0, or -1. */
int duration_parse(struct span s, struct duration *d);

/* Appends it as it is written: "3bd". */
void duration_format(struct buf *b, struct duration d);

/*
 * day plus or minus a duration. Months and years are added to the calendar
 * date and clamp to the last day of the month (30 November + 3m = 28 or 29 February). Business days
 * are Monday to Friday: 1bd from a Friday, a Saturday or a Sunday is the Monday, 0bd no step. A
 * duration that is not given or none leaves the day as it is, and DAY_NONE stays DAY_NONE.
 */
int32_t date_add(int32_t day, struct duration d);
int32_t date_subtract(int32_t day, struct duration d);

/* Which weekday a name means, the last one or the next; neither is today. */
enum date_side { DATE_BACK, DATE_AHEAD };

/*
 * A date as people say it, in any case of letters: YYYY-MM-DD, today, yesterday, tomorrow, a
 * duration from today (-3d, +2w), a weekday (monday, mon). Returns 0, or -1.
 */
int date_parse_said(struct span s, int32_t today, enum date_side side, int32_t *day);

/* The forms that make sense on each side, for messages. */
#define DATE_BACK_FORMS "YYYY-MM-DD, today, yesterday, -3d or a weekday"
#define DATE_AHEAD_FORMS "YYYY-MM-DD, today, tomorrow, +3d or a weekday"

/* The weekday of a day, 0 Monday to 6 Sunday. */
int date_weekday(int32_t day);

/* A week of ISO 8601, strictly YYYY-Www, that the year has: its Monday. Returns 0, or -1. */
int date_week_parse(struct span s, int32_t *monday);

/* Writes the eight characters YYYY-Www of the day's week to out, without NUL. */
void date_week_write(char *out, int32_t day);

#endif
