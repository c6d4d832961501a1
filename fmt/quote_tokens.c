/* The inlines of a paragraph, one after the other: what can be written as it is read. */
#include <stdlib.h>

#include "fmt/gfm.h"
#include "fmt/markdown_internal.h"
#include "fmt/markdown_memory.h"
#include "fmt/quote_parts.h"
#include "src/base/mem.h"

enum { EMPH, STRONG, EMPHASES };
enum { USUAL = 32 }; /* tokens of a paragraph */

static const char *const delimiters[EMPHASES] = {"*", "**"};

struct finding {
	struct quote_tokens *tokens;
	const struct quote *quote;
	struct buf text;          /* not yet a token: cmark cuts text at all that might be markup */
	unsigned depth[EMPHASES]; /* how many of them we are in; only the outermost is written */
	bool shown[EMPHASES];
	cmark_node *link; /* the one that we are in, if it leads anywhere */
	struct buf leads; /* where to */
};

static struct span literal(cmark_node *node)
{
	const char *text = cmark_node_get_literal(node);

	return text != NULL ? span_str(text) : SPAN_NONE;
}

static void push(struct quote_tokens *tokens, enum quote_token_kind kind, struct span text)
{
	size_t need = tokens->count < USUAL ? USUAL : tokens->count + 1;

	tokens->list = mem_grow(tokens->list, &tokens->cap, need, sizeof(*tokens->list));
	tokens->list[tokens->count++] = (struct quote_token){kind, markdown_memory_copy(text)};
}

/* Whether the last token but back others is of that kind and has that text, any if NULL. */
static bool ends_in(const struct finding *f, size_t back, enum quote_token_kind kind,
		    const char *text)
{
	const struct quote_tokens *tokens = f->tokens;
	const struct quote_token *token;

	if (back >= tokens->count)
		return false;
	token = &tokens->list[tokens->count - 1 - back];
	return token->kind == kind && (text == NULL || span_is(token->text, text));
}

static void end_text(struct finding *f)
{
	struct buf clean = BUF_INIT;

	gfm_clean_part(&clean, buf_span(&f->text));
	/* "[^1]" is a footnote to others. */
	if (clean.n > 0 && clean.p[0] == '^' && ends_in(f, 0, QUOTE_MARKUP, "["))
		push(f->tokens, QUOTE_MARKUP, SPAN("\\"));
	if (clean.n > 0)
		push(f->tokens, QUOTE_TEXT, buf_span(&clean));
	buf_release(&clean);
	buf_clear(&f->text);
}

/* Adds anything but text. */
static void add(struct finding *f, enum quote_token_kind kind, struct span text)
{
	end_text(f);
	push(f->tokens, kind, text);
}

static void open_emphasis(struct finding *f, int which)
{
	end_text(f);
	if (f->depth[which]++ > 0)
		return;
	/* "*a**b*" would be something else: so is written as one, or without emphasis. */
	f->shown[which] = true;
	if (ends_in(f, 0, QUOTE_CLOSE, delimiters[which]))
		f->tokens->count--;
	else if (ends_in(f, 0, QUOTE_CLOSE, NULL))
		f->shown[which] = false;
	else
		push(f->tokens, QUOTE_OPEN, span_str(delimiters[which]));
}

static void close_emphasis(struct finding *f, int which)
{
	struct quote_tokens *tokens = f->tokens;

	end_text(f);
	if (--f->depth[which] > 0 || !f->shown[which])
		return;
	if (ends_in(f, 0, QUOTE_OPEN, NULL)) {
		tokens->count--;
	} else if (ends_in(f, 0, QUOTE_TEXT, " ") && ends_in(f, 1, QUOTE_OPEN, NULL)) {
		tokens->list[tokens->count - 2] = tokens->list[tokens->count - 1];
		tokens->count--;
	} else {
		push(tokens, QUOTE_CLOSE, span_str(delimiters[which]));
	}
}

static void add_code(struct finding *f, struct span code)
{
	struct buf clean = BUF_INIT;

	gfm_clean_part(&clean, code);
	if (span_trim(buf_span(&clean)).n > 0)
		add(f, QUOTE_CODE, buf_span(&clean));
	buf_release(&clean);
}

