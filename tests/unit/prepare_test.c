/* Which questions are chosen for an interview. */
#include "tests/unit/help.h"

#include "src/prepare.h"

enum { ANN, BEN, CY, DEE, PEOPLE };

static const char *const fields[PEOPLE] = {"Law", "law", "Data science", ""};
static const char *const ids[PEOPLE] = {"ann", "ben", "cy", "dee"};

#define QUESTION(text, category, line)                                           \
	{                                                                        \
		{text, sizeof(text) - 1}, {category, sizeof(category) - 1}, line \
	}

/* Named by a letter for the category and a number. */
static const struct bank_question small[] = {
	QUESTION("a1?", "A", 1), QUESTION("a2?", "A", 2),       QUESTION("a3?", "A", 3),
	QUESTION("b1?", "B", 4), QUESTION("c1?", "closing", 5), QUESTION("c2?", "Closing", 6),
	QUESTION("d1?", "D", 7), QUESTION("d2?", "D", 8),       QUESTION("a4?", "a", 9),
};
static const struct bank bank = {small, COUNT(small)};

static void start(struct network *network)
{
	network_init(network, TEXT_BIT(TEXT_FIELD));
	for (uint32_t i = 0; i < PEOPLE; i++) {
		struct contact_values values = {.added = DAY_NONE};

		values.text[TEXT_ID] = values.text[TEXT_NAME] = span_str(ids[i]);
		values.text[TEXT_FIELD] = span_str(fields[i]);
		network_put(network, &values, 0, 2 + i);
	}
}

/* A note with these people (ids joined by ','), its own field, and questions: "a1? b1!?", where '!'
 * stands before the question mark of one that is answered. */
static void add_note(struct network *network, const char *people, const char *field,
		     const char *questions)
{
	struct note note = {.date = 0, .field = span_str(field), .path = SPAN("n")};
	struct span rest = span_str(people), one;

	note.shown = note.path;
	note.ids = arena_array(&network->arena, PEOPLE, sizeof(*note.ids));
	while (span_cut(&rest, ',', &one))
		note.ids[note.contact_count++] = one;
	note.body.questions = arena_array(&network->arena, 16, sizeof(*note.body.questions));
	rest = span_str(questions);
	while (span_cut(&rest, ' ', &one)) {
		struct question *question = &note.body.questions[note.body.question_count++];

		question->answered = span_ends(one, SPAN("!?"));
		question->text = one; /* folding drops the marks */
	}
	network_add_note(network, &note);
}

/* What is chosen for the contact, in the bank's order, joined by blanks. */
static void chooses(struct network *network, uint32_t contact, size_t count, const char *expected)
{
	bool chosen[COUNT(small)];
	struct buf names = BUF_INIT;
	size_t n = prepare_choose(network, contact, &bank, count, chosen);

	for (size_t i = 0; i < bank.count; i++) {
		if (!chosen[i])
			continue;
		n--;
		if (names.n > 0)
			buf_add_char(&names, ' ');
		buf_add(&names, small[i].text.p, 2);
	}
	assert_int_equal(n, 0);
	assert_span(buf_span(&names), expected);
	buf_release(&names);
}

static void join(struct network *network)
{
	struct diags diags = {0};

	network_join(network, &diags);
	assert_int_equal(diags.count, 0);
	diags_release(&diags);
}

static void categories_take_turns(void **state)
{
	struct network network;

	(void)state;
	start(&network);
	join(&network);
	chooses(&network, ANN, 0, "");
	chooses(&network, ANN, 1, "c1"); /* Closing has its one */
	chooses(&network, ANN, 2, "a1 c1");
	chooses(&network, ANN, 4, "a1 b1 c1 d1");
	chooses(&network, ANN, 5, "a1 a2 b1 c1 d1");
	chooses(&network, ANN, 6, "a1 a2 b1 c1 d1 d2");
	chooses(&network, ANN, 8, "a1 a2 a3 b1 c1 d1 d2 a4"); /* a category in two places is one */
	chooses(&network, ANN, 9, "a1 a2 a3 b1 c1 c2 d1 d2 a4");
	chooses(&network, ANN, 1000, "a1 a2 a3 b1 c1 c2 d1 d2 a4");
	network_release(&network);
}

static void what_the_field_has_answered_comes_last(void **state)
{
	struct network network;

	(void)state;
	start(&network);
	add_note(&network, "ben", "", "a1!? A2!? b1? c1!? d1!?");
	join(&network);
	chooses(&network, ANN, 4, "a3 b1 c2 d2");
	chooses(&network, ANN, 5, "a3 b1 c2 d2 a4");
	chooses(&network, ANN, 7, "a1 a3 b1 c2 d1 d2 a4");
	chooses(&network, CY, 4, "a1 b1 c1 d1");  /* another field */
	chooses(&network, DEE, 4, "a3 b1 c2 d2"); /* without a field every note counts */
	network_release(&network);
}

static void a_note_may_be_of_another_field(void **state)
{
	struct network network;

	(void)state;
	start(&network);
	add_note(&network, "ben", "DATA science!", "a1!? d1!?");
	add_note(&network, "cy,ben", "", "b1!? a2!?"); /* a panel: each of its fields */
	join(&network);
	chooses(&network, ANN, 4, "a1 b1 c1 d1");
	chooses(&network, ANN, 6, "a1 a3 b1 c1 d1 d2");
	chooses(&network, CY, 4, "a3 c1 d2 a4"); /* the panel had the others with them */
	network_release(&network);
}

