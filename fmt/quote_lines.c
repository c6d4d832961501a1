/* Lines with the prefixes of the containers that they are in. */
#include "fmt/quote_parts.h"

static void add_blank_line(struct quote_lines *lines)
{
	struct span prefix = span_of(lines->prefix.p, lines->blank);

	while (span_ends(prefix, SPAN(" ")))
		prefix.n--;
	buf_add_span(lines->out, prefix);
	buf_add_char(lines->out, '\n');
}

void quote_line(struct quote_lines *lines, struct span text)
{
	struct span prefix = buf_span(&lines->first);

	if (lines->blank != SIZE_MAX)
		add_blank_line(lines);
	while (text.n == 0 && span_ends(prefix, SPAN(" ")))
		prefix.n--;
	buf_add_span(lines->out, prefix);
	buf_add_span(lines->out, text);
	buf_add_char(lines->out, '\n');
	lines->blank = SIZE_MAX;
	lines->count++;
	buf_clear(&lines->first);
	buf_add_span(&lines->first, buf_span(&lines->prefix));
}

size_t quote_longest_run(struct span text, char c)
{
	size_t longest = 0, run = 0;

	for (size_t i = 0; i < text.n; i++) {
		run = text.p[i] == c ? run + 1 : 0;
		longest = run > longest ? run : longest;
	}
	return longest;
}

size_t quote_last(struct span text)
{
	size_t at = text.n - 1;

	while (at > 0 && ((unsigned char)text.p[at] & 0xc0) == 0x80)
		at--;
	return at;
}
