/* Changing several files together. */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "src/base/io_replace.h"
#include "src/base/mem.h"
#include "src/base/os.h"

/* A change on its way. */
struct step {
	const struct io_change *change;
	struct replace replace;
	struct buf kept; /* the second name, in its folder, of what the file held */
	int folder;      /* of a file that gets another name; else -1 */
	bool prepared, keeps, moved;
	struct diags *diags;
};

static bool replaces(const struct step *s)
{
	return s->change->text.p != NULL;
}

/* On a file system that ignores the case of letters, the new name may be the file's own. */
static bool is_same_file(const char *path, const char *to)
{
	struct stat a, b;

	return lstat(path, &a) == 0 && lstat(to, &b) == 0 && a.st_dev == b.st_dev &&
	       a.st_ino == b.st_ino;
}

int io_name_free(const struct io_change *change, struct diags *diags)
{
	struct stat st;

	if (change->to == NULL || is_same_file(change->path, change->to))
		return 0;
	if (lstat(change->to, &st) == 0)
		errno = EEXIST;
	if (errno == ENOENT)
		return 0;
	diag_fail(diags, "cannot rename '%s' to '%s': %s", change->path, change->to,
		  strerror(errno));
	return -1;
}

static int copy_old(const struct step *s)
{
	const struct replace *r = &s->replace;
	int fd = openat(r->dir, s->kept.p, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC,
			r->old.st_mode & 0700);
	int status;

	if (fd < 0)
		return -1;
	status = io_write_all(fd, s->change->old) < 0 || fchmod(fd, r->old.st_mode & 0777) < 0 ||
				 fsync(fd) < 0
			 ? -1
			 : 0;
	return close(fd) < 0 ? -1 : status;
}

/* A second name for what the file holds, to have it back; a copy where there are no such links. */
static int keep_old(struct step *s)
{
	const struct replace *r = &s->replace;

	buf_add_str(&s->kept, ".ni-old");
	buf_add_span(&s->kept, span_skip(buf_span(&r->temp_name), strlen(".ni")));
	s->keeps = true;
	if (linkat(r->dir, r->name.p, r->dir, s->kept.p, 0) == 0)
		return 0;
	if (errno == EEXIST)
		s->keeps = false; /* not ours */
	if (errno == EPERM || errno == EOPNOTSUPP || errno == ENOSYS || errno == EMLINK)
		if (copy_old(s) == 0)
			return 0;
	io_fail(s->diags, "keep the contents of", r->shown, errno);
	return -1;
}

/* To be told later that a name in it has to be on the disk. */
static int open_folder(struct step *s)
{
	const char *path = s->change->path, *slash = strrchr(path, '/');
	struct buf folder = BUF_INIT;

	buf_add(&folder, path, slash != NULL ? (size_t)(slash + 1 - path) : 0);
	s->folder = open(folder.n > 0 ? folder.p : ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	buf_release(&folder);
	if (s->folder >= 0)
		return 0;
	io_fail(s->diags, "rename", span_str(path), errno);
	return -1;
}

/* All that needs memory, for nobody gets to take back what is done when that runs out. */
static int prepare(struct step *s)
{
	const struct io_change *c = s->change;

	if (io_name_free(c, s->diags) != 0 || (c->to != NULL && open_folder(s) != 0))
		return -1;
	if (!replaces(s))
		return 0;
	s->prepared = true;
	(void)buf_reserve(&s->kept, TEMP_NAME);
	return replace_open(&s->replace, c->path, &c->stamp, s->diags);
}

static int fill(struct step *s)
{
	if (!replaces(s))
		return 0;
	return replace_fill(&s->replace, s->change->text) == 0 ? keep_old(s) : -1;
}

static int move(const char *path, const char *to)
{
	return is_same_file(path, to) ? renameat(AT_FDCWD, path, AT_FDCWD, to)
				      : os_rename_new(path, to);
}

static int commit(struct step *s)
{
	const struct io_change *c = s->change;

	if (replaces(s) && replace_commit(&s->replace) != 0)
		return -1;
	if (c->to == NULL)
		return 0;
	if (move(c->path, c->to) != 0) {
		diag_fail(s->diags, "cannot rename '%s' to '%s': %s", c->path, c->to,
			  strerror(errno));
		return -1;
	}
	s->moved = true;
	(void)fsync(s->folder); /* what it then lacks is a name alone */
	return 0;
}

/* As it was before commit(), also one that was only half done. */
static void take_back(struct step *s)
{
	const struct io_change *c = s->change;
	const struct replace *r = &s->replace;

	if (s->moved && move(c->to, c->path) != 0)
		diag_fail(s->diags, "cannot rename '%s' to '%s' again: %s", c->to, c->path,
			  strerror(errno));
	if (!replaces(s) || !r->done)
		return;
	s->keeps = false; /* it is the file again; or else all there is */
	if (renameat(r->dir, s->kept.p, r->dir, r->name.p) != 0)
		diag_fail(s->diags,
			  "cannot give '%s' back what it held, which is in '%s' beside it: %s",
			  c->path, s->kept.p, strerror(errno));
}

/*
 * The second name goes before the lock: who waits to append has to see that the file which they
 * have opened has no name any more.
 */
static void end(struct step *s)
{
	if (s->keeps && unlinkat(s->replace.dir, s->kept.p, 0) != 0)
		diag_add(s->diags, DIAG_WARNING, s->replace.shown, 0, 0,
			 "'%s' beside it could not be removed", s->kept.p);
	if (s->prepared)
		replace_end(&s->replace);
	if (s->folder >= 0)
		(void)close(s->folder); /* was only read from */
	buf_release(&s->kept);
}

int io_change(const struct io_change *changes, size_t count, struct diags *diags)
{
	struct step *steps = mem_resize(NULL, count, sizeof(*steps));
	size_t ready = 0, filled = 0, done = 0;
	int status = 0;

	for (; status == 0 && ready < count; ready++) {
		steps[ready] = (struct step){
			.change = &changes[ready], .kept = BUF_INIT, .folder = -1, .diags = diags};
		status = prepare(&steps[ready]);
	}
	for (; status == 0 && filled < count; filled++)
		status = fill(&steps[filled]);
	for (; status == 0 && done < count; done++)
		status = commit(&steps[done]);
	if (status != 0)
		while (done > 0)
			take_back(&steps[--done]);
	for (size_t i = 0; i < ready; i++)
		end(&steps[i]);
	free(steps);
	return status;
}
