/* Blocks of a note that hold no others (CommonMark 4). */
#include "fmt/gfm.h"
#include "fmt/markdown_internal.h"
#include "fmt/quote_parts.h"

static struct span public_part(cmark_node *block)
{
	return markdown_public_part(span_str(cmark_node_get_literal(block)));
}

static void write_paragraph(struct quote_writer *w, cmark_node *block)
{
	bool boxed = cmark_node_get_type(cmark_node_parent(block)) == CMARK_NODE_ITEM &&
		     cmark_node_previous(block) == NULL;

	quote_tokens_find(&w->tokens, w->quote, block,
			  cmark_node_get_type(block) == CMARK_NODE_HEADING);
	quote_tokens_mark(&w->tokens);
	quote_inlines(&w->lines, &w->tokens, boxed);
}

static void write_html(struct quote_writer *w, cmark_node *block)
{
	quote_tokens_html(&w->tokens, public_part(block));
	quote_inlines(&w->lines, &w->tokens, false);
}

/* What could be a language. */
static struct span first_word(struct span info)
{
	size_t n = 0;

	while (n < info.n && info.p[n] > ' ' && strchr("`~\\&<>[]{}\"", info.p[n]) == NULL &&
	       (unsigned char)info.p[n] < 0x7f)
		n++;
	return n == info.n || info.p[n] == ' ' ? span_of(info.p, n) : SPAN_NONE;
}

static void add_clean_code(struct buf *b, struct span code)
{
	struct span line;

	while (span_cut(&code, '\n', &line)) {
		gfm_clean_code(b, line);
		buf_add_char(b, '\n');
	}
}

/* Always between fences, which are longer than any run of their character in the code. */
static void write_code(struct quote_writer *w, cmark_node *block)
{
	struct buf clean = BUF_INIT, fence = BUF_INIT;
	struct span code, line;
	size_t run;

	add_clean_code(&clean, public_part(block));
	code = buf_span(&clean);
	run = quote_longest_run(code, '`');
	for (size_t i = 0; i < (run < 3 ? 3 : run + 1); i++)
		buf_add_char(&fence, '`');
	run = fence.n;
	buf_add_span(&fence, first_word(span_str(cmark_node_get_fence_info(block))));
	if (span_trim(code).n > 0) {
		quote_line(&w->lines, buf_span(&fence));
		while (span_cut(&code, '\n', &line))
			quote_line(&w->lines, line);
		quote_line(&w->lines, span_of(fence.p, run));
	}
	buf_release(&clean);
	buf_release(&fence);
}

void quote_leaf(struct quote_writer *w, cmark_node *block)
{
	switch (cmark_node_get_type(block)) {
	case CMARK_NODE_PARAGRAPH:
	case CMARK_NODE_HEADING:
		write_paragraph(w, block);
		break;
	case CMARK_NODE_CODE_BLOCK:
		write_code(w, block);
		break;
	case CMARK_NODE_HTML_BLOCK:
		write_html(w, block);
		break;
	case CMARK_NODE_THEMATIC_BREAK:
		/* No list's marker, and it underlines nothing. */
		quote_line(&w->lines, SPAN("___"));
		break;
	default:
		break;
	}
}
