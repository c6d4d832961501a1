#include <stdalign.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "fmt/markdown_memory.h"
#include "src/base/mem.h"

enum { ALIGNMENT = alignof(max_align_t), FIRST = 48 * 1024, LARGEST = 1024 * 1024 };

struct markdown_block {
	struct markdown_block *next;
	size_t size, used; /* of data */
	alignas(max_align_t) char data[];
};

/* Stands before each piece: realloc has to know how much to copy. */
struct piece {
	alignas(max_align_t) size_t size;
};

static _Thread_local struct markdown_memory *current;

static struct markdown_block *add_block(size_t need)
{
	struct markdown_block *newest = current->blocks;
	size_t size = newest == NULL ? FIRST : newest->size * 2;

	if (size > LARGEST)
		size = LARGEST;
	if (size < need)
		size = need;

	struct markdown_block *block = mem_resize(NULL, 1, sizeof(*block) + size);
	block->next = newest;
	block->size = size;
	block->used = 0;
	current->blocks = block;
	return block;
}

static size_t rounded(size_t size)
{
	if (size > SIZE_MAX / 4)
		mem_exhausted();
	return (size + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
}

static void *take(size_t size)
{
	struct markdown_block *block = current->blocks;
	size_t need = sizeof(struct piece) + rounded(size);

	if (block == NULL || need > block->size - block->used)
		block = add_block(need);

	struct piece *piece = (struct piece *)(void *)(block->data + block->used);
	block->used += need;
	piece->size = rounded(size);
	return piece + 1;
}

static bool is_newest(const struct piece *piece)
{
	const struct markdown_block *block = current->blocks;

	return (const char *)(piece + 1) + piece->size == block->data + block->used;
}

/* Only the newest piece is really given back: enough for cmark's buffers for a short time, of which
 * a hostile text makes it take very many. */
static void give_back(void *p)
{
	if (p == NULL)
		return;

	struct piece *piece = (struct piece *)p - 1;
	if (is_newest(piece))
		current->blocks->used -= sizeof(*piece) + piece->size;
}

static void *resize(void *p, size_t size)
{
	if (p == NULL)
		return take(size);

	struct piece *piece = (struct piece *)p - 1;
	if (size <= piece->size)
		return p;
	if (is_newest(piece) &&
	    rounded(size) - piece->size <= current->blocks->size - current->blocks->used) {
		current->blocks->used += rounded(size) - piece->size;
		piece->size = rounded(size);
		return p;
	}
	return memcpy(take(size), p, piece->size);
}

static void *take_zeroed(size_t count, size_t size)
{
	if (size != 0 && count > SIZE_MAX / 4 / size)
		mem_exhausted();
	return memset(take(count * size), 0, count * size);
}

cmark_mem *markdown_memory_start(struct markdown_memory *memory)
{
	static cmark_mem functions = {take_zeroed, resize, give_back};

	current = memory;
	return &functions;
}

void *markdown_memory_take(size_t size)
{
	return take_zeroed(1, size);
}

struct span markdown_memory_copy(struct span text)
{
	char *copy = take(text.n);

	if (text.n > 0)
		memcpy(copy, text.p, text.n);
	return span_of(copy, text.n);
}

void markdown_memory_end(struct markdown_memory *memory)
{
	while (memory->blocks != NULL) {
		struct markdown_block *next = memory->blocks->next;
		free(memory->blocks);
		memory->blocks = next;
	}
	current = NULL;
}
