/* An empty folder, which is the working directory while a test runs: its setup and teardown. Wants
 * _XOPEN_SOURCE 700, for nftw and P_tmpdir. */
#ifndef NI_TESTS_FOLDER_H
#define NI_TESTS_FOLDER_H

#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "src/base/buf.h"

static inline int enter_folder(void **state)
{
	const char *tmp = getenv("TMPDIR");
	struct buf *path = calloc(1, sizeof(*path));

	if (path == NULL)
		return -1;
	*path = BUF_INIT;
	buf_add_format(path, "%s/ni-test.XXXXXX", tmp != NULL && *tmp != '\0' ? tmp : P_tmpdir);
	*state = path;
	return mkdtemp(path->p) != NULL && chdir(path->p) == 0 ? 0 : -1;
}

static inline int delete_one(const char *path, const struct stat *st, int type, struct FTW *where)
{
	(void)st;
	(void)type;
	(void)where;
	return remove(path);
}

static inline int leave_folder(void **state)
{
	struct buf *path = *state;
	int status = chdir("/") == 0 ? nftw(path->p, delete_one, 16, FTW_DEPTH | FTW_PHYS) : -1;

	buf_release(path);
	free(path);
	return status;
}

#endif
