/* Who may be one person, against the rules read literally over all pairs, at random; and crowds. */
#include "tests/unit/help.h"

#include "fmt/twins_jobs.h"
#include "src/base/utf8.h"
#include "src/suggest.h"

enum { MOST = 2 * TWINS_CROWD + 8, ROUNDS = 4000 };

struct people {
	struct network network;
	struct leads leads;
	struct lead list[MOST];
	struct contact_values values[MOST]; /* of leads too */
	struct span names[MOST], orgs[MOST];
	size_t count, contacts;
	char ids[MOST][8];
	struct arena arena;
};

static void start(struct people *people)
{
	*people = (struct people){0};
	network_init(&people->network,
		     TEXT_BIT(TEXT_ORG) | TEXT_BIT(TEXT_EMAIL) | TEXT_BIT(TEXT_PHONE));
}

static void put(struct people *people, bool lead, const char *name, const char *org,
		const char *email, const char *phone)
{
	size_t i = people->count++;
	struct contact_values *values = &people->values[i];

	assert_in_range(i, 0, MOST - 1);
	(void)snprintf(people->ids[i], sizeof(people->ids[i]), "p%zu", i);
	values->text[TEXT_ID] = span_str(people->ids[i]);
	values->text[TEXT_NAME] = span_str(name);
	values->text[TEXT_ORG] = span_str(org);
	values->text[TEXT_EMAIL] = span_str(email);
	values->text[TEXT_PHONE] = span_str(phone);
	people->names[i] = utf8_fold(&people->arena, span_str(name));
	people->orgs[i] = utf8_fold(&people->arena, span_str(org));
	if (!lead) {
		assert_int_equal(people->leads.count, 0);
		people->contacts++;
		network_put(&people->network, values, 0, (uint32_t)i + 2);
		return;
	}
	people->list[people->leads.count++] = (struct lead){
		.name = values->text[TEXT_NAME],
		.org = values->text[TEXT_ORG],
		.email = values->text[TEXT_EMAIL],
		.phone = values->text[TEXT_PHONE],
	};
	people->leads.list = people->list;
}

static void finish(struct people *people)
{
	network_release(&people->network);
	arena_release(&people->arena);
}

/* ---- the second reading ---- */

/* What makes somebody like others: emails or phone numbers, as they are in the lists below; the
 * name; and that with a letter left out. */
struct parts {
	struct span list[16];
	size_t count;
	char texts[16][16];
};

static void add_part(struct parts *parts, struct span head, struct span tail)
{
	char *text = parts->texts[parts->count];

	assert_in_range(parts->count, 0, COUNT(parts->list) - 1);
	assert_in_range(head.n + tail.n, 0, sizeof(parts->texts[0]));
	memcpy(text, head.p, head.n);
	if (tail.n > 0)
		memcpy(text + head.n, tail.p, tail.n);
	parts->list[parts->count++] = span_of(text, head.n + tail.n);
}

static void find_parts(const struct people *people, size_t who, enum twin_reason reason,
		       struct parts *parts)
{
	struct span rest = people->names[who], one;

	parts->count = 0;
	if (reason == TWIN_EMAIL || reason == TWIN_PHONE) {
		rest = people->values[who].text[reason == TWIN_EMAIL ? TEXT_EMAIL : TEXT_PHONE];
		while (span_cut(&rest, ';', &one))
			if (span_trim(one).n > 0)
				add_part(parts, span_trim(one), SPAN_NONE);
		return;
	}
	if (rest.n == 0 || (reason == TWIN_SPELLING && people->orgs[who].n == 0))
		return;
	add_part(parts, rest, SPAN_NONE);
	for (size_t at = 0; at < rest.n && reason == TWIN_SPELLING;) {
		size_t from = at;

		(void)utf8_next(rest, &at);
		add_part(parts, span_of(rest.p, from), span_skip(rest, at));
	}
}

static bool has(const struct people *people, size_t who, enum twin_reason reason, struct span part)
{
	struct parts parts;

	find_parts(people, who, reason, &parts);
	for (size_t i = 0; i < parts.count; i++)
		if (span_eq_nocase(parts.list[i], part))
			return true;
	return false;
}

/* Whether they are looked at for this part: it is of no crowd, or a is the first of it. */
static bool is_looked_at(const struct people *people, size_t a, enum twin_reason reason,
			 struct span part)
{
	size_t many = 0, first = people->count;

