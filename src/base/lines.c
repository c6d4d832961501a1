/* Physical lines of a descriptor or of memory. */
#include <errno.h>
#include <unistd.h>

#include "src/base/io.h"

enum { PIECE = 32 * 1024, LINE_MAX_BYTES = 64 * 1024 * 1024 };

void lines_from_fd(struct lines *l, int fd, struct span shown)
{
	*l = (struct lines){.fd = fd, .end = -1, .buffer = BUF_INIT, .shown = shown};
}

void lines_from_range(struct lines *l, int fd, off_t at, off_t end, struct span shown)
{
	*l = (struct lines){.fd = fd, .at = at, .end = end, .buffer = BUF_INIT, .shown = shown};
}

void lines_from_memory(struct lines *l, struct span text, struct span shown)
{
	*l = (struct lines){
		.fd = -1, .buffer = BUF_INIT, .rest = text, .ended = true, .shown = shown};
}

/* Gives no further line. */
static int stop(struct lines *l)
{
	l->rest = SPAN_NONE;
	l->ended = true;
	return -1;
}

static int too_long(struct lines *l, struct diags *diags)
{
	diag_fail(diags, "'%.*s' has a line of more than %d MiB", SPAN_ARG(l->shown),
		  LINE_MAX_BYTES / (1024 * 1024));
	return stop(l);
}

/* Like io_read(), which it is but for a range. */
static ssize_t read_piece(struct lines *l, char *to)
{
	size_t piece = PIECE;
	ssize_t n;

	if (l->end < 0)
		return io_read(l->fd, to, piece);
	if (l->end - l->at < (off_t)piece)
		piece = (size_t)(l->end - l->at);
	n = pread(l->fd, to, piece, l->at);
	if (n > 0)
		l->at += n;
	return n;
}

/* Moves what is left of a line to the front of the buffer and reads a piece behind it. */
static int fill(struct lines *l, struct diags *diags)
{
	ssize_t n;

	if (l->rest.n > 0 && l->rest.p != l->buffer.p)
		memmove(l->buffer.p, l->rest.p, l->rest.n);
	l->buffer.n = l->rest.n;

	char *to = buf_reserve_touched(&l->buffer, PIECE);
	do
		n = read_piece(l, to);
	while (n < 0 && errno == EINTR);
	if (n < 0) {
		io_fail(diags, "read", l->shown, errno);
		return stop(l);
	}
	l->ended = n == 0;
	l->buffer.n += (size_t)n;
	l->buffer.p[l->buffer.n] = '\0';
	l->rest = buf_span(&l->buffer);
	return 0;
}

/* The first n bytes of what is left. */
static int give(struct lines *l, size_t n, struct span *line, struct diags *diags)
{
	if (n > LINE_MAX_BYTES)
		return too_long(l, diags);
	*line = span_of(l->rest.p, n);
	l->rest = span_skip(l->rest, n);
	return 1;
}

int lines_next(struct lines *l, struct span *line, struct diags *diags)
{
	size_t seen = 0; /* of what is left, known to hold no newline */

	for (;;) {
		struct span unseen = span_skip(l->rest, seen);
		const char *end = unseen.n > 0 ? memchr(unseen.p, '\n', unseen.n) : NULL;
		if (end != NULL)
			return give(l, (size_t)(end - l->rest.p) + 1, line, diags);
		if (l->ended)
			return l->rest.n > 0 ? give(l, l->rest.n, line, diags) : 0;
		seen = l->rest.n;
		if (seen > LINE_MAX_BYTES)
			return too_long(l, diags);
		if (fill(l, diags) < 0)
			return -1;
	}
}

void lines_release(struct lines *l)
{
	buf_release(&l->buffer);
	*l = (struct lines){.fd = -1, .buffer = BUF_INIT, .ended = true};
}
