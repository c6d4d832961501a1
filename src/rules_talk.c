/*
 * The rules that look at what was said: requests, replies, help.
 */
#include "src/rules_parts.h"

static void rule_reply(struct rules *r)
{
	int32_t replied = r->standing.last[EVENT_REPLIED];
	int32_t day;

	if (spared(r, ACTION_REPLY, replied < 0, "they have not replied") ||
	    spared(r, ACTION_REPLY, standing_last(&r->standing, EVENTS_DEALING) != replied,
		   "something came after their last reply"))
		return;
	day = standing_day(&r->standing, replied);
	if (spared(r, ACTION_REPLY, r->standing.live_note >= day,
		   "an interview was set since their last reply"))
		return;
	arise_from(r, action_at_event(r, ACTION_REPLY, replied), DAY_MIN,
		   step_after(day, rules_settings(r)->reply_within, "reply_within"));
}

/* thank (b): a meeting without a note, or help by other ways. */
static void rule_thank_event(struct rules *r)
{
	uint32_t kinds = EVENT_BIT(EVENT_MET) | EVENT_BIT(EVENT_HELPED);
	int32_t last = standing_last(&r->standing, kinds);
	int32_t day;

	if (spared(r, ACTION_THANK, last < 0, "no meeting or help is in the log"))
		return;
	day = standing_day(&r->standing, last);
	if (spared(r, ACTION_THANK, standing_since(&r->standing, EVENT_BIT(EVENT_THANKED), day),
		   "thanked since the log's last meeting or help") ||
	    spared(r, ACTION_THANK,
		   last == r->standing.last[EVENT_MET] &&
			   standing_note_on(&r->standing, day, rules_today(r)),
		   "the meeting in the log has a note of its own"))
		return;
	arise_from(r, action_at_event(r, ACTION_THANK, last), day,
		   step_after(day, rules_settings(r)->thank_within, "thank_within"));
}

/* The row of who referred the contact, whose request waits for leave to use their name. */
static void rule_get_permission(struct rules *r, const struct action *request,
				const struct step *step)
{
	const struct network *network = r->due->network;
	struct action action =
		action_at_contact(network, ACTION_GET_PERMISSION, r->standing.number);

	if (r->referrer == CONTACT_NONE || r->standing.contact->may_use_name != LEAVE_UNKNOWN)
		return;
	if (!rules_referrer_is_open(r->due, r->referrer) ||
	    !network->contacts[r->referrer].selected)
		return;
	action.contact = r->referrer;
	action.shown = request->shown;
	action.due = request->due;
	why_arises(r->due->options.why, &action, step);
	due_add(r->due, &action);
}

/* The latest of the days from which a request is counted; DAY_NONE if there is none. */
static int32_t request_from(const struct rules *r)
{
	int32_t reopened = r->standing.last[EVENT_REOPENED];
	int32_t contacted = r->standing.last[EVENT_CONTACTED];
	int32_t from = r->standing.contact->added;

	if (reopened >= 0)
		from = later(from, standing_day(&r->standing, reopened));
	if (contacted >= 0)
		from = later(from, standing_day(&r->standing, contacted));
	return from;
}

static void rule_request(struct rules *r)
{
	struct action action =
		action_at_contact(r->due->network, ACTION_REQUEST, r->standing.number);

	struct step due =
		step_after(request_from(r), rules_settings(r)->request_within, "request_within");

	if (spared(r, ACTION_REQUEST, !standing_unasked(&r->standing),
		   "they were asked, have answered or helped, or an interview was set"))
		return;
	r->due->marks[r->standing.number] |= DUE_UNASKED;
	action.shown = DAY_MIN;
	if (arise(r, &action, due))
		rule_get_permission(r, &action, &due);
}

#define NO_REQUEST "no request waits for an answer"

static void rule_unanswered(struct rules *r)
{
	uint32_t count = r->standing.unanswered;
	bool few = count < rules_settings(r)->attempts;
	struct action action;

	(void)spared(r, ACTION_FOLLOW_UP, count == 0 || !few,
		     count == 0 ? NO_REQUEST : "they were asked as often as `attempts` allows");
	(void)spared(r, ACTION_MOVE_ON, few,
		     count == 0 ? NO_REQUEST : "they may be asked once more, says `attempts`");
	if (count == 0)
		return;
	action = action_at_event(r, few ? ACTION_FOLLOW_UP : ACTION_MOVE_ON,
				 r->standing.last_unanswered);
	action.number = count;
	arise_on(r, action,
		 step_after(standing_day(&r->standing, r->standing.last_unanswered),
			    rules_settings(r)->follow_up_after, "follow_up_after"));
}

void rules_of_talk(struct rules *r)
{
	rule_reply(r);
	rule_thank_event(r);
	rule_request(r);
	rule_unanswered(r);
}
