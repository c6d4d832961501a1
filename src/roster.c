#include "src/roster.h"

#include "src/base/utf8.h"

static struct person get(const struct roster *roster, uint32_t number)
{
	return roster->get(roster->owner, number);
}

/* ASCII only: mail hosts treat other letters of a local part as they like. */
static uint64_t hash_nocase(struct arena *scratch, struct span s)
{
	char *lower = arena_alloc(scratch, s.n + 1);

	for (size_t i = 0; i < s.n; i++)
		lower[i] = s.p[i] >= 'A' && s.p[i] <= 'Z' ? (char)(s.p[i] + 32) : s.p[i];
	return hash_bytes(span_of(lower, s.n), 1);
}

/* The next non-empty of several emails. */
static bool next_email(struct span *rest, struct span *email)
{
	while (span_cut(rest, ';', email)) {
		*email = span_trim(*email);
		if (email->n > 0)
			return true;
	}
	return false;
}

static bool has_email(struct span emails)
{
	struct span email;

	return next_email(&emails, &email);
}

static bool is_among(struct span email, struct span emails)
{
	struct span one;

	while (next_email(&emails, &one))
		if (span_eq_nocase(one, email))
			return true;
	return false;
}

void roster_add_emails(struct roster *roster, uint32_t number, struct span emails)
{
	struct span email;

	while (next_email(&emails, &email))
		index_add(&roster->emails, hash_nocase(&roster->scratch, email), number);
}

void roster_add(struct roster *roster, uint32_t number)
{
	struct person person = get(roster, number);
	struct span folded = utf8_fold(&roster->scratch, person.name);

	if (folded.n > 0)
		index_add(&roster->names, hash_bytes(folded, 0), number);
	roster_add_emails(roster, number, person.email);
}

uint32_t roster_id(const struct roster *roster, struct span id)
{
	uint64_t hash = hash_bytes(id, 0);
	size_t at = index_start(roster->ids, hash);
	uint32_t number;

	while (index_next(roster->ids, hash, &at, &number))
		if (span_eq(get(roster, number).id, id))
			return number;
	return ROSTER_NONE;
}

static uint32_t find_email(struct roster *roster, struct span emails)
{
	uint32_t first = ROSTER_NONE, number;
	struct span email;

	while (next_email(&emails, &email)) {
		uint64_t hash = hash_nocase(&roster->scratch, email);
		size_t at = index_start(&roster->emails, hash);

		while (index_next(&roster->emails, hash, &at, &number))
			if (number < first && is_among(email, get(roster, number).email))
				first = number;
	}
	return first;
}

/* Folded organisations are equal, or one is empty; and not both have an email (a common one was
 * looked for before). */
static bool fits(struct roster *roster, const struct person *person, struct span folded_org,
		 const struct person *other)
{
	struct span org = utf8_fold(&roster->scratch, other->org);

	if (org.n > 0 && folded_org.n > 0 && !span_eq(org, folded_org))
		return false;
	return !(has_email(person->email) && has_email(other->email));
}

static struct match find_name(struct roster *roster, const struct person *person)
{
	struct match match = {ROSTER_NONE, ROSTER_NONE, ROSTER_NONE};
	struct span name = utf8_fold(&roster->scratch, person->name);
	struct span org = utf8_fold(&roster->scratch, person->org);
	uint64_t hash = hash_bytes(name, 0);
	size_t at = index_start(&roster->names, hash);
	uint32_t number;

	while (name.n > 0 && index_next(&roster->names, hash, &at, &number)) {
		struct person other = get(roster, number);

		if (!span_eq(utf8_fold(&roster->scratch, other.name), name) ||
		    !fits(roster, person, org, &other))
			continue;
		if (match.first != ROSTER_NONE) {
			match.number = ROSTER_NONE;
			match.rival = number;
			return match;
		}
		match.number = match.first = number;
	}
	return match;
}

struct match roster_find(struct roster *roster, const struct person *person)
{
	struct match match = {ROSTER_NONE, ROSTER_NONE, ROSTER_NONE};

	if (person->id.n > 0)
		match.number = roster_id(roster, person->id);
	if (match.number == ROSTER_NONE)
		match.number = find_email(roster, person->email);
	if (match.number == ROSTER_NONE)
		match = find_name(roster, person);
	arena_release(&roster->scratch);
	return match;
}

uint32_t roster_namesake(struct roster *roster, struct span name)
{
	struct span folded = utf8_fold(&roster->scratch, name);
	uint64_t hash = hash_bytes(folded, 0);
	size_t at = index_start(&roster->names, hash);
	uint32_t lowest = ROSTER_NONE, number;

	while (folded.n > 0 && index_next(&roster->names, hash, &at, &number))
		if (number < lowest &&
		    span_eq(utf8_fold(&roster->scratch, get(roster, number).name), folded))
			lowest = number;
	arena_release(&roster->scratch);
	return lowest;
}

void roster_release(struct roster *roster)
{
	index_release(&roster->emails);
	index_release(&roster->names);
	arena_release(&roster->scratch);
}
