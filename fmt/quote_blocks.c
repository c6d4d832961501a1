/* Blocks of a note as blocks of another document: those that hold others (CommonMark 5). */
#include "fmt/markdown_internal.h"
#include "fmt/quote_parts.h"

enum { NUMBER_MOST = 999999999 /* nine digits: with more it is no list */ };

static void write_blocks(struct quote_writer *w, cmark_node *parent);

/* Whether a block, and what follows it, is private, where what stood before was or was not. */
static bool stays_private(cmark_node *block, bool private)
{
	struct buf text = BUF_INIT;

	if (cmark_node_get_type(block) != CMARK_NODE_HEADING ||
	    cmark_node_get_heading_level(block) > 2)
		return private;
	private = markdown_is_private(block, &text);
	buf_release(&text);
	return private;
}

/* What is in a container, whose lines begin with what marks has, the first one with first. */
static void write_within(struct quote_writer *w, cmark_node *container, const char *first,
			 const char *marks)
{
	struct quote_lines *lines = &w->lines;
	size_t first_n = lines->first.n, prefix_n = lines->prefix.n, count = lines->count;

	if (w->depth == QUOTE_DEPTH) {
		write_blocks(w, container);
		return;
	}
	w->depth++;
	buf_add_str(&lines->first, first);
	buf_add_str(&lines->prefix, marks);
	write_blocks(w, container);
	lines->prefix.n = prefix_n;
	lines->prefix.p[prefix_n] = '\0';
	lines->first.n = lines->count == count ? first_n : prefix_n;
	lines->first.p[lines->first.n] = '\0';
	w->depth--;
}

/* A list's marker; two lists that follow each other have different ones. */
static void add_marker(struct buf *b, cmark_node *list, int number, bool second)
{
	if (cmark_node_get_list_type(list) == CMARK_BULLET_LIST)
		buf_add_str(b, second ? "* " : "- ");
	else
		buf_add_format(b, "%d%s", number < NUMBER_MOST ? number : NUMBER_MOST,
			       second ? ") " : ". ");
}

static void ask_blank(struct quote_lines *lines, size_t since)
{
	if (lines->count > since)
		lines->blank = lines->prefix.n;
}

static void write_list(struct quote_writer *w, cmark_node *list, bool second)
{
	struct quote_lines *lines = &w->lines;
	int number = cmark_node_get_list_start(list);
	bool tight = cmark_node_get_list_tight(list) != 0;
	struct buf marker = BUF_INIT, blanks = BUF_INIT;
	size_t since = lines->count, count;

	for (cmark_node *item = cmark_node_first_child(list); item != NULL;
	     item = cmark_node_next(item)) {
		if (!tight || w->depth == QUOTE_DEPTH)
			ask_blank(lines, since);
		else if (lines->count > since)
			lines->blank = SIZE_MAX;
		buf_clear(&marker);
		buf_clear(&blanks);
		add_marker(&marker, list, number, second);
		while (blanks.n < marker.n)
			buf_add_char(&blanks, ' ');
		count = lines->count;
		write_within(w, item, marker.p, blanks.p);
		number += lines->count > count && number < NUMBER_MOST;
	}
	buf_release(&marker);
	buf_release(&blanks);
}

static void write_block(struct quote_writer *w, cmark_node *block, bool second)
{
	switch (cmark_node_get_type(block)) {
	case CMARK_NODE_LIST:
		write_list(w, block, second);
		break;
	case CMARK_NODE_BLOCK_QUOTE:
		write_within(w, block, "> ", "> ");
		break;
	default:
		quote_leaf(w, block);
		break;
	}
}

/* Whether a list can go on right below a paragraph without being taken for its text or underline:
 * as a tight list within a list item. */
static bool follows_tightly(cmark_node *block, cmark_node *written)
{
	cmark_node *item = cmark_node_parent(block);

	return cmark_node_get_type(block) == CMARK_NODE_LIST && written != NULL &&
	       cmark_node_get_type(written) == CMARK_NODE_PARAGRAPH &&
	       cmark_node_get_type(item) == CMARK_NODE_ITEM &&
	       cmark_node_get_list_tight(cmark_node_parent(item)) &&
	       (cmark_node_get_list_type(block) == CMARK_BULLET_LIST ||
		cmark_node_get_list_start(block) == 1);
}

static bool is_list(cmark_node *block, cmark_list_type type)
{
	return block != NULL && cmark_node_get_type(block) == CMARK_NODE_LIST &&
	       cmark_node_get_list_type(block) == type;
}

/* The last block written in a container. */
struct written {
	cmark_node *block; /* NULL: none */
	bool second;       /* a list with the second of two markers */
};

static void write_next(struct quote_writer *w, cmark_node *block, size_t start,
		       struct written *last)
{
	struct quote_lines *lines = &w->lines;
	cmark_list_type type = cmark_node_get_list_type(block);
	bool second = is_list(block, type) && is_list(last->block, type) && !last->second;
	size_t count = lines->count;

	if (w->depth < QUOTE_DEPTH && follows_tightly(block, last->block))
		lines->blank = SIZE_MAX;
	else
		ask_blank(lines, start);
	write_block(w, block, second);
	if (lines->count > count)
		*last = (struct written){block, second};
}

/* The blocks in parent, but for what stands under Private. */
static void write_blocks(struct quote_writer *w, cmark_node *parent)
{
	size_t start = w->lines.count;
	struct written last = {NULL, false};
	bool private = false;

	for (cmark_node *block = cmark_node_first_child(parent); block != NULL;
	     block = cmark_node_next(block)) {
		private = stays_private(block, private);
		if (private)
			continue;
		write_next(w, block, start, &last);
		private = markdown_turns_private(block);
	}
}

void quote_document(struct quote_writer *writer, cmark_node *document)
{
	write_blocks(writer, document);
	quote_tokens_release(&writer->tokens);
}
