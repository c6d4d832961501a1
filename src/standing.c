#include "src/standing.h"

static void scan_events(struct standing *s)
{
	for (uint32_t kind = 0; kind < EVENT_KINDS; kind++)
		s->last[kind] = -1;
	s->first_met = -1;
	for (uint32_t i = 0; i < s->contact->event_count; i++) {
		uint32_t kind = event_key_kind(contact_event_key(s->network, s->contact, i));

		s->last[kind] = (int32_t)i;
		if (kind == EVENT_MET && s->first_met < 0)
			s->first_met = (int32_t)i;
	}
}

static void scan_notes(struct standing *s, int32_t today)
{
	s->live_note = DAY_NONE;
	s->held = s->first_held = -1;
	for (uint32_t i = 0; i < s->contact->note_count; i++) {
		const struct note *note = standing_note(s, (int32_t)i);
		enum note_state state = note_state(note, today);

		if (state != NOTE_OFF)
			s->live_note = note->date;
		if (state != NOTE_HELD)
			continue;
		s->held = (int32_t)i;
		if (s->first_held < 0)
			s->first_held = (int32_t)i;
	}
}

int32_t standing_last(const struct standing *s, uint32_t kinds)
{
	int32_t last = -1;

	for (uint32_t kind = 0; kind < EVENT_KINDS; kind++)
		if ((kinds & EVENT_BIT(kind)) && s->last[kind] > last)
			last = s->last[kind];
	return last;
}

/* "closed when the last of its closed/reopened events is closed, unless a replied, met or helped
 * event came after it, or the date of a note that is not off lies after its date" */
static bool is_closed(const struct standing *s)
{
	int32_t closed = s->last[EVENT_CLOSED];

	if (closed < 0 || s->last[EVENT_REOPENED] > closed)
		return false;
	return standing_last(s, EVENTS_TALK) < closed && s->live_note <= standing_day(s, closed);
}

/* "declined when the last of its replied, met, helped, declined, reopened events is declined" */
static bool has_declined(const struct standing *s)
{
	int32_t declined = s->last[EVENT_DECLINED];

	return declined >= 0 && declined == standing_last(s, EVENTS_ANSWER);
}

/* "deferred by its last deferred event, unless a dealing or a reopened event came after it or a
 * held note's date lies after its date" */
static int32_t deferred_until(const struct standing *s)
{
	int32_t deferred = s->last[EVENT_DEFERRED];

	if (deferred < 0 || standing_last(s, EVENTS_DEALING | EVENT_BIT(EVENT_REOPENED)) > deferred)
		return DAY_NONE;
	if (s->held >= 0 && standing_note(s, s->held)->date > standing_day(s, deferred))
		return DAY_NONE;
	return standing_event(s, deferred)->until;
}

/* "the days with an asked event after the last replied, declined, met, helped or reopened event,
 * and after the date of every note that is not off" */
static void count_unanswered(struct standing *s)
{
	int32_t day = DAY_NONE;

	s->unanswered = 0;
	s->last_unanswered = -1;
	for (int32_t i = standing_last(s, EVENTS_ANSWER) + 1; i <= s->last[EVENT_ASKED]; i++) {
		uint32_t key = contact_event_key(s->network, s->contact, (uint32_t)i);

		if (event_key_kind(key) != EVENT_ASKED || event_key_day(key) <= s->live_note)
			continue;
		if (event_key_day(key) != day)
			s->unanswered++;
		day = event_key_day(key);
		s->last_unanswered = i;
	}
}

void standing_find(struct standing *s, const struct network *network, uint32_t contact,
		   int32_t today)
{
	s->network = network;
	s->contact = &network->contacts[contact];
	s->number = contact;
	scan_events(s);
	scan_notes(s, today);
	s->closed = is_closed(s);
	s->declined = has_declined(s);
	s->deferred_until = deferred_until(s);
	count_unanswered(s);
}

bool standing_since(const struct standing *s, uint32_t kinds, int32_t day)
{
	int32_t last = standing_last(s, kinds);

	return last >= 0 && standing_day(s, last) >= day;
}

bool standing_note_on(const struct standing *s, int32_t day, int32_t today)
{
	for (uint32_t i = 0; i < s->contact->note_count; i++) {
		const struct note *note = standing_note(s, (int32_t)i);

		if (note->date == day && note_state(note, today) != NOTE_OFF)
			return true;
	}
	return false;
}

bool standing_unasked(const struct standing *s)
{
	uint32_t begun = EVENTS_TALK | EVENT_BIT(EVENT_ASKED) | EVENT_BIT(EVENT_DECLINED);

	return !s->closed && s->live_note == DAY_NONE &&
	       standing_last(s, begun) <= s->last[EVENT_REOPENED];
}

bool standing_meeting(const struct standing *standing, struct meeting *meeting)
{
	const struct event *event = NULL;
	const struct note *note = NULL;

	if (standing->first_met >= 0)
		event = standing_event(standing, standing->first_met);
	if (standing->first_held >= 0)
		note = standing_note(standing, standing->first_held);
	if (event && note && event->day < note->date)
		note = NULL;
	if (!event && !note)
		return false;
	*meeting = (struct meeting){note ? note->date : event->day, note, event};
	return true;
}

int32_t standing_word(const struct standing *referrer)
{
	uint32_t words = EVENT_BIT(EVENT_THANKED) | EVENT_BIT(EVENT_REPORTED) |
			 EVENT_BIT(EVENT_CONTACTED) | EVENT_BIT(EVENT_MET) |
			 EVENT_BIT(EVENT_HELPED);
	int32_t last = standing_last(referrer, words);
	int32_t day = last < 0 ? DAY_NONE : standing_day(referrer, last);

	if (referrer->held >= 0 && standing_note(referrer, referrer->held)->date > day)
		day = standing_note(referrer, referrer->held)->date;
	return day;
}
