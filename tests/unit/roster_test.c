/* Who a referral is, against the definition read literally over all people, at random; and its
 * cost. */
#include "tests/unit/help.h"

#include "src/base/utf8.h"
#include "src/roster.h"

enum { MOST = 8 };

struct people {
	struct person *list;
	uint32_t count;
};

static struct person get(const void *owner, uint32_t number)
{
	return ((const struct people *)owner)->list[number];
}

static const char *const names[] = {"Rosa Quispe",
				    "rosa  quispe.",
				    "R\xC3\xB3sa Quispe",
				    "Sam",
				    "SAM",
				    "Stra\xC3\x9F\x65",
				    "STRASSE",
				    "..."};
static const char *const orgs[] = {"", "", "", "Acme", "ACME!", "Globex", "--"};
static const char *const emails[] = {"",        "",  "",   "r@a.org", "R@A.ORG", "q@b.org; r@a.org",
				     "Q@b.org", ";", "z@z"};
static const char *const ids[] = {"a", "b", "c", "d", "e", "f", "g", "h", "none"};

static struct person random_person(uint64_t *chance, const char *id)
{
	return (struct person){
		.id = span_str(id),
		.name = span_str(names[chance_below(chance, COUNT(names))]),
		.org = span_str(orgs[chance_below(chance, COUNT(orgs))]),
		.email = span_str(emails[chance_below(chance, COUNT(emails))]),
	};
}

/* ---- the second reading ---- */

static bool has_any_email(struct span list)
{
	for (struct span one; span_cut(&list, ';', &one);)
		if (span_trim(one).n > 0)
			return true;
	return false;
}

static bool common_email(struct span a, struct span b)
{
	for (struct span x; span_cut(&a, ';', &x);) {
		struct span rest = b, y;

		while (span_cut(&rest, ';', &y))
			if (span_trim(x).n > 0 && span_eq_nocase(span_trim(x), span_trim(y)))
				return true;
	}
	return false;
}

static bool fits_by_name(const struct person *a, const struct person *b, struct arena *arena)
{
	struct span name = utf8_fold(arena, a->name), org = utf8_fold(arena, a->org);
	struct span other = utf8_fold(arena, b->org);

	if (name.n == 0 || !span_eq(name, utf8_fold(arena, b->name)))
		return false;
	if (org.n > 0 && other.n > 0 && !span_eq(org, other))
		return false;
	return !has_any_email(a->email) || !has_any_email(b->email) ||
	       common_email(a->email, b->email);
}

static uint32_t naive_match(const struct people *people, const struct person *person,
			    uint32_t *fitting, struct arena *arena)
{
	uint32_t found = ROSTER_NONE;

	*fitting = 0;
	for (uint32_t i = 0; i < people->count; i++)
		if (person->id.n > 0 && span_eq(person->id, people->list[i].id))
			return i;
	for (uint32_t i = 0; i < people->count; i++)
		if (common_email(person->email, people->list[i].email))
			return i;
	for (uint32_t i = 0; i < people->count; i++)
		if (fits_by_name(person, &people->list[i], arena)) {
			found = i;
			++*fitting;
		}
	return *fitting == 1 ? found : ROSTER_NONE;
}

static uint32_t naive_namesake(const struct people *people, struct span name, struct arena *arena)
{
	struct span folded = utf8_fold(arena, name);

	for (uint32_t i = 0; folded.n > 0 && i < people->count; i++)
		if (span_eq(folded, utf8_fold(arena, people->list[i].name)))
			return i;
	return ROSTER_NONE;
}

/* ---- the two compared ---- */

static void start(struct roster *roster, struct index *index, const struct people *people)
{
	*index = (struct index){0};
	*roster = (struct roster){.owner = people, .get = get, .ids = index};
	for (uint32_t i = 0; i < people->count; i++) {
		index_add(index, hash_bytes(people->list[i].id, 0), i);
		roster_add(roster, i);
	}
}

