#include "src/names.h"

#include <stdlib.h>

#include "src/base/mem.h"
#include "src/base/utf8.h"

static uint32_t find_name(const struct names *names, struct span folded, uint64_t hash)
{
	size_t at = index_start(&names->by_name, hash);
	uint32_t number;

	while (index_next(&names->by_name, hash, &at, &number))
		if (span_eq(names->list[number].folded, folded))
			return number;
	return NAME_NONE;
}

static uint32_t add_name(struct names *names, struct span text)
{
	struct span folded = utf8_fold(&names->arena, text);
	uint64_t hash = hash_bytes(folded, 0);
	uint32_t number;

	if (folded.n == 0)
		return NAME_NONE;
	number = find_name(names, folded, hash);
	if (number != NAME_NONE)
		return number;
	number = (uint32_t)names->count;
	names->list = mem_grow(names->list, &names->cap, names->count + 1, sizeof(*names->list));
	names->list[names->count++] = (struct name){text, folded};
	index_add(&names->by_name, hash, number);
	return number;
}

uint32_t names_number(struct names *names, struct span text)
{
	uint64_t hash = hash_bytes(text, 0);
	size_t at = index_start(&names->by_form, hash);
	uint32_t form, number;

	if (text.n == 0)
		return NAME_NONE;
	while (index_next(&names->by_form, hash, &at, &form))
		if (span_eq(names->forms[form].text, text))
			return names->forms[form].number;
	number = add_name(names, text);
	names->forms = mem_grow(names->forms, &names->form_cap, names->form_count + 1,
				sizeof(*names->forms));
	index_add(&names->by_form, hash, (uint32_t)names->form_count);
	names->forms[names->form_count++] = (struct name_form){text, number};
	return number;
}

void names_release(struct names *names)
{
	free(names->list);
	free(names->forms);
	index_release(&names->by_form);
	index_release(&names->by_name);
	arena_release(&names->arena);
	*names = (struct names){0};
}
