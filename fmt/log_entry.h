/*
 * What is to be logged, as it was said on the command line.
 */
#ifndef NI_FMT_LOG_ENTRY_H
#define NI_FMT_LOG_ENTRY_H

#include "src/base/arena.h"
#include "src/base/diag.h"
#include "src/event.h"

/* What was said; of date, until and via NULL: nothing. */
struct log_said {
	char *who; /* CONTACT, or "-": rows on standard input */
	const char *event, *date, *until, *via;
	char **words; /* of the note */
	size_t word_count;
};

/* An event of no contact yet. The texts are one line, without control characters. */
struct log_entry {
	int32_t day, until; /* until DAY_NONE: not deferred */
	enum event_kind kind;
	struct span via, note; /* in the arena */
};

/*
 * Reads what was said on the day today. All that is wrong with it is told. Returns 0 or -1.
 */
int log_entry_read(const struct log_said *said, int32_t today, struct arena *arena,
		   struct log_entry *entry, struct diags *diags);

#endif
