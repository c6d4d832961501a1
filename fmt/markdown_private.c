/* The heading Private; also where it is none: in code or HTML that somebody forgot to close. */
#include "fmt/markdown_internal.h"
#include "src/base/ascii.h"

bool markdown_is_private(cmark_node *heading, struct buf *scratch)
{
	return cmark_node_get_heading_level(heading) == 2 &&
	       span_eq_nocase(markdown_plain(heading, scratch), SPAN("Private"));
}

/* Bytes of the marker of a quote or list item at the head of a trimmed line; 0: none. */
static size_t marker_length(struct span line)
{
	size_t n = markdown_number(line);

	if (span_starts(line, SPAN(">")))
		return 1;
	if (n > 0 || (line.n > 0 && strchr("-+*", line.p[0]) != NULL))
		n++;
	else
		return 0;
	return n < line.n && ascii_is_blank(line.p[n]) ? n : 0;
}

struct span markdown_unmarked(struct span line)
{
	size_t n;

	line = span_trim(line);
	while ((n = marker_length(line)) > 0)
		line = span_trim(span_skip(line, n));
	return line;
}

static bool says_private(struct span text)
{
	text = span_trim(text);
	while (text.n > 0 && strchr("*_`", text.p[0]) != NULL)
		text = span_skip(text, 1);
	while (text.n > 0 && strchr("*_`# \t", text.p[text.n - 1]) != NULL)
		text.n--;
	return span_eq_nocase(text, SPAN("Private"));
}

static bool is_underline(struct span line)
{
	line = span_trim(line);
	while (span_starts(line, SPAN(">")))
		line = span_trim(span_skip(line, 1));
	if (line.n == 0)
		return false;
	for (size_t i = 0; i < line.n; i++)
		if (line.p[i] != '-')
			return false;
	return true;
}

struct span markdown_public_part(struct span literal)
{
	struct span rest = literal, line, next;
	size_t before = 0;

	while (span_cut(&rest, '\n', &line)) {
		struct span after = rest;

		line = markdown_unmarked(line);
		if (span_starts(line, SPAN("##")) && !span_starts(line, SPAN("###")) &&
		    says_private(span_skip(line, 2)))
			return span_of(literal.p, before);
		if (span_cut(&after, '\n', &next) && is_underline(next) && says_private(line))
			return span_of(literal.p, before);
		before = literal.n - rest.n;
	}
	return literal;
}

bool markdown_turns_private(cmark_node *block)
{
	struct span html;

	if (cmark_node_get_type(block) != CMARK_NODE_HTML_BLOCK)
		return false;
	html = span_str(cmark_node_get_literal(block));
	return !span_starts(span_trim(html), SPAN("<!--")) && markdown_public_part(html).n < html.n;
}
