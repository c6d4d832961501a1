#include "src/rules.h"

/* The actions that wait while a contact is deferred (w in the table). */
#define WAITING                                                                                    \
	(ACTION_BIT(ACTION_REPLY) | ACTION_BIT(ACTION_REQUEST) | ACTION_BIT(ACTION_FOLLOW_UP) |    \
	 ACTION_BIT(ACTION_MOVE_ON) | ACTION_BIT(ACTION_KEEP_IN_TOUCH) | ACTION_BIT(ACTION_RESUME))

/* What is still to be done with somebody who is closed. */
#define CLOSED_TOO                                                                                 \
	(ACTION_BIT(ACTION_MEET) | ACTION_BIT(ACTION_THANK) | ACTION_BIT(ACTION_WRITE_UP) |        \
	 ACTION_BIT(ACTION_TASK))

/* A row of these means that keeping in touch is not the thing to do next. */
#define BUSY                                                                                       \
	(ACTION_BIT(ACTION_MEET) | ACTION_BIT(ACTION_REPLY) | ACTION_BIT(ACTION_THANK) |           \
	 ACTION_BIT(ACTION_REQUEST) | ACTION_BIT(ACTION_FOLLOW_UP) |                               \
	 ACTION_BIT(ACTION_REPORT_BACK) | ACTION_BIT(ACTION_MOVE_ON))

static int32_t later(int32_t a, int32_t b)
{
	return a > b ? a : b; /* DAY_NONE is before all */
}

static const struct settings *settings_of(const struct rules *r)
{
	return &r->due->network->settings;
}

static int32_t today_of(const struct rules *r)
{
	return r->due->options.today;
}

/*
 * A row of the contact's own: closed, deferred and lapsed are seen to here.
 * Returns whether it arises; action is then as it stands.
 */
static bool arise(struct rules *r, struct action *action)
{
	uint32_t bit = ACTION_BIT(action->kind);

	if (r->standing.closed && !(bit & CLOSED_TOO))
		return false;
	if ((bit & WAITING) && r->standing.deferred_until != DAY_NONE) {
		action->shown = later(action->shown, r->standing.deferred_until);
		action->due = later(action->due, r->standing.deferred_until);
	}
	if (due_lapsed(r->due, action->kind, action->due))
		return false;
	r->arisen |= bit;
	action->contact = r->standing.number;
	if (r->standing.contact->selected)
		due_add(r->due, action);
	return true;
}

static struct action at_note(const struct rules *r, enum action_kind kind, const struct note *note,
			     uint32_t line)
{
	return (struct action){
		.kind = kind,
		.about = ABOUT_NOTE,
		.subject = (uint32_t)(note - r->due->network->notes),
		.file = note->file,
		.line = line,
	};
}

static struct action at_event(const struct rules *r, enum action_kind kind, int32_t place)
{
	const struct event *event = standing_event(&r->standing, place);

	return (struct action){
		.kind = kind,
		.about = ABOUT_EVENT,
		.subject = (uint32_t)(event - r->due->network->events),
		.file = r->due->network->log_file,
		.line = event->line,
	};
}

static struct action at_contact(const struct network *network, enum action_kind kind,
				uint32_t contact)
{
	return (struct action){
		.kind = kind,
		.about = ABOUT_CONTACT,
		.subject = contact,
		.file = network->contacts[contact].file,
		.line = network->contacts[contact].line,
	};
}

/* The row is shown from the day on which it is due. */
static void arise_on(struct rules *r, struct action action, int32_t due)
{
	action.due = action.shown = due;
	arise(r, &action);
}

/* The row is shown from an earlier (or later) day than the one on which it is due. */
static void arise_from(struct rules *r, struct action action, int32_t shown, int32_t due)
{
	action.shown = shown;
	action.due = due;
	arise(r, &action);
}

static void rule_meet(struct rules *r, const struct note *note, enum note_state state)
{
	if (state == NOTE_PLANNED)
		arise_on(r, at_note(r, ACTION_MEET, note, note->date_line), note->date);
}

static void rule_thank_note(struct rules *r, const struct note *note, enum note_state state)
{
	if (state != NOTE_HELD && state != NOTE_UNWRITTEN)
		return;
	if (note->thanked != THANKED_NOT_YET ||
	    standing_since(&r->standing, EVENT_BIT(EVENT_THANKED), note->date))
		return;
	arise_from(r, at_note(r, ACTION_THANK, note, note->date_line), note->date,
		   date_add(note->date, settings_of(r)->thank_within));
}

