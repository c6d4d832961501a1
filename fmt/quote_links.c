/* Links and images of a paragraph. */
#include "fmt/gfm.h"
#include "fmt/markdown_internal.h"
#include "fmt/quote_found.h"

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
	    cmark_node_get_type(child) != CMARK_NODE_TEXT || !span_eq(quote_literal(child), leads))
		return false;
	for (size_t i = 0; i < leads.n; i++)
		if (leads.p[i] <= ' ' || leads.p[i] > '~')
			return false;
	return memchr(leads.p, ':', leads.n) != NULL;
}

bool quote_link_open(struct quote_found *f, cmark_node *link)
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
		quote_found(f, QUOTE_MARKUP, buf_span(&markup));
	} else {
		f->link = link;
		quote_found(f, QUOTE_MARKUP, SPAN("["));
	}
	buf_release(&markup);
	return whole;
}

void quote_link_close(struct quote_found *f, cmark_node *link)
{
	struct buf markup = BUF_INIT;
	size_t blanks = 0;

	if (f->link != link)
		return;
	f->link = NULL;
	quote_found_text(f);
	while (quote_found_last(f, blanks, QUOTE_TEXT, " ") ||
	       quote_found_last(f, blanks, QUOTE_BREAK, NULL) ||
	       quote_found_last(f, blanks, QUOTE_HARD_BREAK, NULL))
		blanks++;
	/* Nobody would see it. */
	if (quote_found_last(f, blanks, QUOTE_MARKUP, "["))
		buf_add_span(&f->text, span_str(cmark_node_get_url(link)));
	add_target(&markup, buf_span(&f->leads), cmark_node_get_title(link));
	quote_found(f, QUOTE_MARKUP, buf_span(&markup));
	buf_release(&markup);
}

void quote_image(struct quote_found *f, cmark_node *image)
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
		quote_found(f, QUOTE_MARKUP, buf_span(&markup));
	}
	buf_release(&alternative);
	buf_release(&leads);
	buf_release(&markup);
}
