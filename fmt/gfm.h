/*
 * Text from data into GitHub Flavoured Markdown, so that it prints as itself: nothing in it
 * is markup, and it stays on one line. Readable in a terminal too: only what could
 * mean something where it stands is escaped. Bare URLs, addresses and @names are left alone.
 */
#ifndef NI_FMT_GFM_H
#define NI_FMT_GFM_H

#include "src/base/buf.h"

/*
 * Appends s as inline text; fit for paragraphs, list items, headings, link texts and table cells.
 * White space and control characters are collapsed to single spaces and trimmed; bidirectional
 * embeddings, overrides and isolates, which could reorder what follows, and U+FEFF are dropped.
 */
void gfm_text(struct buf *b, struct span s);

/* The same without escaping anything: for where Markdown knows no markup, as in a comment. */
void gfm_clean(struct buf *b, struct span s);

/* Appends [text](path). Path is a file's, percent-encoded so that it is never read as a scheme. */
void gfm_link(struct buf *b, struct span text, struct span path);

#endif
