/*
 * A note's Markdown body, with cmark's blocks: headings, questions, answers, tasks.
 * Inline positions of cmark are unreliable: dates and boxes are taken from the raw lines.
 */
#ifndef NI_FMT_MARKDOWN_H
#define NI_FMT_MARKDOWN_H

#include "src/base/arena.h"
#include "src/base/diag.h"
#include "src/note.h"

/* Whether body could hold a task: no "[ ]", "[x]" or "[X]" in it means no. Fast. */
bool markdown_may_hold_task(struct span body);

/* Reads body, whose first line has the number line, but no excerpts. Returns 0, or -1 with
 * diagnostics (too deep, a date that is none). body->read is set. */
int markdown_read(struct span text, uint32_t line, struct span shown, struct arena *arena,
		  struct diags *diags, struct body *body);

/* The same with excerpts. */
int markdown_read_texts(struct span text, uint32_t line, struct span shown, struct arena *arena,
			struct diags *diags, struct body *body);

#endif