/* What stands behind the text of a link: its destination and title. */
static void add_target(struct buf *b, struct span leads, const char *title)
{
	struct buf clean = BUF_INIT;

	buf_add_str(b, "](");
	buf_add_span(b, leads);
	gfm_clean(&clean, span_str(title != NULL ? title : ""));
	if (clean.n > 0)
		buf_add_str(b, " \"");
	for (size_t i = 0; i < clean.n; i++) {
		if (strchr("\"\\&<|`*_[]$~", clean.p[i]) != NULL)
			buf_add_char(b, '\\');
		buf_add_char(b, clean.p[i]);
	}
	if (clean.n > 0)
		buf_add_char(b, '"');
	buf_add_char(b, ')');
	buf_release(&clean);
}

/* "<https://a.example>" is left what it is, if all in it is plain. */
static bool is_autolink(cmark_node *link, struct span leads)
{
	cmark_node *child = cmark_node_first_child(link);

	if (child == NULL || cmark_node_next(child) != NULL ||
	    cmark_node_get_type(child) != CMARK_NODE_TEXT || !span_eq(literal(child), leads))
		return false;
	for (size_t i = 0; i < leads.n; i++)
		if (leads.p[i] <= ' ' || leads.p[i] > '~')
			return false;
	return memchr(leads.p, ':', leads.n) != NULL;
}

/* Returns whether all of the link is written. */
static bool open_link(struct finding *f, cmark_node *link)
{
	struct buf markup = BUF_INIT;
	bool whole = false;

	if (f->link != NULL)
		return false;
	buf_clear(&f->leads);
	if (!quote_destination(&f->leads, f->quote, span_str(cmark_node_get_url(link))))
		return false;
	whole = is_autolink(link, buf_span(&f->leads));
	if (whole) {
		buf_add_char(&markup, '<');
		buf_add_span(&markup, buf_span(&f->leads));
		buf_add_char(&markup, '>');
		add(f, QUOTE_MARKUP, buf_span(&markup));
	} else {
		f->link = link;
		add(f, QUOTE_MARKUP, SPAN("["));
	}
	buf_release(&markup);
	return whole;
}

static void close_link(struct finding *f, cmark_node *link)
{
	struct buf markup = BUF_INIT;
	size_t blanks = 0;

	if (f->link != link)
		return;
	f->link = NULL;
	end_text(f);
	while (ends_in(f, blanks, QUOTE_TEXT, " ") || ends_in(f, blanks, QUOTE_BREAK, NULL) ||
	       ends_in(f, blanks, QUOTE_HARD_BREAK, NULL))
		blanks++;
	/* Nobody would see it. */
	if (ends_in(f, blanks, QUOTE_MARKUP, "["))
		buf_add_span(&f->text, span_str(cmark_node_get_url(link)));
	add_target(&markup, buf_span(&f->leads), cmark_node_get_title(link));
	add(f, QUOTE_MARKUP, buf_span(&markup));
	buf_release(&markup);
}

static void add_image(struct finding *f, cmark_node *image)
{
	struct buf alternative = BUF_INIT, leads = BUF_INIT, markup = BUF_INIT;

	(void)markdown_plain(image, &alternative);
	if (!quote_destination(&leads, f->quote, span_str(cmark_node_get_url(image)))) {
		buf_add_span(&f->text, buf_span(&alternative));
	} else {
		buf_add_str(&markup,
			    span_starts(buf_span(&alternative), SPAN("^")) ? "![\\" : "![");
		gfm_text(&markup, buf_span(&alternative));
		add_target(&markup, buf_span(&leads), cmark_node_get_title(image));
		add(f, QUOTE_MARKUP, buf_span(&markup));
	}
	buf_release(&alternative);
	buf_release(&leads);
	buf_release(&markup);
}

static bool is_line_break(struct span html)
{
	static const char *const breaks[] = {"<br>", "<br/>", "<br />"};

	for (size_t i = 0; i < sizeof(breaks) / sizeof(*breaks); i++)
		if (span_eq_nocase(html, span_str(breaks[i])))
			return true;
	return false;
}

