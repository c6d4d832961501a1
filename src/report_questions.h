/*
 * What was asked, and what everybody answered.
 *
 * The questions are those of the report's interviews that are held or unwritten, and of others what
 * has an answer; none that stands under Private. Those that are equal when folded are one. People
 * are the selected contacts of these interviews.
 */
#ifndef NI_REPORT_QUESTIONS_H
#define NI_REPORT_QUESTIONS_H

#include "src/note.h"

struct report_answer {
	const struct note *note;
	const struct question *question;
};

struct report_question {
	struct span text;              /* the bank's, else as it was written first */
	size_t asked, answered;        /* of how many people, by how many */
	struct report_answer *answers; /* by date, path, line */
	size_t answer_count;
};

/*
 * A category: the bank's, for a question of the bank; else the one that the question has where it
 * stands first, but not that note's title. Categories that are equal when folded are one.
 */
struct report_category {
	struct span name;                  /* empty: none */
	struct report_question *questions; /* in the bank's order, then as they came */
	size_t count;
};

struct report_categories {
	struct report_category *list; /* in the bank's order, then as they came, none last */
	size_t count;
};

struct report_questions {
	struct report_categories asked; /* none is empty; options.shared: what has an answer */
	struct report_categories open;  /* of the bank, what nobody has answered */
	size_t people; /* in an interview that is held or unwritten, or of which there is an answer
			*/
};

#endif
