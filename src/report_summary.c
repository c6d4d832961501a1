/* The report's figures: how far the selected contacts have come. */
#include <stdlib.h>

#include "src/base/mem.h"
#include "src/report_parts.h"

/* One contact's part of the figures. */
struct progress {
	struct report *report;
	const struct contact *contact;
	int32_t *thanked; /* days of their thanked events, ascending */
	size_t thanked_count, thanked_cap;
};

static const struct note *note_at(const struct progress *p, uint32_t i)
{
	return contact_note(p->report->network, p->contact, i);
}

static const struct event *event_at(const struct progress *p, uint32_t i)
{
	return contact_event(p->report->network, p->contact, i);
}

static bool is_held(const struct progress *p, const struct note *note)
{
	return note_state(note, p->report->options.today) == NOTE_HELD;
}

/* The day of the first asked event, or DAY_NONE. */
static int32_t first_asked(const struct progress *p)
{
	for (uint32_t i = 0; i < p->contact->event_count; i++)
		if (event_at(p, i)->kind == EVENT_ASKED)
			return event_at(p, i)->day;
	return DAY_NONE;
}

/* Whether an event of the kinds or a held note is dated on or after day. */
static bool has_since(const struct progress *p, uint32_t kinds, int32_t day)
{
	for (uint32_t i = 0; i < p->contact->event_count; i++) {
		const struct event *event = event_at(p, i);
		if ((EVENT_BIT(event->kind) & kinds) && event->day >= day)
			return true;
	}
	for (uint32_t i = 0; i < p->contact->note_count; i++)
		if (note_at(p, i)->date >= day && is_held(p, note_at(p, i)))
			return true;
	return false;
}

static void find_thanked(struct progress *p)
{
	p->thanked_count = 0;
	for (uint32_t i = 0; i < p->contact->event_count; i++) {
		if (event_at(p, i)->kind != EVENT_THANKED)
			continue;
		p->thanked = mem_grow(p->thanked, &p->thanked_cap, p->thanked_count + 1,
				      sizeof(*p->thanked));
		p->thanked[p->thanked_count++] = event_at(p, i)->day;
	}
}

/* The first thanked event on or after day, or DAY_NONE. */
static int32_t thanked_since(const struct progress *p, int32_t day)
{
	size_t low = 0, high = p->thanked_count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (p->thanked[middle] < day)
			low = middle + 1;
		else
			high = middle;
	}
	return low < p->thanked_count ? p->thanked[low] : DAY_NONE;
}

/* Counts the thank-you for a meeting on day; own is what its note says, or DAY_NONE. */
static void count_thanks(struct progress *p, int32_t day, int32_t own)
{
	struct report_summary *summary = &p->report->summary;
	int32_t limit = date_add(day, p->report->network->settings.thank_within);
	int32_t given = thanked_since(p, day);

	if (given == DAY_NONE || (own != DAY_NONE && own < given))
		given = own;
	if (given == DAY_NONE && limit >= p->report->options.today)
		return;
	summary->thanks++;
	if (given != DAY_NONE && given <= limit)
		summary->thanked_in_time++;
}

/* Whether a note that is not off has that date; notes are in the order of date. */
static bool has_note_on(const struct progress *p, int32_t day)
{
	uint32_t low = 0, high = p->contact->note_count;

	while (low < high) {
		uint32_t middle = low + (high - low) / 2;
		if (note_at(p, middle)->date < day)
			low = middle + 1;
		else
			high = middle;
	}
	for (; low < p->contact->note_count && note_at(p, low)->date == day; low++)
		if (note_state(note_at(p, low), p->report->options.today) != NOTE_OFF)
			return true;
	return false;
}

static void count_meetings(struct progress *p)
{
	find_thanked(p);
	for (uint32_t i = 0; i < p->contact->note_count; i++) {
		const struct note *note = note_at(p, i);
		if (is_held(p, note) && note->thanked != THANKED_NONE_OWED)
			count_thanks(p, note->date,
				     note->thanked == THANKED_ON ? note->thanked_on : DAY_NONE);
	}
	for (uint32_t i = 0; i < p->contact->event_count; i++) {
		const struct event *event = event_at(p, i);
		if (event->kind == EVENT_HELPED ||
		    (event->kind == EVENT_MET && !has_note_on(p, event->day)))
			count_thanks(p, event->day, DAY_NONE);
	}
}

static void count_contact(struct progress *p)
{
	struct report_summary *summary = &p->report->summary;
	int32_t asked = first_asked(p);

	summary->contacts++;
	if (asked != DAY_NONE) {
		summary->asked++;
		if (has_since(p, EVENTS_TALK, asked))
			summary->replied++;
	}
	if (has_since(p, EVENT_BIT(EVENT_MET), DAY_NONE))
		summary->met++;
	count_meetings(p);
}

static void count_interviews(struct report *report)
{
	struct report_summary *summary = &report->summary;

	for (size_t i = 0; i < report->interview_count; i++) {
		switch (report->interviews[i].state) {
		case NOTE_HELD:
			summary->held++;
			break;
		case NOTE_PLANNED:
			summary->planned++;
			break;
		case NOTE_UNWRITTEN:
			summary->unwritten++;
			break;
		case NOTE_OFF:
			summary->off++;
			break;
		}
	}
}

void report_sum_up(struct report *report)
{
	struct progress p = {.report = report};

	for (size_t i = 0; i < report->network->contact_count; i++) {
		p.contact = &report->network->contacts[i];
		if (report_counts(p.contact))
			count_contact(&p);
	}
	for (size_t i = 0; i < report->leads->count; i++)
		if (report->leads->list[i].selected)
			report->summary.leads++;
	count_interviews(report);
	free(p.thanked);
}
