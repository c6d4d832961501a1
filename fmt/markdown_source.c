#include "fmt/markdown_internal.h"
#include "src/base/ascii.h"

struct span source_line(const struct source *source, uint32_t n)
{
	if (n == 0 || n > source->count)
		return SPAN("");

	size_t start = source->starts[n - 1];
	size_t end = n < source->count ? source->starts[n] - 1 : source->text.n;
	if (end > start && source->text.p[end - 1] == '\n') /* the last line's */
		end--;
	if (end > start && source->text.p[end - 1] == '\r')
		end--;
	return span_of(source->text.p + start, end - start);
}

struct span source_unquote(struct span line, unsigned quotes)
{
	for (; quotes > 0; quotes--) {
		size_t at = 0;

		while (at < line.n && ascii_is_blank(line.p[at]))
			at++;
		if (at == line.n || line.p[at] != '>')
			break;
		line = span_skip(line, at + 1);
		if (line.n > 0 && line.p[0] == ' ')
			line = span_skip(line, 1);
	}
	return line;
}

size_t markdown_number(struct span text)
{
	size_t n = span_digits(text);

	return n < text.n && (text.p[n] == '.' || text.p[n] == ')') ? n : 0;
}

static size_t indent_of(struct span line)
{
	size_t n = 0;

	while (n < line.n && ascii_is_blank(line.p[n]))
		n++;
	return n;
}

static bool is_blank_line(struct span line)
{
	return span_trim(line).n == 0;
}

/* The blanks that all lines but blank ones begin with. */
static struct span common_indent(const struct source *source, uint32_t first, uint32_t last,
				 unsigned quotes)
{
	struct span common = SPAN_NONE;

	for (uint32_t n = first; n <= last; n++) {
		struct span line = source_unquote(source_line(source, n), quotes);
		struct span indent = span_of(line.p, indent_of(line));

		if (is_blank_line(line))
			continue;
		if (common.p == NULL)
			common = indent;
		while (!span_starts(indent, common))
			common.n--;
	}
	return common;
}

void source_extract(const struct source *source, uint32_t first, uint32_t last, unsigned quotes,
		    struct buf *into)
{
	if (last > source->count)
		last = source->count;
	while (first <= last && is_blank_line(source_unquote(source_line(source, first), quotes)))
		first++;
	while (first <= last && is_blank_line(source_unquote(source_line(source, last), quotes)))
		last--;

	struct span indent = common_indent(source, first, last, quotes);
	for (uint32_t n = first; n <= last; n++) {
		struct span line = source_unquote(source_line(source, n), quotes);

		if (n > first)
			buf_add_char(into, '\n');
		if (!is_blank_line(line))
			buf_add_span(into, span_skip(line, indent.n));
	}
}

/* What makes the lines before it a heading: a run of = or -. */
static bool is_underline(struct span line, char c)
{
	struct span run = span_trim(line);

	for (size_t i = 0; i < run.n; i++)
		if (run.p[i] != c)
			return false;
	return run.n > 0 && indent_of(line) <= 3;
}

uint32_t source_heading_end(const struct source *source, cmark_node *heading)
{
	uint32_t start = (uint32_t)cmark_node_get_start_line(heading);
	uint32_t end = (uint32_t)cmark_node_get_end_line(heading);
	char c = cmark_node_get_heading_level(heading) == 1 ? '=' : '-';

	return end > start + 1 && is_underline(source_line(source, end - 1), c) ? end - 1 : end;
}
