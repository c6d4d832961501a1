#include "src/prepare.h"

#include "src/base/utf8.h"
#include "src/names.h"

enum { USUAL_COUNT = 12 };

/* A question of the bank, as far as this contact is concerned. */
struct candidate {
	uint32_t category;
	bool had, answered; /* by this contact; in this field */
};

struct chooser {
	const struct network *network;
	const struct contact *contact;
	const struct bank *bank;
	struct arena arena;
	struct span field;              /* folded; empty: every note is of it */
	struct names texts, categories; /* the bank's questions come first */
	struct candidate *candidates;   /* one for each question of the bank */
	bool *chosen;
	size_t left; /* how many are still to be chosen */
};

uint32_t prepare_count(const struct settings *settings)
{
	if (settings->questions_least > USUAL_COUNT)
		return settings->questions_least;
	return settings->questions_most < USUAL_COUNT ? settings->questions_most : USUAL_COUNT;
}

bool prepare_same_category(struct span a, struct span b)
{
	struct arena arena = {0};
	bool same = span_eq(utf8_fold(&arena, a), utf8_fold(&arena, b));

	arena_release(&arena);
	return same;
}

static void take_bank(struct chooser *c)
{
	c->candidates = arena_array(&c->arena, c->bank->count, sizeof(*c->candidates));
	for (size_t i = 0; i < c->bank->count; i++) {
		const struct bank_question *question = &c->bank->list[i];

		(void)names_add(&c->texts, question->text);
		c->candidates[i].category = names_add(&c->categories, question->category);
	}
}

static bool is_own_field(const struct chooser *c, struct span field, struct arena *scratch)
{
	return span_eq(utf8_fold(scratch, field), c->field);
}

static bool note_in_field(const struct chooser *c, const struct note *note, struct arena *scratch)
{
	if (c->field.n == 0)
		return true;
	if (note->field.n > 0)
		return is_own_field(c, note->field, scratch);
	for (uint32_t i = 0; i < note->contact_count; i++)
		if (note->contacts[i] != CONTACT_NONE &&
		    is_own_field(c, network_text(c->network, note->contacts[i], TEXT_FIELD),
				 scratch))
			return true;
	return false;
}

static bool note_is_own(const struct chooser *c, const struct note *note)
{
	for (uint32_t i = 0; i < note->contact_count; i++)
		if (note->contacts[i] != CONTACT_NONE &&
		    &c->network->contacts[note->contacts[i]] == c->contact)
			return true;
	return false;
}

static void take_note(struct chooser *c, const struct note *note)
{
	struct arena scratch = {0};
	bool own = note_is_own(c, note), in_field = note_in_field(c, note, &scratch);
	bool off = note_state(note, note->date) == NOTE_OFF; /* on any day, then */

	for (uint32_t i = 0; (own || in_field) && i < note->body.question_count; i++) {
		const struct question *question = &note->body.questions[i];
		uint32_t number = names_add(&c->texts, question->text);
		struct candidate *candidate;

		if (number >= c->bank->count)
			continue;
		candidate = &c->candidates[number];
		candidate->had |= own && (!off || question->answered);
		candidate->answered |= in_field && question->answered;
	}
	arena_release(&scratch);
}

/* One question of the category, if there is one left. */
static bool choose_from(struct chooser *c, uint32_t category)
{
	size_t best = c->bank->count;

	for (size_t i = 0; i < c->bank->count; i++) {
		const struct candidate *candidate = &c->candidates[i];

		if (candidate->category != category || candidate->had || c->chosen[i])
			continue;
		if (!candidate->answered) {
			best = i;
			break;
		}
		if (best == c->bank->count)
			best = i;
	}
	if (c->left == 0 || best == c->bank->count)
		return false;
	c->chosen[best] = true;
	c->left--;
	return true;
}

static bool is_closing(const struct chooser *c, uint32_t category)
{
	return span_is(c->categories.list[category].folded, "closing");
}

static void choose(struct chooser *c)
{
	uint32_t closing = 0;
	bool any = true;

	while (closing < c->categories.count && !is_closing(c, closing))
		closing++;
	if (closing < c->categories.count)
		(void)choose_from(c, closing);
	while (any) {
		any = false;
		for (uint32_t i = 0; i < c->categories.count; i++)
			if (i != closing && choose_from(c, i))
				any = true;
	}
	while (closing < c->categories.count && choose_from(c, closing))
		;
}

size_t prepare_choose(const struct network *network, uint32_t contact, const struct bank *bank,
		      size_t count, bool *chosen)
{
	struct chooser c = {.network = network,
			    .contact = &network->contacts[contact],
			    .bank = bank,
			    .chosen = chosen,
			    .left = count};

	memset(chosen, 0, bank->count * sizeof(*chosen));
	c.field = utf8_fold(&c.arena, network_text(network, contact, TEXT_FIELD));
	take_bank(&c);
	for (size_t i = 0; i < network->note_count; i++)
		take_note(&c, &network->notes[i]);
	choose(&c);
	names_release(&c.texts);
	names_release(&c.categories);
	arena_release(&c.arena);
	return count - c.left;
}
