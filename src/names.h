/*
 * Names that are known again however they are written: equal when folded (utf8_fold), and shown as
 * they were written first. They are numbered from 0 in the order in which they come. To begin with
 * it is zeroed.
 */
#ifndef NI_NAMES_H
#define NI_NAMES_H

#include "src/base/arena.h"
#include "src/index.h"

struct name {
	struct span text; /* as first written; borrowed */
	struct span folded;
};

struct names {
	struct arena arena;
	struct name *list;
	size_t count, cap;
	/* What has been looked up, byte by byte: most texts come again as they were. */
	struct name_spelling {
		struct span text;
		uint32_t number;
	} * spellings;
	size_t spelling_count, spelling_cap;
	struct index by_spelling, by_fold;
};

/* The number of the name, which is added if it is new; text has to outlive names. */
uint32_t names_add(struct names *names, struct span text);

void names_release(struct names *names);

#endif
