#include "src/leads.h"

#include <stdlib.h>

#include "src/base/mem.h"
#include "src/base/utf8.h"
#include "src/order.h"
#include "src/roster.h"

/* The next number to try for an id that is taken. */
struct taken {
	struct span id;
	uint32_t next;
};

struct finder {
	struct leads *leads;
	const struct network *network;
	struct diags *diags;
	struct roster contacts, known; /* known: the leads so far */
	struct index lead_ids, taken_index;
	struct arena scratch; /* for a note */
	struct taken *taken;
	size_t taken_count, taken_cap;
	size_t naming_cap;
};

static struct person contact_person(const void *owner, uint32_t number)
{
	const struct network *network = owner;

	return (struct person){
		network_text(network, number, TEXT_ID),
		network_text(network, number, TEXT_NAME),
		network_text(network, number, TEXT_ORG),
		network_text(network, number, TEXT_EMAIL),
	};
}

static struct person lead_person(const void *owner, uint32_t number)
{
	const struct lead *lead = &((const struct leads *)owner)->list[number];

	return (struct person){lead->id, lead->name, lead->org, lead->email};
}

static void start(struct finder *f)
{
	f->contacts = (struct roster){
		.owner = f->network, .get = contact_person, .ids = &f->network->ids};
	f->known = (struct roster){.owner = f->leads, .get = lead_person, .ids = &f->lead_ids};
	for (uint32_t i = 0; i < f->network->contact_count; i++) {
		roster_add(&f->contacts, i);
		if (i % 1024 == 1023)
			arena_release(&f->contacts.scratch);
	}
}

static bool is_taken(const struct finder *f, struct span id)
{
	return roster_id(&f->contacts, id) != ROSTER_NONE ||
	       roster_id(&f->known, id) != ROSTER_NONE;
}

/* Where counting goes on for an id that is taken: no quadratic step among many of one name. */
static struct taken *find_taken(struct finder *f, struct span id)
{
	uint64_t hash = hash_bytes(id, 0);
	size_t at = index_start(&f->taken_index, hash);
	uint32_t number;

	while (index_next(&f->taken_index, hash, &at, &number))
		if (span_eq(f->taken[number].id, id))
			return &f->taken[number];
	f->taken = mem_grow(f->taken, &f->taken_cap, f->taken_count + 1, sizeof(*f->taken));
	index_add(&f->taken_index, hash, (uint32_t)f->taken_count);
	f->taken[f->taken_count] = (struct taken){id, 2};
	return &f->taken[f->taken_count++];
}

/* id-2, id-3 and so on, within ID_MAX bytes. */
static struct span number_id(struct arena *arena, struct span id, uint32_t number)
{
	struct buf text = BUF_INIT, suffix = BUF_INIT;
	struct span made;

	buf_add_format(&suffix, "-%u", number);
	while (id.n + suffix.n > ID_MAX)
		for (id.n--; id.n > 0 && ((unsigned char)id.p[id.n] & 0xc0) == 0x80;)
			id.n--;
	buf_add_span(&text, id);
	buf_add_span(&text, buf_span(&suffix));
	made = arena_copy(arena, buf_span(&text));
	buf_release(&text);
	buf_release(&suffix);
	return made;
}

static struct span lead_id(struct finder *f, const struct referral *referral)
{
	struct arena *arena = &f->leads->arena;
	struct span id = referral->id, numbered;
	struct taken *taken;

	if (id.n == 0)
		id = utf8_derive_id(arena, referral->name);
	if (!is_taken(f, id))
		return id;
	taken = find_taken(f, id);
	do
		numbered = number_id(arena, id, taken->next++);
	while (is_taken(f, numbered));
	return numbered;
}

static void fill(struct span *column, struct span value)
{
	if (column->n == 0)
		*column = value;
}

static bool named_by(const struct note *note, struct span id)
{
	for (uint32_t i = 0; i < note->contact_count; i++)
		if (span_eq(note->ids[i], id))
			return true;
	return false;
}

