/* Appending whole lines with one write. */
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

/* A last line that lacks its newline gets one in the same write. */
static int begin(int fd, struct buf *out)
{
	struct stat st;
	char last;
	ssize_t n;

	if (fstat(fd, &st) < 0)
		return -1;
	if (!S_ISREG(st.st_mode)) {
		errno = EINVAL;
		return -1;
	}
	if (st.st_size == 0)
		return 0;
	do
		n = pread(fd, &last, 1, st.st_size - 1);
	while (n < 0 && errno == EINTR);
	if (n < 0)
		return -1;
	if (n == 1 && last != '\n')
		buf_add_char(out, '\n');
	return 0;
}

static int write_once(int fd, struct span shown, struct span text, struct diags *diags)
{
	ssize_t n;

	do
		n = write(fd, text.p, text.n);
	while (n < 0 && errno == EINTR);
	if (n < 0) {
		io_fail(diags, "append to", shown, errno);
		return -1;
	}
	if ((size_t)n < text.n) {
		diag_fail(diags,
			"only %zd of %zu bytes were appended to '%.*s': its end is cut short", n,
			text.n, SPAN_ARG(shown));
		return -1;
	}
	return 0;
}

/* On the disk, and not in a file that another program has replaced meanwhile. */
static int settle(int fd, struct span shown, struct diags *diags)
{
	struct stat st;

	if (fsync(fd) < 0 || fstat(fd, &st) < 0) {
		io_fail(diags, "append to", shown, errno);
		return -1;
	}
	if (st.st_nlink == 0) {
		diag_fail(diags, "'%.*s' was replaced while it was appended to: nothing was added",
			SPAN_ARG(shown));
		return -1;
	}
	return 0;
}

static int append(int fd, struct span shown, struct span text, struct diags *diags)
{
	struct buf out = BUF_INIT;
	int status = -1;

	lock(fd);
	if (begin(fd, &out) < 0) {
		io_fail(diags, "append to", shown, errno);
	} else {
		buf_add_span(&out, text);
		status = write_once(fd, shown, buf_span(&out), diags);
	}
	buf_release(&out);
	return status == 0 ? settle(fd, shown, diags) : -1;
}

int io_append(const char *path, struct span text, struct diags *diags)
{
	struct span shown = span_str(path);
	int fd = open(path, O_RDWR | O_APPEND | O_CREAT | O_CLOEXEC | O_NOCTTY | O_NONBLOCK, 0666);

	if (fd < 0) {
		io_fail(diags, "append to", shown, errno);
		return -1;
	}

	int status = text.n > 0 ? append(fd, shown, text, diags) : 0;
	if (close(fd) < 0 && status == 0) {
		io_fail(diags, "append to", shown, errno);
		status = -1;
	}
	return status;
}
