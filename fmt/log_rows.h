/*
 * The log, or what has happened with people, as rows: date, contact, event, via, until, note,
 * anchor.
 */
#ifndef NI_FMT_LOG_ROWS_H
#define NI_FMT_LOG_ROWS_H

#include "fmt/stream.h"
#include "src/history.h"

/*
 * Writes the history to standard output. The network has the notes of all events, their vias, and
 * the bodies of the notes. Returns the errno of a write that failed, or 0.
 */
int log_rows_write(const struct network *network, const struct history *history, int32_t today,
		   enum format format);

#endif
