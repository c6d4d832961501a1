/* What is asked of each text that is quoted, for the unit test and the fuzz target: it does nothing
 * to the document around it, and says all that it said, but for what stands under Private, comments
 * and what is never written. */
#ifndef NI_TESTS_QUOTED_H
#define NI_TESTS_QUOTED_H

#include <cmark.h>

#include "fmt/gfm.h"
#include "fmt/markdown_depth.h"
#include "fmt/markdown_internal.h"
#include "fmt/note.h"
#include "fmt/quote_parts.h"

static const struct links from_here = {.here = {NULL, 0}};
static const struct quote quote_of_note = {&from_here, {"notes/sub/a.md", 14}, {NULL, 0}};

/* What stands before the quote, its prefix, and the container that it is then within. */
static const struct {
	const char *before, *prefix;
	cmark_node_type container;
} quoted_places[] = {
	{"", "", CMARK_NODE_NONE},
	{"", "> ", CMARK_NODE_BLOCK_QUOTE},
	{"- item\n\n", "  ", CMARK_NODE_LIST},
};

#define QUOTED_PLACES (sizeof(quoted_places) / sizeof(*quoted_places))

/* Whether nothing in a tree is a heading, raw HTML or a link that runs something. */
static inline bool quoted_is_tame(cmark_node *document)
{
	cmark_iter *iter = cmark_iter_new(document);
	bool tame = true;

	while (cmark_iter_next(iter) != CMARK_EVENT_DONE) {
		cmark_node *node = cmark_iter_get_node(iter);
		cmark_node_type type = cmark_node_get_type(node);

		if (type == CMARK_NODE_HEADING || type == CMARK_NODE_HTML_BLOCK ||
		    type == CMARK_NODE_HTML_INLINE)
			tame = false;
		if ((type == CMARK_NODE_LINK || type == CMARK_NODE_IMAGE) &&
		    span_starts(span_str(cmark_node_get_url(node)), SPAN("javascript")))
			tame = false;
	}
	cmark_iter_free(iter);
	return tame;
}

static inline bool quoted_is_paragraph(cmark_node *node, const char *text)
{
	struct buf b = BUF_INIT;
	bool is = node != NULL && cmark_node_get_type(node) == CMARK_NODE_PARAGRAPH &&
		  span_is(markdown_plain(node, &b), text);

	buf_release(&b);
	return is;
}

/* Whether a document is two paragraphs and between them the quote, within one such container. */
static inline bool quoted_is_between(cmark_node *document, cmark_node_type container)
{
	cmark_node *first = cmark_node_first_child(document);
	cmark_node *last = cmark_node_last_child(document), *middle;

	if (!quoted_is_tame(document) || !quoted_is_paragraph(first, "before") ||
	    !quoted_is_paragraph(last, "after"))
		return false;
	middle = cmark_node_next(first);
	if (container == CMARK_NODE_NONE)
		return true;
	if (container == CMARK_NODE_BLOCK_QUOTE && middle == last)
		return true; /* it said nothing */
	return cmark_node_get_type(middle) == container && cmark_node_next(middle) == last &&
	       (container != CMARK_NODE_LIST ||
		cmark_node_next(cmark_node_first_child(middle)) == NULL);
}

static inline bool quoted_contained(struct span text, size_t place)
{
	struct buf whole = BUF_INIT;
	cmark_node *document;
	bool contained;

	buf_add_str(&whole, "before\n\n");
	buf_add_str(&whole, quoted_places[place].before);
	quote_blocks(&whole, &quote_of_note, text, quoted_places[place].prefix);
	buf_add_str(&whole, "\nafter\n");
	document = cmark_parse_document(whole.p, whole.n, CMARK_OPT_DEFAULT);
	contained = quoted_is_between(document, quoted_places[place].container);
	cmark_node_free(document);
	buf_release(&whole);
	return contained;
}

/* Adds text as it is compared: without white space and all that is never written. */
static inline void quoted_add(struct buf *b, struct span text)
{
	struct buf clean = BUF_INIT;

	gfm_clean(&clean, text);
	for (size_t i = 0; i < clean.n; i++)
		if (clean.p[i] != ' ')
			buf_add_char(b, clean.p[i]);
	buf_release(&clean);
}

static inline void quoted_add_html(struct buf *b, struct span html)
{
	struct buf rest = BUF_INIT;

	if (span_eq_nocase(html, SPAN("<br>")) || span_eq_nocase(html, SPAN("<br/>")) ||
	    span_eq_nocase(html, SPAN("<br />")))
		return;
	while (html.n > 0) {
		size_t length = markdown_comment(html);

		if (length == 0)
			buf_add_char(&rest, html.p[0]);
		html = span_skip(html, length > 0 ? length : 1);
	}
	quoted_add(b, buf_span(&rest));
	buf_release(&rest);
}

static inline void quoted_add_image(struct buf *b, cmark_node *image)
{
	struct buf alternative = BUF_INIT;

	quoted_add(b, markdown_plain(image, &alternative));
	buf_release(&alternative);
}

/* A link that nobody would see shows where it leads, if it leads anywhere. */
static inline bool quoted_shows_target(cmark_node *link)
{
	struct buf target = BUF_INIT;
	bool shows;

	for (cmark_node *node = link; node != NULL; node = markdown_next(node, link))
		if (cmark_node_get_type(node) == CMARK_NODE_IMAGE)
			return false;
	shows = quote_destination(&target, &quote_of_note, span_str(cmark_node_get_url(link)));
	buf_release(&target);
	return shows;
}