static struct match find(struct roster *roster, const struct person *person)
{
	struct arena arena = {0};
	struct folded folded = roster_fold(&arena, person);
	struct match match = roster_find(roster, person, &folded);

	arena_release(&arena);
	return match;
}

static void compare(struct roster *roster, const struct people *people, const struct person *person)
{
	struct arena arena = {0};
	uint32_t fitting, expected = naive_match(people, person, &fitting, &arena);
	struct match match = find(roster, person);
	struct folded folded = roster_fold(&arena, person);

	assert_int_equal(match.number, expected);
	assert_int_equal(match.rival != ROSTER_NONE, fitting > 1);
	if (fitting > 1) {
		assert_int_not_equal(match.first, match.rival);
		assert_true(fits_by_name(person, &people->list[match.first], &arena));
		assert_true(fits_by_name(person, &people->list[match.rival], &arena));
	}
	assert_int_equal(roster_namesake(roster, &folded),
			 naive_namesake(people, person->name, &arena));
	assert_int_equal(roster_id(roster, SPAN("none")), ROSTER_NONE);
	arena_release(&arena);
}

static void as_the_definition_says(void **state)
{
	struct person list[MOST];
	uint64_t chance = 6;
	uint32_t matches = 0;

	(void)state;
	for (int round = 0; round < 20000; round++) {
		struct people people = {list, chance_below(&chance, MOST + 1)};
		struct roster roster;
		struct index index;

		for (uint32_t i = 0; i < people.count; i++)
			list[i] = random_person(&chance, ids[i]);
		start(&roster, &index, &people);
		for (int k = 0; k < 5; k++) {
			struct person person = random_person(&chance, "");

			if (chance_one_in(&chance, 4))
				person.id = span_str(ids[chance_below(&chance, COUNT(ids))]);
			compare(&roster, &people, &person);
			matches += find(&roster, &person).number != ROSTER_NONE;
		}
		/* Emails that somebody got later. */
		for (uint32_t i = 0; i < people.count; i++)
			if (!has_any_email(list[i].email)) {
				list[i].email = SPAN("new@x.org ; R@a.org");
				roster_add_emails(&roster, i, list[i].email);
			}
		for (size_t i = 0; i < COUNT(emails); i++) {
			struct person person = {.name = SPAN("Sam"), .email = span_str(emails[i])};

			compare(&roster, &people, &person);
		}
		roster_release(&roster);
		index_release(&index);
	}
	assert_true(matches > 20000);
}

/* ---- many people, all alike in one column: the right one is found, and without a step that takes
 * the square of their number, which would make this test one of minutes ---- */

static void find_among(uint32_t count, const char *name, const char *email)
{
	struct people people = {calloc(count, sizeof(*people.list)), count};
	char(*made)[16] = calloc(count, sizeof(*made));
	struct roster roster;
	struct index index;
	struct match match;

	assert_non_null(people.list);
	assert_non_null(made);
	for (uint32_t i = 0; i < count; i++) {
		assert_true(snprintf(made[i], sizeof(made[i]), "p%u", i) > 0);
		people.list[i].id = span_str(made[i]);
		people.list[i].name = span_str(name ? name : made[i]);
		people.list[i].email = span_str(email ? email : "");
	}
	start(&roster, &index, &people);
	match = find(&roster, &(struct person){.name = span_str(name ? name : "nobody"),
					       .email = span_str(email ? email : "")});
	if (email)
		assert_int_equal(match.number, 0); /* the first of those with that email */
	else
		assert_int_equal(match.number, ROSTER_NONE); /* more than one fits */
	roster_release(&roster);
	index_release(&index);
	free(people.list);
	free(made);
}

static void many_of_one_name(void **state)
{
	(void)state;
	find_among(200000, "Rosa Quispe", NULL);
}

static void many_of_one_email(void **state)
{
	(void)state;
	find_among(200000, NULL, "a@b.org");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(as_the_definition_says),
		cmocka_unit_test(many_of_one_name),
		cmocka_unit_test(many_of_one_email),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
