/*
 * log.csv (ni-log(5)): events in.
 */
#ifndef NI_FMT_LOG_H
#define NI_FMT_LOG_H

#include "fmt/header.h"
#include "src/network.h"

/* The columns that mean something, in its order. */
enum log_column { LOG_DATE, LOG_CONTACT, LOG_EVENT, LOG_VIA, LOG_UNTIL, LOG_NOTE, LOG_COLUMNS };

/* Their names; then NULL. */
extern const char *const log_columns[LOG_COLUMNS + 1];

/* What its header has to be like. */
extern const struct header_rules log_rules;

/* Appends the first line of a new log. */
void log_write_header(struct buf *b);

#define LOG_VIAS (1u << 31) /* beside EVENT_BITs: keep the network's vias */

/*
 * Adds the events of an open log to the network, whose contacts are all there. Only the notes of
 * the EVENT_BITs in keep are kept, and the vias with LOG_VIAS. Lines with a bad value are told and
 * left out; people who are no contacts get a warning. Returns 0, or -1 after a fault of syntax
 * (nothing should be printed then).
 */
int log_read(int fd, struct span shown, uint32_t keep, struct network *network,
	     struct diags *diags);

#endif
