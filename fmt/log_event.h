/*
 * Logging an event, and what it has changed.
 */
#ifndef NI_FMT_LOG_EVENT_H
#define NI_FMT_LOG_EVENT_H

#include "fmt/log_entry.h"
#include "fmt/log_who.h"
#include "src/due_change.h"

struct log_event {
	struct load_options *options;
	struct load before, after;
	struct people people; /* of before */
	struct span *ids;     /* theirs */
	struct log_entry entry;
	struct arena arena;
	bool reread; /* after is there */
};

/*
 * Logs what was said once for each contact whom who means ("-": the rows on standard input).
 * Nothing is logged if anything of that is wrong, if the id of one of them stands twice in
 * contacts.csv, or if that or the log cannot be read; bad
 * values in the network are told and no hindrance. Returns 0, or -1 with diagnostics. In both cases
 * it has to be released.
 */
int log_event_add(struct log_event *event, struct load_options *options,
		  const struct log_said *said, struct diags *diags);

/* Warns, if there are errors, that the answer to come is from what could be read. */
void log_event_doubt(const struct log_event *event, struct diags *diags);

/*
 * Reads the network again and prints to standard output what was logged, which actions that closed,
 * and what is next, for people and for others whom it touches. Faults, which were told before, are
 * not told again. Returns the errno of a write that failed, or 0.
 */
int log_event_answer(struct log_event *event, struct diags *diags);

/* Gives back both networks. */
void log_event_release(struct log_event *event);

#endif
