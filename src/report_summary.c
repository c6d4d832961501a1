/* The report's figures: how far the selected contacts have come. */
#include <stdlib.h>

#include "src/base/mem.h"
#include "src/report_parts.h"

/* One period's figures in the making. */
struct figures {
	const struct report *report;
	struct period period;
	struct report_summary *summary;
	struct thanks thanks;
	int32_t *waits; /* days from the first asked to the first answer */
	size_t wait_count, wait_cap;
};

/* A question to one contact's past: the first day from `from` to `to` with an event of the kinds
 * or, if notes, a held note. */
struct wanted {
	uint32_t kinds;
	bool notes;
	int32_t from, to;
};

/* That day, or DAY_NONE. */
static int32_t first_day(const struct figures *f, const struct contact *contact,
			 const struct wanted *wanted)
{
	const struct network *network = f->report->network;
	int32_t first = DAY_NONE;

	for (uint32_t i = 0; i < contact->event_count; i++) {
		uint32_t key = contact_event_key(network, contact, i);

		if (!(EVENT_BIT(event_key_kind(key)) & wanted->kinds) ||
		    event_key_day(key) < wanted->from)
			continue;
		first = event_key_day(key);
		break;
	}
	for (uint32_t i = 0; wanted->notes && i < contact->note_count; i++) {
		const struct note *note = contact_note(network, contact, i);

		if (note->date < wanted->from ||
		    note_state(note, f->report->options.today) != NOTE_HELD)
			continue;
		if (first == DAY_NONE || note->date < first)
			first = note->date;
		break;
	}
	return first <= wanted->to ? first : DAY_NONE;
}

static void add_wait(struct figures *f, int32_t days)
{
	f->waits = mem_grow(f->waits, &f->wait_cap, f->wait_count + 1, sizeof(*f->waits));
	f->waits[f->wait_count++] = days;
}

static void count_contact(struct figures *f, const struct contact *contact)
{
	const struct period *period = &f->period;
	struct wanted asking = {EVENT_BIT(EVENT_ASKED), false, period->from, period->to};
	struct wanted meeting = {EVENT_BIT(EVENT_MET), true, period->from, period->to};
	struct wanted answer = {EVENTS_TALK, true, first_day(f, contact, &asking), DAY_MAX};

	if (period_is_all(period) ||
	    (contact->added != DAY_NONE && period_has(period, contact->added)))
		f->summary->contacts++;
	if (contact->added == DAY_NONE || contact->added <= period->to)
		f->summary->known++;
	if (answer.from != DAY_NONE) {
		int32_t day = first_day(f, contact, &answer);

		f->summary->asked++;
		if (day != DAY_NONE) {
			f->summary->replied++;
			add_wait(f, day - answer.from);
		}
	}
	if (first_day(f, contact, &meeting) != DAY_NONE)
		f->summary->met++;
	thanks_count(&f->thanks, contact, period, f->summary);
}

static void count_interview(struct figures *f, const struct note *note)
{
	switch (note_state(note, f->report->options.today)) {
	case NOTE_HELD:
		f->summary->held++;
		f->summary->named += note->referral_count;
		break;
	case NOTE_PLANNED:
		f->summary->planned++;
		break;
	case NOTE_UNWRITTEN:
		f->summary->unwritten++;
		break;
	case NOTE_OFF:
		f->summary->off++;
		break;
	}
}

static int compare_days(const void *a, const void *b)
{
	int32_t x = *(const int32_t *)a, y = *(const int32_t *)b;

	return (x > y) - (x < y);
}

static uint32_t median_halves(struct figures *f)
{
	size_t n = f->wait_count;

	if (n == 0)
		return 0;
	qsort(f->waits, n, sizeof(*f->waits), compare_days);
	return (uint32_t)(f->waits[(n - 1) / 2] + f->waits[n / 2]);
}

static void sum_up(const struct report *report, struct period period,
		   struct report_summary *summary)
{
	const struct network *network = report->network;
	struct figures f = {report, period, summary, {.report = report}, NULL, 0, 0};

	for (size_t i = 0; i < network->contact_count; i++)
		if (report_counts(&network->contacts[i]))
			count_contact(&f, &network->contacts[i]);
	for (size_t i = 0; i < network->note_count; i++)
		if (period_has(&period, network->notes[i].date) &&
		    report_has(network, &network->notes[i]))
			count_interview(&f, &network->notes[i]);
	for (size_t i = 0; i < report->leads->count; i++)
		if (report->leads->list[i].selected &&
		    period_has(&period, report->leads->list[i].added))
			summary->leads++;
	summary->reply_halves = median_halves(&f);
	free(f.thanks.days);
	free(f.waits);
}

void report_sum_up(struct report *report)
{
	sum_up(report, report->options.period, &report->summary);
	report->compares = period_before(&report->options.period, &report->before) == 0;
	if (report->compares)
		sum_up(report, report->before, &report->summary_before);
}
