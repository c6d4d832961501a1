#include "src/period.h"

/* The last day before another step from there; days beyond the calendar clamp. */
static int32_t last_day(int32_t from, struct duration step)
{
	int32_t next = date_add(from, step);

	return next == DAY_MAX ? DAY_MAX : next - 1;
}

static int stretch(struct period *period, int32_t from, struct duration step)
{
	*period = (struct period){from, last_day(from, step), step};
	return 0;
}

/* Of a date of ten characters that begins with s: 2026 and "-01-01". */
static int parse_calendar(struct span s, const char *rest, struct duration step,
			  struct period *period)
{
	char text[10];
	int32_t from;

	memcpy(text, s.p, s.n);
	memcpy(text + s.n, rest, sizeof(text) - s.n);
	if (date_parse(span_of(text, sizeof(text)), &from) != 0)
		return -1;
	return stretch(period, from, step);
}

static int parse_quarter(struct span s, struct period *period)
{
	static const char *const starts[] = {"-01-01", "-04-01", "-07-01", "-10-01"};
	uint32_t quarter;

	if (span_number(span_skip(s, 6), 1, 4, &quarter) != 0)
		return -1;
	return parse_calendar(span_of(s.p, 4), starts[quarter - 1], (struct duration){3, 'm'},
			      period);
}

static int parse_week(struct span s, struct period *period)
{
	int32_t monday;

	if (date_week_parse(s, &monday) != 0)
		return -1;
	return stretch(period, monday, (struct duration){1, 'w'});
}

/* FROM..TO, of which dots is the offset of the dots. */
static int parse_range(struct span s, size_t dots, struct period *period)
{
	struct span from = span_of(s.p, dots), to = span_skip(s, dots + 2);

	*period = PERIOD_ALL;
	if ((from.n == 0 && to.n == 0) || (from.n > 0 && date_parse(from, &period->from) != 0) ||
	    (to.n > 0 && date_parse(to, &period->to) != 0))
		return -1;
	return period->from <= period->to ? 0 : -1;
}

static int parse_duration(struct span s, int32_t today, struct period *period)
{
	struct duration step;
	int32_t from;

	if (duration_parse(s, &step) != 0 || step.count == 0 || step.unit == 'b')
		return -1;
	from = date_subtract(today, step);
	*period = (struct period){from == DAY_MIN ? from : from + 1, today, step};
	return 0;
}

/* Where ".." stands; s.n if nowhere. */
static size_t find_dots(struct span s)
{
	for (size_t i = 0; i + 1 < s.n; i++)
		if (s.p[i] == '.' && s.p[i + 1] == '.')
			return i;
	return s.n;
}

int period_parse(struct span s, int32_t today, struct period *period)
{
	size_t dots = find_dots(s);

	if (dots < s.n)
		return parse_range(s, dots, period);
	if (parse_duration(s, today, period) == 0)
		return 0;
	if (s.n == 4)
		return parse_calendar(s, "-01-01", (struct duration){1, 'y'}, period);
	if (s.n < 7 || s.p[4] != '-')
		return -1;
	if (s.n == 7 && s.p[5] == 'Q')
		return parse_quarter(s, period);
	if (s.n == 7)
		return parse_calendar(s, "-01", (struct duration){1, 'm'}, period);
	return parse_week(s, period);
}

int period_before(const struct period *period, struct period *before)
{
	int32_t length = period->to - period->from + 1;
	struct duration step = period->step;

	if (period->from == DAY_MIN || (step.unit == 0 && period->to == DAY_MAX))
		return -1;
	*before = (struct period){DAY_MIN, period->from - 1, step};
	if (step.unit != 0)
		before->from = date_subtract(period->from, step);
	else if (period->from - DAY_MIN > length)
		before->from = period->from - length;
	return 0;
}
