/*
 * A growing text that owns its bytes. p is never NULL and p[n] is always NUL,
 * from BUF_INIT on. buf_clear keeps the memory, buf_release gives it back and
 * leaves an empty buffer that can be used again.
 */
#ifndef NI_BASE_BUF_H
#define NI_BASE_BUF_H

#include <stdarg.h>

#include "src/base/span.h"

struct buf {
	char *p;
	size_t n;
	size_t cap; /* 0: p is the shared empty text */
};

extern const char buf_empty[]; /* never written to: a buffer that is has room of its own */

#define BUF_INIT ((struct buf){(char *)buf_empty, 0, 0})

void buf_release(struct buf *b);
void buf_clear(struct buf *b);

/* buf_reserve() where there is no room yet. */
char *buf_grown(struct buf *b, size_t more);

/* Room for more further bytes and the NUL; returns where they go. */
static inline char *buf_reserve(struct buf *b, size_t more)
{
	return b->cap > b->n && more < b->cap - b->n ? b->p + b->n : buf_grown(b, more);
}

/* The same for bytes that the kernel will put there. See buf.c for why. */
char *buf_reserve_touched(struct buf *b, size_t more);

/* Each appends a copy, which must not be of the buffer's own bytes: they may move. A number is
 * decimal; the format is printf's. */
void buf_add(struct buf *b, const char *p, size_t n);
void buf_add_span(struct buf *b, struct span s);
void buf_add_str(struct buf *b, const char *s);
void buf_add_number(struct buf *b, long long value);
void buf_add_anchor(struct buf *b, struct span file, uint32_t line); /* "file:line" */
void buf_add_format(struct buf *b, const char *format, ...) __attribute__((format(printf, 2, 3)));
void buf_add_args(struct buf *b, const char *format, va_list args)
	__attribute__((format(printf, 2, 0)));

static inline void buf_add_char(struct buf *b, char c)
{
	char *to = buf_reserve(b, 1);

	to[0] = c;
	to[1] = '\0';
	b->n++;
}

/* The text so far, borrowed until something is appended or the buffer is released. */
static inline struct span buf_span(const struct buf *b)
{
	return (struct span){b->p, b->n};
}

#endif
