/*
 * What a row's reason says: the sentences of PRACTICE's table.
 */
#include "src/alternatives.h"
#include "src/due.h"
#include "src/rules.h"

static void add_date(struct buf *b, const char *before, int32_t day)
{
	buf_add_str(b, before);
	date_format(b, day);
}

/* A part of a list: a separator goes before all but the first. */
static void add_part(struct buf *b, size_t start, const char *separator, struct span part)
{
	if (part.n == 0)
		return;
	if (b->n > start)
		buf_add_str(b, separator);
	buf_add_span(b, part);
}

static void reason_meet(const struct note *note, struct buf *b)
{
	size_t start = b->n;

	add_part(b, start, ", ", note->time);
	add_part(b, start, ", ", note->mode);
	if (note->minutes > 0)
		buf_add_format(b, "%s%u min", b->n > start ? ", " : "", note->minutes);
	add_part(b, start, ", ", note->place);
	if (b->n == start)
		buf_add_str(b, "no time or place yet");
}

static void reason_thank_note(const struct network *network, const struct note *note, struct buf *b)
{
	add_date(b, "interview of ", note->date);
	if (note->referral_count < network->settings.names)
		buf_add_format(b, "; %u of %u names given", note->referral_count,
			       network->settings.names);
}

/* "4 of 10 questions; no research" */
static void reason_prepare(const struct network *network, const struct note *note, struct buf *b)
{
	uint32_t least = network->settings.questions_least;
	bool few = note->body.question_count < least;

	if (few)
		buf_add_format(b, "%u of %u questions", note->body.question_count, least);
	if (!note->body.researched)
		buf_add_str(b, few ? "; no research" : "no research");
}

static void reason_write_up(const struct note *note, struct buf *b)
{
	size_t start = b->n;

	if (note->outcome == OUTCOME_UNKNOWN)
		buf_add_str(b, "no outcome");
	if (note->rating == 0)
		add_part(b, start, ", ", SPAN("no rating"));
	add_date(b, " for the interview of ", note->date);
}

static void reason_request(const struct network *network, uint32_t number, struct buf *b)
{
	const struct contact *contact = &network->contacts[number];

	if (contact->referred_by == CONTACT_NONE) {
		buf_add_str(b, "not asked yet");
		return;
	}
	buf_add_str(b, "referred by ");
	buf_add_span(b, network_name(network, contact->referred_by));
	if (contact->may_use_name == LEAVE_YES)
		buf_add_str(b, "; you may use their name");
	else if (contact->may_use_name == LEAVE_NO)
		buf_add_str(b, "; do not use their name");
	else
		buf_add_str(b, "; ask first whether you may use their name");
}

static void reason_follow_up(const struct event *event, uint32_t count, struct buf *b)
{
	buf_add_format(b, "asked %u time%s, last on ", count, count == 1 ? "" : "s");
	date_format(b, event->day);
}

static void reason_move_on(struct due *due, const struct action *action, struct buf *b)
{
	uint32_t other = alternatives_find(due, action->contact);

	buf_add_format(b, "%u request%s unanswered", action->number,
		       action->number == 1 ? "" : "s");
	if (other == CONTACT_NONE)
		return;
	buf_add_str(b, "; try ");
	buf_add_span(b, network_name(due->network, other));
	buf_add_format(b, " (%.*s)", SPAN_ARG(network_text(due->network, other, TEXT_ID)));
}

static void reason_lead(struct due *due, const struct action *action, struct buf *b)
{
	const struct network *network = due->network;
	const struct lead *lead = &due->leads->list[action->contact];
	const struct note *note = &network->notes[action->subject];

	buf_add_str(b, "named by ");
	for (uint32_t i = 0; i < note->contact_count; i++) {
		if (i > 0)
			buf_add_str(b, i + 1 < note->contact_count ? ", " : " and ");
		buf_add_span(b, network_note_name(network, note, i));
	}
	add_date(b, " on ", note->date);
	if (lead->namesake == CONTACT_NONE)
		return;
	buf_add_str(b, "; a contact has the same name: ");
	buf_add_span(b, network_text(network, lead->namesake, TEXT_ID));
}

