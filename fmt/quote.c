#include <limits.h>
#include <stdlib.h>

#include "fmt/gfm.h"
#include "fmt/markdown_depth.h"
#include "fmt/markdown_internal.h"
#include "fmt/markdown_memory.h"
#include "fmt/note.h"
#include "fmt/quote_parts.h"
#include "src/base/ascii.h"

/* Whether a line that begins so begins no block. */
static bool begins_plainly(struct span line)
{
	char c = line.p[0];

	if (ascii_is_digit(c))
		return markdown_number(line) == 0;
	return ascii_is_letter(c) || c == '"' || c == '(' || (unsigned char)c >= 0x80;
}

/* What may mean something within a line. */
static const bool means[UCHAR_MAX + 1] = {
	['\\'] = true, ['`'] = true, ['*'] = true, ['_'] = true, ['['] = true, [']'] = true,
	['<'] = true,  ['&'] = true, ['~'] = true, ['|'] = true, ['$'] = true, ['!'] = true,
};

/* Whether a line says just what stands there, whatever stands above it. */
static bool is_plain_line(struct span line)
{
	bool ascii = true;

	if (line.n == 0)
		return true;
	if (!begins_plainly(line) || line.p[line.n - 1] == ' ')
		return false;
	for (size_t i = 0; i < line.n; i++) {
		unsigned char c = (unsigned char)line.p[i];

		if (c < ' ' || c == 0x7f || means[c])
			return false;
		ascii = ascii && c < 0x80;
	}
	return ascii || gfm_is_clean(line);
}

/* The next line; a single blank at its end says nothing. */
static bool cut_line(struct span *rest, struct span *line)
{
	if (!span_cut(rest, '\n', line))
		return false;
	if (span_ends(*line, SPAN(" ")) && !span_ends(*line, SPAN("  ")))
		line->n--;
	return true;
}

/* Writes text that holds no markup at all, as most do. Returns false if it may hold some. */
static bool write_plain(struct quote_lines *lines, struct span markdown)
{
	struct span rest = markdown, line;

	while (cut_line(&rest, &line))
		if (!is_plain_line(line))
			return false;
	while (cut_line(&markdown, &line)) {
		if (line.n > 0)
			quote_line(lines, line);
		else if (lines->count > 0)
			lines->blank = lines->prefix.n;
	}
	return true;
}

static bool is_too_deep(struct span markdown)
{
	struct span line;
	size_t column;

	while (span_cut(&markdown, '\n', &line))
		if (markdown_too_deep(line, BODY_DEPTH, &column))
			return true;
	return false;
}

/* What is too deep for cmark is written as text, a paragraph a line. */
static void write_text(struct quote_lines *lines, struct span markdown)
{
	struct span line;
	struct buf text = BUF_INIT;

	while (span_cut(&markdown, '\n', &line)) {
		buf_clear(&text);
		gfm_text(&text, line);
		if (text.n == 0)
			continue;
		if (lines->count > 0)
			lines->blank = lines->prefix.n;
		quote_line(lines, buf_span(&text));
	}
	buf_release(&text);
}

/* "[^1]: " defines a footnote to others, and a link to cmark, which would drop it: a character that
 * is not written makes it text. */
static void guard_footnotes(struct buf *b, struct span markdown)
{
	bool starts = true;

	for (size_t i = 0; i < markdown.n; i++) {
		char c = markdown.p[i];

		if (starts && c == '[' && i + 1 < markdown.n && markdown.p[i + 1] == '^')
			buf_add_char(b, '\x01');
		starts = strchr(" \t\n>", c) != NULL;
		buf_add_char(b, c);
	}
}

static bool may_have_footnotes(struct span markdown)
{
	const char *found;

	while ((found = memchr(markdown.p, '[', markdown.n)) != NULL) {
		markdown = span_skip(markdown, (size_t)(found - markdown.p) + 1);
		if (markdown.n > 0 && markdown.p[0] == '^')
			return true;
	}
	return false;
}

static bool names(struct span markdown, struct span label)
{
	for (; markdown.n >= label.n + 2; markdown = span_skip(markdown, 1))
		if (markdown.p[0] == '[' && markdown.p[label.n + 1] == ']' &&
		    span_eq_nocase(span_of(markdown.p + 1, label.n), label))
			return true;
	return false;
}

/* Adds those definitions that the text may want. */
static void add_definitions(struct buf *b, struct span definitions, struct span markdown)
{
	struct span line;

	if (definitions.n == 0 || memchr(markdown.p, '[', markdown.n) == NULL)
		return;
	while (span_cut(&definitions, '\n', &line)) {
		if (!names(markdown, markdown_definition_label(line)))
			continue;
		buf_add_span(b, line);
		buf_add_str(b, "\n\n");
	}
}

static void write_parsed(struct quote_writer *writer, struct span markdown)
{
	struct markdown_memory blocks = {0};
	cmark_parser *parser =
		cmark_parser_new_with_mem(CMARK_OPT_DEFAULT, markdown_memory_start(&blocks));
	struct buf guarded = BUF_INIT;

	add_definitions(&guarded, writer->quote->definitions, markdown);
	if (guarded.n > 0 || may_have_footnotes(markdown)) {
		guard_footnotes(&guarded, markdown);
		markdown = buf_span(&guarded);
	}
	cmark_parser_feed(parser, markdown.p, markdown.n);
	quote_document(writer, cmark_parser_finish(parser));
	buf_release(&guarded);
	markdown_memory_end(&blocks);
}

void quote_blocks(struct buf *b, const struct quote *quote, struct span markdown,
		  const char *prefix)
{
	struct quote_writer writer = {.quote = quote,
				      .lines = {b, BUF_INIT, BUF_INIT, SIZE_MAX, 0}};

	buf_add_str(&writer.lines.first, prefix);
	buf_add_str(&writer.lines.prefix, prefix);
	if (!write_plain(&writer.lines, markdown)) {
		if (is_too_deep(markdown))
			write_text(&writer.lines, markdown);
		else
			write_parsed(&writer, markdown);
	}
	buf_release(&writer.lines.first);
	buf_release(&writer.lines.prefix);
}
