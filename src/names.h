/*
 * Names that people write in several ways, as numbers: names are one when they are equal folded,
 *and are shown as first written. Each way of writing is folded once.
 *
 *	number = names_number(&names, field);
 *	names.list[number].shown
 */
#ifndef NI_NAMES_H
#define NI_NAMES_H

#include "src/base/arena.h"
#include "src/index.h"

#define NAME_NONE UINT32_MAX

struct name {
	struct span shown; /* borrowed from who gave it */
	struct span folded;
};

/* One way of writing a name. */
struct name_form {
	struct span text;
	uint32_t number; /* of the name */
};

/* A zeroed struct names is empty. */
struct names {
	struct arena arena;
	struct name *list; /* in the order first met */
	size_t count, cap;
	struct name_form *forms;
	size_t form_count, form_cap;
	struct index by_form, by_name;
};

/* The number of the name, which is added if it is new; NAME_NONE for a text of which nothing is
 * left. The text must outlive the names. */
uint32_t names_number(struct names *names, struct span text);

void names_release(struct names *names);

#endif
