/* Text without what could not be seen, or could hide or turn around what can. */
#include "fmt/gfm.h"
#include "src/base/utf8.h"

enum treatment { KEEP, BLANK, DROP };

static enum treatment treatment(uint32_t codepoint)
{
	if (codepoint <= 0x20 || (codepoint >= 0x7f && codepoint <= 0x9f) || codepoint == 0x2028 ||
	    codepoint == 0x2029)
		return BLANK;
	if ((codepoint >= 0x202a && codepoint <= 0x202e) ||
	    (codepoint >= 0x2066 && codepoint <= 0x2069) || codepoint == 0xfeff)
		return DROP;
	return KEEP;
}

/* Whether the byte at i is kept as it is, and so is what follows if it is a blank. */
static bool is_printed(struct span s, size_t i)
{
	if (i < s.n && s.p[i] == ' ')
		i++;
	return i < s.n && s.p[i] > ' ' && s.p[i] < 0x7f;
}

/* Appends s cleaned; a blank at its ends only with edges. */
static void clean(struct buf *b, struct span s, bool edges)
{
	bool blank = false;
	size_t start_of_text = b->n;

	(void)buf_reserve(b, s.n + 2); /* nearly always enough */

	for (size_t i = 0; i < s.n;) {
		size_t start = i;
		uint32_t codepoint = utf8_next(s, &i);
		enum treatment what = treatment(codepoint);

		while (codepoint < 0x80 && what == KEEP && is_printed(s, i))
			i++;
		if (what == BLANK)
			blank = true;
		if (what != KEEP)
			continue;
		if (blank && (edges || b->n > start_of_text))
			buf_add_char(b, ' ');
		blank = false;
		if (codepoint == 0xfffd)
			buf_add_str(b, "\xEF\xBF\xBD");
		else
			buf_add(b, s.p + start, i - start);
	}
	if (blank && edges)
		buf_add_char(b, ' ');
}

void gfm_clean(struct buf *b, struct span s)
{
	clean(b, s, false);
}

void gfm_clean_part(struct buf *b, struct span s)
{
	clean(b, s, true);
}

bool gfm_is_clean(struct span s)
{
	for (size_t i = 0; i < s.n;) {
		uint32_t codepoint = utf8_next(s, &i);

		if (codepoint == 0xfffd || (codepoint != ' ' && treatment(codepoint) != KEEP))
			return false;
	}
	return true;
}

void gfm_clean_code(struct buf *b, struct span s)
{
	for (size_t i = 0; i < s.n;) {
		size_t start = i;
		uint32_t codepoint = utf8_next(s, &i);

		if (treatment(codepoint) == KEEP || codepoint == ' ' || codepoint == '\t')
			buf_add(b, s.p + start, i - start);
	}
}
