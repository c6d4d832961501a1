#include "src/suggest.h"

/* The rest of two words of one length, from their first difference on. */
static bool one_replaced_or_swapped(struct span a, struct span b)
{
	if (span_eq(span_skip(a, 1), span_skip(b, 1)))
		return true;
	return a.n >= 2 && a.p[0] == b.p[1] && a.p[1] == b.p[0] &&
	       span_eq(span_skip(a, 2), span_skip(b, 2));
}

bool span_one_edit(struct span a, struct span b)
{
	size_t same = 0;

	while (same < a.n && same < b.n && a.p[same] == b.p[same])
		same++;
	a = span_skip(a, same);
	b = span_skip(b, same);
	if (a.n == b.n)
		return a.n > 0 && one_replaced_or_swapped(a, b);
	if (a.n == b.n + 1)
		return span_eq(span_skip(a, 1), b);
	return b.n == a.n + 1 && span_eq(a, span_skip(b, 1));
}

bool span_is_slip(struct span word, struct span known)
{
	return span_eq_nocase(word, known) ||
	       ((word.n > 3 || known.n > 3) && span_one_edit(word, known));
}