static void nothing_twice_to_one_person(void **state)
{
	struct network network;

	(void)state;
	start(&network);
	add_note(&network, "ann", "", "a1? b1!? c1? what-else?");
	add_note(&network, "ben,ann", "chemistry", "c2?");
	join(&network);
	chooses(&network, ANN, 4, "a2 a3 d1 d2"); /* nothing is left of B and Closing */
	chooses(&network, ANN, 9, "a2 a3 d1 d2 a4");
	chooses(&network, BEN, 3, "a1 b1 c1"); /* asked but not answered there: first as ever */
	network_release(&network);
}

static void an_interview_that_was_moved_has_its_questions_still(void **state)
{
	struct network network;

	(void)state;
	start(&network);
	add_note(&network, "ann", "", "a1? b1!? c1? what-else?");
	network.notes[0].outcome = OUTCOME_MOVED;
	join(&network);
	chooses(&network, ANN, 3, "a1 c1 d1"); /* b1 was answered, B has no other */
	network.notes[0].outcome = OUTCOME_MET;
	chooses(&network, ANN, 3, "a2 c2 d1");
	network_release(&network);
}

static void how_many(void **state)
{
	struct settings settings;
	const char *expected;
	const struct setting *questions = setting_table;

	(void)state;
	settings_init(&settings);
	assert_int_equal(prepare_count(&settings), 12);
	while (strcmp(questions->name, "questions") != 0)
		questions++;
	assert_int_equal(setting_set(&settings, questions, SPAN("14-20"), &expected), 0);
	assert_int_equal(prepare_count(&settings), 14);
	assert_int_equal(setting_set(&settings, questions, SPAN("5-8"), &expected), 0);
	assert_int_equal(prepare_count(&settings), 8);
	assert_int_equal(setting_set(&settings, questions, SPAN("3"), &expected), 0);
	assert_int_equal(prepare_count(&settings), 3);
}

/* ---- at random: what holds whatever the notes say ---- */

static void random_notes(struct network *network, uint64_t *chance)
{
	for (uint32_t n = chance_below(chance, 6); n > 0; n--) {
		struct buf questions = BUF_INIT;

		for (uint32_t k = chance_below(chance, 6); k > 0; k--) {
			const char *name = small[chance_below(chance, COUNT(small))].text.p;

			if (questions.n > 0)
				buf_add_char(&questions, ' ');
			buf_add(&questions, name, 2);
			buf_add_str(&questions, chance_one_in(chance, 2) ? "!?" : "?");
		}
		add_note(network, ids[chance_below(chance, PEOPLE)], "",
			 arena_string(&network->arena, buf_span(&questions)));
		buf_release(&questions);
	}
}

/* Whether a note of the contact, or with field one of theirs, has the question (answered). */
static bool stands(const struct network *network, uint32_t contact, bool in_field, size_t i)
{
	for (size_t n = 0; n < network->note_count; n++) {
		const struct note *note = &network->notes[n];
		uint32_t whose = note->contacts[0];
		bool same = span_eq_nocase(span_str(fields[whose]), span_str(fields[contact])) ||
			    fields[contact][0] == '\0';

		if (in_field ? !same : whose != contact)
			continue;
		for (uint32_t k = 0; k < note->body.question_count; k++)
			if (memcmp(note->body.questions[k].text.p, small[i].text.p, 2) == 0 &&
			    (!in_field || note->body.questions[k].answered))
				return true;
	}
	return false;
}

static void check(const struct network *network, uint32_t contact, size_t count)
{
	bool chosen[COUNT(small)];
	size_t n = prepare_choose(network, contact, &bank, count, chosen), left = 0, seen = 0;

	for (size_t i = 0; i < bank.count; i++) {
		bool had = stands(network, contact, false, i);

		seen += chosen[i];
		left += !had;
		assert_false(chosen[i] && had);
		for (size_t k = 0; chosen[i] && k < bank.count; k++)
			if (prepare_same_category(small[i].category, small[k].category) &&
			    stands(network, contact, true, i) && !chosen[k] &&
			    !stands(network, contact, false, k))
				assert_true(stands(network, contact, true, k));
	}
	assert_int_equal(seen, n);
	assert_int_equal(n, left < count ? left : count);
}

static void at_random(void **state)
{
	uint64_t chance = 7;

	(void)state;
	for (int round = 0; round < 3000; round++) {
		struct network network;

		start(&network);
		random_notes(&network, &chance);
		join(&network);
		check(&network, chance_below(&chance, PEOPLE), chance_below(&chance, 11));
		network_release(&network);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(categories_take_turns),
		cmocka_unit_test(what_the_field_has_answered_comes_last),
		cmocka_unit_test(a_note_may_be_of_another_field),
		cmocka_unit_test(nothing_twice_to_one_person),
		cmocka_unit_test(an_interview_that_was_moved_has_its_questions_still),
		cmocka_unit_test(how_many),
		cmocka_unit_test(at_random),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
