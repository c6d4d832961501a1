#include "src/names.h"

#include <stdlib.h>

#include "src/base/ascii.h"
#include "src/base/mem.h"
#include "src/base/utf8.h"

static bool find_spelling(const struct names *names, struct span text, uint64_t hash,
			  uint32_t *number)
{
	size_t at = index_start(&names->by_spelling, hash);
	uint32_t i;

	while (index_next(&names->by_spelling, hash, &at, &i)) {
		*number = names->spellings[i].number;
		if (span_eq(names->spellings[i].text, text))
			return true;
	}
	return false;
}

static uint32_t add_folded(struct names *names, struct span text, struct span folded)
{
	uint64_t hash = hash_bytes(folded, 0);
	size_t at = index_start(&names->by_fold, hash);
	uint32_t number;

	while (index_next(&names->by_fold, hash, &at, &number))
		if (span_eq(names->list[number].folded, folded))
			return number;
	number = (uint32_t)names->count;
	names->list = mem_grow(names->list, &names->cap, names->count + 1, sizeof(*names->list));
	names->list[names->count++] = (struct name){text, folded};
	index_add(&names->by_fold, hash, number);
	return number;
}

static uint32_t add_spelling(struct names *names, struct span text, bool any)
{
	uint64_t hash = hash_bytes(text, 0);
	uint32_t number;

	if (find_spelling(names, text, hash, &number))
		return number;

	struct span folded = utf8_fold(&names->arena, text);

	number = any || utf8_shows(folded) ? add_folded(names, text, folded) : NAME_NONE;
	names->spellings = mem_grow(names->spellings, &names->spelling_cap,
				    names->spelling_count + 1, sizeof(*names->spellings));
	index_add(&names->by_spelling, hash, (uint32_t)names->spelling_count);
	names->spellings[names->spelling_count++] = (struct name_spelling){text, number};
	return number;
}

uint32_t names_add(struct names *names, struct span text)
{
	return add_spelling(names, text, true);
}

uint32_t names_number(struct names *names, struct span text)
{
	return add_spelling(names, text, false);
}

struct span name_or_none(struct span text)
{
	struct arena arena = {0};
	bool is_name = text.n > 0 && ascii_is_letter(text.p[0]);

	if (!is_name)
		is_name = utf8_shows(utf8_fold(&arena, text));
	arena_release(&arena);
	return is_name ? text : SPAN_NONE;
}

void names_release(struct names *names)
{
	index_release(&names->by_spelling);
	index_release(&names->by_fold);
	free(names->spellings);
	free(names->list);
	arena_release(&names->arena);
	*names = (struct names){0};
}
