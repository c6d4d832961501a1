/* The weeks, months or years of a report's activity. */
#include "src/report_parts.h"

enum { WEEKS = 16 }; /* as long as it is shown by weeks */

static const struct duration five_years = {5, 'y'};

static enum report_step step_of(int32_t from, int32_t to)
{
	if (to - from < WEEKS * 7)
		return STEP_WEEK;
	return to < date_add(from, five_years) ? STEP_MONTH : STEP_YEAR;
}

/* The first day of the week, month or year. */
static int32_t start_of(int32_t day, enum report_step step)
{
	char text[10];

	if (step == STEP_WEEK)
		return day - date_weekday(day);
	date_write(text, day);
	memcpy(text + 8, "01", 2);
	if (step == STEP_YEAR)
		memcpy(text + 5, "01", 2);
	(void)date_parse(span_of(text, sizeof(text)), &day); /* a date that was written */
	return day;
}

/* The first day of what comes after the one that begins on day. */
static int32_t next_start(int32_t day, enum report_step step)
{
	static const struct duration steps[] = {
		[STEP_WEEK] = {1, 'w'}, [STEP_MONTH] = {1, 'm'}, [STEP_YEAR] = {1, 'y'}};

	return date_add(day, steps[step]);
}

/* Lays spans from one day to another; without room only counts them. */
static size_t lay_spans(struct report_activity *activity, int32_t from, int32_t to)
{
	int32_t day = start_of(from, activity->step), last;
	size_t count = 0;

	do {
		if (activity->spans)
			activity->spans[count].from = day;
		count++;
		last = day;
		day = next_start(day, activity->step);
	} while (day <= to && day > last && day < DAY_MAX);
	return count;
}

void activity_lay(struct report *report, int32_t from, int32_t to)
{
	struct report_activity *activity = &report->activity;
	const struct period *period = &report->options.period;
	const struct report_span *last;

	activity->step = step_of(from, to);
	activity->count = lay_spans(activity, from, to);
	activity->spans = arena_array(&report->arena, activity->count, sizeof(*activity->spans));
	(void)lay_spans(activity, from, to); /* as many */
	last = &activity->spans[activity->count - 1];
	if (period->from > activity->spans[0].from)
		activity->begins = period->from;
	if (period->to < report->options.today &&
	    next_start(last->from, activity->step) > period->to + 1)
		activity->ends = period->to;
}
