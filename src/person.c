#include "src/person.h"

#include "src/base/utf8.h"
#include "src/suggest.h"

enum { SHOWN_MOST = 20 }; /* of those who fit: who meant one of more says more */

/* How a contact may fit, the closest first. */
enum fit { FIT_ID, FIT_NAME, FIT_PART, FIT_COUNT, FIT_NONE = FIT_COUNT };

static bool contains(struct span text, struct span part)
{
	for (; text.n >= part.n; text = span_skip(text, 1))
		if (memcmp(text.p, part.p, part.n) == 0)
			return true;
	return false;
}

static enum fit fit_of(const struct network *network, uint32_t contact, struct span said,
		       struct arena *scratch)
{
	struct span name;

	if (span_eq(utf8_fold(scratch, network_text(network, contact, TEXT_ID)), said))
		return FIT_ID;
	name = utf8_fold(scratch, network_text(network, contact, TEXT_NAME));
	if (span_eq(name, said))
		return FIT_NAME;
	return contains(name, said) ? FIT_PART : FIT_NONE;
}

static void find_folded(const struct network *network, struct span said, struct arena *arena,
			struct people *found)
{
	enum fit closest = FIT_NONE;
	uint32_t *list = arena_array(arena, network->contact_count, sizeof(*list));

	for (uint32_t i = 0; i < network->contact_count; i++) {
		struct arena scratch = {0};
		enum fit fit = FIT_NONE;

		if (network->contacts[i].listed)
			fit = fit_of(network, i, said, &scratch);
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

void person_find(const struct network *network, struct span said, struct arena *arena,
		 struct people *found)
{
	uint32_t contact = network_find(network, utf8_nfc(arena, said));
	struct span folded = utf8_fold(arena, said);

	*found = (struct people){0};
	if (contact != CONTACT_NONE && network->contacts[contact].listed) {
		found->list = arena_array(arena, 1, sizeof(*found->list));
		found->list[found->count++] = contact;
	} else if (folded.n > 0) {
		find_folded(network, folded, arena, found);
	}
}

/* A slip of the finger in an id. */
static uint32_t suggestion(const struct network *network, struct span said)
{
	for (uint32_t i = 0; i < network->contact_count; i++)
		if (network->contacts[i].listed &&
		    span_one_edit(network_text(network, i, TEXT_ID), said))
			return i;
	return CONTACT_NONE;
}

static void tell_nobody(const struct network *network, struct span said, struct diags *diags)
{
	uint32_t meant = suggestion(network, said);

	if (meant != CONTACT_NONE)
		diag_fail(diags, "no contact '%.*s'; did you mean '%.*s'?", SPAN_ARG(said),
			  SPAN_ARG(network_text(network, meant, TEXT_ID)));
	else
		diag_fail(diags,
			  "no contact '%.*s'; a line in contacts.csv adds one, or ni-refer --add "
			  "those who were named in notes",
			  SPAN_ARG(said));
}

static void tell_one(const struct network *network, uint32_t contact, struct diags *diags)
{
	struct span org = network_text(network, contact, TEXT_ORG);

	diag_fail(diags, "  %.*s: %.*s%s%.*s", SPAN_ARG(network_text(network, contact, TEXT_ID)),
		  SPAN_ARG(network_name(network, contact)), org.n > 0 ? ", " : "", SPAN_ARG(org));
}

void person_tell(const struct network *network, struct span said, const struct people *found,
		 struct diags *diags)
{
	if (found->count == 0)
		tell_nobody(network, said, diags);
	if (found->count < 2)
		return;
	diag_fail(diags, "'%.*s' fits %zu contacts; say which by the id", SPAN_ARG(said),
		  found->count);
	for (size_t i = 0; i < found->count && i < SHOWN_MOST; i++)
		tell_one(network, found->list[i], diags);
	if (found->count > SHOWN_MOST)
		diag_fail(diags, "  and %zu more", found->count - SHOWN_MOST);
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
