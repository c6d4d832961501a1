/* Text as inline text: what would be markup is escaped. */
#include "fmt/gfm_parts.h"
#include "src/base/ascii.h"
#include "src/base/utf8.h"

/* Whether renderers know a bare URL by the character at i: the colon, the dot of "www." */
static bool opens_url(struct span s, size_t i)
{
	if (s.p[i] == ':')
		return i + 1 < s.n && s.p[i + 1] == '/';
	return s.p[i] == '.' && i >= 3 && memcmp(s.p + i - 3, "www", 3) == 0;
}

/*
 * Adds the word from..end of s, which has markup, or which markup follows. In a bare URL a
 * backslash would count as part of it: one that has something to be escaped, or that markup
 * follows, is kept from being known as a URL.
 */
static void add_word(struct buf *b, struct span s, size_t from, size_t end)
{
	for (size_t i = from; i < end; i++) {
		if (gfm_is_markup(s, i) || opens_url(s, i))
			buf_add_char(b, '\\');
		buf_add_char(b, s.p[i]);
	}
}

/* A letter or digit; beyond ASCII not the first byte of what gfm_clean() leaves out. */
static bool is_letter(char c)
{
	unsigned char u = (unsigned char)c;

	return ascii_is_letter_or_digit(c) || (u >= 0x80 && u != 0xC2 && u != 0xE2 && u != 0xEF);
}

/* Whether the character at i, not the first and no letter, means nothing. */
static bool is_harmless_mark(struct span s, size_t i)
{
	switch (s.p[i]) {
	case ' ':
		return i + 1 < s.n && s.p[i + 1] != ' ';
	case '.':
	case ')':
		return !ascii_is_digit(s.p[0]); /* else it may be a list's number */
	case ',':
	case ':':
	case ';':
	case '/':
	case '@':
	case '\'':
	case '"':
	case '(':
	case '+':
	case '-':
	case '?':
		return true;
	default:
		return false;
	}
}

/* Whether s begins with a letter or digit, and holds but those, single blanks and marks that mean
 * nothing then: as nearly all texts. */
static bool is_harmless(struct span s)
{
	unsigned char all = 0;

	if (s.n == 0 || !is_letter(s.p[0]))
		return false;
	for (size_t i = 0; i < s.n; i++) {
		all |= (unsigned char)s.p[i];
		if (!is_letter(s.p[i]) && !is_harmless_mark(s, i))
			return false;
	}
	return all < 0x80 || utf8_invalid(s) == s.n;
}

/* Appends clean text, of which the first from bytes are no part, as inline text. */
static void add_words(struct buf *b, struct span text, size_t from, bool goes_on)
{
	size_t plain = from; /* where the words begin that are to be added as they are */

	for (size_t end; from < text.n; from = end) {
		const char *blank = memchr(text.p + from, ' ', text.n - from);
		end = blank != NULL ? (size_t)(blank - text.p) + 1 : text.n;
		if (!gfm_has_markup(text, from, end) && !(goes_on && blank == NULL))
			continue;
		buf_add(b, text.p + plain, from - plain);
		add_word(b, text, from, end);
		plain = end;
	}
	buf_add(b, text.p + plain, text.n - plain);
}

void gfm_text(struct buf *b, struct span s)
{
	struct buf text = BUF_INIT;

	if (is_harmless(s)) {
		buf_add_span(b, s);
		return;
	}
	gfm_clean(&text, s);
	add_words(b, buf_span(&text), 0, false);
	buf_release(&text);
}

void gfm_part(struct buf *b, struct span s, bool starts_line, bool goes_on)
{
	struct buf text = BUF_INIT;

	(void)buf_reserve(&text, s.n + 1);
	/* What stands behind a blank begins no block. */
	if (!starts_line)
		buf_add_char(&text, ' ');
	buf_add_span(&text, s);
	add_words(b, buf_span(&text), starts_line ? 0 : 1, goes_on);
	if (!goes_on && span_ends(s, SPAN("!"))) { /* no link follows */
		b->n -= 2;
		buf_add_char(b, '!');
	}
	buf_release(&text);
}
