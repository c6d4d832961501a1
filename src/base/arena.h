/*
 * An arena: memory that is given back all at once. A zeroed struct arena is
 * empty and ready. Nothing in it is freed singly; never NULL is returned.
 */
#ifndef NI_BASE_ARENA_H
#define NI_BASE_ARENA_H

#include "src/base/buf.h"
#include "src/base/span.h"

struct arena_block;

struct arena {
	struct arena_block *blocks; /* newest first */
	char *at;                   /* the free part of the newest */
	char *end;
};

/* size bytes, aligned for any object, not cleared. */
void *arena_alloc(struct arena *a, size_t size);

/* count zeroed elements of size bytes. */
void *arena_array(struct arena *a, size_t count, size_t size);

/* A copy of the bytes, not aligned, not terminated. */
struct span arena_copy(struct arena *a, struct span s);

/* A NUL-terminated copy. */
char *arena_string(struct arena *a, struct span s);

/* Moves all that from holds into a; from is empty then. */
void arena_adopt(struct arena *a, struct arena *from);

/* Gives all of it back; the arena is empty then, and can be used again. */
void arena_release(struct arena *a);

#endif
