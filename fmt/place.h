/*
 * Where the network is: the nearest directory at or above the working directory that holds ni.yaml
 * or contacts.csv; and how its files are called from here, as git grep would call them.
 */
#ifndef NI_FMT_PLACE_H
#define NI_FMT_PLACE_H

#include "src/base/arena.h"
#include "src/base/diag.h"

struct place {
	bool found;
	size_t depth; /* how far above the working directory */
	struct span
		below; /* the working directory relative to the network: "notes/2026", or empty */
};

/* What makes a directory a network: any of these; ends with NULL. */
extern const char *const place_files[];

/*
 * Whether the directory from (empty: the working directory; else it ends in '/') or one above it
 * holds any of the names, which end with NULL; and in *depth how far above it the nearest is.
 */
bool place_above(struct span from, const char *const *names, size_t *depth);

/* Looks for a network; not finding one is no error. Returns 0, or -1 with a diagnostic. */
int place_find(struct place *place, struct arena *arena, struct diags *diags);

/* Adds the error that there is no network here. */
void place_missing(struct diags *diags);

/* The working directory, absolute; or empty with errno. */
struct span place_here(struct arena *arena);

/* The path from the working directory of a file, given relative to the network; terminated. */
struct span place_path(const struct place *place, struct arena *arena, struct span path);

#endif
