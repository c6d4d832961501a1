/*
 * What was done when: requests, replies and interviews by week, month or year.
 */
#ifndef NI_REPORT_ACTIVITY_H
#define NI_REPORT_ACTIVITY_H

#include <stddef.h>
#include <stdint.h>

enum report_step { STEP_WEEK, STEP_MONTH, STEP_YEAR };

/*
 * A week (from Monday), month or year, as far as it belongs to what is shown.
 *
 *   asked    days with an `asked` event, of each selected contact
 *   replied  days with a `replied` or a `declined` event, of each: a no is a reply too
 *   met      held notes with at least one of them, and days with a `met` event of each of them that
 *            are not the date of a note of theirs that is not off
 */
struct report_span {
	int32_t from; /* the first day of the week, month or year */
	size_t asked, replied, met;
};

/* Something that was done, by an event of the log or by a note; both NULL: nothing. */
struct report_deed {
	int32_t day;
	const struct event *event;
	const struct note *note;
};

/*
 * From the first day with any of these until today; or the period, of which what lies after
 * today is cut off. By weeks if that is no more than 16 weeks long, by months if it is no more
 * than five years.
 *
 * Where no day is given to begin on, what lies before more than ten years without any of these is
 * left out: a year that was mistyped (0026) would make two thousand rows.
 */
struct report_activity {
	enum report_step step;
	struct report_span *spans; /* without gaps, in order */
	size_t count;              /* 0: there is nothing */
	int32_t begins, ends;      /* the period's first and last day, where it cuts the first or
				      the last span; else DAY_NONE */
	struct report_span left_out;
	struct report_deed first_left, last_left; /* of what is left out, if anything is; of one
						     day the first and the last that is told */
};

#endif
