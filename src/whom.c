#include "src/whom.h"

static bool has_comma(struct span s)
{
	return s.n > 0 && memchr(s.p, ',', s.n) != NULL;
}

/*
 * Whether all those have a comma in their name. In a comparison punctuation counts for nothing, so
 * that "al,an" fits Alan too: but who says that means two people.
 */
static bool names_have_commas(const struct network *network, const struct people *found)
{
	for (size_t i = 0; i < found->count; i++)
		if (!has_comma(network_text(network, found->list[i], TEXT_NAME)))
			return false;
	return found->count > 0;
}

void whom_add(struct people *found, uint32_t contact)
{
	for (size_t i = 0; i < found->count; i++)
		if (found->list[i] == contact)
			return;
	found->list[found->count++] = contact;
}

int whom_find(const struct network *network, struct span said, struct arena *arena,
	      struct people *found, struct diags *diags)
{
	struct span rest = said, part;
	int result = 0;

	if (has_comma(said)) {
		person_find(network, span_trim(said), arena, found);
		if (found->count == 1 && names_have_commas(network, found))
			return 0;
	}
	*found = (struct people){.list = arena_array(arena, said.n + 1, sizeof(*found->list))};
	while (span_item(&rest, &part)) {
		uint32_t contact = person_one(network, part, diags);

		if (contact != CONTACT_NONE)
			whom_add(found, contact);
		else
			result = -1;
	}
	return result;
}
