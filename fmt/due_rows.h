/*
 * What is due as rows: due, days, action, reason, anchor, then the person's columns.
 */
#ifndef NI_FMT_DUE_ROWS_H
#define NI_FMT_DUE_ROWS_H

#include "fmt/load.h"
#include "fmt/stream.h"
#include "src/due.h"

/* The block, ended by NULL. */
extern const char *const due_block[];

/* The texts and the log's notes that the rules' reasons need, for struct load_options. */
#define DUE_TEXTS (TEXT_BIT(TEXT_ORG) | TEXT_BIT(TEXT_FIELD) | TEXT_BIT(TEXT_EMAIL))
#define DUE_EVENT_NOTES EVENTS_TALK

/*
 * Writes at most most rows to standard output. A table on a terminal has those that are late in
 * colour, and says below, on standard error, how many there are: "3 late, 1 today, 4 to come".
 * Returns the errno of a write that failed, or 0.
 */
int due_rows_write(struct load *load, struct due *due, enum format format, size_t most);

#endif
