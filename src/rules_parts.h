/*
 * What the rules share: a row takes shape, and arises or not. Only for src/rules*.c.
 */
#ifndef NI_RULES_PARTS_H
#define NI_RULES_PARTS_H

#include "src/rules.h"
#include "src/why.h"

/* A row of these means that keeping in touch is not the thing to do next. */
#define BUSY                                                                             \
	(ACTION_BIT(ACTION_MEET) | ACTION_BIT(ACTION_REPLY) | ACTION_BIT(ACTION_THANK) | \
	 ACTION_BIT(ACTION_REQUEST) | ACTION_BIT(ACTION_FOLLOW_UP) |                     \
	 ACTION_BIT(ACTION_REPORT_BACK) | ACTION_BIT(ACTION_MOVE_ON))

/* The figures of the practice, and the day on which the rules are run. */
static inline const struct settings *rules_settings(const struct rules *r)
{
	return &r->due->network->settings;
}

static inline int32_t rules_today(const struct rules *r)
{
	return r->due->options.today;
}

/* The later of two days; DAY_NONE is before all. */
static inline int32_t later(int32_t a, int32_t b)
{
	return a > b ? a : b;
}

/* The beginnings of rows whose anchor and reason are a note, an event at a place, a contact. */
struct action action_at_note(const struct rules *r, enum action_kind kind, const struct note *note,
			     uint32_t line);
struct action action_at_event(const struct rules *r, enum action_kind kind, int32_t place);
struct action action_at_contact(const struct network *network, enum action_kind kind,
				uint32_t contact);

/*
 * Condition, which spares the contact a rule; because says so to ni-due --why. A rule that a
 * contact has for each of several notes or tasks need not tell of each.
 */
static inline bool spared(const struct rules *r, enum action_kind kind, bool condition,
			  const char *because)
{
	if (condition && r->due->options.why)
		why_spared(r->due->options.why, r->standing.number, kind, because);
	return condition;
}

/*
 * A row of the contact's own, due on due.day: closed, deferred and lapsed are seen to here.
 * Returns whether it arises; action is then as it stands.
 */
bool arise(struct rules *r, struct action *action, struct step due);

/* The same for a row that is shown from the day on which it is due; or from another day. */
void arise_on(struct rules *r, struct action action, struct step due);
void arise_from(struct rules *r, struct action action, int32_t shown, struct step due);

void rules_of_notes(
	struct rules *r); /* meet, thank (a), prepare, write-up, task, report-back (a) */
void rules_of_talk(
	struct rules *r); /* reply, thank (b), request, get-permission, follow-up, move-on */
void rules_of_rest(struct rules *r); /* keep-in-touch, resume; looks at what else arises */

#endif
