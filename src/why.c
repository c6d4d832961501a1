#include "src/why.h"

#include <stdlib.h>

#include "src/base/mem.h"

static struct verdict *add(struct why *why, enum action_kind kind)
{
	struct verdict *verdict;

	why->list = mem_grow(why->list, &why->cap, why->count + 1, sizeof(*why->list));
	verdict = &why->list[why->count++];
	*verdict = (struct verdict){.kind = (uint8_t)kind};
	return verdict;
}

/* A lead's number is no contact's. */
static bool is_theirs(const struct why *why, const struct action *action)
{
	if (action->kind == ACTION_ADD_LEAD)
		return action->contact == why->lead;
	return action->contact == why->contact;
}

static void add_action(struct why *why, const struct action *action, const struct step *step,
		       bool lapsed)
{
	struct verdict *verdict;

	if (why == NULL || !is_theirs(why, action))
		return;
	verdict = add(why, (enum action_kind)action->kind);
	verdict->arises = !lapsed;
	verdict->lapsed = lapsed;
	verdict->action = *action;
	verdict->step = *step;
}

void why_arises(struct why *why, const struct action *action, const struct step *step)
{
	add_action(why, action, step, false);
}

void why_lapsed(struct why *why, const struct action *action, const struct step *step)
{
	add_action(why, action, step, true);
}

void why_spared(struct why *why, uint32_t contact, enum action_kind kind, const char *because)
{
	if (why == NULL || contact != why->contact)
		return;
	for (size_t i = 0; i < why->count; i++)
		if (why->list[i].kind == kind && why->list[i].because == because)
			return;
	add(why, kind)->because = because;
}

void why_release(struct why *why)
{
	free(why->list);
	*why = (struct why){.contact = CONTACT_NONE, .lead = LEAD_NONE};
}

const char *why_nothing(enum action_kind kind)
{
	switch (kind) {
	case ACTION_TASK:
		return "no task in their notes is open";
	case ACTION_GET_PERMISSION:
		return "nobody whom they named waits for leave to use their name";
	case ACTION_ADD_LEAD:
		return "only for people who are no contacts yet";
	case ACTION_REPORT_BACK:
		return "of what came of their advice and names there is nothing they were not told";
	default:
		return "no interview with them has a note";
	}
}

static const char *ends_talk(const struct action *action)
{
	switch (action->kind) {
	case ACTION_GET_PERMISSION:
		return "`may_use_name` in contacts.csv, yes or no";
	case ACTION_REQUEST:
		return "an `asked` event, an answer of theirs, or a note of an interview";
	case ACTION_FOLLOW_UP:
		return "an answer, or a note of an interview; another `asked` counts anew";
	case ACTION_ADD_LEAD:
		return "a contact of that name (ni-refer --add), or `skip: yes` in the referral";
	case ACTION_REPORT_BACK:
		return action->about == ABOUT_NOTE
			       ? "a `reported` event"
			       : "a word with them: `reported`, `thanked`, `contacted`, a meeting";
	case ACTION_MOVE_ON:
		return "a `closed` event, or an answer of theirs; `deferred` puts it off";
	case ACTION_KEEP_IN_TOUCH:
		return "any dealing with them but `asked`; it counts anew from there";
	default:
		return "whatever comes next with them; `closed` or `deferred`";
	}
}

const char *why_ends(const struct action *action)
{
	switch (action->kind) {
	case ACTION_MEET:
		return "the day after it, or an `outcome` in the note";
	case ACTION_REPLY:
		return "any dealing with them, such as `contacted`, or a note of an interview";
	case ACTION_THANK:
		return action->about == ABOUT_NOTE
			       ? "a `thanked` event, or `thanked:` in the note (n/a: none is owed)"
			       : "a `thanked` event";
	case ACTION_PREPARE:
		return "enough questions and something under Research in the note";
	case ACTION_WRITE_UP:
		return "`outcome` and `rating` in the note";
	case ACTION_TASK:
		return "`[x]` in the note";
	default:
		return ends_talk(action);
	}
}
