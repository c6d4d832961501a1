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

enum { TEMP_NAME = 256 }; /* room for a temporary name */

/*
 * The steps, in this order; each returns 0 or -1, and then or at last comes replace_end(). Memory
 * is asked for in the first one alone: running out of it leaves nothing on the disk.
 */

/* Finds the file, and checks the stamp. */
int replace_open(struct replace *r, const char *path, const struct io_stamp *stamp,
		 struct diags *diags);

/* Writes text under a temporary name beside the file, and locks the file against others who
 * replace it or append to it. */
int replace_fill(struct replace *r, struct span text);

/* Checks the stamp again and puts the text in place. */
int replace_commit(struct replace *r);

/* Takes away the temporary file, if it was not put in place, and the lock. */
void replace_end(struct replace *r);

#endif
