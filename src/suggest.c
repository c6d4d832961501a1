#include "src/suggest.h"

static bool is_tail(char c)
{
	return ((unsigned char)c & 0xC0) == 0x80;
}

/* The bytes of the first letter; 0 if there is none. */
static size_t letter(struct span s)
{
	size_t n = s.n > 0;

	while (n > 0 && n < s.n && is_tail(s.p[n]))
		n++;
	return n;
}

/* The rest of two words, from their first differing letters on. */
static bool one_replaced_or_swapped(struct span a, struct span b)
{
	struct span x = span_of(a.p, letter(a)), y = span_of(b.p, letter(b));

	a = span_skip(a, x.n);
	b = span_skip(b, y.n);
	return span_eq(a, b) || (span_starts(a, y) && span_starts(b, x) &&
				 span_eq(span_skip(a, y.n), span_skip(b, x.n)));
}

/* Takes from both what they begin with alike. Returns whether anything is left. */
static bool skip_same(struct span *a, struct span *b)
{
	size_t same = 0;

	while (same < a->n && same < b->n && a->p[same] == b->p[same])
		same++;
	if (same == a->n && same == b->n)
		return false;
	while (same > 0 &&
	       ((same < a->n && is_tail(a->p[same])) || (same < b->n && is_tail(b->p[same]))))
		same--;
	*a = span_skip(*a, same);
	*b = span_skip(*b, same);
	return true;
}

bool span_one_edit(struct span a, struct span b)
{
	if (!skip_same(&a, &b))
		return false;
	if (a.n > 0 && b.n > 0 && one_replaced_or_swapped(a, b))
		return true;
	return (a.n > b.n && span_eq(span_skip(a, letter(a)), b)) ||
	       (b.n > a.n && span_eq(a, span_skip(b, letter(b))));
}

bool span_near(struct span a, struct span b)
{
	return span_eq(a, b) || span_one_edit(a, b);
}

bool span_few_edits(struct span a, struct span b)
{
	struct span x, y;

	if (!skip_same(&a, &b))
		return false;
	x = span_of(a.p, letter(a));
	y = span_of(b.p, letter(b));
	if (span_near(span_skip(a, x.n), b) || span_near(a, span_skip(b, y.n)))
		return true;
	a = span_skip(a, x.n);
	b = span_skip(b, y.n);
	return span_near(a, b) || (span_starts(a, y) && span_starts(b, x) &&
				   span_near(span_skip(a, y.n), span_skip(b, x.n)));
}

bool span_is_slip(struct span word, struct span known)
{
	return span_eq_nocase(word, known) ||
	       ((word.n > 3 || known.n > 3) && span_one_edit(word, known));
}