/* Leave is leave to use that person's name, and goes with them. */
static void fill_referrer(struct lead *lead, const struct note *note)
{
	uint32_t first = 0;

	if (lead->finder != CONTACT_NONE)
		return;
	while (first < note->contact_count && note->contacts[first] == CONTACT_NONE)
		first++;
	if (first == note->contact_count) {
		fill(&lead->referred_by, note->ids[0]);
		return;
	}
	lead->finder = note->contacts[first];
	lead->referred_by = note->ids[first];
	lead->may_use_name = LEAVE_UNKNOWN;
}

static void fill_columns(struct finder *f, uint32_t number, const struct note *note,
			 const struct referral *referral)
{
	struct lead *lead = &f->leads->list[number];
	bool found_otherwise = (lead->email.n == 0 && referral->email.n > 0) ||
			       (lead->org.n == 0 && referral->org.n > 0);

	fill_referrer(lead, note);
	fill(&lead->org, referral->org);
	fill(&lead->title, referral->title);
	fill(&lead->email, referral->email);
	fill(&lead->phone, referral->phone);
	fill(&lead->note, referral->note);
	if (found_otherwise)
		roster_add_emails(&f->known, number, lead->email);
	if (lead->may_use_name == LEAVE_UNKNOWN && named_by(note, lead->referred_by))
		lead->may_use_name = referral->may_use_name;
}

static uint32_t add_lead(struct finder *f, const struct note *note, const struct referral *referral,
			 const struct folded *folded)
{
	struct leads *leads = f->leads;
	uint32_t number = (uint32_t)leads->count;
	struct span id = lead_id(f, referral);

	leads->list = mem_grow(leads->list, &leads->cap, leads->count + 1, sizeof(*leads->list));
	leads->count++;
	leads->list[number] = (struct lead){
		.id = id,
		.name = referral->name,
		.finder = CONTACT_NONE,
		.added = note->date,
		.namesake = roster_namesake(&f->contacts, folded),
	};
	index_add(&f->lead_ids, hash_bytes(id, 0), number);
	roster_add(&f->known, number);
	return number;
}

static void warn_rivals(struct finder *f, const struct note *note, const struct referral *referral,
			const struct roster *roster, const struct match *match)
{
	struct span a = roster->get(roster->owner, match->first).id;
	struct span b = roster->get(roster->owner, match->rival).id;

	diag_add(f->diags, DIAG_WARNING, note->shown, referral->line, 0,
		 "'%.*s' may be '%.*s' or '%.*s': give the referral an id",
		 SPAN_ARG(referral->name), SPAN_ARG(a), SPAN_ARG(b));
	diag_rule(f->diags, "ambiguous-referral");
}

/* What contacts.csv says of the name of who referred somebody counts, whatever their note says. */
static void warn_leave(struct finder *f, const struct note *note, const struct referral *referral,
		       uint32_t number)
{
	const struct contact *contact = &f->network->contacts[number];
	enum leave leave = (enum leave)contact->may_use_name;
	bool theirs = false;

	if (leave == LEAVE_UNKNOWN || referral->may_use_name == LEAVE_UNKNOWN ||
	    leave == referral->may_use_name || contact->referred_by == CONTACT_NONE ||
	    contact->referred_by == number)
		return;
	for (uint32_t i = 0; i < note->contact_count; i++)
		theirs |= note->contacts[i] == contact->referred_by;
	if (!theirs)
		return;
	diag_add(f->diags, DIAG_WARNING, note->shown, referral->line, 0,
		 "may_use_name of '%.*s' is '%.*s' here, and '%.*s' in their contact row, which "
		 "counts",
		 SPAN_ARG(network_text(f->network, number, TEXT_ID)),
		 SPAN_ARG(leave_name(referral->may_use_name)), SPAN_ARG(leave_name(leave)));
	diag_rule(f->diags, "leave-differs");
}

static void add_known(struct finder *f, const struct note *note, const struct referral *referral,
		      uint32_t contact)
{
	struct leads *leads = f->leads;

	leads->known = mem_grow(leads->known, &leads->known_cap, leads->known_count + 1,
				sizeof(*leads->known));
	leads->known[leads->known_count++] =
		(struct naming){(uint32_t)(note - f->network->notes),
				(uint32_t)(referral - note->referrals), contact};
	warn_leave(f, note, referral, contact);
}

