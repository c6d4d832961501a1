/*
 * What is left when nothing more pressing arises: nobody drops out of sight.
 */
#include "src/rules_parts.h"

/* Of an event and a note, -1 for none, whether the note is the later one; it is on equal dates. */
static bool note_is_later(const struct rules *r, int32_t event, int32_t note)
{
	if (event < 0 || note < 0)
		return note >= 0;
	return standing_note(&r->standing, note)->date >= standing_day(&r->standing, event);
}

static void rule_keep_in_touch(struct rules *r, struct duration cadence)
{
	const struct contact *contact = r->standing.contact;
	int32_t held = r->standing.held, moment = standing_last(&r->standing, EVENTS_MOMENT);
	const struct note *note;

	if (held < 0 && r->standing.last[EVENT_MET] < 0 && contact->cadence.unit == 0)
		return;
	if (note_is_later(r, moment, held)) {
		note = standing_note(&r->standing, held);
		arise_on(r, action_at_note(r, ACTION_KEEP_IN_TOUCH, note, note->date_line),
			 date_add(note->date, cadence));
	} else if (moment >= 0) {
		arise_on(r, action_at_event(r, ACTION_KEEP_IN_TOUCH, moment),
			 date_add(standing_day(&r->standing, moment), cadence));
	} else if (contact->added != DAY_NONE) {
		arise_on(r,
			 action_at_contact(r->due->network, ACTION_KEEP_IN_TOUCH,
					   r->standing.number),
			 date_add(contact->added, cadence));
	}
}

/* Things have come to a stop: nobody drops out of sight. */
static void rule_resume(struct rules *r)
{
	const struct settings *settings = rules_settings(r);
	int32_t place = standing_last(&r->standing, EVENTS_ALL & ~EVENT_BIT(EVENT_CLOSED));
	int32_t last_note = (int32_t)r->standing.contact->note_count - 1;
	const struct note *note;

	if (note_is_later(r, place, last_note)) {
		note = standing_note(&r->standing, last_note);
		arise_on(r, action_at_note(r, ACTION_RESUME, note, note->date_line),
			 date_add(note->date, note_state(note, rules_today(r)) == NOTE_OFF
						      ? settings->request_within
						      : settings->follow_up_after));
	} else if (place >= 0) {
		arise_on(r, action_at_event(r, ACTION_RESUME, place),
			 place == r->standing.last[EVENT_DEFERRED]
				 ? standing_event(&r->standing, place)->until
				 : date_add(standing_day(&r->standing, place),
					    settings->follow_up_after));
	}
}

/* What is left when nothing more pressing arises. */
void rules_of_rest(struct rules *r)
{
	struct duration cadence = r->standing.contact->cadence;

	if (cadence.unit == 0)
		cadence = rules_settings(r)->keep_in_touch;
	if (cadence.unit == '-' || (r->arisen & BUSY) ||
	    (r->due->marks[r->standing.number] & DUE_REPORTED))
		return;
	rule_keep_in_touch(r, cadence);
	if (!(r->arisen & ACTION_BIT(ACTION_KEEP_IN_TOUCH)) && !r->standing.declined)
		rule_resume(r);
}
