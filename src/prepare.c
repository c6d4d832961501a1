#include "src/prepare.h"

#include "src/base/utf8.h"

enum { USUAL_COUNT = 12, CATEGORY_NONE = -1 };

/* A question of the bank, as far as this contact is concerned. */
struct candidate {
	struct span text; /* folded */
	int category;
	bool had, answered; /* by this contact; in this field */
};

struct chooser {
	const struct network *network;
	const struct contact *contact;
	const struct bank *bank;
	struct arena arena;
	struct span field;            /* folded; empty: every note is of it */
	struct candidate *candidates; /* one for each question of the bank */
	struct index texts;
	struct span *categories; /* folded */
	int category_count, closing;
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

static int category_of(struct chooser *c, struct span name)
{
	struct span folded = utf8_fold(&c->arena, name);
	int i = 0;

	while (i < c->category_count && !span_eq(c->categories[i], folded))
		i++;
	if (i < c->category_count)
		return i;
	c->categories[c->category_count++] = folded;
	if (span_is(folded, "closing"))
		c->closing = i;
	return i;
}

static void take_bank(struct chooser *c)
{
	c->candidates = arena_array(&c->arena, c->bank->count, sizeof(*c->candidates));
	c->categories = arena_array(&c->arena, c->bank->count, sizeof(*c->categories));
	for (size_t i = 0; i < c->bank->count; i++) {
		const struct bank_question *question = &c->bank->list[i];
		struct candidate *candidate = &c->candidates[i];

		candidate->text = utf8_fold(&c->arena, question->text);
		candidate->category = category_of(c, question->category);
		index_add(&c->texts, hash_bytes(candidate->text, 0), (uint32_t)i);
	}
}

static struct candidate *find(const struct chooser *c, struct span folded)
{
	uint64_t hash = hash_bytes(folded, 0);
	size_t at = index_start(&c->texts, hash);
	uint32_t number;

	while (index_next(&c->texts, hash, &at, &number))
		if (span_eq(c->candidates[number].text, folded))
			return &c->candidates[number];
	return NULL;
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
		struct candidate *candidate = find(c, utf8_fold(&scratch, question->text));

		if (candidate == NULL)
			continue;
		candidate->had |= own && (!off || question->answered);
		candidate->answered |= in_field && question->answered;
	}
	arena_release(&scratch);
}

/* One question of the category, if there is one left. */
static bool choose_from(struct chooser *c, int category)
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

static void choose(struct chooser *c)
{
	bool any = true;

	if (c->closing != CATEGORY_NONE)
		(void)choose_from(c, c->closing);
	while (any) {
		any = false;
		for (int i = 0; i < c->category_count; i++)
			if (i != c->closing && choose_from(c, i))
				any = true;
	}
	while (c->closing != CATEGORY_NONE && choose_from(c, c->closing))
		;
}

size_t prepare_choose(const struct network *network, uint32_t contact, const struct bank *bank,
		      size_t count, bool *chosen)
{
	struct chooser c = {.network = network,
			    .contact = &network->contacts[contact],
			    .bank = bank,
			    .closing = CATEGORY_NONE,
			    .chosen = chosen,
			    .left = count};

	memset(chosen, 0, bank->count * sizeof(*chosen));
	c.field = utf8_fold(&c.arena, network_text(network, contact, TEXT_FIELD));
	take_bank(&c);
	for (size_t i = 0; i < network->note_count; i++)
		take_note(&c, &network->notes[i]);
	choose(&c);
	index_release(&c.texts);
	arena_release(&c.arena);
	return count - c.left;
}
