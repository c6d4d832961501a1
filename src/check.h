/*
 * ni-check: the rules that a network is held to, and those among them that can be told from the
 * values alone. ni-check(1) says what each means.
 */
#ifndef NI_CHECK_H
#define NI_CHECK_H

#include "src/base/diag.h"
#include "src/network.h"

struct check_rule {
	const char *name;
	enum diag_severity severity;
	const char *meaning;
};

#define CHECK_RULES_MOST 64 /* room for all of them */

/* Every rule, those of the readers too, by severity and name; ends with a NULL name. */
extern const struct check_rule check_rules[];

/* The rule of that name, or NULL. */
const struct check_rule *check_rule_find(struct span name);

/* The rule that somebody meant who wrote name, which is none; or NULL. */
const char *check_rule_suggest(struct span name);

/* A note of the same contact on the same day, neither of them off. */
struct check_clash {
	uint32_t note;    /* an earlier one */
	uint32_t contact; /* whose; CONTACT_NONE: there is none */
};

/* One for each note of the network, which is joined; in the arena. */
struct check_clash *check_clashes(const struct network *network, int32_t today,
				  struct arena *arena);

/*
 * Whether text, what was logged of contact, names the person who referred them: the whole name, the
 * id, or the first word of the name where it is long enough and no word of contact's own name.
 */
bool check_names_referrer(const struct network *network, uint32_t contact, struct span text,
			  struct arena *scratch);

/*
 * Whether a spreadsheet would take a cell for a formula: it begins with '=' or '@', or with '+' or
 * '-' and is no number, phone number or dash.
 */
bool check_is_formula(struct span cell);

/*
 * The longest of the note's ids, or also, with which rest begins, the name of its file behind the
 * date and '-', in NFC; behind it comes '-', '.' or nothing. Empty if there is none.
 */
struct span check_name_id(const struct note *note, struct span rest, struct span also);

/* Whether path, of a note, is called DATE-ID.md or begins so, ID being one of the note's people. */
bool check_is_habit(const struct note *note, struct arena *scratch);

#endif
