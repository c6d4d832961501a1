/*
 * What has been found of a paragraph's inlines so far: between fmt/quote_tokens.c, which walks
 * through them, and the files that make tokens of them. Nobody else's business.
 */
#ifndef NI_FMT_QUOTE_FOUND_H
#define NI_FMT_QUOTE_FOUND_H

#include "fmt/quote_parts.h"

enum quote_emphasis { QUOTE_EMPH, QUOTE_STRONG, QUOTE_EMPHASES };

struct quote_found {
	struct quote_tokens *tokens;
	const struct quote *quote;
	struct buf text; /* not yet a token: cmark cuts text at all that might be markup */
	unsigned depth[QUOTE_EMPHASES]; /* how many of them we are in; only the outermost is written
					 */
	bool shown[QUOTE_EMPHASES];
	cmark_node *link; /* the one that we are in, if it leads anywhere */
	struct buf leads; /* where to */
};

/* What a node says, borrowed from it. */
static inline struct span quote_literal(cmark_node *node)
{
	const char *text = cmark_node_get_literal(node);

	return text != NULL ? span_str(text) : SPAN_NONE;
}

/* Makes a token of the text so far, if there is any. */
void quote_found_text(struct quote_found *f);

/* Adds anything but text, behind the text so far. */
void quote_found(struct quote_found *f, enum quote_token_kind kind, struct span text);

/* Whether the last token but back others is of that kind and has that text, any if NULL. */
bool quote_found_last(const struct quote_found *f, size_t back, enum quote_token_kind kind,
		      const char *text);

/* Emphasis begins, and ends. */
void quote_found_open(struct quote_found *f, enum quote_emphasis which);
void quote_found_close(struct quote_found *f, enum quote_emphasis which);

/* No more is found. What was cut at emphasis that is not written is one text again, since escaping
 * looks at what stands before and behind. */
void quote_found_end(struct quote_found *f);

/* A link begins; returns whether all of it is written already. It ends, if it has begun. */
bool quote_link_open(struct quote_found *f, cmark_node *link);
void quote_link_close(struct quote_found *f, cmark_node *link);

/* An image, or its text if it shows nothing that a reader should be led to. */
void quote_image(struct quote_found *f, cmark_node *image);

#endif
