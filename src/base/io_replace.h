/*
 * The steps of replacing a file, for io_replace() and io_change(): not for others.
 */
#ifndef NI_BASE_IO_REPLACE_H
#define NI_BASE_IO_REPLACE_H

#include <sys/stat.h>

#include "src/base/io.h"

/* A file that is being replaced. */
struct replace {
	struct span shown;
	const struct io_stamp *stamp;
	struct diags *diags;
	int dir, temp, lock;
	struct buf name, temp_name; /* in dir */
	struct stat old;
	bool exists, done;
};

/*
 * Writes text under a temporary name beside the file, checks the stamp, and locks the file against
 * others who replace it or append to it. Returns 0 or -1; replace_end() in any case.
 */
int replace_prepare(struct replace *r, const char *path, struct span text,
		    const struct io_stamp *stamp, struct diags *diags);

/* Checks the stamp again and puts the text in place. */
int replace_commit(struct replace *r);

/* Takes away the temporary file, if it was not put in place, and the lock. */
void replace_end(struct replace *r);

#endif
