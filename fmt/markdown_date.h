/*
 * Dates in the text of a task: a key word and a date, as words of their own.
 */
#ifndef NI_FMT_MARKDOWN_DATE_H
#define NI_FMT_MARKDOWN_DATE_H

#include "src/base/date.h"

struct date_words {
	struct span word, sign; /* "due" and its emoji */
};

extern const struct date_words markdown_due, markdown_done;

/*
 * The first date in text that follows "due:", "due" or the emoji (ASCII case does not matter), else
 * DAY_NONE. Returns how many stand there that are shaped like a date but are none; *wrong is the
 * first of them.
 */
size_t markdown_date(struct span text, const struct date_words *words, int32_t *day,
		     struct span *wrong);

/* text without the dates that it ends with, due or done, and what belongs to them: the words,
 * and a comma before those. */
struct span markdown_before_dates(struct span text);

#endif
