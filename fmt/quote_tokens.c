/* The inlines of a paragraph, one after the other: what can be written as it is read. */
#include "fmt/gfm.h"
#include "fmt/markdown_internal.h"
#include "fmt/quote_found.h"

static void add_code(struct quote_found *f, struct span code)
{
	struct buf clean = BUF_INIT;

	gfm_clean_part(&clean, code);
	if (span_trim(buf_span(&clean)).n > 0)
		quote_found(f, QUOTE_CODE, buf_span(&clean));
	buf_release(&clean);
}

static bool is_line_break(struct span html)
{
	static const char *const breaks[] = {"<br>", "<br/>", "<br />"};

	for (size_t i = 0; i < sizeof(breaks) / sizeof(*breaks); i++)
		if (span_eq_nocase(html, span_str(breaks[i])))
			return true;
	return false;
}

static void add_html(struct quote_found *f, struct span html)
{
	if (is_line_break(html))
		quote_found(f, QUOTE_HARD_BREAK, SPAN_NONE);
	else if (!markdown_only_comments(html))
		buf_add_span(&f->text, html);
}

static void leave(struct quote_found *f, cmark_node *node)
{
	switch (cmark_node_get_type(node)) {
	case CMARK_NODE_EMPH:
		quote_found_close(f, QUOTE_EMPH);
		break;
	case CMARK_NODE_STRONG:
		quote_found_close(f, QUOTE_STRONG);
		break;
	case CMARK_NODE_LINK:
		quote_link_close(f, node);
		break;
	default:
		break;
	}
}

/* Returns whether what is within the node is not to be entered. */
static bool enter(struct quote_found *f, cmark_node *node)
{
	switch (cmark_node_get_type(node)) {
	case CMARK_NODE_TEXT:
		buf_add_span(&f->text, quote_literal(node));
		break;
	case CMARK_NODE_CODE:
		add_code(f, quote_literal(node));
		break;
	case CMARK_NODE_HTML_INLINE:
		add_html(f, quote_literal(node));
		break;
	case CMARK_NODE_SOFTBREAK:
		quote_found(f, QUOTE_BREAK, SPAN_NONE);
		break;
	case CMARK_NODE_LINEBREAK:
		quote_found(f, QUOTE_HARD_BREAK, SPAN_NONE);
		break;
	case CMARK_NODE_EMPH:
		quote_found_open(f, QUOTE_EMPH);
		break;
	case CMARK_NODE_STRONG:
		quote_found_open(f, QUOTE_STRONG);
		break;
	case CMARK_NODE_LINK:
		return quote_link_open(f, node);
	case CMARK_NODE_IMAGE:
		quote_image(f, node);
		return true;
	default:
		break;
	}
	return false;
}

/* Without recursion: emphasis can be nested as deeply as the text is long. */
void quote_tokens_find(struct quote_tokens *tokens, const struct quote *quote, cmark_node *block,
		       bool strong)
{
	struct quote_found f = {
		.tokens = tokens, .quote = quote, .text = BUF_INIT, .leads = BUF_INIT};
	cmark_node *node = cmark_node_first_child(block);

	tokens->count = 0;
	if (strong)
		quote_found_open(&f, QUOTE_STRONG);
	while (node != NULL) {
		cmark_node *child = enter(&f, node) ? NULL : cmark_node_first_child(node);

		if (child != NULL) {
			node = child;
			continue;
		}
		leave(&f, node);
		while (cmark_node_next(node) == NULL && cmark_node_parent(node) != block) {
			node = cmark_node_parent(node);
			leave(&f, node);
		}
		node = cmark_node_next(node);
	}
	if (strong)
		quote_found_close(&f, QUOTE_STRONG);
	quote_found_end(&f);
	buf_release(&f.text);
	buf_release(&f.leads);
}

void quote_tokens_html(struct quote_tokens *tokens, struct span html)
{
	struct quote_found f = {.tokens = tokens, .text = BUF_INIT, .leads = BUF_INIT};

	tokens->count = 0;
	while (html.n > 0) {
		size_t length = markdown_comment(html);

		if (length == 0 && html.p[0] == '\n')
			quote_found(&f, QUOTE_BREAK, SPAN_NONE);
		else if (length == 0)
			buf_add_char(&f.text, html.p[0]);
		html = span_skip(html, length > 0 ? length : 1);
	}
	quote_found_text(&f);
	buf_release(&f.text);
}
