/*
 * What to know before a meeting with somebody.
 */
#ifndef NI_REPORT_BRIEF_H
#define NI_REPORT_BRIEF_H

#include "src/report.h"

struct brief_question {
	const struct note *note;
	const struct question *question;
};

struct report_brief {
	struct report_person person;
	const struct note **past; /* what was not planned, the latest first */
	size_t past_count;
	/* Of notes that are held or unwritten, the latest first: what they have not answered since,
	 * each once, but for what the next note asks. None is confidential. */
	struct brief_question *unanswered;
	size_t unanswered_count;
	struct arena arena;
};

/* What the report says of the contact, with what a meeting takes. The report was computed with
 * REPORT_PEOPLE, and bodies have been read with NOTE_TEXTS; it must outlive the brief, which is to
 * be released. */
void report_brief_find(const struct report *report, uint32_t contact, struct report_brief *brief);
void report_brief_release(struct report_brief *brief);

/* Where one is in what was said in a note. */
struct brief_walk {
	const struct note *note;
	uint32_t at; /* these are 0 to begin with */
	const struct question *above;
	size_t from; /* in its answer */
	bool beyond; /* its answer */
};

/*
 * The note's next excerpt of one of the kinds, as said_in_note; but not what a question's answer
 * says too, as under "What would you do?" in the section Advice. Returns false at the end.
 */
bool brief_said(struct brief_walk *walk, unsigned kinds, struct said *said);

#endif
