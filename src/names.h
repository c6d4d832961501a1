/*
 * Names that are known again however they are written: equal when folded (utf8_fold), and shown as
 * they were written first. They are numbered from 0 in the order in which they come. A zeroed
 * struct names is empty.
 */
#ifndef NI_NAMES_H
#define NI_NAMES_H

#include "src/base/arena.h"
#include "src/index.h"

#define NAME_NONE UINT32_MAX

struct name {
	struct span text; /* as first written; borrowed */
	struct span folded;
};

/* One way of writing a name: most texts come again as they were, and are folded once. */
struct name_spelling {
	struct span text;
	uint32_t number; /* of the name */
};

struct names {
	struct arena arena;
	struct name *list;
	size_t count, cap;
	struct name_spelling *spellings;
	size_t spelling_count, spelling_cap;
	struct index by_spelling, by_fold;
};

/* The number of the name, which is added if it is new; text has to outlive names. */
uint32_t names_add(struct names *names, struct span text);

/* The same, but NAME_NONE, and nothing is added, if the text is no name: when it is folded, nothing
 * is left that is seen. */
uint32_t names_number(struct names *names, struct span text);

/* The text, or nothing if it is no name in that sense. */
struct span name_or_none(struct span text);

/* Gives back all of it; there are no names then. */
void names_release(struct names *names);

#endif