	for (size_t i = people->count; i-- > 0;) {
		if (reason == TWIN_SPELLING && !span_eq(people->orgs[i], people->orgs[a]))
			continue;
		if (!has(people, i, reason, part))
			continue;
		many++;
		first = i;
	}
	return many <= TWINS_CROWD || first == a;
}

static bool shares(const struct people *people, size_t a, size_t b, enum twin_reason reason)
{
	struct parts parts;

	if (reason == TWIN_SPELLING && !span_eq(people->orgs[a], people->orgs[b]))
		return false;
	if (reason == TWIN_SPELLING && !span_one_edit(people->names[a], people->names[b]))
		return false;
	find_parts(people, b, reason, &parts);
	for (size_t i = 0; i < parts.count; i++)
		if (has(people, a, reason, parts.list[i]) &&
		    is_looked_at(people, a, reason, parts.list[i]))
			return true;
	return false;
}

static bool has_any(const struct people *people, size_t who, enum twin_reason reason)
{
	struct parts parts;

	find_parts(people, who, reason, &parts);
	return parts.count > 0;
}

static bool is_short(struct span name)
{
	size_t at = 0, points = 0;

	for (; at < name.n; points++)
		(void)utf8_next(name, &at);
	return points < 6;
}

static bool is_unlikely(const struct people *people, size_t a, size_t b, enum twin_reason reason)
{
	bool emails = has_any(people, a, TWIN_EMAIL) && has_any(people, b, TWIN_EMAIL);
	struct span x = people->orgs[a], y = people->orgs[b];

	if (reason == TWIN_NAME)
		return emails && x.n > 0 && y.n > 0 && !span_eq(x, y);
	return reason == TWIN_SPELLING &&
	       (emails || is_short(people->names[a]) || is_short(people->names[b]));
}

static size_t naive(const struct people *people, bool likely, struct twin *twins)
{
	size_t count = 0;

	for (uint32_t b = 0; b < (likely ? people->contacts : people->count); b++) {
		size_t before = count, end = b < people->contacts ? b : people->contacts;
		bool told[MOST] = {false};

		for (int reason = TWIN_EMAIL; reason <= TWIN_SPELLING; reason++) {
			for (uint32_t a = 0; a < end; a++) {
				enum twin_reason why = (enum twin_reason)reason;

				if (told[a] || !shares(people, a, b, why) ||
				    (likely && (count > before || is_unlikely(people, a, b, why))))
					continue;
				told[a] = true;
				twins[count++] = (struct twin){b, a, why};
			}
		}
	}
	return count;
}

static void compare(const struct people *people, bool likely)
{
	static struct twin expected[MOST * MOST];
	size_t expected_count = naive(people, likely, expected), count;
	struct twin *found =
		twins_find(&people->network, likely ? NULL : &people->leads, likely, &count);

	for (size_t i = 0; i < count && i < expected_count; i++) {
		assert_int_equal(found[i].who, expected[i].who);
		assert_int_equal(found[i].like, expected[i].like);
		assert_int_equal(found[i].reason, expected[i].reason);
	}
	assert_int_equal(count, expected_count);
	free(found);
}

/* ---- at random ---- */

static const char *const names[] = {
	"",
	"...",
	"Al",
	"Ann Lee",
	"ANN  L\xC3\x89\x45.",
	"Ann Lea",
	"Anna Lee",
	"Anna Lea",
	"An nLee",
	"Ann Lees",
	"nn Leea",
	"Bo",
	"Jo",
	"Bo Ek",
	"Jo Ek",
	"J",
	"\xEA\xB9\x80\xEB\xAF\xBC\xEC\x88\x98",
	"\xEA\xB9\x80\xEB\xAF\xBC\xEC\x84\x9C",
	"\xEB\xAF\xBC\xEA\xB9\x80\xEC\x84\x9C",
};
static const char *const orgs[] = {"", "--", "Acme", "ACME.", "Globex"};
static const char *const emails[] = {"",      "",   ";", " ; ", "a@x", "A@X;b@x", " b@x ; a@x;a@x",
				     ";c@x;", "d@x"};
static const char *const phones[] = {
	"", "", ";", "902550101", "902550102;902550103", " ;902550101;902550101"};

/* few: of so many of each list, so that there are crowds. */
static const char *pick(uint64_t *chance, const char *const *list, size_t count, bool few)
{
	uint32_t from = few ? (uint32_t)count / 2 : (uint32_t)count;

	return list[chance_below(chance, from)];
}

