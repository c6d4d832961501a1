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

static void rule_keep_in_touch(struct rules *r, struct duration cadence, const char *setting)
{
	const struct contact *contact = r->standing.contact;
	int32_t held = r->standing.held, moment = standing_last(&r->standing, EVENTS_MOMENT);
	const struct note *note;

	if (spared(r, ACTION_KEEP_IN_TOUCH,
		   held < 0 && r->standing.last[EVENT_MET] < 0 && contact->cadence.unit == 0,
		   "you have not met, and they have no cadence of their own"))
		return;
	if (note_is_later(r, moment, held)) {
		note = standing_note(&r->standing, held);
		arise_on(r, action_at_note(r, ACTION_KEEP_IN_TOUCH, note, note->date_line),
			 step_after(note->date, cadence, setting));
	} else if (moment >= 0) {
		arise_on(r, action_at_event(r, ACTION_KEEP_IN_TOUCH, moment),
			 step_after(standing_day(&r->standing, moment), cadence, setting));
	} else if (!spared(r, ACTION_KEEP_IN_TOUCH, contact->added == DAY_NONE,
			   "there is no day to count from: no contact yet, and no `added`")) {
		arise_on(r,
			 action_at_contact(r->due->network, ACTION_KEEP_IN_TOUCH,
					   r->standing.number),
			 step_after(contact->added, cadence, setting));
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
		arise_on(
			r, action_at_note(r, ACTION_RESUME, note, note->date_line),
			note_state(note, rules_today(r)) == NOTE_OFF
				? step_after(note->date, settings->request_within, "request_within")
				: step_after(note->date, settings->follow_up_after,
					     "follow_up_after"));
	} else if (!spared(r, ACTION_RESUME, place < 0, "nothing has begun")) {
		arise_on(r, action_at_event(r, ACTION_RESUME, place),
			 place == r->standing.last[EVENT_DEFERRED]
				 ? step_on(standing_event(&r->standing, place)->until)
				 : step_after(standing_day(&r->standing, place),
					      settings->follow_up_after, "follow_up_after"));
	}
}

/* Whether something else comes first, or nothing is to come. */
static bool is_busy(const struct rules *r, struct duration cadence, enum action_kind kind)
{
	return spared(r, kind, cadence.unit == '-', "keep in touch: none") ||
	       spared(r, kind,
		      (r->arisen & BUSY) || (r->due->marks[r->standing.number] & DUE_REPORTED),
		      "something else comes first");
}

/* What is left when nothing more pressing arises. */
void rules_of_rest(struct rules *r)
{
	struct duration cadence = r->standing.contact->cadence;
	bool own = cadence.unit != 0;

	if (!own)
		cadence = rules_settings(r)->keep_in_touch;
	(void)is_busy(r, cadence, ACTION_RESUME);
	if (is_busy(r, cadence, ACTION_KEEP_IN_TOUCH))
		return;
	rule_keep_in_touch(r, cadence, own ? "cadence" : "keep_in_touch");
	if (!spared(r, ACTION_RESUME, r->arisen & ACTION_BIT(ACTION_KEEP_IN_TOUCH),
		    "keeping in touch is what comes next") &&
	    !spared(r, ACTION_RESUME, r->standing.declined, "they have declined"))
		rule_resume(r);
}
