/*
 * What fmt/quote.c is made of; nobody else's business.
 */
#ifndef NI_FMT_QUOTE_PARTS_H
#define NI_FMT_QUOTE_PARTS_H

#include <cmark.h>

#include "fmt/quote.h"

enum {
	QUOTE_DEPTH = 12 /* containers: deeper ones are left out, what is in them is not */
};

/* Lines that are written with what the containers around them have to say. */
struct quote_lines {
	struct buf *out;
	struct buf first, prefix; /* of the next line, and of those after it */
	size_t blank; /* bytes of prefix on the blank line that is due; SIZE_MAX: none */
	size_t count; /* of lines so far, but blank ones */
};

/* Writes a line; an empty one is code's. */
void quote_line(struct quote_lines *lines, struct span text);

/* How many c, an ASCII character, stand side by side at the most. */
size_t quote_longest_run(struct span text, char c);

/* Where the last character of text, which is not empty, begins. */
size_t quote_last(struct span text);

enum quote_token_kind {
	QUOTE_TEXT,       /* clean: single blanks, also at its ends */
	QUOTE_CODE,       /* of a code span, clean too */
	QUOTE_MARKUP,     /* as it is to be written: autolinks, images, what is around a link */
	QUOTE_OPEN,       /* "*" or "**" */
	QUOTE_CLOSE,      /* the same */
	QUOTE_BREAK,      /* a line's end */
	QUOTE_HARD_BREAK, /* one that stays one */
};

/* The inlines of a paragraph one after the other. */
struct quote_token {
	enum quote_token_kind kind;
	struct span text; /* in the memory of the document (fmt/markdown_memory.h) */
};

/* Zeroed there are none; the list serves one paragraph after the other. */
struct quote_tokens {
	struct quote_token *list;
	size_t count, cap;
};

/* Whether there is a token i, of that kind. */
static inline bool quote_is_kind(const struct quote_tokens *tokens, size_t i,
				 enum quote_token_kind kind)
{
	return i < tokens->count && tokens->list[i].kind == kind;
}

/* Puts the inlines of a paragraph or heading in the place of what was there. Emphasis is in no
 * emphasis of its own kind, and says something; no two openings and closings of different spans
 * touch. */
void quote_tokens_find(struct quote_tokens *tokens, const struct quote *quote, cmark_node *block,
		       bool strong);

/* Decides which marks openings and closings are: "*" and "**", or "_" and "__". */
void quote_tokens_mark(struct quote_tokens *tokens);

/* The same for the text of raw HTML with its line ends. */
void quote_tokens_html(struct quote_tokens *tokens, struct span html);

/* Gives back the list. */
void quote_tokens_release(struct quote_tokens *tokens);

/*
 * Whether the text that is token i, or its other end, touches emphasis in such a way that this
 * would not be read as that: then the character there is written as an entity, which is
 * punctuation. Within, it is a blank; outside, a letter or the like where the other side is none.
 */
bool quote_is_encoded(const struct quote_tokens *tokens, size_t i, bool end);

/* Writes them as a paragraph; nothing if they say nothing. boxed: they are the first of a list item
 * and may begin with a task's box, which is cut off from them. */
void quote_inlines(struct quote_lines *lines, struct quote_tokens *tokens, bool boxed);

/*
 * Appends where a link or image with that destination leads from the document, ready to stand in
 * parentheses. False if it leads nowhere that a reader should be led to.
 */
bool quote_destination(struct buf *b, const struct quote *quote, struct span url);

struct quote_writer {
	const struct quote *quote;
	struct quote_lines lines;
	struct quote_tokens tokens; /* of the paragraph at hand */
	unsigned depth;
};

/* Writes a block that holds no others; nothing if it is another. */
void quote_leaf(struct quote_writer *w, cmark_node *block);

/* Writes the blocks of a document. */
void quote_document(struct quote_writer *writer, cmark_node *document);

#endif
