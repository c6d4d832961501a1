#include "src/rules_parts.h"

/* The actions that wait while a contact is deferred (marked as waiting in ni-due(1)). */
#define DEFERRABLE                                                                              \
	(ACTION_BIT(ACTION_REPLY) | ACTION_BIT(ACTION_REQUEST) | ACTION_BIT(ACTION_FOLLOW_UP) | \
	 ACTION_BIT(ACTION_MOVE_ON) | ACTION_BIT(ACTION_KEEP_IN_TOUCH) |                        \
	 ACTION_BIT(ACTION_RESUME))

/* What is still to be done with somebody who is closed. */
#define CLOSED_TOO                                                                          \
	(ACTION_BIT(ACTION_MEET) | ACTION_BIT(ACTION_THANK) | ACTION_BIT(ACTION_WRITE_UP) | \
	 ACTION_BIT(ACTION_TASK))

bool arise(struct rules *r, struct action *action, struct step due)
{
	enum action_kind kind = (enum action_kind)action->kind;
	uint32_t bit = ACTION_BIT(kind);

	action->due = due.day;
	if (spared(r, kind, r->standing.closed && !(bit & CLOSED_TOO), "they are closed"))
		return false;
	if ((bit & DEFERRABLE) && r->standing.deferred_until != DAY_NONE) {
		action->shown = later(action->shown, r->standing.deferred_until);
		action->due = later(action->due, r->standing.deferred_until);
	}
	action->contact = r->standing.number;
	if (due_lapsed(r->due, kind, action->due)) {
		why_lapsed(r->due->options.why, action, &due);
		return false;
	}
	r->arisen |= bit;
	why_arises(r->due->options.why, action, &due);
	if (r->standing.contact->selected)
		due_add(r->due, action);
	return true;
}

struct action action_at_note(const struct rules *r, enum action_kind kind, const struct note *note,
			     uint32_t line)
{
	return (struct action){
		.kind = (uint8_t)kind,
		.about = ABOUT_NOTE,
		.subject = (uint32_t)(note - r->due->network->notes),
		.file = note->file,
		.line = line,
	};
}

/* Without the line, which due_line looks up for those that are shown: the event itself lies far
 * off. */
struct action action_at_event(const struct rules *r, enum action_kind kind, int32_t place)
{
	const struct network *network = r->due->network;

	return (struct action){
		.kind = (uint8_t)kind,
		.about = ABOUT_EVENT,
		.subject = network->event_order[r->standing.contact->first_event + (uint32_t)place],
		.file = network->log_file,
	};
}

struct action action_at_contact(const struct network *network, enum action_kind kind,
				uint32_t contact)
{
	return (struct action){
		.kind = (uint8_t)kind,
		.about = ABOUT_CONTACT,
		.subject = contact,
		.file = network->contacts[contact].file,
		.line = network->contacts[contact].line,
	};
}

void arise_on(struct rules *r, struct action action, struct step due)
{
	arise_from(r, action, due.day, due);
}

void arise_from(struct rules *r, struct action action, int32_t shown, struct step due)
{
	action.shown = shown;
	arise(r, &action, due);
}

void rules_run(struct rules *r, struct due *due, uint32_t contact)
{
	r->due = due;
	r->arisen = 0;
	standing_find(&r->standing, due->network, contact, due->options.today);
	rules_of_notes(r);
	rules_of_talk(r);
	rules_of_rest(r);
}
