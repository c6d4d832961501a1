/*
 * Markdown that somebody wrote in a note, quoted in another document: it keeps its emphasis, links,
 * lists and code, and can do nothing to the document around it. Headings become bold paragraphs,
 * raw HTML is shown as text and its comments are left out, as is what stands under a heading
 * Private; relative links lead where they led, or, where there are to be none to files
 * (fmt/links.h), are their text alone.
 */
#ifndef NI_FMT_QUOTE_H
#define NI_FMT_QUOTE_H

#include "fmt/links.h"

struct quote {
	const struct links *links;
	struct span file;        /* the note, as anchors call it */
	struct span definitions; /* of links, that stand elsewhere in it: struct body */
};

/*
 * Appends markdown as blocks, each line with prefix before it (blanks, or "> "), no blank line at
 * the ends. Whatever the text, a parser finds the same blocks around it.
 */
void quote_blocks(struct buf *b, const struct quote *quote, struct span markdown,
		  const char *prefix);

#endif