static void reason_advice(struct due *due, const struct action *action, struct buf *b)
{
	const struct note *note = &due->network->notes[action->subject];
	int32_t told = action->number == 0 ? DAY_NONE : (int32_t)action->number + DAY_MIN - 1;
	size_t start;

	buf_add_str(b, "acted on: ");
	start = b->n;
	for (uint32_t i = 0; i < note->body.task_count; i++)
		if (rules_untold(told, note, &note->body.tasks[i]))
			add_part(b, start, "; ", note->body.tasks[i].text);
}

static void reason_meeting(const struct network *network, const struct action *action,
			   struct buf *b)
{
	buf_add_str(b, "you met ");
	buf_add_span(b, network_name(network, action->subject));
	add_date(b, " on ", (int32_t)action->number + DAY_MIN);
}

static void reason_permission(const struct network *network, const struct action *action,
			      struct buf *b)
{
	buf_add_str(b, "may you use their name with ");
	buf_add_span(b, network_name(network, action->subject));
	buf_add_format(b, " (%.*s)?", SPAN_ARG(network_text(network, action->subject, TEXT_ID)));
}

/* keep-in-touch and resume: what the last thing was. */
static void reason_last(const struct network *network, const struct action *action, struct buf *b)
{
	const char *what;
	int32_t day;

	if (action->about == ABOUT_CONTACT) {
		add_date(b, "no contact since added on ", network->contacts[action->subject].added);
		return;
	}
	if (action->about == ABOUT_NOTE) {
		what = outcome_interview(network->notes[action->subject].outcome);
		day = network->notes[action->subject].date;
	} else {
		what = event_name((enum event_kind)network->events[action->subject].kind);
		day = network->events[action->subject].day;
	}
	if (action->kind == ACTION_RESUME) {
		buf_add_format(b, "nothing since %s", what);
		add_date(b, " on ", day);
	} else {
		add_date(b, "last contact ", day);
		buf_add_format(b, " (%s)", what);
	}
}

static void reason_note(struct due *due, const struct action *action, struct buf *b)
{
	const struct note *note = &due->network->notes[action->subject];

	switch (action->kind) {
	case ACTION_MEET:
		reason_meet(note, b);
		break;
	case ACTION_THANK:
		reason_thank_note(due->network, note, b);
		break;
	case ACTION_PREPARE:
		reason_prepare(due->network, note, b);
		break;
	case ACTION_WRITE_UP:
		reason_write_up(note, b);
		break;
	case ACTION_TASK:
		buf_add_span(b, note->body.tasks[action->number].text);
		break;
	case ACTION_REPORT_BACK:
		reason_advice(due, action, b);
		break;
	default:
		reason_last(due->network, action, b);
	}
}

static void reason_event(struct due *due, const struct action *action, struct buf *b)
{
	const struct event *event = &due->network->events[action->subject];
	struct span said = event_note(event);

	switch (action->kind) {
	case ACTION_FOLLOW_UP:
		reason_follow_up(event, action->number, b);
		break;
	case ACTION_MOVE_ON:
		reason_move_on(due, action, b);
		break;
	case ACTION_REPLY:
	case ACTION_THANK:
		if (said.n > 0)
			buf_add_span(b, said);
		else
			add_date(b,
				 event->kind == EVENT_REPLIED ? "replied on "
				 : event->kind == EVENT_MET   ? "met on "
							      : "helped on ",
				 event->day);
		break;
	default:
		reason_last(due->network, action, b);
	}
}

void due_reason(struct due *due, const struct action *action, struct buf *b)
{
	switch (action->about) {
	case ABOUT_NOTE:
		reason_note(due, action, b);
		break;
	case ABOUT_EVENT:
		reason_event(due, action, b);
		break;
	case ABOUT_LEAD:
		reason_lead(due, action, b);
		break;
	default:
		if (action->kind == ACTION_REQUEST)
			reason_request(due->network, action->subject, b);
		else if (action->kind == ACTION_GET_PERMISSION)
			reason_permission(due->network, action, b);
		else if (action->kind == ACTION_REPORT_BACK)
			reason_meeting(due->network, action, b);
		else
			reason_last(due->network, action, b);
	}
}
