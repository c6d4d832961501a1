/*
 * Shared by the two files that read front matter: not for others.
 */
#ifndef NI_FMT_FRONTMATTER_INTERNAL_H
#define NI_FMT_FRONTMATTER_INTERNAL_H

#include "fmt/yaml.h"
#include "src/note.h"

struct front {
	const struct yaml *yaml;
	struct arena *arena;   /* the note's */
	struct arena *scratch; /* given up after the front matter */
	struct note *note;
};

#define ID_FORM "an id such as jane-doe: letters, numbers, '-', '_', '.'"

/* A name with its length, for tables. */
#define NAMED(literal)                          \
	{                                       \
		"" literal, sizeof(literal) - 1 \
	}

/* An id in NFC, in the arena. Returns 0, or -1 with a diagnostic. */
int front_id(const struct front *f, const struct yaml_node *node, const char *name,
	     struct span *id);

/* The text of a value, in the arena; empty with a diagnostic if it is none. */
void front_text(const struct front *f, const struct yaml_node *node, const char *name,
		struct span *text);

/* One for each key of ni-note(5) that is more than a text: its value into the note, or diagnostics.
 */
typedef void front_reader(const struct front *f, const struct yaml_node *node, const char *name);

front_reader front_contact, front_date, front_time, front_minutes, front_outcome, front_rating,
	front_thanked, front_tags, front_referrals;

#endif
