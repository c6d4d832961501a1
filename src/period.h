/*
 * A period of days: "2026", "2026-Q4", "2026-11", "2026-W47", "2026-10-01..2026-11-15", "30d".
 */
#ifndef NI_PERIOD_H
#define NI_PERIOD_H

#include "src/base/date.h"

struct period {
	int32_t from, to;     /* both days belong to it; DAY_MIN, DAY_MAX: open */
	struct duration step; /* from here to the period before; unit 0: as many days as it has */
};

#define PERIOD_ALL ((struct period){DAY_MIN, DAY_MAX, {0, 0}})

/* The forms of a period, for messages. */
#define PERIOD_FORMS "2026, 2026-Q4, 2026-11, 2026-W47, 2026-10-01..2026-11-15 or 30d"

/*
 * Reads one. Weeks are those of ISO 8601. FROM or TO may be left out, not both; FROM must not be
 * after TO. A duration is so many days, weeks, months or years that end today: 1m begins the day
 * after the same day of the last month (which clamps). Returns 0, or -1.
 */
int period_parse(struct span s, int32_t today, struct period *period);

/* The one before, which ends the day before: of a month the month, of a quarter the quarter; of
 * others it is as long. Of an open one, and before the year 1, there is none: returns -1. */
int period_before(const struct period *period, struct period *before);

/* Whether it is open on both sides; and whether a day belongs to it. */
static inline bool period_is_all(const struct period *period)
{
	return period->from == DAY_MIN && period->to == DAY_MAX;
}

static inline bool period_has(const struct period *period, int32_t day)
{
	return day >= period->from && day <= period->to;
}

#endif
