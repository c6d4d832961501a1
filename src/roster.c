#include "src/roster.h"

#include <stdlib.h>

#include "src/base/ascii.h"
#include "src/base/mem.h"
#include "src/base/utf8.h"

/* So many of one name are looked at one by one. The others are in two chains each, so that of
 * thousands only those are looked at who fit. */
enum { FEW = 4 };

/* Those of one folded name who have an email, or who have none: all, or those of one folded
 * organisation, which may be empty. */
enum chain { ANY_ORG, BY_ORG };

struct roster_node {
	uint32_t number, next;
};

static struct person get(const struct roster *roster, uint32_t number)
{
	return roster->get(roster->owner, number);
}

/* ASCII only: mail hosts treat other letters of a local part as they like. */
static uint64_t hash_nocase(struct arena *scratch, struct span s)
{
	char *lower = arena_alloc(scratch, s.n + 1);

	for (size_t i = 0; i < s.n; i++)
		lower[i] = ascii_lower(s.p[i]);
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

/* Of several who have the email, the lowest number is enough: nobody loses one. */
static void add_email(struct roster *roster, uint32_t number, struct span email)
{
	uint64_t hash = hash_nocase(&roster->scratch, email);
	size_t at = index_start(&roster->emails, hash);
	uint32_t other;

	while (index_next(&roster->emails, hash, &at, &other)) {
		if (other != number && !is_among(email, get(roster, other).email))
			continue;
		if (number < other)
			index_replace(&roster->emails, at, number);
		return;
	}
	index_add(&roster->emails, hash, number);
}

struct folded roster_fold(struct arena *arena, const struct person *person)
{
	return (struct folded){
		utf8_fold(arena, person->name),
		utf8_fold(arena, person->org),
		has_email(person->email),
	};
}

static struct folded fold_number(struct roster *roster, uint32_t number)
{
	struct person person = get(roster, number);

	return roster_fold(&roster->scratch, &person);
}

static uint64_t chain_hash(enum chain chain, const struct folded *person)
{
	uint64_t hash = hash_bytes(person->name, chain * 2u + person->has_email);

	return chain == BY_ORG ? hash_bytes(person->org, hash) : hash;
}

/* At its end: in the order in which they are added. */
static void add_to_chain(struct roster *roster, uint64_t hash, uint32_t number)
{
	size_t at = index_start(&roster->chains, hash);
	uint32_t node = (uint32_t)roster->node_count++, last;

	roster->nodes = mem_grow(roster->nodes, &roster->node_cap, roster->node_count,
				 sizeof(*roster->nodes));
	if (!index_next(&roster->chains, hash, &at, &last)) {
		roster->nodes[node] = (struct roster_node){number, node};
		index_add(&roster->chains, hash, node);
		return;
	}
	roster->nodes[node] = (struct roster_node){number, roster->nodes[last].next};
	roster->nodes[last].next = node;
	index_replace(&roster->chains, at, node);
}

static void add_to_chains(struct roster *roster, uint32_t number)
{
	struct folded person = fold_number(roster, number);

	add_to_chain(roster, chain_hash(ANY_ORG, &person), number);
	add_to_chain(roster, chain_hash(BY_ORG, &person), number);
}

/* Into names, for good, or into the chains of what the person has now. */
static void add_name(struct roster *roster, uint32_t number)
{
	struct span name = utf8_fold(&roster->scratch, get(roster, number).name);
	uint64_t hash = hash_bytes(name, 0);
	size_t at = index_start(&roster->names, hash), count = 0;
	uint32_t other;

	if (name.n == 0)
		return;
	for (; index_next(&roster->names, hash, &at, &other); count++)
		if (other == number)
			return;
	if (count < FEW)
		index_add(&roster->names, hash, number);
	else
		add_to_chains(roster, number);
}

void roster_add_emails(struct roster *roster, uint32_t number, struct span emails)
{
	struct span email;

	while (next_email(&emails, &email))
		add_email(roster, number, email);
	add_name(roster, number);
}

void roster_add(struct roster *roster, uint32_t number)
{
	roster_add_emails(roster, number, get(roster, number).email);
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

/* A common email was looked for before: two who both have one have different ones. */
static bool fits(const struct folded *a, const struct folded *b)
{
	return span_eq(a->name, b->name) &&
	       (a->org.n == 0 || b->org.n == 0 || span_eq(a->org, b->org)) &&
	       !(a->has_email && b->has_email);
}

/* Keeps the two lowest. */
static void add_fitting(struct match *match, uint32_t number)
{
	if (number < match->first) {
		match->rival = match->first;
		match->first = number;
	} else if (number > match->first && number < match->rival) {
		match->rival = number;
	}
}

static void search_few(struct roster *roster, const struct folded *wanted, struct match *match)
{
	uint64_t hash = hash_bytes(wanted->name, 0);
	size_t at = index_start(&roster->names, hash);
	uint32_t number;

	while (index_next(&roster->names, hash, &at, &number)) {
		struct folded folded = fold_number(roster, number);

		if (fits(wanted, &folded))
			add_fitting(match, number);
	}
}

/* Up to the second who fits, as nearly all do. Takes out those who have got an organisation or an
 * email since and are in another chain; the last of a chain stays, as an index forgets nothing. */
static void search_chain(struct roster *roster, enum chain chain, const struct folded *like,
			 const struct folded *wanted, struct match *match)
{
	uint64_t hash = chain_hash(chain, like);
	size_t at = index_start(&roster->chains, hash);
	uint32_t last = 0, seen = ROSTER_NONE;
	bool more = index_next(&roster->chains, hash, &at, &last);

	for (uint32_t before = last; more;) {
		uint32_t here = roster->nodes[before].next;
		uint32_t number = roster->nodes[here].number;
		struct folded folded = fold_number(roster, number);

		more = here != last;
		if ((uint32_t)chain_hash(chain, &folded) != (uint32_t)hash) {
			roster->nodes[before].next = roster->nodes[here].next;
			if (here == last)
				index_replace(&roster->chains, at, before);
			continue;
		}
		before = here;
		if (number == seen || !fits(wanted, &folded))
			continue;
		add_fitting(match, number);
		more = more && seen == ROSTER_NONE;
		seen = number;
	}
}

static void search_chains(struct roster *roster, const struct folded *wanted, bool email,
			  struct match *match)
{
	struct folded like = {wanted->name, wanted->org, email};

	if (wanted->org.n == 0) {
		search_chain(roster, ANY_ORG, &like, wanted, match);
		return;
	}
	search_chain(roster, BY_ORG, &like, wanted, match);
	like.org = SPAN_NONE;
	search_chain(roster, BY_ORG, &like, wanted, match);
}

/* The two lowest numbers that fit by name, in first and rival. */
static struct match search_name(struct roster *roster, const struct folded *wanted)
{
	struct match match = {ROSTER_NONE, ROSTER_NONE, ROSTER_NONE};

	if (wanted->name.n == 0)
		return match;
	search_few(roster, wanted, &match);
	if (match.rival != ROSTER_NONE)
		return match;
	search_chains(roster, wanted, false, &match);
	if (!wanted->has_email)
		search_chains(roster, wanted, true, &match);
	return match;
}

static struct match find_name(struct roster *roster, const struct folded *wanted)
{
	struct match match = search_name(roster, wanted);

	if (match.rival == ROSTER_NONE)
		match.number = match.first;
	return match;
}

struct match roster_find(struct roster *roster, const struct person *person,
			 const struct folded *folded)
{
	struct match match = {ROSTER_NONE, ROSTER_NONE, ROSTER_NONE};

	if (person->id.n > 0)
		match.number = roster_id(roster, person->id);
	if (match.number == ROSTER_NONE)
		match.number = find_email(roster, person->email);
	if (match.number == ROSTER_NONE)
		match = find_name(roster, folded);
	arena_release(&roster->scratch);
	return match;
}

uint32_t roster_namesake(struct roster *roster, const struct folded *folded)
{
	/* Who has neither organisation nor email fits all of the name. */
	struct folded bare = {.name = folded->name};
	uint32_t lowest = search_name(roster, &bare).first;

	arena_release(&roster->scratch);
	return lowest;
}

void roster_release(struct roster *roster)
{
	index_release(&roster->emails);
	index_release(&roster->names);
	index_release(&roster->chains);
	free(roster->nodes);
	arena_release(&roster->scratch);
}