/* What a line has to say that stands at the head of text, within what it may begin: "> - 1. ". */
static inline struct span quoted_inner(struct span text)
{
	size_t n = 0, i;

	for (;;) {
		while (n < text.n && strchr(" \t\r>", text.p[n]) != NULL)
			n++;
		for (i = n; i < text.n && text.p[i] >= '0' && text.p[i] <= '9';)
			i++;
		if (i + 1 >= text.n || strchr(i > n ? ".)" : "+*-", text.p[i]) == NULL ||
		    strchr(" \t", text.p[i + 1]) == NULL)
			break;
		n = i + 1;
	}
	return span_trim(span_skip(text, n));
}

/* Whether what is left of text but for marks says private. */
static inline bool quoted_is_word(struct span text, const char *before, const char *behind)
{
	static const char word[] = "PRIVATE";
	size_t i = 0, k = 0;

	while (i < text.n && strchr(before, text.p[i]) != NULL)
		i++;
	while (i < text.n && word[k] != '\0' && (text.p[i] & ~0x20) == word[k]) {
		i++;
		k++;
	}
	while (i < text.n && strchr(behind, text.p[i]) != NULL)
		i++;
	return word[k] == '\0' && i == text.n;
}

/* The text of a block as it is, but no further than what looks like the heading Private. */
static inline struct span quoted_public(cmark_node *node)
{
	struct span text = span_str(cmark_node_get_literal(node)), rest = text, line, next;

	for (size_t at = 0; span_cut(&rest, '\n', &line); at = text.n - rest.n) {
		struct span inner = quoted_inner(line), after = rest;
		bool heading = span_starts(inner, SPAN("##")) &&
			       quoted_is_word(span_skip(inner, 2), " \t\r*_`", "*_`# \t\r");

		if (!heading && span_cut(&after, '\n', &next)) {
			size_t i = 0;

			while (i < next.n && strchr(" \t\r>", next.p[i]) != NULL)
				i++;
			next = span_trim(span_skip(next, i));
			for (i = 0; i < next.n && next.p[i] == '-';)
				i++;
			heading = next.n > 0 && i == next.n &&
				  quoted_is_word(inner, "*_`", "*_`# \t\r");
		}
		if (heading)
			return span_of(text.p, at);
	}
	return text;
}

/* Whether what follows is hidden: HTML does not end where its tag does. */
static inline bool quoted_hides_rest(cmark_node *node)
{
	return cmark_node_get_type(node) == CMARK_NODE_HTML_BLOCK &&
	       !span_starts(span_trim(span_str(cmark_node_get_literal(node))), SPAN("<!--")) &&
	       quoted_public(node).n < strlen(cmark_node_get_literal(node));
}

static inline bool quoted_hides(cmark_node *node, bool private)
{
	struct buf text = BUF_INIT;

	if (cmark_node_get_type(node) != CMARK_NODE_HEADING ||
	    cmark_node_get_heading_level(node) > 2)
		return private;
	private = cmark_node_get_heading_level(node) == 2 &&
		  span_eq_nocase(markdown_plain(node, &text), SPAN("private"));
	buf_release(&text);
	return private;
}

/* Adds all that a tree says. */
static inline void quoted_add_said(struct buf *b, cmark_node *parent)
{
	bool private = false;

	for (cmark_node *node = cmark_node_first_child(parent); node != NULL;
	     node = cmark_node_next(node)) {
		const char *literal = cmark_node_get_literal(node);
		cmark_node_type type = cmark_node_get_type(node);
		size_t before = b->n;

		private = quoted_hides(node, private);
		if (private)
			continue;
		if (type == CMARK_NODE_HTML_BLOCK)
			quoted_add_html(b, quoted_public(node));
		else if (type == CMARK_NODE_HTML_INLINE)
			quoted_add_html(b, span_str(literal));
		else if (type == CMARK_NODE_CODE_BLOCK)
			quoted_add(b, quoted_public(node));
		else if (literal != NULL)
			quoted_add(b, span_str(literal));
		else if (type == CMARK_NODE_IMAGE)
			quoted_add_image(b, node);
		else
			quoted_add_said(b, node);
		private = quoted_hides_rest(node);
		if (type == CMARK_NODE_LINK && b->n == before && quoted_shows_target(node))
			quoted_add(b, span_str(cmark_node_get_url(node)));
	}
}

static inline void quoted_said_by(struct buf *b, struct span text)
{
	cmark_node *document = cmark_parse_document(text.p, text.n, CMARK_OPT_DEFAULT);

	quoted_add_said(b, document);
	cmark_node_free(document);
}

/* What is read otherwise than cmark does: footnotes, and what is nested too deeply. */
static inline bool quoted_is_special(struct span text)
{
	struct span line;
	size_t column;

	for (size_t i = 0; i + 1 < text.n; i++)
		if (text.p[i] == '[' && text.p[i + 1] == '^')
			return true;
	while (span_cut(&text, '\n', &line))
		if (markdown_too_deep(line, BODY_DEPTH, &column))
			return true;
	return false;
}

static inline bool quoted_says_all(struct span text)
{
	struct buf quoted = BUF_INIT, said = BUF_INIT, expected = BUF_INIT;
	bool all;

	if (text.n == 0 || quoted_is_special(text))
		return true;
	quote_blocks(&quoted, &quote_of_note, text, "");
	quoted_said_by(&said, buf_span(&quoted));
	quoted_said_by(&expected, text);
	all = span_eq(buf_span(&said), buf_span(&expected));
	buf_release(&quoted);
	buf_release(&said);
	buf_release(&expected);
	return all;
}

#endif
