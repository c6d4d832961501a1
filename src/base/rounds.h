/*
 * Text that several jobs make of many things, in rounds: some parts are made at once, then written
 * in their order, so that what comes out is the same with any number of jobs, and no more of it
 * waits in memory than one round.
 */
#ifndef NI_BASE_ROUNDS_H
#define NI_BASE_ROUNDS_H

#include "src/base/io.h"

struct rounds {
	size_t count; /* of things */
	size_t share; /* of them in a part, from 1 on: worth a thread, and not too long to wait */
	size_t jobs;  /* parts of a round, 1 to JOBS_MOST */
	/* Adds what things first to end, without this one, make to text, which is empty. It is
	 * called by several threads at the same time, and may write to nothing else that they
	 * share. */
	void (*make)(void *data, size_t first, size_t end, struct buf *text);
	void *data;
};

/* Makes and writes all of them, or collects them in a sink that collects. */
void rounds_write(const struct rounds *rounds, struct sink *sink);

#endif
