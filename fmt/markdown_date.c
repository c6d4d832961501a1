#include "fmt/markdown_date.h"
#include "src/base/utf8.h"

static bool is_word_at(struct span text, size_t at)
{
	return at < text.n && (text.p[at] == '_' || utf8_is_word(utf8_next(text, &at)));
}

/* Whether the code point before at belongs to a word. */
static bool is_word_before(struct span text, size_t at)
{
	if (at == 0)
		return false;
	do
		at--;
	while (at > 0 && ((unsigned char)text.p[at] & 0xC0) == 0x80);
	return is_word_at(text, at);
}

static size_t skip_blanks(struct span text, size_t at)
{
	while (at < text.n && (text.p[at] == ' ' || text.p[at] == '\t'))
		at++;
	return at;
}

/* Where what follows the word at text.p[at] begins, a blank or a colon behind it; 0: it is not
 * there. */
static size_t after_word(struct span text, size_t at, struct span word)
{
	size_t end = at + word.n;

	if (end >= text.n || !span_eq_nocase(span_of(text.p + at, word.n), word) ||
	    is_word_before(text, at))
		return 0;
	if (text.p[end] == ':')
		return skip_blanks(text, end + 1);

	size_t next = skip_blanks(text, end);
	return next > end ? next : 0;
}

/* The same for an emoji, that may have the mark for a coloured picture. */
static size_t after_sign(struct span text, size_t at, struct span sign)
{
	struct span rest = span_skip(text, at);

	if (!span_starts(rest, sign))
		return 0;
	at += sign.n;
	if (span_starts(span_skip(text, at), SPAN("\xEF\xB8\x8F")))
		at += 3;
	return skip_blanks(text, at);
}

/* dddd-dd-dd and no word character after it. */
static bool is_shaped_like_date(struct span text, size_t at)
{
	static const char shape[] = "dddd-dd-dd";

	if (text.n < at + sizeof(shape) - 1)
		return false;
	for (size_t i = 0; shape[i] != '\0'; i++) {
		char c = text.p[at + i];

		if (shape[i] == '-' ? c != '-' : (c < '0' || c > '9'))
			return false;
	}
	return !is_word_at(text, at + sizeof(shape) - 1);
}

size_t markdown_date(struct span text, const struct date_words *words, int32_t *day,
		     struct span *wrong)
{
	char first = words->word.p[0];
	size_t count = 0;

	*day = DAY_NONE;
	for (size_t at = 0; at < text.n; at++) {
		size_t next = 0;
		int32_t found;

		if ((text.p[at] | 0x20) == first)
			next = after_word(text, at, words->word);
		else if (text.p[at] == words->sign.p[0])
			next = after_sign(text, at, words->sign);
		if (next == 0 || !is_shaped_like_date(text, next))
			continue;

		struct span date = span_of(text.p + next, 10);
		if (date_parse(date, &found) != 0) {
			if (count++ == 0)
				*wrong = date;
		} else if (*day == DAY_NONE) {
			*day = found;
		}
	}
	return count;
}