static void rule_prepare(struct rules *r, const struct note *note, enum note_state state)
{
	const struct settings *settings = settings_of(r);

	if (state != NOTE_PLANNED)
		return;
	if (note->body.question_count >= settings->questions_least && note->body.researched)
		return;
	arise_from(r, at_note(r, ACTION_PREPARE, note, 1),
		   date_subtract(note->date, settings->prepare_before),
		   date_subtract(note->date, (struct duration){1, 'd'}));
}

static void rule_write_up(struct rules *r, const struct note *note, enum note_state state)
{
	if (state == NOTE_UNWRITTEN || (state == NOTE_HELD && note->rating == 0))
		arise_from(r, at_note(r, ACTION_WRITE_UP, note, 1), note->date,
			   date_add(note->date, settings_of(r)->write_up_within));
}

static void rule_tasks(struct rules *r, const struct note *note)
{
	for (uint32_t i = 0; i < note->body.task_count; i++) {
		const struct task *task = &note->body.tasks[i];
		struct action action = at_note(r, ACTION_TASK, note, task->line);

		if (task->done || task->promised)
			continue;
		action.number = i;
		if (task->due == DAY_NONE)
			arise_from(r, action, DAY_MIN, DAY_NONE);
		else
			arise_from(r, action, date_subtract(task->due, settings_of(r)->task_lead),
				   task->due);
	}
}

bool rules_untold(const struct standing *standing, const struct note *note, const struct task *task)
{
	int32_t day = task->completed != DAY_NONE ? task->completed : note->date;

	return task->done && task->advice &&
	       !standing_since(standing, EVENT_BIT(EVENT_REPORTED), day);
}

/* report-back (a): advice acted on, of which they have not been told. */
static void rule_report_advice(struct rules *r, const struct note *note, enum note_state state)
{
	int32_t earliest = DAY_NONE;
	uint32_t line = 0;

	if (state != NOTE_HELD)
		return;
	for (uint32_t i = 0; i < note->body.task_count; i++) {
		const struct task *task = &note->body.tasks[i];
		int32_t day = task->completed != DAY_NONE ? task->completed : note->date;

		if (!rules_untold(&r->standing, note, task))
			continue;
		if (earliest == DAY_NONE || day < earliest)
			earliest = day;
		if (line == 0)
			line = task->line;
	}
	if (line != 0)
		arise_from(r, at_note(r, ACTION_REPORT_BACK, note, line), DAY_MIN,
			   date_add(earliest, settings_of(r)->report_within));
}

static void rules_of_notes(struct rules *r)
{
	for (uint32_t i = 0; i < r->standing.contact->note_count; i++) {
		const struct note *note = standing_note(&r->standing, (int32_t)i);
		enum note_state state = note_state(note, today_of(r));

		rule_meet(r, note, state);
		rule_thank_note(r, note, state);
		rule_prepare(r, note, state);
		rule_write_up(r, note, state);
		rule_tasks(r, note);
		rule_report_advice(r, note, state);
	}
}

static void rule_reply(struct rules *r)
{
	int32_t replied = r->standing.last[EVENT_REPLIED];
	int32_t day;

	if (replied < 0 || standing_last(&r->standing, EVENTS_DEALING) != replied)
		return;
	day = standing_event(&r->standing, replied)->day;
	if (r->standing.live_note >= day)
		return;
	arise_from(r, at_event(r, ACTION_REPLY, replied), DAY_MIN,
		   date_add(day, settings_of(r)->reply_within));
}

/* thank (b): a meeting without a note, or help by other ways. */
static void rule_thank_event(struct rules *r)
{
	uint32_t kinds = EVENT_BIT(EVENT_MET) | EVENT_BIT(EVENT_HELPED);
	int32_t last = standing_last(&r->standing, kinds);
	int32_t day;

	if (last < 0)
		return;
	day = standing_event(&r->standing, last)->day;
	if (standing_since(&r->standing, EVENT_BIT(EVENT_THANKED), day))
		return;
	if (last == r->standing.last[EVENT_MET] &&
	    standing_note_on(&r->standing, day, today_of(r)))
		return;
	arise_from(r, at_event(r, ACTION_THANK, last), day,
		   date_add(day, settings_of(r)->thank_within));
}

