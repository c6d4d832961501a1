/* The thank-yous that were owed, and those that were given in time. */
#include "src/base/mem.h"
#include "src/report_parts.h"

static void find_thanked(struct thanks *thanks, const struct contact *contact)
{
	thanks->count = 0;
	for (uint32_t i = 0; i < contact->event_count; i++) {
		uint32_t key = contact_event_key(thanks->report->network, contact, i);

		if (event_key_kind(key) != EVENT_THANKED)
			continue;
		thanks->days = mem_grow(thanks->days, &thanks->cap, thanks->count + 1,
					sizeof(*thanks->days));
		thanks->days[thanks->count++] = event_key_day(key);
	}
}

int32_t report_day_since(const int32_t *days, size_t count, int32_t day)
{
	size_t low = 0, high = count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (days[middle] < day)
			low = middle + 1;
		else
			high = middle;
	}
	return low < count ? days[low] : DAY_NONE;
}

/* Counts the thank-you for a meeting on day; own is what its note says, or DAY_NONE. */
static void count_one(const struct thanks *thanks, int32_t day, int32_t own,
		      struct report_summary *summary)
{
	int32_t limit = date_add(day, thanks->report->network->settings.thank_within);
	int32_t given = report_day_since(thanks->days, thanks->count, day);

	if (given == DAY_NONE || (own != DAY_NONE && own < given))
		given = own;
	if (given == DAY_NONE && limit >= thanks->report->options.today)
		return;
	summary->thanks++;
	if (given != DAY_NONE && given <= limit)
		summary->thanked_in_time++;
}

bool report_note_on(const struct report *report, const struct contact *contact, int32_t day)
{
	const struct network *network = report->network;
	uint32_t low = 0, high = contact->note_count;

	while (low < high) { /* notes are in the order of date */
		uint32_t middle = low + (high - low) / 2;
		if (contact_note(network, contact, middle)->date < day)
			low = middle + 1;
		else
			high = middle;
	}
	for (; low < contact->note_count; low++) {
		const struct note *note = contact_note(network, contact, low);

		if (note->date != day)
			return false;
		if (note_state(note, report->options.today) != NOTE_OFF)
			return true;
	}
	return false;
}

void thanks_count(struct thanks *thanks, const struct contact *contact, const struct period *period,
		  struct report_summary *summary)
{
	const struct report *report = thanks->report;

	find_thanked(thanks, contact);
	for (uint32_t i = 0; i < contact->note_count; i++) {
		const struct note *note = contact_note(report->network, contact, i);

		if (period_has(period, note->date) && note->thanked != THANKED_NONE_OWED &&
		    note_state(note, report->options.today) == NOTE_HELD)
			count_one(thanks, note->date,
				  note->thanked == THANKED_ON ? note->thanked_on : DAY_NONE,
				  summary);
	}
	for (uint32_t i = 0; i < contact->event_count; i++) {
		const struct event *event = contact_event(report->network, contact, i);

		if (period_has(period, event->day) &&
		    (event->kind == EVENT_HELPED ||
		     (event->kind == EVENT_MET && !report_note_on(report, contact, event->day))))
			count_one(thanks, event->day, DAY_NONE, summary);
	}
}
