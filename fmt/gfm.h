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

/* Whether the '&' that s begins with begins something like an entity: &name; &#1; &#x1f; */
bool gfm_is_entity(struct span s);

/* Whether s is such that nothing would be dropped or replaced but blanks. */
bool gfm_is_clean(struct span s);

/* A line of code: the same without what is dropped there and all control characters; spaces and
 * tabs stay as they are. */
void gfm_clean_code(struct buf *b, struct span s);

/*
 * gfm_text in two steps, for text that is a part of a line with markup of its own: cleaned, with a
 * single blank at either end if there were blanks; and that as inline text, at the start of its
 * line or within it. goes_on: markup follows, which a bare URL at the end would swallow, and of
 * which '!' would make an image.
 */
void gfm_clean_part(struct buf *b, struct span s);
void gfm_part(struct buf *b, struct span s, bool starts_line, bool goes_on);

/* Appends [text](path). Path is a file's, percent-encoded so that it is never read as a scheme. */
void gfm_link(struct buf *b, struct span text, struct span path);

/* Appends only the path, encoded. */
void gfm_path(struct buf *b, struct span path);

#endif
