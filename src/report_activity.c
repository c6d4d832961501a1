/* The activity of a report: what happened in each week, month or year. */
#include "src/report_parts.h"

enum { WEEKS = 16 }; /* as long as it is shown by weeks */

static const struct duration five_years = {5, 'y'};

/* What is to be counted, and into what. */
struct tally {
	const struct report *report;
	struct report_activity *activity; /* no spans yet: only first is found */
	int32_t from, to, first;          /* first: INT32_MAX: nothing */
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

/* Counts something of that day; member is its place in a span. */
static void take(struct tally *tally, int32_t day, size_t member)
{
	if (day < tally->from || day > tally->to)
		return;
	if (day < tally->first)
		tally->first = day;
	if (tally->activity->spans)
		++*(size_t *)((char *)span_at(tally->activity, day) + member);
}

static void take_events(struct tally *tally, const struct contact *contact)
{
	int32_t asked = DAY_NONE, replied = DAY_NONE, met = DAY_NONE;

	for (uint32_t i = 0; i < contact->event_count; i++) {
		uint32_t key = contact_event_key(tally->report->network, contact, i);
		int32_t day = event_key_day(key);

		switch (event_key_kind(key)) {
		case EVENT_ASKED:
			if (day != asked)
				take(tally, day, offsetof(struct report_span, asked));
			asked = day;
			break;
		case EVENT_REPLIED:
		case EVENT_DECLINED:
			if (day != replied)
				take(tally, day, offsetof(struct report_span, replied));
			replied = day;
			break;
		case EVENT_MET:
			if (day != met && !report_note_on(tally->report, contact, day))
				take(tally, day, offsetof(struct report_span, met));
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
	for (size_t i = 0; i < report->interview_count; i++)
		if (report->interviews[i].state == NOTE_HELD)
			take(tally, report->interviews[i].note->date,
			     offsetof(struct report_span, met));
}

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

/* Lays spans from one day to another; without room only counts them. */
static size_t lay_spans(struct report_activity *activity, int32_t from, int32_t to)
{
	static const struct duration steps[] = {
		[STEP_WEEK] = {1, 'w'}, [STEP_MONTH] = {1, 'm'}, [STEP_YEAR] = {1, 'y'}};
	int32_t day = start_of(from, activity->step), last;
	size_t count = 0;

	do {
		if (activity->spans)
			activity->spans[count].from = day;
		count++;
		last = day;
		day = date_add(day, steps[activity->step]);
	} while (day <= to && day > last && day < DAY_MAX);
	return count;
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

	take_all(&tally);
	if (tally.first == INT32_MAX)
		return;
	if (tally.from == DAY_MIN)
		tally.from = tally.first;
	activity->step = step_of(tally.from, tally.to);
	activity->count = lay_spans(activity, tally.from, tally.to);
	activity->spans = arena_array(&report->arena, activity->count, sizeof(*activity->spans));
	(void)lay_spans(activity, tally.from, tally.to); /* as many */
	take_all(&tally);
}