static void pairs_are_those_of_the_rules(void **state)
{
	static struct people people;
	uint64_t chance = 11;

	(void)state;
	for (int round = 0; round < ROUNDS; round++) {
		size_t count = chance_below(&chance, round % 8 == 0 ? MOST : 16);
		bool few = chance_one_in(&chance, 2), bare = chance_one_in(&chance, 2);

		start(&people);
		for (size_t i = 0; i < count; i++)
			put(&people, i >= count - count / 4,
			    pick(&chance, names, COUNT(names), few),
			    pick(&chance, orgs, COUNT(orgs), false),
			    bare ? "" : pick(&chance, emails, COUNT(emails), few),
			    bare ? "" : pick(&chance, phones, COUNT(phones), few));
		compare(&people, false);
		compare(&people, true);
		finish(&people);
	}
}

/* ---- crowds ---- */

/* How many pairs there are of so many people, the last of them a lead, who share one thing. */
static size_t pairs_of(size_t count, const char *org, const char *email, const char *phone,
		       bool same_name)
{
	static const char *const letters = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFGHIJKLMNOP";
	static struct people people;
	char text[MOST][16];
	struct twin *twins;
	size_t found;

	start(&people);
	for (size_t i = 0; i < count; i++) {
		(void)snprintf(text[i], sizeof(text[i]), org[0] ? "Ann Le%c" : "%c%c%c", letters[i],
			       letters[i], letters[i]);
		put(&people, i + 1 == count, same_name ? "Ann Lee" : text[i], org, email, phone);
	}
	twins = twins_find(&people.network, &people.leads, false, &found);
	for (size_t i = 0; i < found && count > TWINS_CROWD; i++)
		assert_int_equal(twins[i].like, 0);
	free(twins);
	compare(&people, false);
	finish(&people);
	return found;
}

static void crowd_is_of_its_first(void **state)
{
	const size_t all = (size_t)TWINS_CROWD * (TWINS_CROWD - 1) / 2;

	(void)state;
	assert_int_equal(pairs_of(TWINS_CROWD, "", "a@x", "", false), all);
	assert_int_equal(pairs_of(TWINS_CROWD + 1, "", "a@x", "", false), TWINS_CROWD);
	assert_int_equal(pairs_of(TWINS_CROWD, "", "", "902 555 0101", false), all);
	assert_int_equal(pairs_of(TWINS_CROWD + 1, "", "", "902 555 0101", false), TWINS_CROWD);
	assert_int_equal(pairs_of(TWINS_CROWD, "", "", "", true), all);
	assert_int_equal(pairs_of(TWINS_CROWD + 1, "", "", "", true), TWINS_CROWD);
	assert_int_equal(pairs_of(TWINS_CROWD, "Acme", "", "", false), all);
	assert_int_equal(pairs_of(TWINS_CROWD + 1, "Acme", "", "", false), TWINS_CROWD);
}

/* ---- many ---- */

enum { MANY = 10000, EVERY = 500 };

struct many {
	char id[8], name[24], email[16], phone[16];
};

/* Names whose letters are all there twice are no edit apart; but each so many is like the one
 * before, for another reason in turn. */
static void make(struct many *one, const struct many *before, size_t i)
{
	size_t n = 0;

	(void)snprintf(one->id, sizeof(one->id), "p%zu", i);
	(void)snprintf(one->email, sizeof(one->email), "p%zu@x", i);
	(void)snprintf(one->phone, sizeof(one->phone), "90255%05zu", i);
	for (size_t rest = i + MANY; rest > 0; rest /= 10) {
		one->name[n++] = (char)('0' + rest % 10);
		one->name[n++] = (char)('0' + rest % 10);
	}
	one->name[n] = '\0';
	if (i % EVERY != 1)
		return;
	switch ((enum twin_reason)(i / EVERY % 4)) {
	case TWIN_EMAIL:
		memcpy(one->email, before->email, sizeof(one->email));
		break;
	case TWIN_PHONE:
		memcpy(one->phone, before->phone, sizeof(one->phone));
		break;
	case TWIN_NAME:
		memcpy(one->name, before->name, sizeof(one->name));
		break;
	case TWIN_SPELLING:
	default:
		n = strlen(before->name);
		memcpy(one->name, before->name, n);
		memcpy(one->name + n, "x", 2);
	}
}