/* The lead that a referral is, made if need be; ROSTER_NONE if it is a contact. */
static uint32_t place_referral(struct finder *f, const struct note *note,
			       const struct referral *referral)
{
	struct person person = {referral->id, referral->name, referral->org, referral->email};
	struct folded folded = roster_fold(&f->scratch, &person);
	struct match match = roster_find(&f->contacts, &person, &folded);
	bool ambiguous = match.rival != ROSTER_NONE;
	uint32_t number;

	if (match.number != ROSTER_NONE) {
		add_known(f, note, referral, match.number);
		return ROSTER_NONE;
	}
	if (ambiguous)
		warn_rivals(f, note, referral, &f->contacts, &match);
	match = roster_find(&f->known, &person, &folded);
	if (match.rival != ROSTER_NONE)
		warn_rivals(f, note, referral, &f->known, &match);
	number = match.number != ROSTER_NONE ? match.number : add_lead(f, note, referral, &folded);
	fill_columns(f, number, note, referral);
	if (ambiguous)
		f->leads->list[number].ambiguous = true;
	return number;
}

static void add_naming(struct finder *f, uint32_t lead, uint32_t note, uint32_t referral)
{
	struct leads *leads = f->leads;
	size_t count = leads->naming_count + 1;

	leads->namings = mem_grow(leads->namings, &f->naming_cap, count, sizeof(*leads->namings));
	leads->namings[leads->naming_count++] = (struct naming){note, referral, lead};
	leads->list[lead].naming_count++;
}

static void mark_selected(struct finder *f, uint32_t lead, const struct note *note)
{
	for (uint32_t i = 0; i < note->contact_count; i++)
		if (note->contacts[i] != CONTACT_NONE &&
		    f->network->contacts[note->contacts[i]].selected)
			f->leads->list[lead].selected = true;
}

static void take_note(struct finder *f, uint32_t number)
{
	const struct note *note = &f->network->notes[number];

	for (uint32_t i = 0; i < note->referral_count; i++) {
		const struct referral *referral = &note->referrals[i];
		uint32_t lead;

		if (referral->skip)
			continue;
		lead = place_referral(f, note, referral);
		if (lead == ROSTER_NONE)
			continue;
		add_naming(f, lead, number, i);
		mark_selected(f, lead, note);
	}
	arena_release(&f->scratch);
}

/* Brings the namings of each lead together, in the order in which they were found. */
static void group_namings(struct finder *f)
{
	struct leads *leads = f->leads;
	struct naming *grouped = mem_resize(NULL, leads->naming_count, sizeof(*grouped));
	uint32_t total = 0;

	for (size_t i = 0; i < leads->count; i++) {
		leads->list[i].first_naming = total;
		total += leads->list[i].naming_count;
		leads->list[i].naming_count = 0;
	}
	for (size_t i = 0; i < leads->naming_count; i++) {
		struct lead *lead = &leads->list[leads->namings[i].who];

		grouped[lead->first_naming + lead->naming_count++] = leads->namings[i];
	}
	free(leads->namings);
	leads->namings = grouped;
}

static void finish(struct finder *f)
{
	roster_release(&f->contacts);
	roster_release(&f->known);
	index_release(&f->lead_ids);
	index_release(&f->taken_index);
	free(f->taken);
}

/* Notes with referrals by (date, path). Returns how many. */
static size_t order_notes(const struct network *network, uint64_t **keys)
{
	size_t count = 0;

	*keys = mem_resize(NULL, network->note_count, sizeof(**keys));
	for (uint32_t i = 0; i < network->note_count; i++)
		if (network->notes[i].referral_count > 0)
			(*keys)[count++] = order_key(network->notes[i].date, i);
	order_sort(*keys, count);
	return count;
}

void leads_find(struct leads *leads, const struct network *network, struct diags *diags)
{
	struct finder finder = {.leads = leads, .network = network, .diags = diags};
	uint64_t *keys;
	size_t count = order_notes(network, &keys);

	*leads = (struct leads){0};
	if (count > 0) {
		start(&finder);
		for (size_t i = 0; i < count; i++)
			take_note(&finder, order_number(keys[i]));
		group_namings(&finder);
		finish(&finder);
	}
	free(keys);
}

void leads_release(struct leads *leads)
{
	free(leads->list);
	free(leads->namings);
	free(leads->known);
	arena_release(&leads->arena);
	*leads = (struct leads){0};
}
