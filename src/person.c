#include "src/person.h"

#include "src/base/utf8.h"

enum { SHOWN_MOST = 20 }; /* of those who fit: who meant one of more says more */

/* Among whom somebody is looked for: the contacts of contacts.csv; with leads all, and these. */
struct crowd {
	const struct network *network;
	const struct leads *leads; /* or NULL */
};

static uint32_t crowd_count(const struct crowd *crowd)
{
	return (uint32_t)(crowd->network->contact_count + (crowd->leads ? crowd->leads->count : 0));
}

/* The lead of that number; NULL: it is a contact's. */
static const struct lead *crowd_lead(const struct crowd *crowd, uint32_t number)
{
	size_t contacts = crowd->network->contact_count;

	return number < contacts ? NULL : &crowd->leads->list[number - contacts];
}

static struct span crowd_id(const struct crowd *crowd, uint32_t number)
{
	const struct lead *lead = crowd_lead(crowd, number);

	return lead ? lead->id : network_text(crowd->network, number, TEXT_ID);
}

static bool crowd_has(const struct crowd *crowd, uint32_t number)
{
	return crowd->leads || crowd->network->contacts[number].listed;
}

/* How a contact may fit, the closest first. */
enum fit { FIT_ID, FIT_NAME, FIT_PART, FIT_COUNT, FIT_NONE = FIT_COUNT };

static bool contains(struct span text, struct span part)
{
	for (; text.n >= part.n; text = span_skip(text, 1))
		if (memcmp(text.p, part.p, part.n) == 0)
			return true;
	return false;
}

static enum fit fit_of(const struct crowd *crowd, uint32_t number, struct span said,
		       struct arena *scratch)
{
	const struct lead *lead = crowd_lead(crowd, number);
	struct span name;

	if (span_eq(utf8_fold(scratch, crowd_id(crowd, number)), said))
		return FIT_ID;
	name = lead ? lead->name : network_text(crowd->network, number, TEXT_NAME);
	name = utf8_fold(scratch, name);
	if (span_eq(name, said))
		return FIT_NAME;
	return contains(name, said) ? FIT_PART : FIT_NONE;
}

static void find_folded(const struct crowd *crowd, struct span said, struct arena *arena,
			struct people *found)
{
	enum fit closest = FIT_NONE;
	uint32_t count = crowd_count(crowd), *list = arena_array(arena, count, sizeof(*list));

	for (uint32_t i = 0; i < count; i++) {
		struct arena scratch = {0};
		enum fit fit = FIT_NONE;

		if (crowd_has(crowd, i))
			fit = fit_of(crowd, i, said, &scratch);
		arena_release(&scratch);
		if (fit == FIT_NONE || fit > closest)
			continue;
		if (fit < closest)
			found->count = 0;
		closest = fit;
		list[found->count++] = i;
	}
	found->list = found->count > 0 ? list : NULL;
}

/* The one with the very id, in NFC. */
static uint32_t find_id(const struct crowd *crowd, struct span id)
{
	uint32_t contact = network_find(crowd->network, id);

	if (contact != CONTACT_NONE && crowd_has(crowd, contact))
		return contact;
	for (uint32_t i = (uint32_t)crowd->network->contact_count; i < crowd_count(crowd); i++)
		if (span_eq(crowd_id(crowd, i), id))
			return i;
	return CONTACT_NONE;
}

static void find(const struct crowd *crowd, struct span said, struct arena *arena,
		 struct people *found)
{
	uint32_t number = find_id(crowd, utf8_nfc(arena, said));
	struct span folded = utf8_fold(arena, said);

	*found = (struct people){0};
	if (number != CONTACT_NONE) {
		found->list = arena_array(arena, 1, sizeof(*found->list));
		found->list[found->count++] = number;
	} else if (folded.n > 0) {
		find_folded(crowd, folded, arena, found);
	}
}

void person_find(const struct network *network, struct span said, struct arena *arena,
		 struct people *found)
{
	struct crowd crowd = {network, NULL};

	find(&crowd, said, arena, found);
}

static void tell_nobody(const struct network *network, struct span said, struct diags *diags)
{
	struct arena scratch = {0};
	struct span meant = person_suggest(network, NULL, said, &scratch);

	if (meant.n > 0)
		diag_fail(diags, "no contact '%.*s'; did you mean '%.*s'?", SPAN_ARG(said),
			  SPAN_ARG(meant));
	else
		diag_fail(diags,
			  "no contact '%.*s'; a line in contacts.csv adds one, or ni-refer --add "
			  "those who were named in notes",
			  SPAN_ARG(said));
	arena_release(&scratch);
}

static void tell_one(const struct crowd *crowd, uint32_t number, struct diags *diags)
{
	const struct lead *lead = crowd_lead(crowd, number);
	struct span org = lead ? lead->org : network_text(crowd->network, number, TEXT_ORG);
	struct span name = lead ? lead->name : network_name(crowd->network, number);

	diag_fail(diags, "  %.*s: %.*s%s%.*s%s", SPAN_ARG(crowd_id(crowd, number)), SPAN_ARG(name),
		  org.n > 0 ? ", " : "", SPAN_ARG(org), lead ? " (a lead)" : "");
}

static void tell_several(const struct crowd *crowd, struct span said, const struct people *found,
			 struct diags *diags)
{
	diag_fail(diags, "'%.*s' fits %zu %s; say which by the id", SPAN_ARG(said), found->count,
		  crowd->leads ? "contacts or leads" : "contacts");
	for (size_t i = 0; i < found->count && i < SHOWN_MOST; i++)
		tell_one(crowd, found->list[i], diags);
	if (found->count > SHOWN_MOST)
		diag_fail(diags, "  and %zu more", found->count - SHOWN_MOST);
}

void person_tell(const struct network *network, struct span said, const struct people *found,
		 struct diags *diags)
{
	struct crowd crowd = {network, NULL};

	if (found->count == 0)
		tell_nobody(network, said, diags);
	else if (found->count > 1)
		tell_several(&crowd, said, found, diags);
}

int person_check(const struct network *network, const uint32_t *contacts, size_t count,
		 struct diags *diags)
{
	int result = 0;

	for (size_t i = 0; i < count; i++) {
		if (!network->contacts[contacts[i]].doubled)
			continue;
		diag_fail(diags,
			  "id '%.*s' stands more than once in contacts.csv: who is meant cannot be "
			  "told",
			  SPAN_ARG(network_text(network, contacts[i], TEXT_ID)));
		result = -1;
	}
	return result;
}

uint32_t person_one(const struct network *network, struct span said, struct diags *diags)
{
	struct arena arena = {0};
	struct people found;
	uint32_t contact = CONTACT_NONE;

	person_find(network, said, &arena, &found);
	if (found.count == 1)
		contact = found.list[0];
	else
		person_tell(network, said, &found, diags);
	arena_release(&arena);
	return contact;
}

uint32_t person_or_lead(const struct network *network, const struct leads *leads, struct span said,
			struct diags *diags)
{
	struct crowd crowd = {network, leads};
	struct arena arena = {0};
	struct people found;
	uint32_t number = CONTACT_NONE;

	find(&crowd, said, &arena, &found);
	if (found.count == 1)
		number = found.list[0];
	else if (found.count > 1)
		tell_several(&crowd, said, &found, diags);
	arena_release(&arena);
	return number;
}
