/* Text on a terminal: its width, what of it is escaped, where it may be cut. */
#include <utf8proc.h>

#include "src/base/utf8.h"

enum { SHORT_ESCAPE = 2, BYTE_ESCAPE = 4 };

/* Controls, and what changes the direction or the lines of the text around it. */
static bool is_escaped(uint32_t c)
{
	return c < 0x20 || (c >= 0x7F && c <= 0x9F) || c == 0x061C || c == 0x200E || c == 0x200F ||
	       (c >= 0x2028 && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0xFEFF;
}

/* Whether what is escaped may begin with this byte; what follows a first byte is none of these. */
static bool may_be_escaped(unsigned char c)
{
	return c < 0x20 || c == 0x7F || c == 0xC2 || c == 0xD8 || c == 0xE2 || c == 0xEF;
}

#define EACH_BYTE(value) (0x0101010101010101u * (value))

/* Whether eight bytes are all from 0x20 to 0x7E; a byte beside one that is not does no harm. */
static bool all_printable(const char *p)
{
	uint64_t word;

	memcpy(&word, p, sizeof(word));
	return ((word | (word - EACH_BYTE(0x20)) | (word + EACH_BYTE(1))) & EACH_BYTE(0x80)) == 0;
}

/* Where the first such byte is, from at on; s.n if there is none. */
static size_t next_suspect(struct span s, size_t at)
{
	while (at < s.n) {
		if (s.n - at >= sizeof(uint64_t) && all_printable(s.p + at))
			at += sizeof(uint64_t);
		else if (may_be_escaped((unsigned char)s.p[at]))
			break;
		else
			at++;
	}
	return at;
}

size_t utf8_unseen(struct span s)
{
	for (size_t at = next_suspect(s, 0); at < s.n; at = next_suspect(s, at)) {
		char c = s.p[at];
		size_t start = at;

		if (c == '\t' || c == '\n' || (c == '\r' && at + 1 < s.n && s.p[at + 1] == '\n'))
			at++;
		else if (is_escaped(utf8_next(s, &at)))
			return start;
	}
	return s.n;
}

static char short_escape(uint32_t c)
{
	switch (c) {
	case '\n':
		return 'n';
	case '\t':
		return 't';
	case '\r':
		return 'r';
	default:
		return '\0';
	}
}

/* Bytes that are no UTF-8 decode to U+FFFD too, but take one byte and not three. */
static bool is_invalid(uint32_t codepoint, size_t bytes)
{
	return codepoint == 0xFFFD && bytes == 1;
}

static size_t escape_width(uint32_t c)
{
	if (short_escape(c) != '\0')
		return SHORT_ESCAPE;
	if (c < 0x80)
		return BYTE_ESCAPE;
	return c < 0x100 ? 6 : c < 0x1000 ? 7 : 8; /* \u{85}, \u{61c}, \u{202e} */
}

static size_t width_at(struct span s, size_t *at)
{
	size_t start = *at;
	unsigned char first = (unsigned char)s.p[start];

	if (first >= 0x20 && first < 0x7F) {
		++*at;
		return 1;
	}

	uint32_t c = utf8_next(s, at);
	if (is_invalid(c, *at - start))
		return BYTE_ESCAPE;
	if (is_escaped(c))
		return escape_width(c);

	int width = utf8proc_charwidth((utf8proc_int32_t)c);
	return width > 0 ? (size_t)width : 0;
}

size_t utf8_width(struct span s)
{
	size_t width = 0;

	for (size_t at = 0; at < s.n;) {
		if (s.n - at < sizeof(uint64_t) || !all_printable(s.p + at)) {
			width += width_at(s, &at);
			continue;
		}
		at += sizeof(uint64_t);
		width += sizeof(uint64_t);
	}
	return width;
}

struct span utf8_clip(struct span s, size_t width, size_t *columns)
{
	size_t end = 0;

	*columns = 0;
	for (size_t at = 0; at < s.n; end = at) {
		size_t more = width_at(s, &at);
		if (more > width - *columns)
			break;
		*columns += more;
	}
	return span_of(s.p, end);
}

static void escape(struct buf *b, uint32_t c)
{
	char letter = short_escape(c);

	if (letter != '\0') {
		buf_add_char(b, '\\');
		buf_add_char(b, letter);
	} else if (c < 0x80) {
		buf_add_format(b, "\\x%02x", (unsigned)c);
	} else {
		buf_add_format(b, "\\u{%x}", (unsigned)c);
	}
}

void utf8_escape(struct buf *b, struct span s)
{
	size_t done = 0; /* what is before it is in b */

	for (size_t at = 0; at < s.n;) {
		size_t start = at;
		uint32_t c = (unsigned char)s.p[at];

		if (c >= 0x20 && c < 0x7F) {
			at++;
			continue;
		}
		c = utf8_next(s, &at);
		bool invalid = is_invalid(c, at - start);
		if (!invalid && !is_escaped(c))
			continue;
		buf_add_span(b, span_of(s.p + done, start - done));
		if (invalid)
			buf_add_format(b, "\\x%02x", (unsigned)(unsigned char)s.p[start]);
		else
			escape(b, c);
		done = at;
	}
	buf_add_span(b, span_skip(s, done));
}

static bool is_seen(uint32_t codepoint)
{
	const utf8proc_property_t *property;

	if (codepoint < 0x80)
		return codepoint > ' ' && codepoint < 0x7f;
	property = utf8proc_get_property((utf8proc_int32_t)codepoint);
	return !property->ignorable && property->category != UTF8PROC_CATEGORY_CC &&
	       property->category != UTF8PROC_CATEGORY_CF &&
	       property->category != UTF8PROC_CATEGORY_ZS &&
	       property->category != UTF8PROC_CATEGORY_ZL &&
	       property->category != UTF8PROC_CATEGORY_ZP;
}

bool utf8_shows(struct span s)
{
	for (size_t at = 0; at < s.n;)
		if (is_seen(utf8_next(s, &at)))
			return true;
	return false;
}
