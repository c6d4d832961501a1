/*
 * The text of a new note: front matter, what is known as prompts for research, the questions, and
 * the sections that follow an interview.
 */
#ifndef NI_FMT_DRAFT_H
#define NI_FMT_DRAFT_H

#include "src/base/buf.h"
#include "src/prepare.h"

struct draft {
	const struct network *network;
	uint32_t contact;
	int32_t date;
	struct span time, mode, place; /* UTF-8 without control characters; empty: not known */
	uint32_t minutes;
	const struct bank *bank;
	const bool *chosen; /* of each of the bank's questions */
};

/*
 * Appends the note. All that comes from the network is on one line of its own comment or heading,
 * and cannot end it. Prompts are comments: nothing counts as research, a task or an answer.
 */
void draft_write(const struct draft *draft, struct buf *text);

/* The section Research, with what is known of the contact. */
void draft_write_research(const struct draft *draft, struct buf *text);

/* Appends s so that it cannot end the comment in which it stands; a long one is cut. */
void draft_write_known(struct buf *text, struct span s);

#endif
