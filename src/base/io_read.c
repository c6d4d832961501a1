/* Opening and reading whole files. */
#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "src/base/io.h"
#include "src/base/jobs.h"
#include "src/base/utf8.h"

enum { PIECE = 16 * 1024, PIECE_MOST = 256 * 1024, REASON_MAX = 256 };

/* For "%.*s": names are told whole, as SPAN_ARG would not. */
static int length_of(struct span shown)
{
	return shown.n < INT16_MAX ? (int)shown.n : INT16_MAX;
}

void io_fail(struct diags *diags, const char *what, struct span shown, int error)
{
	char reason[REASON_MAX] = "";

	/* strerror() may not be called by several threads at once. */
	if (strerror_r(error, reason, sizeof(reason)) != 0 && reason[0] == '\0')
		memcpy(reason, "unknown error", sizeof("unknown error"));
	diag_fail(diags, "cannot %s '%.*s': %s", what, length_of(shown), shown.n > 0 ? shown.p : "",
		  reason);
}

static void tell(struct diags *diags, struct span shown, const char *what)
{
	diag_fail(diags, "'%.*s' %s", length_of(shown), shown.n > 0 ? shown.p : "", what);
}

static int refuse(struct diags *diags, struct span shown, const char *why, int fd)
{
	tell(diags, shown, why);
	(void)close(fd); /* was only read from */
	errno = EINVAL;
	return -1;
}

bool io_dangles(int dir, const char *path, struct span shown, struct diags *diags)
{
	struct stat st;

	if (fstatat(dir, path, &st, AT_SYMLINK_NOFOLLOW) < 0 || !S_ISLNK(st.st_mode) ||
	    fstatat(dir, path, &st, 0) == 0 || errno != ENOENT)
		return false;
	tell(diags, shown, "is a symbolic link to nothing");
	return true;
}

int io_open_text(int dir, const char *path, struct span shown, enum io_kind kind,
		 bool quiet_missing, struct diags *diags)
{
	if (utf8_invalid(shown) == shown.n)
		return io_open(dir, path, shown, kind, quiet_missing, diags);
	tell(diags, shown, "has a name that is not UTF-8");
	errno = EILSEQ;
	return -1;
}

int io_open(int dir, const char *path, struct span shown, enum io_kind kind, bool quiet_missing,
	    struct diags *diags)
{
	int flags = O_RDONLY | O_CLOEXEC | O_NOCTTY | (kind == IO_REGULAR ? O_NONBLOCK : 0);
	struct stat st;
	int fd;

	do
		fd = openat(dir, path, flags);
	while (fd < 0 && errno == EINTR);
	if (fd < 0) {
		int error = errno;
		if (error == ENOENT && io_dangles(dir, path, shown, diags))
			error = EINVAL;
		else if (error != ENOENT || !quiet_missing)
			io_fail(diags, "open", shown, error);
		errno = error;
		return -1;
	}
	if (fstat(fd, &st) < 0) {
		io_fail(diags, "open", shown, errno);
		(void)close(fd);
		errno = EIO;
		return -1;
	}
	if (S_ISDIR(st.st_mode))
		return refuse(diags, shown, "is a directory", fd);
	if (kind == IO_REGULAR && !S_ISREG(st.st_mode))
		return refuse(diags, shown, "is no regular file", fd);
	return fd;
}

/* How much to read next: what room there is; a byte more than the limit tells that it is passed. */
static size_t next_piece(struct buf *into, size_t had, size_t limit)
{
	size_t room = into->cap > into->n ? into->cap - into->n - 1 : 0;
	size_t left = limit - (into->n - had);

	if (room < PIECE / 4)
		room = into->n > PIECE ? into->n / 2 : PIECE;
	if (room > PIECE_MOST)
		room = PIECE_MOST;
	return limit > 0 && room > left ? left + 1 : room;
}

/* A part of a large file, which several jobs read at once: most of the time goes into the memory.
 */
struct part {
	int fd;
	char *to;
	off_t at;
	size_t size, had;
};

enum { PART_LEAST = 4 * 1024 * 1024 };

static void read_part(void *job)
{
	struct part *part = job;
	ssize_t n = 1;

	while (part->had < part->size && (n > 0 || (n < 0 && errno == EINTR))) {
		n = pread(part->fd, part->to + part->had, part->size - part->had,
			  part->at + (off_t)part->had);
		if (n > 0)
			part->had += (size_t)n;
	}
}

/* Reads the file, if it is a large one and nothing of it has been read. What cannot be had like
 * this is left to read(). */
static void read_parts(int fd, struct buf *into)
{
	struct part parts[JOBS_MOST];
	struct stat st;
	size_t size, count, had = 0;
	char *to;

	if (fstat(fd, &st) < 0 || !S_ISREG(st.st_mode) || lseek(fd, 0, SEEK_CUR) != 0)
		return;
	size = (size_t)st.st_size;
	count = jobs_count(size, PART_LEAST);
	to = buf_reserve(into, size + PIECE); /* and what tells that no more has come */
	if (count == 1)
		return;
	for (size_t k = 0; k < count; k++) {
		size_t start = jobs_share(size, k, count);

		parts[k] = (struct part){fd, to + start, (off_t)start,
					 jobs_share(size, k + 1, count) - start, 0};
	}
	jobs_run(read_part, parts, count, sizeof(*parts));
	for (size_t k = 0; k < count; k++)
		had += parts[k].had;
	if (had == size && lseek(fd, (off_t)size, SEEK_SET) == (off_t)size)
		into->n += size;
}

int io_read_all(int fd, struct span shown, size_t limit, struct buf *into, struct diags *diags)
{
	size_t had = into->n;

	if (limit == 0)
		read_parts(fd, into);
	for (;;) {
		size_t piece = next_piece(into, had, limit);
		char *to = buf_reserve_touched(into, piece);
		ssize_t n = io_read(fd, to, piece);
		if (n < 0) {
			io_fail(diags, "read", shown, errno);
			return -1;
		}
		into->n += (size_t)n;
		into->p[into->n] = '\0';
		if (n == 0 || (limit > 0 && into->n - had > limit))
			return 0;
	}
}