static void add_html(struct finding *f, struct span html)
{
	if (is_line_break(html))
		add(f, QUOTE_HARD_BREAK, SPAN_NONE);
	else if (!markdown_only_comments(html))
		buf_add_span(&f->text, html);
}

static void leave(struct finding *f, cmark_node *node)
{
	switch (cmark_node_get_type(node)) {
	case CMARK_NODE_EMPH:
		close_emphasis(f, EMPH);
		break;
	case CMARK_NODE_STRONG:
		close_emphasis(f, STRONG);
		break;
	case CMARK_NODE_LINK:
		close_link(f, node);
		break;
	default:
		break;
	}
}

/* Returns whether what is within the node is not to be entered. */
static bool enter(struct finding *f, cmark_node *node)
{
	switch (cmark_node_get_type(node)) {
	case CMARK_NODE_TEXT:
		buf_add_span(&f->text, literal(node));
		break;
	case CMARK_NODE_CODE:
		add_code(f, literal(node));
		break;
	case CMARK_NODE_HTML_INLINE:
		add_html(f, literal(node));
		break;
	case CMARK_NODE_SOFTBREAK:
		add(f, QUOTE_BREAK, SPAN_NONE);
		break;
	case CMARK_NODE_LINEBREAK:
		add(f, QUOTE_HARD_BREAK, SPAN_NONE);
		break;
	case CMARK_NODE_EMPH:
		open_emphasis(f, EMPH);
		break;
	case CMARK_NODE_STRONG:
		open_emphasis(f, STRONG);
		break;
	case CMARK_NODE_LINK:
		return open_link(f, node);
	case CMARK_NODE_IMAGE:
		add_image(f, node);
		return true;
	default:
		break;
	}
	return false;
}

/* What was cut at emphasis that is not written is one text again, since escaping looks at what
 * stands before and behind. */
static void join_texts(struct quote_tokens *tokens)
{
	struct buf text = BUF_INIT;
	size_t kept = 0;

	for (size_t i = 0; i < tokens->count; i++) {
		bool more = tokens->list[i].kind == QUOTE_TEXT && i + 1 < tokens->count &&
			    tokens->list[i + 1].kind == QUOTE_TEXT;

		if (tokens->list[i].kind == QUOTE_TEXT && (more || text.n > 0)) {
			gfm_clean_part(&text, tokens->list[i].text);
			if (more)
				continue;
			tokens->list[i].text = markdown_memory_copy(buf_span(&text));
			buf_clear(&text);
		}
		tokens->list[kept++] = tokens->list[i];
	}
	tokens->count = kept;
	buf_release(&text);
}

/* Without recursion: emphasis can be nested as deeply as the text is long. */
void quote_tokens_find(struct quote_tokens *tokens, const struct quote *quote, cmark_node *block,
		       bool strong)
{
	struct finding f = {.tokens = tokens, .quote = quote, .text = BUF_INIT, .leads = BUF_INIT};
	cmark_node *node = cmark_node_first_child(block);

	tokens->count = 0;
	if (strong)
		open_emphasis(&f, STRONG);
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
		close_emphasis(&f, STRONG);
	end_text(&f);
	join_texts(tokens);
	buf_release(&f.text);
	buf_release(&f.leads);
}

void quote_tokens_html(struct quote_tokens *tokens, struct span html)
{
	struct finding f = {.tokens = tokens, .text = BUF_INIT, .leads = BUF_INIT};

	tokens->count = 0;
	while (html.n > 0) {
		size_t length = markdown_comment(html);

		if (length == 0 && html.p[0] == '\n')
			add(&f, QUOTE_BREAK, SPAN_NONE);
		else if (length == 0)
			buf_add_char(&f.text, html.p[0]);
		html = span_skip(html, length > 0 ? length : 1);
	}
	end_text(&f);
	buf_release(&f.text);
}

void quote_tokens_release(struct quote_tokens *tokens)
{
	free(tokens->list);
}
