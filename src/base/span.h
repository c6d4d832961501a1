/*
 * A span borrows bytes from an arena, a buffer or the input: it owns nothing,
 * is not NUL-terminated, and is valid as long as what it borrows from.
 * The empty span may have a NULL pointer.
 */
#ifndef NI_BASE_SPAN_H
#define NI_BASE_SPAN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

struct span {
	const char *p;
	size_t n;
};

#define SPAN(literal) ((struct span){"" literal, sizeof(literal) - 1})
#define SPAN_NONE ((struct span){NULL, 0})

/* n bytes from p on; and a literal or other text that ends with NUL, without it. */
static inline struct span span_of(const char *p, size_t n)
{
	return (struct span){p, n};
}

static inline struct span span_str(const char *s)
{
	return (struct span){s, strlen(s)};
}

/* Whether two spans, or a span and a text that ends with NUL, have the same bytes. */
static inline bool span_eq(struct span a, struct span b)
{
	return a.n == b.n && (a.n == 0 || memcmp(a.p, b.p, a.n) == 0);
}

static inline bool span_is(struct span a, const char *s)
{
	/* Most are told apart by their first byte. */
	return a.n > 0 ? a.p[0] == s[0] && span_eq(a, span_str(s)) : s[0] == '\0';
}

/* Order by bytes, a prefix first. */
int span_cmp(struct span a, struct span b);

/* Equal but for the case of ASCII letters. */
bool span_eq_nocase(struct span a, struct span b);

/* Whether s begins, or ends, with these bytes, or none. */
static inline bool span_starts(struct span s, struct span prefix)
{
	return prefix.n == 0 || (s.n >= prefix.n && memcmp(s.p, prefix.p, prefix.n) == 0);
}

bool span_ends(struct span s, struct span suffix);

/* Without leading and trailing blanks: space, tab, CR, LF. */
struct span span_trim(struct span s);

/* What follows the first n bytes; empty if there are fewer. */
static inline struct span span_skip(struct span s, size_t n)
{
	if (n > s.n)
		n = s.n;
	if (n == 0)
		return s;
	return span_of(s.p + n, s.n - n);
}

/*
 * Cuts *rest at the first separator: returns what is before it and leaves in
 * *rest what is after it. False when *rest had been used up (its p is NULL then).
 * "a;;b" gives "a", "", "b", and so does "a;;b;"; an empty span gives nothing.
 */
bool span_cut(struct span *rest, char separator, struct span *piece);

/*
 * The same with the items of a list on the command line, "a, b", without blanks around them. There
 * is at least one, of "" an empty one, and "a," has two: what is empty is to be told as no item.
 */
bool span_item(struct span *rest, struct span *item);

/* How many digits it begins with. */
size_t span_digits(struct span s);

/* A decimal number without sign, in min..max. Returns 0, or -1 if it is none or out of range. */
int span_number(struct span s, uint32_t min, uint32_t max, uint32_t *value);

#endif
