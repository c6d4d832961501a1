/* Letters, numbers, marks, and what an id is made of. */
#include <utf8proc.h>

#include "src/base/ascii.h"
#include "src/base/utf8.h"

static bool is_mark(uint32_t codepoint)
{
	switch (utf8proc_category((utf8proc_int32_t)codepoint)) {
	case UTF8PROC_CATEGORY_MN:
	case UTF8PROC_CATEGORY_MC:
	case UTF8PROC_CATEGORY_ME:
		return true;
	default:
		return false;
	}
}

bool utf8_is_word(uint32_t codepoint)
{
	if (codepoint < 0x80)
		return ascii_is_letter_or_digit((char)codepoint);

	utf8proc_category_t category = utf8proc_category((utf8proc_int32_t)codepoint);
	return category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_NO;
}

bool utf8_is_id(struct span s)
{
	size_t at = 0;

	if (s.n == 0 || s.n > ID_MAX)
		return false;

	uint32_t c = utf8_next(s, &at);
	if (!utf8_is_word(c) || (c >= 0x80 && is_mark(c)))
		return false;
	while (at < s.n) {
		c = (unsigned char)s.p[at];
		if (c < 0x80)
			at++;
		else
			c = utf8_next(s, &at);
		if (c < 0x80
			    ? !ascii_is_letter_or_digit((char)c) && c != '-' && c != '_' && c != '.'
			    : !utf8_is_word(c))
			return false;
	}
	return true;
}
