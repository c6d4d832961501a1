/* The activity of a report: what happened in each week, month or year. */
#include <limits.h>
#include <stdlib.h>

#include "src/base/mem.h"
#include "src/report_parts.h"

/* Nothing for longer than this: what lies before is of another time, or has a mistyped year. */
static const struct duration ten_years = {10, 'y'};

enum pass { FIND_FIRST, FIND_DAYS, COUNT };

/* What is to be counted, and into what. */
struct tally {
	const struct report *report;
	struct report_activity *activity;
	enum pass pass;
	int32_t from, to;    /* all that is looked at */
	int32_t first;       /* day with anything; INT32_MAX: none */
	int32_t begin;       /* what lies before is left out */
	unsigned char *days; /* from first on: whether there is anything, a bit each */
};

/* The span that the day belongs to. */
static struct report_span *span_at(const struct report_activity *activity, int32_t day)
{
	size_t low = 0, high = activity->count;

	while (high - low > 1) {
		size_t middle = low + (high - low) / 2;
		if (activity->spans[middle].from <= day)
			low = middle;
		else
			high = middle;
	}
	return &activity->spans[low];
}

static bool is_none(const struct report_deed *deed)
{
	return !deed->event && !deed->note;
}

/* Counts something; member is its place in a span. */
static void count_deed(struct report_activity *activity, int32_t begin,
		       const struct report_deed *deed, size_t member)
{
	bool left = deed->day < begin;
	struct report_span *span = left ? &activity->left_out : span_at(activity, deed->day);

	++*(size_t *)((char *)span + member);
	if (left && (is_none(&activity->first_left) || deed->day < activity->first_left.day))
		activity->first_left = *deed;
	if (left && (is_none(&activity->last_left) || deed->day >= activity->last_left.day))
		activity->last_left = *deed;
}

static void take(struct tally *tally, const struct report_deed *deed, size_t member)
{
	if (deed->day < tally->from || deed->day > tally->to)
		return;
	if (tally->pass == COUNT)
		count_deed(tally->activity, tally->begin, deed, member);
	else if (tally->pass == FIND_FIRST && deed->day < tally->first)
		tally->first = deed->day;
	else if (tally->pass == FIND_DAYS)
		tally->days[(deed->day - tally->first) / CHAR_BIT] |=
			(unsigned char)(1u << (deed->day - tally->first) % CHAR_BIT);
}

static void take_events(struct tally *tally, const struct contact *contact)
{
	const struct network *network = tally->report->network;
	int32_t asked = DAY_NONE, replied = DAY_NONE, met = DAY_NONE;

	for (uint32_t i = 0; i < contact->event_count; i++) {
		uint32_t key = contact_event_key(network, contact, i);
		int32_t day = event_key_day(key);
		struct report_deed deed = {day, contact_event(network, contact, i), NULL};

		switch (event_key_kind(key)) {
		case EVENT_ASKED:
			if (day != asked)
				take(tally, &deed, offsetof(struct report_span, asked));
			asked = day;
			break;
		case EVENT_REPLIED:
		case EVENT_DECLINED:
			if (day != replied)
				take(tally, &deed, offsetof(struct report_span, replied));
			replied = day;
			break;
		case EVENT_MET:
			if (day != met && !report_note_on(tally->report, contact, day))
				take(tally, &deed, offsetof(struct report_span, met));
			met = day;
			break;
		default:
			break;
		}
	}
}

static void take_all(struct tally *tally)
{
	const struct report *report = tally->report;
	const struct network *network = report->network;

	for (size_t i = 0; i < network->contact_count; i++)
		if (report_counts(&network->contacts[i]))
			take_events(tally, &network->contacts[i]);
	for (size_t i = 0; i < report->interview_count; i++) {
		const struct note *note = report->interviews[i].note;
		struct report_deed deed = {note->date, NULL, note};

		if (report->interviews[i].state == NOTE_HELD)
			take(tally, &deed, offsetof(struct report_span, met));
	}
}

static bool has_day(const struct tally *tally, int32_t day)
{
	size_t bit = (size_t)(day - tally->first);

	return tally->days[bit / CHAR_BIT] >> bit % CHAR_BIT & 1;
}

/* The first day that is shown, where none is given; the one after the last if none is. */
static int32_t find_begin(struct tally *tally)
{
	int32_t begin = tally->to + 1, later = tally->to;
	size_t days = (size_t)(tally->to - tally->first) + 1;

	if (tally->to <= date_add(tally->first, ten_years))
		return tally->first;
	tally->days = mem_resize(NULL, days / CHAR_BIT + 1, 1);
	memset(tally->days, 0, days / CHAR_BIT + 1);
	tally->pass = FIND_DAYS;
	take_all(tally);
	for (int32_t day = tally->to; day >= tally->first; day--) {
		if (!has_day(tally, day))
			continue;
		if (later > date_add(day, ten_years))
			break;
		begin = later = day;
	}
	free(tally->days);
	return begin;
}

void report_find_activity(struct report *report)
{
	struct report_activity *activity = &report->activity;
	const struct period *period = &report->options.period;
	struct tally tally = {
		.report = report,
		.activity = activity,
		.from = period->from,
		.to = period->to < report->options.today ? period->to : report->options.today,
		.first = INT32_MAX, /* later than any day */
	};

	activity->begins = activity->ends = DAY_NONE;
	take_all(&tally);
	if (tally.first == INT32_MAX)
		return;
	tally.begin = tally.from == DAY_MIN ? find_begin(&tally) : tally.from;
	if (tally.begin <= tally.to)
		activity_lay(report, tally.begin, tally.to);
	tally.pass = COUNT;
	take_all(&tally);
}
