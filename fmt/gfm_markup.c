/* Which characters of a text GitHub Flavoured Markdown would take for markup. */
#include <limits.h>

#include "fmt/gfm_parts.h"
#include "src/base/ascii.h"

/* The byte at i, or a blank beyond the end. */
static char at(struct span s, size_t i)
{
	return i < s.n ? s.p[i] : ' ';
}

bool gfm_is_entity(struct span s)
{
	size_t end = 1;

	end += at(s, end) == '#' ? 1 : 0;
	while (ascii_is_letter_or_digit(at(s, end)))
		end++;
	return end > 1 && at(s, end) == ';';
}

/* Whether all from i on could be the line below a table's header: ":-" is enough. */
static bool delimits(struct span s, size_t i)
{
	while (i < s.n && strchr("-: ", s.p[i]) != NULL)
		i++;
	return i == s.n;
}

/* Whether the character at i, the first of the text, could begin a block. */
static bool begins_block(struct span s, size_t i)
{
	char next = at(s, i + 1);

	switch (s.p[i]) {
	case '>':
	case '=':
		return true;
	case '-':
		return next == ' ' || next == '-' || delimits(s, i);
	case ':':
		return delimits(s, i);
	case '+':
		return next == ' ';
	default:
		return false;
	}
}

/* Whether the '#' at i and what follows would be dropped as the closing sequence of a heading. */
static bool closes_heading(struct span s, size_t i)
{
	if (i > 0 && s.p[i - 1] != ' ')
		return false;
	while (at(s, i) == '#')
		i++;
	return i == s.n;
}

/* Whether the '.' or ')' at i, after digits that begin the text, makes it an ordered list. */
static bool ends_number(struct span s, size_t i)
{
	if (i == 0 || i > 9 || at(s, i + 1) != ' ')
		return false;
	return span_digits(s) == i;
}

bool gfm_is_markup(struct span s, size_t i)
{
	switch (s.p[i]) {
	case '\\':
	case '`':
	case '*':
	case '[':
	case ']':
	case '<':
	case '~':
	case '|':
	case '$': /* GitHub: mathematics */
		return true;
	case '_': /* within a word it is none */
		return i == 0 || !ascii_is_letter_or_digit(at(s, i - 1)) ||
		       !ascii_is_letter_or_digit(at(s, i + 1));
	case '&':
		return gfm_is_entity(span_skip(s, i));
	case '!': /* an image, if a link follows */
		return i + 1 == s.n;
	case '#':
		return i == 0 || closes_heading(s, i);
	case '.':
	case ')':
		return ends_number(s, i);
	default:
		return i == 0 && begins_block(s, i);
	}
}

/* What gfm_is_markup() may say yes to, but of the first character. */
static const bool may_be_markup[UCHAR_MAX + 1] = {
	['\\'] = true, ['`'] = true, ['*'] = true, ['['] = true, [']'] = true,
	['<'] = true,  ['~'] = true, ['|'] = true, ['$'] = true, ['_'] = true,
	['&'] = true,  ['!'] = true, ['#'] = true, ['.'] = true, [')'] = true,
};

bool gfm_has_markup(struct span s, size_t from, size_t end)
{
	for (size_t i = from; i < end; i++)
		if ((i == 0 || may_be_markup[(unsigned char)s.p[i]]) && gfm_is_markup(s, i))
			return true;
	return false;
}
