#include <stdlib.h>
#include <utf8proc.h>

#include "src/base/mem.h"
#include "src/base/utf8.h"
#include "src/base/utf8_points.h"

enum {
	LONGEST = 32, /* code points that one decomposes into; Unicode's maximum is 18 */
	SHORT_RUN = 16,
	CLASSES = 256
};

/* Returns how many points there are in part. */
static size_t decompose(int32_t codepoint, int32_t *part, int options)
{
	int bound = 0;
	utf8proc_ssize_t n;

	part[0] = codepoint;
	if (codepoint < 0x80) {
		if ((options & UTF8PROC_CASEFOLD) && codepoint >= 'A' && codepoint <= 'Z')
			part[0] |= 0x20;
		return 1;
	}
	n = utf8proc_decompose_char(codepoint, part, LONGEST, (utf8proc_option_t)options, &bound);
	if (n >= 0 && n <= LONGEST)
		return (size_t)n;
	part[0] = codepoint;
	return 1;
}

void points_decompose(struct points *to, struct span s, int options, points_change *change)
{
	to->p = mem_grow(to->p, &to->cap, to->n + s.n, sizeof(*to->p));
	for (size_t at = 0; at < s.n;) {
		int32_t part[LONGEST], codepoint = (int32_t)utf8_next(s, &at);
		size_t n = decompose(codepoint, part, options);
		to->p = mem_grow(to->p, &to->cap, to->n + n, sizeof(*to->p));
		for (size_t i = 0; i < n; i++)
			if (change == NULL || (part[i] = change(part[i])) >= 0)
				to->p[to->n++] = part[i];
	}
}

static unsigned class_of(int32_t codepoint)
{
	return (unsigned)utf8proc_get_property(codepoint)->combining_class & (CLASSES - 1);
}

static void order_short(int32_t *p, size_t n)
{
	for (size_t i = 1; i < n; i++) {
		int32_t moved = p[i];
		unsigned class = class_of(moved);
		size_t to = i;
		for (; to > 0 && class_of(p[to - 1]) > class; to--)
			p[to] = p[to - 1];
		p[to] = moved;
	}
}

/* A stable counting sort. */
static void order_long(int32_t *p, size_t n)
{
	size_t start[CLASSES + 1] = {0};
	int32_t *sorted = mem_resize(NULL, n, sizeof(*p));

	for (size_t i = 0; i < n; i++)
		start[class_of(p[i]) + 1]++;
	for (size_t i = 1; i <= CLASSES; i++)
		start[i] += start[i - 1];
	for (size_t i = 0; i < n; i++)
		sorted[start[class_of(p[i])]++] = p[i];
	memcpy(p, sorted, n * sizeof(*p));
	free(sorted);
}

/* Canonical order: each run of combining marks sorted by class. */
static void order(struct points *points)
{
	for (size_t at = 0, end; at < points->n; at = end + 1) {
		for (end = at; end < points->n && class_of(points->p[end]) != 0; end++)
			;
		if (end - at > SHORT_RUN)
			order_long(points->p + at, end - at);
		else if (end - at > 1)
			order_short(points->p + at, end - at);
	}
}

/* Neither a mark nor the second of two that compose: all below U+0300, Greek and Cyrillic. */
static bool stands_alone(int32_t codepoint)
{
	return codepoint < 0x300 || (codepoint >= 0x370 && codepoint < 0x483);
}

static bool all_stand_alone(const struct points *points)
{
	for (size_t i = 0; i < points->n; i++)
		if (!stands_alone(points->p[i]))
			return false;
	return true;
}

void points_compose(struct points *points)
{
	if (all_stand_alone(points))
		return;
	order(points);

	utf8proc_ssize_t n = utf8proc_normalize_utf32(points->p, (utf8proc_ssize_t)points->n,
						      UTF8PROC_STABLE | UTF8PROC_COMPOSE);
	if (n >= 0)
		points->n = (size_t)n;
}
