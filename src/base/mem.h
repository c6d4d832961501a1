/*
 * Memory that is owned singly: growing arrays. Out of memory ends the program
 * here, with status 2, and nowhere else: every caller may rely on the result.
 */
#ifndef NI_BASE_MEM_H
#define NI_BASE_MEM_H

#include <stddef.h>

/* Like realloc of count elements of size bytes each, but never fails, and refuses an overflow. */
void *mem_resize(void *p, size_t count, size_t size);

/* mem_grow() where there is no room yet. */
void *mem_grown(void *p, size_t *cap, size_t need, size_t size);

/*
 * Makes room for at least need elements of size bytes in the array p, whose
 * capacity is *cap; grows by half as much again. Returns the array, which may have moved.
 */
static inline void *mem_grow(void *p, size_t *cap, size_t need, size_t size)
{
	return need <= *cap && p != NULL ? p : mem_grown(p, cap, need, size);
}

/* Says "out of memory" and ends the program with status_failed. */
_Noreturn void mem_exhausted(void);

#endif
