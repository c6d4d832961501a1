#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include "src/base/buf.h"
#include "src/base/mem.h"

enum {
	SMALLEST = 256,
	USUAL = 120,      /* bytes of what is formatted */
	PAGE_LEAST = 4096 /* of memory; a processor with larger pages touches some more than once */
};

const char buf_empty[1] = "";

void buf_release(struct buf *b)
{
	if (b->cap > 0)
		free(b->p);
	*b = BUF_INIT;
}

void buf_clear(struct buf *b)
{
	b->n = 0;
	if (b->cap > 0)
		b->p[0] = '\0';
}

char *buf_grown(struct buf *b, size_t more)
{
	if (more >= SIZE_MAX / 2 - b->n)
		mem_exhausted();

	size_t need = b->n + more + 1;
	if (need < SMALLEST)
		need = SMALLEST;
	b->p = mem_grow(b->cap > 0 ? b->p : NULL, &b->cap, need, 1);
	b->p[b->n] = '\0';
	return b->p + b->n;
}

/*
 * Memory that the kernel is the first to write to, as it copies what it read, is mapped under a
 * lock of the whole address space; memory that the program touches first is not. Another thread
 * that asks for memory has that lock, and a thread that slept for it is often woken on the other's
 * processor: with one file to read in each of two threads, every third run took half as long again.
 */
char *buf_reserve_touched(struct buf *b, size_t more)
{
	char *to = buf_reserve(b, more);

	for (size_t i = 0; i < more; i += PAGE_LEAST)
		*(volatile char *)(to + i) = 0;
	return to;
}

void buf_add(struct buf *b, const char *p, size_t n)
{
	if (n == 0)
		return;

	char *to = buf_reserve(b, n);
	memcpy(to, p, n);
	to[n] = '\0';
	b->n += n;
}

void buf_add_span(struct buf *b, struct span s)
{
	buf_add(b, s.p, s.n);
}

void buf_add_str(struct buf *b, const char *s)
{
	buf_add(b, s, strlen(s));
}

void buf_add_number(struct buf *b, long long value)
{
	char digits[24];
	size_t at = sizeof(digits);
	unsigned long long rest =
		value < 0 ? 0ULL - (unsigned long long)value : (unsigned long long)value;

	do {
		digits[--at] = (char)('0' + (int)(rest % 10));
		rest /= 10;
	} while (rest > 0);
	if (value < 0)
		digits[--at] = '-';
	buf_add(b, digits + at, sizeof(digits) - at);
}

void buf_add_anchor(struct buf *b, struct span file, uint32_t line)
{
	buf_add_span(b, file);
	buf_add_char(b, ':');
	buf_add_number(b, line);
}

void buf_add_format(struct buf *b, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	buf_add_args(b, format, args);
	va_end(args);
}

void buf_add_args(struct buf *b, const char *format, va_list args)
{
	va_list again;

	va_copy(again, args);
	char *to = buf_reserve(b, USUAL);
	int n = vsnprintf(to, USUAL + 1, format, args);
	if (n < 0) /* longer than INT_MAX */
		mem_exhausted();
	if (n > USUAL) { /* did not fit, as seldom */
		to = buf_reserve(b, (size_t)n);
		if (vsnprintf(to, (size_t)n + 1, format, again) != n)
			mem_exhausted();
	}
	va_end(again);
	b->n += (size_t)n;
}