/* The row of who referred the contact, whose request waits for leave to use their name. */
static void rule_get_permission(struct rules *r, const struct action *request)
{
	const struct network *network = r->due->network;
	const struct contact *contact = r->standing.contact;
	struct action action = at_contact(network, ACTION_GET_PERMISSION, r->standing.number);
	struct standing referrer;

	if (contact->referred_by == CONTACT_NONE || contact->may_use_name != LEAVE_UNKNOWN)
		return;
	standing_find(&referrer, network, contact->referred_by, today_of(r));
	if (referrer.closed || !referrer.contact->selected)
		return;
	action.contact = contact->referred_by;
	action.shown = request->shown;
	action.due = request->due;
	due_add(r->due, &action);
}

static int32_t after_event(const struct rules *r, enum event_kind kind, struct duration within)
{
	int32_t last = r->standing.last[kind];

	return last < 0 ? DAY_NONE : date_add(standing_event(&r->standing, last)->day, within);
}

static void rule_request(struct rules *r)
{
	struct duration within = settings_of(r)->request_within;
	int32_t added = r->standing.contact->added;
	struct action action = at_contact(r->due->network, ACTION_REQUEST, r->standing.number);

	if (!standing_unasked(&r->standing))
		return;
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
	action = at_event(r, count < settings_of(r)->attempts ? ACTION_FOLLOW_UP : ACTION_MOVE_ON,
			  r->standing.last_unanswered);
	action.number = count;
	arise_on(r, action,
		 date_add(standing_event(&r->standing, r->standing.last_unanswered)->day,
			  settings_of(r)->follow_up_after));
}

/* Of an event and a note, -1 for none, whether the note is the later one; it is on equal dates. */
static bool note_is_later(const struct rules *r, int32_t event, int32_t note)
{
	if (event < 0 || note < 0)
		return note >= 0;
	return standing_note(&r->standing, note)->date >= standing_event(&r->standing, event)->day;
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
		arise_on(r, at_note(r, ACTION_KEEP_IN_TOUCH, note, note->date_line),
			 date_add(note->date, cadence));
	} else if (moment >= 0) {
		arise_on(r, at_event(r, ACTION_KEEP_IN_TOUCH, moment),
			 date_add(standing_event(&r->standing, moment)->day, cadence));
	} else if (contact->added != DAY_NONE) {
		arise_on(r, at_contact(r->due->network, ACTION_KEEP_IN_TOUCH, r->standing.number),
			 date_add(contact->added, cadence));
	}
}

/* Things have come to a stop: nobody drops out of sight. */
static void rule_resume(struct rules *r)
{
	const struct settings *settings = settings_of(r);
	int32_t place = standing_last(&r->standing, EVENTS_ALL & ~EVENT_BIT(EVENT_CLOSED));
	int32_t last_note = (int32_t)r->standing.contact->note_count - 1;
	const struct event *event;
	const struct note *note;

	if (note_is_later(r, place, last_note)) {
		note = standing_note(&r->standing, last_note);
		arise_on(r, at_note(r, ACTION_RESUME, note, note->date_line),
			 date_add(note->date, note_state(note, today_of(r)) == NOTE_OFF
						      ? settings->request_within
						      : settings->follow_up_after));
	} else if (place >= 0) {
		event = standing_event(&r->standing, place);
		arise_on(r, at_event(r, ACTION_RESUME, place),
			 event->kind == EVENT_DEFERRED
				 ? event->until
				 : date_add(event->day, settings->follow_up_after));
	}
}

/* What is left when nothing more pressing arises. */
static void rules_of_rest(struct rules *r)
{
	struct duration cadence = r->standing.contact->cadence;

	if (cadence.unit == 0)
		cadence = settings_of(r)->keep_in_touch;
	if (cadence.unit == '-' || (r->arisen & BUSY) || r->due->reported[r->standing.number])
		return;
	rule_keep_in_touch(r, cadence);
	if (!(r->arisen & ACTION_BIT(ACTION_KEEP_IN_TOUCH)) && !r->standing.declined)
		rule_resume(r);
}

void rules_run(struct rules *r, struct due *due, uint32_t contact)
{
	r->due = due;
	r->arisen = 0;
	standing_find(&r->standing, due->network, contact, due->options.today);
	rules_of_notes(r);
	rule_reply(r);
	rule_thank_event(r);
	rule_request(r);
	rule_unanswered(r);
	rules_of_rest(r);
}