/* Of each org_size people, one after the other, one organisation. */
static void find_among_many(size_t org_size, bool divided)
{
	static struct many many[MANY];
	static char places[MANY][8];
	struct network network;
	struct contact_values values = {0};
	struct twin *twins;
	size_t count = 0;

	network_init(&network, TEXT_BIT(TEXT_ORG) | TEXT_BIT(TEXT_EMAIL) | TEXT_BIT(TEXT_PHONE));
	for (size_t i = 0; i < MANY; i++) {
		make(&many[i], i > 0 ? &many[i - 1] : NULL, i);
		(void)snprintf(places[i], sizeof(places[i]), "o%zu", i / org_size);
		values.text[TEXT_ID] = span_str(many[i].id);
		values.text[TEXT_NAME] = span_str(many[i].name);
		values.text[TEXT_ORG] = span_str(places[i]);
		values.text[TEXT_EMAIL] = span_str(many[i].email);
		values.text[TEXT_PHONE] = span_str(many[i].phone);
		network_put(&network, &values, 0, (uint32_t)i + 2);
	}
	twins = (divided ? twins_find_divided : twins_find)(&network, NULL, false, &count);
	assert_int_equal(count, MANY / EVERY);
	for (size_t i = 0; i < count; i++) {
		assert_int_equal(twins[i].who, i * EVERY + 1);
		assert_int_equal(twins[i].like, i * EVERY);
		assert_int_equal(twins[i].reason, i % 4);
	}
	free(twins);
	network_release(&network);
}

static void few_are_found_among_many(void **state)
{
	(void)state;
	for (int divided = 0; divided < 2; divided++) {
		find_among_many(MANY, divided);
		find_among_many(EVERY, divided);
		find_among_many(4, divided);
	}
}

/* ---- what a phone number is ---- */

static bool is_same_phone(const char *a, const char *b)
{
	static struct people people;
	size_t count;

	start(&people);
	put(&people, false, "Ann", "", "", a);
	put(&people, false, "Bob", "", "", b);
	free(twins_find(&people.network, NULL, true, &count));
	finish(&people);
	return count == 1;
}

static void phones_are_compared_by_their_digits(void **state)
{
	(void)state;
	assert_true(is_same_phone("+1 (902) 555-0101", "9025550101"));
	assert_true(is_same_phone("555-0101", "555 0101"));
	assert_true(is_same_phone("fax 902 555 0101", "home: 902 555 0101"));
	assert_true(is_same_phone("902 555 0101 x4", "902 555 0101 Ext. 5"));
	assert_true(is_same_phone("0044 20 7946 0000", "+44 (0)20 7946 0000"));
	assert_true(is_same_phone(" ; 902 555 0101", "101; 902 555 0101"));
	assert_false(is_same_phone("555 0101", "902 555 0101"));
	assert_false(is_same_phone("101", "101"));
	assert_false(is_same_phone("555010", "555010"));
	assert_false(is_same_phone(";", ";"));
	assert_false(is_same_phone("; ;", " ; "));
	assert_false(is_same_phone("902 555 0101", "902 555 0102"));
}

static void edits_are_of_letters(void **state)
{
	(void)state;
	assert_true(
		span_one_edit(SPAN("\xEA\xB9\x80\xEC\x88\x98"), SPAN("\xEA\xB9\x80\xEC\x84\x9C")));
	assert_true(
		span_one_edit(SPAN("\xEA\xB9\x80\xEC\x88\x98"), SPAN("\xEC\x88\x98\xEA\xB9\x80")));
	assert_true(span_one_edit(SPAN("\xEA\xB9\x80"), SPAN("\xEA\xB9\x80\xEC\x88\x98")));
	assert_true(span_one_edit(SPAN("\xEC\x84\x9C\xEC\x88\x98"), SPAN("\xEC\x88\x98")));
	assert_true(span_one_edit(SPAN("\xEC\x88\x98"), SPAN("\xEC\x84\x9C\xEC\x88\x98")));
	assert_true(span_one_edit(SPAN("a\xEA\xB9\x80"), SPAN("ab")));
	assert_true(span_one_edit(SPAN("\xD0\x90"), SPAN("a")));
	assert_true(span_one_edit(SPAN(""), SPAN("\xD0\x90")));
	assert_false(span_one_edit(SPAN("\xD0\x90\xD0\x91"), SPAN("\xD0\x92\xD0\x93")));
	assert_false(span_one_edit(SPAN("\xD0\x90\xD0\x91"), SPAN("")));
	assert_false(span_one_edit(SPAN("abc"), SPAN("bca")));
	assert_false(span_one_edit(SPAN("\xD0\x90"), SPAN("\xD0\x90")));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(pairs_are_those_of_the_rules),
		cmocka_unit_test(crowd_is_of_its_first),
		cmocka_unit_test(few_are_found_among_many),
		cmocka_unit_test(phones_are_compared_by_their_digits),
		cmocka_unit_test(edits_are_of_letters),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
