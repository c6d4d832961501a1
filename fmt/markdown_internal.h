/*
 * Shared by the files that read a note's body: not for others.
 */
#ifndef NI_FMT_MARKDOWN_INTERNAL_H
#define NI_FMT_MARKDOWN_INTERNAL_H

#include <cmark.h>

#include "src/base/arena.h"
#include "src/base/buf.h"
#include "src/base/diag.h"
#include "src/note.h"

/* The source of a body by lines. */
struct source {
	struct span text, shown;
	uint32_t line;    /* number of its first line in the file */
	uint32_t *starts; /* offsets of the lines */
	uint32_t count;   /* of lines */
	bool excerpts;    /* are wanted */
	struct diags *diags;
};

/* The n-th line from 1, without its end. */
struct span source_line(const struct source *source, uint32_t n);

/* line without the prefixes of that many block quotes, as far as it has them. */
struct span source_unquote(struct span line, unsigned quotes);

/*
 * Appends the lines first to last: without the prefixes of quotes, without the indent that
 * they have in common, without blank lines at the ends.
 */
void source_extract(const struct source *source, uint32_t first, uint32_t last, unsigned quotes,
		    struct buf *into);

/*
 * The last line of a heading that is a child of the document. cmark 0.30 gives a heading with an
 * underline one line too many, unless the text ends there.
 */
uint32_t source_heading_end(const struct source *source, cmark_node *heading);

/* A cmark line number as one of the file. */
static inline uint32_t source_number(const struct source *source, cmark_node *node)
{
	return source->line + (uint32_t)cmark_node_get_start_line(node) - 1;
}

/* The next node after node in document order that is not within it, but within top; or NULL. */
cmark_node *markdown_after(cmark_node *node, cmark_node *top);

/* The same, but first that within node. */
cmark_node *markdown_next(cmark_node *node, cmark_node *top);

/* Replaces the contents of into by the plain text of a paragraph or heading, trimmed; links,
 * emphasis and code are their text, raw HTML is nothing. */
struct span markdown_plain(cmark_node *block, struct buf *into);

/* Digits of the number that text begins with, if '.' or ')' follows it as in the marker of an
 * ordered list; else 0. More than nine make no marker to CommonMark. */
size_t markdown_number(struct span text);

/* Whether a block says anything (PRACTICE: "are nothing"; headings and thematic breaks alone are
 * not). */
bool markdown_is_something(cmark_node *block, struct buf *scratch);

/* Bytes of the comment at the head of text; all of it if the comment does not end; 0: none. */
size_t markdown_comment(struct span text);

/* Link reference definitions, a line each: the first so many, and such as take one line. */
struct definitions {
	struct buf lines;
	size_t count;
};

/* Adds those that stand on the lines first to last. */
void markdown_find_definitions(const struct source *source, uint32_t first, uint32_t last,
			       struct definitions *found);

/* What stands in the brackets of a line that could be a definition; else empty. */
struct span markdown_definition_label(struct span line);

/* Whether what stands under a heading is private. */
bool markdown_is_private(cmark_node *heading, struct buf *scratch);

/* What a line says within the quotes and list items that it would begin, trimmed. */
struct span markdown_unmarked(struct span line);

/*
 * The literal text of a code or HTML block up to a line that would be the heading Private outside
 * of it: who forgot to close a fence or a tag did not mean to tell what follows.
 */
struct span markdown_public_part(struct span literal);

/* Whether what follows a block is private too: it is HTML with such a line, other than a comment.
 * A tag's block ends at a blank line, whether or not the tag was closed. */
bool markdown_turns_private(cmark_node *block);

/* text without its HTML comments, trimmed, is empty. */
bool markdown_only_comments(struct span text);

/* "[ ]", "[x]" or "[X]" at the head of text, and nothing or a blank after it. */
bool markdown_is_box(struct span text);

enum task_kind {
	TASK_NONE,  /* no box */
	TASK_EMPTY, /* a box without text: nothing */
	TASK_READ
};

/* What simple bodies are made of; "text" begins with a letter or the like, so that it begins no
 * block. */
enum line_kind {
	LINE_OTHER, /* left to cmark */
	LINE_BLANK,
	LINE_HEADING, /* '# ' and text without markup */
	LINE_ITEM,    /* '- ' and text without markup, or a box and text */
	LINE_INNER,   /* two blanks and text: of an item, if one is open */
	LINE_QUOTE,   /* '> ' and text */
	LINE_TEXT
};

/* A box, and what of its line is behind and in it. */
struct box {
	uint32_t line; /* from 1 in the body */
	struct span rest;
};

/*
 * Reads a list item, inside that many block quotes, as a task: text (in the
 * arena), done, due, completed and line. *faulty is set after a diagnostic: a date that is none.
 */
enum task_kind markdown_task(const struct source *source, cmark_node *item, unsigned quotes,
			     struct buf *scratch, struct arena *arena, struct task *task,
			     bool *faulty);

/* The same for an item whose box is known, and the last line of its paragraph; all but line. Not
 * TASK_NONE. */
enum task_kind markdown_boxed(const struct source *source, const struct box *box, uint32_t last,
			      unsigned quotes, struct buf *scratch, struct arena *arena,
			      struct task *task, bool *faulty);

/*
 * What kind of line each is, if all are of the few kinds that can be read without cmark: one for
 * each line, from 0, in kinds. False if any is not.
 */
bool markdown_is_simple(const struct source *source, enum line_kind *kinds);

/* Reads such a body: gives what markdown_walk() does. */
int markdown_read_simple(const struct source *source, const enum line_kind *kinds,
			 struct arena *arena, struct body *body);

/* Reads a whole document into body: headings, questions, tasks. Returns 0, or -1 with diagnostics.
 */
int markdown_walk(const struct source *source, cmark_node *document, struct arena *arena,
		  struct body *body);

#endif
