#include "src/base/span.h"

#include "src/base/ascii.h"

int span_cmp(struct span a, struct span b)
{
	size_t shorter = a.n < b.n ? a.n : b.n;
	int order = shorter > 0 ? memcmp(a.p, b.p, shorter) : 0;

	if (order != 0)
		return order;
	return (a.n > b.n) - (a.n < b.n);
}

bool span_eq_nocase(struct span a, struct span b)
{
	if (a.n != b.n)
		return false;
	for (size_t i = 0; i < a.n; i++)
		if (ascii_lower(a.p[i]) != ascii_lower(b.p[i]))
			return false;
	return true;
}

bool span_ends(struct span s, struct span suffix)
{
	return suffix.n == 0 ||
	       (s.n >= suffix.n && memcmp(s.p + (s.n - suffix.n), suffix.p, suffix.n) == 0);
}

static bool is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

struct span span_trim(struct span s)
{
	while (s.n > 0 && is_blank(s.p[s.n - 1]))
		s.n--;
	while (s.n > 0 && is_blank(s.p[0])) {
		s.p++;
		s.n--;
	}
	return s;
}

bool span_cut(struct span *rest, char separator, struct span *piece)
{
	if (rest->n == 0) {
		*rest = SPAN_NONE;
		return false;
	}

	const char *end = memchr(rest->p, separator, rest->n);
	*piece = *rest;
	if (end == NULL) {
		*rest = SPAN_NONE;
		return true;
	}
	piece->n = (size_t)(end - rest->p);
	*rest = span_skip(*rest, piece->n + 1);
	return true;
}

size_t span_digits(struct span s)
{
	size_t n = 0;

	while (n < s.n && ascii_is_digit(s.p[n]))
		n++;
	return n;
}

bool span_item(struct span *rest, struct span *item)
{
	if (rest->p == NULL)
		return false;
	if (!span_cut(rest, ',', item))
		*item = SPAN_NONE;
	*item = span_trim(*item);
	return true;
}

int span_number(struct span s, uint32_t min, uint32_t max, uint32_t *value)
{
	uint64_t number = 0;

	if (s.n == 0)
		return -1;
	for (size_t i = 0; i < s.n; i++) {
		if (!ascii_is_digit(s.p[i]))
			return -1;
		number = number * 10 + (uint64_t)(s.p[i] - '0');
		if (number > max)
			return -1;
	}
	if (number < min)
		return -1;
	*value = (uint32_t)number;
	return 0;
}
