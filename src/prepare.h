/*
 * Which questions to prepare for an interview: some of the bank's, spread over its categories,
 * those first that nobody in the contact's field has answered yet.
 */
#ifndef NI_PREPARE_H
#define NI_PREPARE_H

#include "src/network.h"

struct bank_question {
	struct span text, category;
	uint32_t line;
};

/* No two of its questions are equal when folded. */
struct bank {
	const struct bank_question *list;
	size_t count;
};

/* How many questions are prepared when nobody says: 12, or the nearest number that the setting
 * "questions" allows. */
uint32_t prepare_count(const struct settings *settings);

/*
 * Chooses up to count of the bank's questions for the contact: the categories take turns in the
 * bank's order, and each gives first what nobody in the contact's field has answered, in the bank's
 * order. "Closing" gives one, and that one first of all; more only when all others have given
 * theirs. What stands in any note of the contact is not chosen, so there may be fewer; but of a
 * note that is off only what was answered counts.
 *
 * A note's field is its own, else those of its contacts. To a contact without a field every note
 * counts. Questions and fields are equal when they are so folded. The bodies of all notes must have
 * been read.
 *
 * chosen[i], i < bank->count, says whether question i was. Returns how many were.
 */
size_t prepare_choose(const struct network *network, uint32_t contact, const struct bank *bank,
		      size_t count, bool *chosen);

/* Whether two names of categories mean the same one: they are equal when folded. */
bool prepare_same_category(struct span a, struct span b);

#endif
