#include "fmt/markdown_date.h"
#include "src/base/ascii.h"
#include "src/base/utf8.h"

#define WORDS(word, sign)                         \
	{                                         \
		{"" word, sizeof(word) - 1},      \
		{                                 \
			"" sign, sizeof(sign) - 1 \
		}                                 \
	}

const struct date_words markdown_due = WORDS("due", "\xF0\x9F\x93\x85"); /* U+1F4C5 calendar */
const struct date_words markdown_done = WORDS("done", "\xE2\x9C\x85");   /* U+2705 check mark */

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
	while (at < text.n && ascii_is_blank(text.p[at]))
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

		if (shape[i] == '-' ? c != '-' : !ascii_is_digit(c))
			return false;
	}
	return !is_word_at(text, at + sizeof(shape) - 1);
}

/* Where the date begins that follows a word or an emoji at text.p[at]; 0: none does. */
static size_t find_date(struct span text, size_t at, const struct date_words *words)
{
	size_t next = 0;

	if ((text.p[at] | 0x20) == words->word.p[0])
		next = after_word(text, at, words->word);
	else if (text.p[at] == words->sign.p[0])
		next = after_sign(text, at, words->sign);
	return next != 0 && is_shaped_like_date(text, next) ? next : 0;
}

size_t markdown_date(struct span text, const struct date_words *words, int32_t *day,
		     struct span *wrong)
{
	size_t count = 0;

	*day = DAY_NONE;
	for (size_t at = 0; at < text.n; at++) {
		size_t next = find_date(text, at, words);
		int32_t found;

		if (next == 0)
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

static bool ends_in_date(struct span text, size_t at, const struct date_words *words)
{
	size_t date = find_date(text, at, words);

	return date != 0 && date + 10 == text.n;
}

struct span markdown_before_dates(struct span text)
{
	struct span rest = span_trim(text);

	for (size_t at = rest.n; at > 0; at--) {
		if (!ends_in_date(rest, at - 1, &markdown_due) &&
		    !ends_in_date(rest, at - 1, &markdown_done))
			continue;
		rest = span_trim(span_of(rest.p, at - 1));
		if (span_ends(rest, SPAN(",")))
			rest.n--;
		text = rest;
		at = rest.n + 1;
	}
	return text;
}
