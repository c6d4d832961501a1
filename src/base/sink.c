/* Output that is collected and written in large pieces. */
#include <errno.h>
#include <poll.h>
#include <unistd.h>

#include "src/base/io.h"

enum { ENOUGH = 64 * 1024 };

/* A descriptor that somebody else made non-blocking has to be waited for. */
static bool may_retry(int fd)
{
	struct pollfd wanted = {.fd = fd, .events = POLLOUT};

	if (errno == EINTR)
		return true;
	if (errno != EAGAIN && errno != EWOULDBLOCK)
		return false;
	/* Where even this fails, the next write() tells why. */
	return poll(&wanted, 1, -1) >= 0 || errno == EINTR;
}

int io_write_all(int fd, struct span text)
{
	while (text.n > 0) {
		ssize_t n = write(fd, text.p, text.n);
		if (n >= 0)
			text = span_skip(text, (size_t)n);
		else if (!may_retry(fd))
			return -1;
	}
	return 0;
}

int sink_flush(struct sink *s)
{
	if (s->fd < 0)
		return 0;
	if (s->error == 0 && io_write_all(s->fd, buf_span(&s->buf)) < 0)
		s->error = errno;
	buf_clear(&s->buf);
	return s->error == 0 ? 0 : -1;
}

void sink_flush_some(struct sink *s)
{
	if (s->buf.n >= ENOUGH)
		(void)sink_flush(s); /* a failure stays in s->error */
}

void sink_take(struct sink *s, struct buf *text)
{
	struct buf collected = s->buf;

	if (s->fd < 0) {
		buf_add_span(&s->buf, buf_span(text));
		buf_clear(text);
		return;
	}
	(void)sink_flush(s); /* a failure stays in s->error */
	buf_clear(&collected);
	s->buf = *text;
	(void)sink_flush(s);
	*text = s->buf;
	s->buf = collected;
}

void sink_release(struct sink *s)
{
	buf_release(&s->buf);
}
