/*
 * What ni-log says after logging: a line for each thing, in columns that awk can cut.
 */
#ifndef NI_FMT_LOG_ANSWER_H
#define NI_FMT_LOG_ANSWER_H

#include "fmt/log_event.h"

struct log_answer {
	const struct log_event *event;
	const struct due_changes *changes; /* by person, as due_change_find leaves them */
	struct due *before, *after;        /* what the changes come from; NULL: there are none */
};

/*
 * For each of the people: "logged DATE ID EVENT what", then "closed DUE ID ACTION reason" and "next
 * DUE ID ACTION reason"; then the same of others. "-" where there is no date or action. Returns the
 * errno of a write that failed, or 0.
 */
int log_answer_write(struct log_answer *answer);

#endif
