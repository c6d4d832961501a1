/* Replacing a file atomically. */
#ifndef _XOPEN_SOURCE
#define _XOPEN_SOURCE 700 /* realpath(): POSIX.1-2008, X/Open option */
#endif
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "src/base/io_replace.h"

enum { NAME_KEPT = 200, ATTEMPTS = 10 }; /* a temporary name stays below NAME_MAX */

static void stamp_of(struct io_stamp *stamp, const struct stat *st)
{
	*stamp = (struct io_stamp){.dev = st->st_dev,
				   .ino = st->st_ino,
				   .size = st->st_size,
				   .mtime = st->st_mtim,
				   .exists = true};
}

int io_stamp(int fd, struct io_stamp *stamp)
{
	struct stat st;

	if (fstat(fd, &st) < 0)
		return -1;
	stamp_of(stamp, &st);
	return 0;
}

static int fail(const struct replace *r, const char *what)
{
	io_fail(r->diags, what, r->shown, errno);
	return -1;
}

static int refuse(const struct replace *r, const char *why)
{
	diag_fail(r->diags, "'%.*s' %s; nothing was written", SPAN_ARG(r->shown), why);
	return -1;
}

/* Opens the directory and takes the name of the file that path leads to. */
static int open_place(struct replace *r, const char *path)
{
	struct buf folder = BUF_INIT;
	struct stat link;
	char *real = realpath(path, NULL);
	int error = errno;

	/* A link to nowhere would be replaced itself. */
	if (real == NULL && (error != ENOENT || lstat(path, &link) == 0)) {
		if (error == ENOENT && io_dangles(AT_FDCWD, path, r->shown, r->diags))
			return -1;
		errno = error;
		return fail(r, "replace");
	}
	const char *full = real != NULL ? real : path;
	const char *slash = strrchr(full, '/');
	buf_add_str(&r->name, slash != NULL ? slash + 1 : full);
	buf_add(&folder, full, slash != NULL ? (size_t)(slash + 1 - full) : 0);
	r->dir = open(folder.n > 0 ? folder.p : ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	free(real);
	buf_release(&folder);
	return r->dir >= 0 ? 0 : fail(r, "write");
}

static int look_at_old(struct replace *r)
{
	r->exists = fstatat(r->dir, r->name.p, &r->old, 0) == 0;
	if (!r->exists && errno != ENOENT)
		return fail(r, "replace");
	if (r->exists && !S_ISREG(r->old.st_mode))
		return refuse(r, "is no regular file");
	return 0;
}

/* Whether the file is still what the stamp says. */
static int check_stamp(const struct replace *r)
{
	struct stat st;
	struct io_stamp now;

	if (r->stamp == NULL)
		return 0;
	if (fstatat(r->dir, r->name.p, &st, 0) < 0)
		return !r->stamp->exists && errno == ENOENT
			       ? 0
			       : refuse(r, "has gone since it was read");
	if (!r->stamp->exists)
		return refuse(r, "exists already");
	stamp_of(&now, &st);
	if (now.dev != r->stamp->dev || now.ino != r->stamp->ino || now.size != r->stamp->size ||
	    now.mtime.tv_sec != r->stamp->mtime.tv_sec ||
	    now.mtime.tv_nsec != r->stamp->mtime.tv_nsec)
		return refuse(r, "was changed since it was read");
	return 0;
}

/* .ni-NAME.PID; a left-over of a killed process with our number makes it .ni-NAME.PID-1. */
static int open_temp(struct replace *r)
{
	mode_t mode = r->exists ? 0600 : 0666;
	struct span name = buf_span(&r->name);

	if (name.n > NAME_KEPT)
		name.n = NAME_KEPT;
	for (int i = 0; i < ATTEMPTS; i++) {
		buf_clear(&r->temp_name);
		buf_add_str(&r->temp_name, ".ni-");
		buf_add_span(&r->temp_name, name);
		buf_add_char(&r->temp_name, '.');
		buf_add_number(&r->temp_name, (long long)getpid());
		if (i > 0)
			buf_add_number(&r->temp_name, -i);
		r->temp = openat(r->dir, r->temp_name.p,
				 O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode);
		if (r->temp >= 0)
			return 0;
		if (errno != EEXIST)
			break;
	}
	return fail(r, "write");
}

/* Who may not give a file away keeps it; then it loses set-id bits, which were another's. */
static int keep_attributes(const struct replace *r)
{
	mode_t mode = r->old.st_mode & 07777;
	struct stat st;

	if (!r->exists)
		return 0;
	if (fstat(r->temp, &st) < 0)
		return -1;
	if (st.st_uid != r->old.st_uid || st.st_gid != r->old.st_gid) {
		if (fchown(r->temp, r->old.st_uid, r->old.st_gid) < 0) {
			if (errno != EPERM && errno != EINVAL) /* an owner unknown here */
				return -1;
			mode &= 01777;
			if (fchown(r->temp, (uid_t)-1, r->old.st_gid) < 0 && errno != EPERM)
				return -1;
		}
	}
	return fchmod(r->temp, mode);
}

static int fill_temp(struct replace *r, struct span text)
{
	int status = io_write_all(r->temp, text) < 0 || keep_attributes(r) < 0 || fsync(r->temp) < 0
			     ? fail(r, "write")
			     : 0;

	if (close(r->temp) < 0 && status == 0)
		status = fail(r, "write");
	return status;
}

/* The file is there under its own name too: that this one stays is no failure. */
static void drop_temp_name(const struct replace *r)
{
	if (unlinkat(r->dir, r->temp_name.p, 0) < 0)
		diag_add(r->diags, DIAG_WARNING, r->shown, 0, 0,
			 "was created, but '%.*s' beside it could not be removed",
			 SPAN_ARG(buf_span(&r->temp_name)));
}

/* A new file gets its name by link(), which overwrites nothing; not all file systems have it. */
static int name_new(const struct replace *r)
{
	struct stat st;

	if (linkat(r->dir, r->temp_name.p, r->dir, r->name.p, 0) == 0) {
		drop_temp_name(r);
		return 0;
	}
	if (errno != EPERM && errno != EOPNOTSUPP && errno != ENOSYS)
		return -1;
	if (fstatat(r->dir, r->name.p, &st, AT_SYMLINK_NOFOLLOW) == 0) {
		errno = EEXIST;
		return -1;
	}
	return renameat(r->dir, r->temp_name.p, r->dir, r->name.p);
}

/*
 * A lock on the old file, held from the last look at the stamp to the rename: of two who replace
 * it at once, the second gets it when the first is done, and finds another file there. Returns
 * its descriptor; or -1 where the file may not be written to, and then there is no lock.
 */
static int lock_old(const struct replace *r)
{
	struct flock lock = {.l_type = F_WRLCK, .l_whence = SEEK_SET};
	int fd = openat(r->dir, r->name.p, O_WRONLY | O_NONBLOCK | O_CLOEXEC);

	while (fd >= 0 && fcntl(fd, F_SETLKW, &lock) < 0)
		if (errno != EINTR)
			break; /* a file system without locks */
	return fd;
}

int replace_open(struct replace *r, const char *path, const struct io_stamp *stamp,
		 struct diags *diags)
{
	*r = (struct replace){.shown = span_str(path),
			      .stamp = stamp,
			      .diags = diags,
			      .dir = -1,
			      .temp = -1,
			      .lock = -1,
			      .name = BUF_INIT,
			      .temp_name = BUF_INIT};
	(void)buf_reserve(&r->temp_name, TEMP_NAME);
	return open_place(r, path) == 0 && look_at_old(r) == 0 ? check_stamp(r) : -1;
}

int replace_fill(struct replace *r, struct span text)
{
	if (open_temp(r) < 0)
		return -1;
	r->lock = lock_old(r);
	return fill_temp(r, text);
}

int replace_commit(struct replace *r)
{
	bool create = r->stamp != NULL && !r->stamp->exists;

	if (check_stamp(r) < 0)
		return -1;
	if (create ? name_new(r) < 0 : renameat(r->dir, r->temp_name.p, r->dir, r->name.p) < 0)
		return fail(r, create ? "create" : "replace");
	r->done = true;
	/* Some file systems cannot: then they say EINVAL. */
	if (fsync(r->dir) < 0 && errno != EINVAL)
		diag_add(r->diags, DIAG_WARNING, r->shown, 0, 0,
			 "was replaced, but it is not certain that the disk has it");
	return 0;
}

void replace_end(struct replace *r)
{
	if (!r->done && r->temp >= 0)
		(void)unlinkat(r->dir, r->temp_name.p, 0); /* the failure has been told */
	if (r->lock >= 0)
		(void)close(r->lock); /* nothing was written to it */
	if (r->dir >= 0)
		(void)close(r->dir); /* was only read from */
	buf_release(&r->name);
	buf_release(&r->temp_name);
}

int io_replace(const char *path, struct span text, const struct io_stamp *stamp,
	       struct diags *diags)
{
	struct replace r;
	int status = -1;

	if (replace_open(&r, path, stamp, diags) == 0 && replace_fill(&r, text) == 0)
		status = replace_commit(&r);
	replace_end(&r);
	return status;
}
