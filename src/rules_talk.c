/*
 * The rules that look at what was said: requests, replies, help.
 */
#include "src/rules_parts.h"

static void rule_reply(struct rules *r)
{
	int32_t replied = r->standing.last[EVENT_REPLIED];
	int32_t day;

	if (replied < 0 || standing_last(&r->standing, EVENTS_DEALING) != replied)
		return;
	day = standing_day(&r->standing, replied);
	if (r->standing.live_note >= day)
		return;
	arise_from(r, action_at_event(r, ACTION_REPLY, replied), DAY_MIN,
		   date_add(day, rules_settings(r)->reply_within));
}

/* thank (b): a meeting without a note, or help by other ways. */
static void rule_thank_event(struct rules *r)
{
	uint32_t kinds = EVENT_BIT(EVENT_MET) | EVENT_BIT(EVENT_HELPED);
	int32_t last = standing_last(&r->standing, kinds);
	int32_t day;

	if (last < 0)
		return;
	day = standing_day(&r->standing, last);
	if (standing_since(&r->standing, EVENT_BIT(EVENT_THANKED), day))
		return;
	if (last == r->standing.last[EVENT_MET] &&
	    standing_note_on(&r->standing, day, rules_today(r)))
		return;
	arise_from(r, action_at_event(r, ACTION_THANK, last), day,
		   date_add(day, rules_settings(r)->thank_within));
}

/* The row of who referred the contact, whose request waits for leave to use their name. */
static void rule_get_permission(struct rules *r, const struct action *request)
{
	const struct network *network = r->due->network;
	const struct contact *contact = r->standing.contact;
	struct action action =
		action_at_contact(network, ACTION_GET_PERMISSION, r->standing.number);

	if (contact->referred_by == CONTACT_NONE || contact->may_use_name != LEAVE_UNKNOWN)
		return;
	if (!rules_referrer_is_open(r->due, contact->referred_by) ||
	    !network->contacts[contact->referred_by].selected)
		return;
	action.contact = contact->referred_by;
	action.shown = request->shown;
	action.due = request->due;
	due_add(r->due, &action);
}

static int32_t after_event(const struct rules *r, enum event_kind kind, struct duration within)
{
	int32_t last = r->standing.last[kind];

	return last < 0 ? DAY_NONE : date_add(standing_day(&r->standing, last), within);
}

static void rule_request(struct rules *r)
{
	struct duration within = rules_settings(r)->request_within;
	int32_t added = r->standing.contact->added;
	struct action action =
		action_at_contact(r->due->network, ACTION_REQUEST, r->standing.number);

	if (!standing_unasked(&r->standing))
		return;
	r->due->marks[r->standing.number] |= DUE_UNASKED;
	action.shown = DAY_MIN;
	action.due = later(after_event(r, EVENT_REOPENED, within),
			   after_event(r, EVENT_CONTACTED, within));
	if (added != DAY_NONE)
		action.due = later(action.due, date_add(added, within));
	if (arise(r, &action))
		rule_get_permission(r, &action);
}

static void rule_unanswered(struct rules *r)
{
	uint32_t count = r->standing.unanswered;
	struct action action;

	if (count == 0)
		return;
	action = action_at_event(
		r, count < rules_settings(r)->attempts ? ACTION_FOLLOW_UP : ACTION_MOVE_ON,
		r->standing.last_unanswered);
	action.number = count;
	arise_on(r, action,
		 date_add(standing_day(&r->standing, r->standing.last_unanswered),
			  rules_settings(r)->follow_up_after));
}

void rules_of_talk(struct rules *r)
{
	rule_reply(r);
	rule_thank_event(r);
	rule_request(r);
	rule_unanswered(r);
}
