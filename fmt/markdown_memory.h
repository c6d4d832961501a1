/*
 * Memory for one run of cmark: taken from blocks, given back all at once. cmark's
 * allocator has no context pointer, so the one in use is known to the thread between
 * markdown_memory_start and markdown_memory_end; such runs do not nest.
 */
#ifndef NI_FMT_MARKDOWN_MEMORY_H
#define NI_FMT_MARKDOWN_MEMORY_H

#include <cmark.h>

#include "src/base/span.h"

struct markdown_block;

/* A zeroed one is empty. */
struct markdown_memory {
	struct markdown_block *blocks; /* newest first */
};

/* What cmark is to be given. Valid until markdown_memory_end, as is all that it hands out. */
cmark_mem *markdown_memory_start(struct markdown_memory *memory);

/* size bytes, zeroed. */
void *markdown_memory_take(size_t size);

/* A copy of text, not terminated. */
struct span markdown_memory_copy(struct span text);

/* Gives back everything, node trees included. */
void markdown_memory_end(struct markdown_memory *memory);

#endif
