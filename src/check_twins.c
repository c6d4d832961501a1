/* Contacts who may be one person. */
#include <stdlib.h>

#include "src/base/mem.h"
#include "src/base/utf8.h"
#include "src/check.h"
#include "src/suggest.h"

/* How many who share a name, or half of one, are looked at: it keeps the search linear. */
#define RIVALS_MOST 8

/* Shorter names are too often one letter apart: Li Na and Li Ma. */
#define SPELLING_LEAST 6 /* code points */

#define PHONE_LEAST 7
#define PHONE_DIGITS 9 /* the last: what is before them are codes of countries, or a zero */

struct seeker {
	const struct network *network;
	const struct leads *leads; /* their numbers follow the contacts'; NULL: contacts alone */
	bool every; /* for all ways in which somebody is like another, not the first alone */
	struct index emails, phones, names, halves;
	struct arena arena;
	struct span *folded; /* of names; those up to the contact being looked at */
	uint64_t *orgs;      /* hash of the folded organisation; 0: none */
	struct check_twin *found;
	size_t count, cap;
};

static struct span lower(struct arena *arena, struct span s)
{
	struct span copy = s;

	for (size_t i = 0; i < s.n; i++)
		if (s.p[i] >= 'A' && s.p[i] <= 'Z')
			copy.p = NULL;
	if (copy.p || s.n == 0)
		return s;
	char *p = arena_alloc(arena, s.n);
	for (size_t i = 0; i < s.n; i++)
		p[i] = (char)(s.p[i] >= 'A' && s.p[i] <= 'Z' ? s.p[i] + ('a' - 'A') : s.p[i]);
	return span_of(p, s.n);
}

/* The digits of a phone number without its extension; empty if they are too few. */
struct phone {
	char digits[PHONE_DIGITS];
	size_t n;
};

static struct phone read_phone(struct span text)
{
	struct phone phone = {.n = 0};
	size_t all = 0, end = 0;

	while (end < text.n && text.p[end] != 'x' && text.p[end] != 'e')
		end++;
	for (size_t i = end; i > 0; i--) {
		char c = text.p[i - 1];

		if (c < '0' || c > '9')
			continue;
		all++;
		if (phone.n < PHONE_DIGITS)
			phone.digits[phone.n++] = c;
	}
	if (all < PHONE_LEAST)
		phone.n = 0;
	return phone;
}

static bool phone_eq(struct phone a, struct phone b)
{
	return a.n == b.n && memcmp(a.digits, b.digits, a.n) == 0;
}

static bool is_lead(const struct seeker *s, uint32_t number)
{
	return number >= s->network->contact_count;
}

static struct span text_of(const struct seeker *s, uint32_t number, enum contact_text column)
{
	const struct lead *lead;

	if (!is_lead(s, number))
		return network_text(s->network, number, column);
	lead = &s->leads->list[number - s->network->contact_count];
	switch (column) {
	case TEXT_NAME:
		return lead->name;
	case TEXT_ORG:
		return lead->org;
	case TEXT_EMAIL:
		return lead->email;
	case TEXT_PHONE:
		return lead->phone;
	default:
		return SPAN_NONE;
	}
}

/* Leads are looked up among the contacts, and nobody among them: a referral that is like an earlier
 * lead is that lead. */
static void enter(const struct seeker *s, struct index *index, uint64_t hash, uint32_t number)
{
	if (!is_lead(s, number))
		index_add(index, hash, number);
}

static bool has_email(const struct seeker *s, uint32_t contact, struct span email)
{
	struct span rest = text_of(s, contact, TEXT_EMAIL), one;

	while (span_cut(&rest, ';', &one))
		if (span_eq_nocase(span_trim(one), email))
			return true;
	return false;
}

static bool has_phone(const struct seeker *s, uint32_t contact, struct phone phone)
{
	struct span rest = text_of(s, contact, TEXT_PHONE), one;

	while (span_cut(&rest, ';', &one))
		if (phone_eq(read_phone(one), phone))
			return true;
	return false;
}

/* The first contact with one of the emails of contact; those that are nobody's become theirs. */
static uint32_t same_email(struct seeker *s, uint32_t contact)
{
	struct span rest = text_of(s, contact, TEXT_EMAIL), one;
	uint32_t other = CONTACT_NONE;

	while (span_cut(&rest, ';', &one)) {
		struct span email = span_trim(one);
		uint64_t hash = hash_bytes(lower(&s->arena, email), 0);
		size_t at = index_start(&s->emails, hash);
		uint32_t number = CONTACT_NONE;
		bool known = false;

		if (email.n == 0)
			continue;
		while (!known && index_next(&s->emails, hash, &at, &number))
			known = has_email(s, number, email);
		if (!known)
			enter(s, &s->emails, hash, contact);
		else if (number != contact && other == CONTACT_NONE)
			other = number;
	}
	return other;
}

static uint32_t same_phone(struct seeker *s, uint32_t contact)
{
	struct span rest = text_of(s, contact, TEXT_PHONE), one;
	uint32_t other = CONTACT_NONE;

	while (span_cut(&rest, ';', &one)) {
		struct phone phone = read_phone(one);
		uint64_t hash = hash_bytes(span_of(phone.digits, phone.n), 0);
		size_t at = index_start(&s->phones, hash);
		uint32_t number = CONTACT_NONE;
		bool known = false;

		if (phone.n == 0)
			continue;
		while (!known && index_next(&s->phones, hash, &at, &number))
			known = has_phone(s, number, phone);
		if (!known)
			enter(s, &s->phones, hash, contact);
		else if (number != contact && other == CONTACT_NONE)
			other = number;
	}
	return other;
}

