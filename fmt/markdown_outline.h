/*
 * The outline of a body, whichever way it is read: which headings stand above, what question is
 * being answered. Not for others than fmt/markdown*.
 */
#ifndef NI_FMT_MARKDOWN_OUTLINE_H
#define NI_FMT_MARKDOWN_OUTLINE_H

#include "src/base/arena.h"
#include "src/base/buf.h"
#include "src/note.h"

struct source;

/* A heading above, and what it means for what is below it. */
struct outline_heading {
	struct span text;
	bool private;
	uint8_t kinds; /* EXCERPT_ bits */
};

/* To begin with, source, arena and body are set, and the rest is zero. */
struct outline {
	const struct source *source;
	struct arena *arena;
	struct body *body;
	struct buf scratch;                 /* for whoever reads, between two calls */
	struct outline_heading headings[7]; /* by level */
	struct span section, category;
	size_t question_cap, task_cap, excerpt_cap;
	bool answering; /* the last question is a heading, and this is its answer */
	int answer_level;
	uint32_t answer_from;
	bool faulty; /* set by whoever reads, after a diagnostic */
};

/* A heading of the document with its plain text, on the lines first to last of the source. */
void outline_add_heading(struct outline *o, int level, struct span text, uint32_t first,
			 uint32_t last);

/* What the headings above mean together. */
uint8_t outline_kinds(const struct outline *o);

/* Whether it counts that something stands here, and that it does. */
bool outline_wants_something(const struct outline *o);
void outline_add_something(struct outline *o);

/* A list item at that line of the source that is a task. */
void outline_add_task(struct outline *o, const struct task *task);

/* Whether a list item with that plain text asks something. */
bool outline_is_question(struct span text);

/* Adds it with a copy of the text; what is returned is valid until the next is added. */
struct question *outline_add_question(struct outline *o, struct span text, uint32_t line);

/* Sets the answer to the lines first to last, if there is one. */
void outline_set_answer(struct outline *o, struct question *question, uint32_t first, uint32_t last,
			unsigned quotes);

/* Whether blocks that stand here are excerpts, if they say anything. */
bool outline_wants_excerpts(const struct outline *o);

/* The block on the lines first to last of the source, which is in no container, is one. */
void outline_add_excerpt(struct outline *o, uint32_t first, uint32_t last);

/* So is such a list item; task: which task it is, or UINT32_MAX. */
void outline_add_item_excerpt(struct outline *o, uint32_t first, uint32_t last, uint32_t task);

/* Brings what was found into the arena. Returns -1 if something was faulty, else 0. */
int outline_end(struct outline *o);

#endif
