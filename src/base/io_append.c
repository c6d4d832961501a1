/*
 * Appending whole lines with one write. A kill may come between two pages of one write, so several
 * lines that do not fit into what is left of the file's last page replace the file instead.
 */
#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "src/base/io.h"

/*
 * Of two that append, one must not see the other's line half there and end it with a newline. Where
 * the file system has no locks that is still the worst that can happen: an empty line.
 */
static void lock(int fd)
{
	struct flock whole = {.l_type = F_WRLCK, .l_whence = SEEK_SET};

	while (fcntl(fd, F_SETLKW, &whole) < 0 && errno == EINTR)
		;
}

enum { ATTEMPTS = 100, PAGE_LEAST = 4096 };

/* A file that is being appended to. */
struct append {
	const char *path;
	int fd;
	struct span shown;
	off_t old_size;
	struct diags *diags;
};

static int fail(const struct append *a)
{
	io_fail(a->diags, "append to", a->shown, errno);
	return -1;
}

/* A last line that lacks its newline gets one in the same write, such as the lines of text have. */
static int begin(struct append *a, struct span text, struct buf *out)
{
	struct stat st;
	char last;
	ssize_t n;

	if (fstat(a->fd, &st) < 0)
		return -1;
	if (!S_ISREG(st.st_mode)) {
		errno = EINVAL;
		return -1;
	}
	a->old_size = st.st_size;
	if (st.st_size == 0)
		return 0;
	do
		n = pread(a->fd, &last, 1, st.st_size - 1);
	while (n < 0 && errno == EINTR);
	if (n < 0)
		return -1;
	if (n == 1 && last != '\n')
		buf_add_str(out, last != '\r' && span_ends(text, SPAN("\r\n")) ? "\r\n" : "\n");
	return 0;
}

/* Takes away again the n bytes that were appended, if nothing has come after them. */
static int cut_off(const struct append *a, size_t n)
{
	struct stat st;

	if (fstat(a->fd, &st) < 0 || st.st_size != a->old_size + (off_t)n)
		return -1;
	while (ftruncate(a->fd, a->old_size) < 0)
		if (errno != EINTR)
			return -1;
	return 0;
}

static int write_once(const struct append *a, struct span text)
{
	ssize_t n;

	do
		n = write(a->fd, text.p, text.n);
	while (n < 0 && errno == EINTR);
	if (n < 0)
		return fail(a);
	if ((size_t)n == text.n)
		return 0;
	diag_fail(a->diags, "only %zd of %zu bytes could be appended to '%.*s': %s", n, text.n,
		  SPAN_ARG(a->shown),
		  cut_off(a, (size_t)n) == 0 ? "nothing was added" : "its end is cut short");
	return -1;
}

/* On the disk, and not in a file that another program has replaced meanwhile. */
static int settle(const struct append *a, struct span text)
{
	struct stat st;

	if (fsync(a->fd) < 0 || fstat(a->fd, &st) < 0) {
		(void)fail(a);
		(void)cut_off(a, text.n); /* the failure has been told */
		return -1;
	}
	/* Who replaced it may have read it before or after the write. */
	if (st.st_nlink == 0) {
		diag_fail(a->diags,
			  "'%.*s' was replaced while it was appended to: see what it has now",
			  SPAN_ARG(a->shown));
		return -1;
	}
	return 0;
}

/* The file as it is, and the lines: under the lock, for which all who append wait. */
static int rewrite(const struct append *a, struct span text)
{
	struct buf whole = BUF_INIT;
	struct io_stamp stamp;
	int status = -1;

	if (io_stamp(a->fd, &stamp) < 0) {
		(void)fail(a);
	} else if (io_read_all(a->fd, a->shown, 0, &whole, a->diags) == 0) {
		buf_add_span(&whole, text);
		status = io_replace(a->path, buf_span(&whole), &stamp, a->diags);
	}
	buf_release(&whole);
	return status;
}

static bool is_one_line(struct span text)
{
	const char *end = memchr(text.p, '\n', text.n);

	return end == NULL || end + 1 == text.p + text.n;
}

static int append(struct append *a, struct span text)
{
	struct buf out = BUF_INIT;
	int status = -1;

	if (begin(a, text, &out) < 0) {
		(void)fail(a);
	} else {
		buf_add_span(&out, text);
		if (!is_one_line(text) && (size_t)(a->old_size % PAGE_LEAST) + out.n > PAGE_LEAST)
			status = rewrite(a, buf_span(&out));
		else
			status =
				write_once(a, buf_span(&out)) == 0 ? settle(a, buf_span(&out)) : -1;
	}
	buf_release(&out);
	return status;
}

/* Opens and locks; again, if somebody replaced the file while the lock was waited for. */
static int open_locked(struct append *a)
{
	struct stat st;

	for (int i = 0; i < ATTEMPTS; i++) {
		a->fd = open(a->path,
			     O_RDWR | O_APPEND | O_CREAT | O_CLOEXEC | O_NOCTTY | O_NONBLOCK, 0666);
		if (a->fd < 0)
			return fail(a);
		lock(a->fd);
		if (fstat(a->fd, &st) < 0 || st.st_nlink > 0)
			return 0;   /* what fstat() has to say is said when it is asked again */
		(void)close(a->fd); /* nothing was written to it */
	}
	diag_fail(a->diags, "'%.*s' is replaced all the time: nothing was added",
		  SPAN_ARG(a->shown));
	return -1;
}

int io_append(const char *path, struct span text, struct diags *diags)
{
	struct append a = {.path = path, .shown = span_str(path), .diags = diags};

	if (open_locked(&a) < 0)
		return -1;

	int status = text.n > 0 ? append(&a, text) : 0;
	(void)close(a.fd); /* fsync() has told all there is to tell */
	return status;
}