/* Whether both have emails (and, as same_email found none in common, different ones). */
static bool emails_differ(const struct seeker *s, uint32_t a, uint32_t b)
{
	return text_of(s, a, TEXT_EMAIL).n > 0 && text_of(s, b, TEXT_EMAIL).n > 0;
}

/* Of one name; and not both of different organisations and with different emails. */
static uint32_t same_name(struct seeker *s, uint32_t contact)
{
	struct span name = s->folded[contact];
	uint64_t hash = hash_bytes(name, 0);
	size_t at = index_start(&s->names, hash);
	uint32_t number;
	unsigned rivals = 0;

	if (name.n == 0)
		return CONTACT_NONE;
	while (rivals < RIVALS_MOST && index_next(&s->names, hash, &at, &number)) {
		uint64_t org = s->orgs[contact], other = s->orgs[number];

		rivals++;
		if (span_eq(s->folded[number], name) &&
		    (!emails_differ(s, contact, number) || org == other))
			return number;
	}
	if (rivals < RIVALS_MOST)
		enter(s, &s->names, hash, contact);
	return CONTACT_NONE;
}

static bool long_enough(struct span name)
{
	size_t points = 0;

	for (size_t at = 0; at < name.n && points < SPELLING_LEAST; points++)
		(void)utf8_next(name, &at);
	return points >= SPELLING_LEAST;
}

static bool is_near(const struct seeker *s, uint32_t contact, uint32_t number)
{
	struct span a = s->folded[contact], b = s->folded[number];

	return a.n <= b.n + 1 && b.n <= a.n + 1 && s->orgs[number] == s->orgs[contact] &&
	       span_one_edit(a, b);
}

/* Looks among those of one hash. add: they are contact's own kind, among whom it is from now on. */
static uint32_t near_among(struct seeker *s, uint32_t contact, uint64_t hash, bool look, bool add)
{
	size_t at = index_start(&s->halves, hash);
	uint32_t number;
	unsigned rivals = 0;

	while (rivals < RIVALS_MOST && index_next(&s->halves, hash, &at, &number)) {
		rivals++;
		if (look && is_near(s, contact, number))
			return number;
	}
	if (add && rivals < RIVALS_MOST)
		enter(s, &s->halves, hash, contact);
	return CONTACT_NONE;
}

/* Looks among those of one organisation whose names share a half with contact's. Who has an email
 * is kept apart from who has none: of two who have, the emails differ. */
static uint32_t near_half(struct seeker *s, uint32_t contact, struct span half, uint64_t which)
{
	bool email = text_of(s, contact, TEXT_EMAIL).n > 0;
	uint64_t seed = s->orgs[contact] ^ which;
	uint32_t bare = near_among(s, contact, hash_bytes(half, seed), true, !email);
	uint32_t other = near_among(s, contact, hash_bytes(half, ~seed), !email, email);

	return bare < other ? bare : other;
}

/*
 * One edit apart and of one organisation: such names have the first or the last half in common,
 * where the half of the shorter one is meant; so each is looked up with both lengths that it may
 * have.
 */
static uint32_t near_name(struct seeker *s, uint32_t contact)
{
	struct span name = s->folded[contact];
	uint32_t found = CONTACT_NONE;

	if (s->orgs[contact] == 0 || !long_enough(name))
		return CONTACT_NONE;
	for (size_t half = (name.n - 1) / 2; half <= name.n / 2; half++) {
		uint32_t head = near_half(s, contact, span_of(name.p, half), 2);
		uint32_t tail = near_half(s, contact, span_skip(name, name.n - half), 4);

		if (head < found)
			found = head;
		if (tail < found)
			found = tail;
	}
	return found;
}

static void seek(struct seeker *s, uint32_t contact)
{
	uint32_t (*const ways[])(struct seeker *, uint32_t) = {
		[LIKE_EMAIL] = same_email,
		[LIKE_PHONE] = same_phone,
		[LIKE_NAME] = same_name,
		[LIKE_SPELLING] = near_name,
	};
	size_t first = s->count;

	for (int way = 0; way < (int)(sizeof(ways) / sizeof(*ways)); way++) {
		uint32_t other = ways[way](s, contact);
		bool told = s->count > first && !s->every;

		for (size_t i = first; i < s->count; i++)
			told |= s->found[i].other == other;
		if (other == CONTACT_NONE || told)
			continue;
		s->found = mem_grow(s->found, &s->cap, s->count + 1, sizeof(*s->found));
		s->found[s->count++] =
			(struct check_twin){contact, other, (enum check_likeness)way};
	}
}

struct check_twin *check_twins(const struct network *network, const struct leads *leads,
			       size_t *count)
{
	struct seeker s = {.network = network, .leads = leads, .every = leads != NULL};
	size_t people = network->contact_count + (leads ? leads->count : 0);

	s.folded = arena_array(&s.arena, people, sizeof(*s.folded));
	s.orgs = arena_array(&s.arena, people, sizeof(*s.orgs));
	for (uint32_t i = 0; i < people; i++) {
		struct span org = utf8_fold(&s.arena, text_of(&s, i, TEXT_ORG));

		s.folded[i] = utf8_fold(&s.arena, text_of(&s, i, TEXT_NAME));
		s.orgs[i] = org.n > 0 ? hash_bytes(org, 0) | 1 : 0;
		seek(&s, i);
	}
	index_release(&s.emails);
	index_release(&s.phones);
	index_release(&s.names);
	index_release(&s.halves);
	arena_release(&s.arena);
	*count = s.count;
	return s.found;
}
