#include <stdalign.h>
#include <stdlib.h>

#include "src/base/arena.h"
#include "src/base/mem.h"

/* The first block is small, for the many arenas that hold little. */
enum { BLOCK_FIRST = 4096, BLOCK_LARGEST = 1 << 20 };

struct arena_block {
	struct arena_block *next;
	size_t size; /* of data */
	alignas(max_align_t) char data[];
};

static struct arena_block *new_block(size_t size)
{
	if (size > SIZE_MAX / 2)
		mem_exhausted();

	struct arena_block *block = mem_resize(NULL, 1, sizeof(*block) + size);
	block->size = size;
	return block;
}

static size_t next_size(const struct arena *a)
{
	if (a->blocks == NULL)
		return BLOCK_FIRST;
	return a->blocks->size < BLOCK_LARGEST / 2 ? a->blocks->size * 2 : BLOCK_LARGEST;
}

/* Memory from a new block: its own for what is large, so that the newest keeps its free part. */
static char *take_block(struct arena *a, size_t size)
{
	size_t usual = next_size(a);

	if (size > usual / 4 && a->blocks != NULL) {
		struct arena_block *own = new_block(size);
		own->next = a->blocks->next;
		a->blocks->next = own;
		return own->data;
	}

	struct arena_block *block = new_block(size > usual ? size : usual);
	block->next = a->blocks;
	a->blocks = block;
	a->at = block->data + size;
	a->end = block->data + block->size;
	return block->data;
}

static char *take(struct arena *a, size_t size, size_t align)
{
	if (a->blocks == NULL)
		return take_block(a, size);

	size_t skip = (size_t) - (uintptr_t)a->at & (align - 1);
	size_t left = (size_t)(a->end - a->at);
	if (skip > left || size > left - skip)
		return take_block(a, size);

	char *p = a->at + skip;
	a->at = p + size;
	return p;
}

void *arena_alloc(struct arena *a, size_t size)
{
	return take(a, size, alignof(max_align_t));
}

void *arena_array(struct arena *a, size_t count, size_t size)
{
	if (size != 0 && count > SIZE_MAX / 2 / size)
		mem_exhausted();

	void *p = arena_alloc(a, count * size);
	memset(p, 0, count * size);
	return p;
}

struct span arena_copy(struct arena *a, struct span s)
{
	if (s.n == 0)
		return SPAN("");

	char *p = take(a, s.n, 1);
	memcpy(p, s.p, s.n);
	return (struct span){p, s.n};
}

char *arena_string(struct arena *a, struct span s)
{
	char *p = take(a, s.n + 1, 1);

	if (s.n > 0)
		memcpy(p, s.p, s.n);
	p[s.n] = '\0';
	return p;
}

void arena_adopt(struct arena *a, struct arena *from)
{
	if (from->blocks == NULL)
		return;
	if (a->blocks == NULL) {
		*a = *from;
	} else {
		struct arena_block *last = from->blocks;
		while (last->next != NULL)
			last = last->next;
		last->next = a->blocks->next;
		a->blocks->next = from->blocks;
	}
	*from = (struct arena){0};
}

void arena_release(struct arena *a)
{
	while (a->blocks != NULL) {
		struct arena_block *next = a->blocks->next;
		free(a->blocks);
		a->blocks = next;
	}
	*a = (struct arena){0};
}
