/* Cells as CSV, TSV and JSON. */
#include "fmt/writer.h"
#include "src/base/ascii.h"

#define EACH_BYTE(value) (0x0101010101010101ULL * (value))

/* Not 0 if one of the eight bytes is byte (Mycroft's test: it errs only beside a hit). */
static uint64_t word_has(uint64_t word, unsigned char byte)
{
	word ^= EACH_BYTE(byte);
	return (word - EACH_BYTE(0x01)) & ~word & EACH_BYTE(0x80);
}

static bool word_needs_quotes(const char *p)
{
	uint64_t word;

	memcpy(&word, p, sizeof(word));
	return (word_has(word, ',') | word_has(word, '"') | word_has(word, '\n') |
		word_has(word, '\r')) != 0;
}

static bool byte_needs_quotes(char c)
{
	return c == ',' || c == '"' || c == '\n' || c == '\r';
}

/* Eight bytes at a time; the last eight may overlap those before them. */
static bool inside_needs_quotes(struct span s)
{
	size_t at = 0;

	if (s.n < sizeof(uint64_t)) {
		for (; at < s.n; at++)
			if (byte_needs_quotes(s.p[at]))
				return true;
		return false;
	}
	for (; at + sizeof(uint64_t) <= s.n; at += sizeof(uint64_t))
		if (word_needs_quotes(s.p + at))
			return true;
	return word_needs_quotes(s.p + s.n - sizeof(uint64_t));
}

/* Readers stop at a line that begins with seven of these: a conflict that git left in the file. */
static bool looks_like_marker(struct span s)
{
	return s.n >= 7 && (*s.p == '<' || *s.p == '=' || *s.p == '>' || *s.p == '|') &&
	       memcmp(s.p, s.p + 1, 6) == 0;
}

static void add_quoted(struct buf *b, struct span value)
{
	const char *quote;

	buf_add_char(b, '"');
	while ((quote = memchr(value.p, '"', value.n)) != NULL) {
		size_t n = (size_t)(quote - value.p) + 1;
		buf_add(b, value.p, n);
		buf_add_char(b, '"');
		value = span_skip(value, n);
	}
	buf_add_span(b, value);
	buf_add_char(b, '"');
}

void csv_write_field(struct buf *b, struct span value, bool alone)
{
	if (value.n == 0) {
		if (alone)
			buf_add_str(b, "\"\"");
	} else if (ascii_is_blank(value.p[0]) || ascii_is_blank(value.p[value.n - 1]) ||
		   inside_needs_quotes(value) || looks_like_marker(value)) {
		add_quoted(b, value);
	} else {
		buf_add_span(b, value);
	}
}

/* The letter that stands for c behind a backslash in TSV, or 0. */
static char tsv_escape(char c)
{
	switch (c) {
	case '\t':
		return 't';
	case '\n':
		return 'n';
	case '\r':
		return 'r';
	case '\\':
		return '\\';
	default:
		return 0;
	}
}

void tsv_write_field(struct buf *b, struct span value)
{
	size_t plain = 0; /* where what is not yet written begins */

	for (size_t i = 0; i < value.n; i++) {
		char letter = tsv_escape(value.p[i]);
		if (letter == 0)
			continue;
		buf_add(b, value.p + plain, i - plain);
		buf_add_char(b, '\\');
		buf_add_char(b, letter);
		plain = i + 1;
	}
	if (plain < value.n)
		buf_add(b, value.p + plain, value.n - plain);
}

static void add_json_escape(struct buf *b, unsigned char c)
{
	static const char letters[] = "btn\0fr"; /* for 8 to 13; JSON has none for 11 */

	buf_add_char(b, '\\');
	if (c == '"' || c == '\\')
		buf_add_char(b, (char)c);
	else if (c >= 8 && c <= 13 && letters[c - 8] != 0)
		buf_add_char(b, letters[c - 8]);
	else
		buf_add_format(b, "u%04x", (unsigned)c);
}

void json_write_string(struct buf *b, struct span value)
{
	size_t plain = 0;

	buf_add_char(b, '"');
	for (size_t i = 0; i < value.n; i++) {
		unsigned char c = (unsigned char)value.p[i];
		if (c >= 0x20 && c != '"' && c != '\\')
			continue;
		buf_add(b, value.p + plain, i - plain);
		add_json_escape(b, c);
		plain = i + 1;
	}
	if (plain < value.n)
		buf_add(b, value.p + plain, value.n - plain);
	buf_add_char(b, '"');
}
