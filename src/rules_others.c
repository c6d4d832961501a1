/*
 * The rules whose row is not the contact's own: what a first meeting owes
 * to who made it possible, and leads.
 */
#include "src/rules.h"
#include "src/why.h"

bool rules_referrer_is_open(struct due *due, uint32_t number)
{
	struct standing referrer;

	if (!(due->marks[number] & DUE_KNOWN)) {
		standing_find(&referrer, due->network, number, due->options.today);
		due->words[number] = standing_word(&referrer);
		due->marks[number] |= DUE_KNOWN;
		if (referrer.closed)
			due->marks[number] |= DUE_CLOSED;
	}
	return !(due->marks[number] & DUE_CLOSED);
}

static struct action meeting_action(const struct network *network, const struct meeting *meeting,
				    uint32_t referrer, int32_t day)
{
	struct action action = {
		.kind = ACTION_REPORT_BACK,
		.shown = DAY_MIN,
		.due = day,
		.contact = referrer,
		.about = ABOUT_CONTACT,
	};

	action.file = meeting->note ? meeting->note->file : network->log_file;
	action.line = meeting->note ? 1 : meeting->event->line;
	return action;
}

void rules_report_meeting(struct due *due, const struct graph_found *found)
{
	const struct network *network = due->network;
	const struct contact *contact = &network->contacts[found->who];
	struct standing standing;
	struct meeting meeting;
	struct action action;
	struct step step;

	if (contact->left_out || (contact->event_count == 0 && contact->note_count == 0))
		return;
	standing_find(&standing, network, found->who, due->options.today);
	if (!standing_meeting(&standing, &meeting))
		return;
	if (!rules_referrer_is_open(due, found->by) || due->words[found->by] >= meeting.day)
		return;
	step = step_after(meeting.day, network->settings.report_within, "report_within");
	action = meeting_action(network, &meeting, found->by, step.day);
	action.subject = found->who;
	action.number = (uint32_t)(meeting.day - DAY_MIN); /* for the reason */
	if (due_lapsed(due, ACTION_REPORT_BACK, action.due)) {
		why_lapsed(due->options.why, &action, &step);
		return;
	}
	due->marks[found->by] |= DUE_REPORTED;
	why_arises(due->options.why, &action, &step);
	if (network->contacts[found->by].selected)
		due_add(due, &action);
}

void rules_lead(struct due *due, uint32_t number)
{
	const struct lead *lead = &due->leads->list[number];
	const struct naming *naming = &due->leads->namings[lead->first_naming];
	const struct note *note = &due->network->notes[naming->note];
	struct step step =
		step_after(note->date, due->network->settings.request_within, "request_within");
	struct action action = {
		.kind = ACTION_ADD_LEAD,
		.shown = DAY_MIN,
		.due = step.day,
		.contact = number,
		.about = ABOUT_LEAD,
		.subject = naming->note,
		.file = note->file,
		.line = note->referrals[naming->referral].line,
	};

	why_arises(due->options.why, &action, &step);
	if (lead->selected)
		due_add(due, &action);
}
