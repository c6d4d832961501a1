#include "fmt/markdown_internal.h"

cmark_node *markdown_after(cmark_node *node, cmark_node *top)
{
	while (node != NULL && node != top) {
		cmark_node *next = cmark_node_next(node);

		if (next != NULL)
			return next;
		node = cmark_node_parent(node);
	}
	return NULL;
}

cmark_node *markdown_next(cmark_node *node, cmark_node *top)
{
	cmark_node *child = cmark_node_first_child(node);

	return child != NULL ? child : markdown_after(node, top);
}

static struct span literal(cmark_node *node)
{
	const char *text = cmark_node_get_literal(node);

	return text != NULL ? span_str(text) : SPAN_NONE;
}

struct span markdown_plain(cmark_node *block, struct buf *into)
{
	buf_clear(into);
	for (cmark_node *node = block; node != NULL; node = markdown_next(node, block)) {
		switch (cmark_node_get_type(node)) {
		case CMARK_NODE_TEXT:
		case CMARK_NODE_CODE:
			buf_add_span(into, literal(node));
			break;
		case CMARK_NODE_SOFTBREAK:
		case CMARK_NODE_LINEBREAK:
			buf_add_char(into, ' ');
			break;
		default:
			break;
		}
	}
	return span_trim(buf_span(into));
}

size_t markdown_comment(struct span text)
{
	if (!span_starts(text, SPAN("<!--")))
		return 0;
	for (size_t at = 2; at + 3 <= text.n; at++)
		if (memcmp(text.p + at, "-->", 3) == 0)
			return at + 3;
	return text.n;
}

bool markdown_only_comments(struct span text)
{
	size_t length;

	do {
		text = span_trim(text);
		length = markdown_comment(text);
		text = span_skip(text, length);
	} while (length > 0);
	return text.n == 0;
}

bool markdown_is_box(struct span text)
{
	if (text.n < 3 || text.p[0] != '[' || text.p[2] != ']')
		return false;
	if (text.p[1] != ' ' && text.p[1] != 'x' && text.p[1] != 'X')
		return false;
	return text.n == 3 || text.p[3] == ' ' || text.p[3] == '\t' || text.p[3] == '\r' ||
	       text.p[3] == '\n';
}

/* Pictures, links, and raw HTML that is more than a comment, say something even without a word. */
static bool has_object(cmark_node *paragraph)
{
	for (cmark_node *node = paragraph; node != NULL; node = markdown_next(node, paragraph)) {
		cmark_node_type type = cmark_node_get_type(node);

		if (type == CMARK_NODE_IMAGE || type == CMARK_NODE_LINK)
			return true;
		if (type == CMARK_NODE_HTML_INLINE && !markdown_only_comments(literal(node)))
			return true;
	}
	return false;
}

static bool paragraph_is_something(cmark_node *paragraph, struct buf *scratch)
{
	struct span text = markdown_plain(paragraph, scratch);
	bool first_of_item = cmark_node_previous(paragraph) == NULL &&
			     cmark_node_get_type(cmark_node_parent(paragraph)) == CMARK_NODE_ITEM;

	if (first_of_item && text.n == 3 && markdown_is_box(text))
		return has_object(paragraph);
	return text.n > 0 || has_object(paragraph);
}

/* Of a block that holds no blocks. */
static bool leaf_is_something(cmark_node *node, struct buf *scratch)
{
	switch (cmark_node_get_type(node)) {
	case CMARK_NODE_PARAGRAPH:
		return paragraph_is_something(node, scratch);
	case CMARK_NODE_CODE_BLOCK:
		return span_trim(literal(node)).n > 0;
	case CMARK_NODE_HTML_BLOCK:
		return !markdown_only_comments(literal(node));
	default:
		return false;
	}
}

bool markdown_is_something(cmark_node *block, struct buf *scratch)
{
	cmark_node *node = block;

	while (node != NULL) {
		cmark_node_type type = cmark_node_get_type(node);

		if (leaf_is_something(node, scratch))
			return true;
		if (type == CMARK_NODE_LIST || type == CMARK_NODE_ITEM ||
		    type == CMARK_NODE_BLOCK_QUOTE)
			node = markdown_next(node, block);
		else
			node = markdown_after(node, block);
	}
	return false;
}
