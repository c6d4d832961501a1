/* Reading and writing what may have to be waited for. */
#include <errno.h>
#include <poll.h>
#include <unistd.h>

#include "src/base/io.h"

/* A descriptor that somebody else made non-blocking has to be waited for. */
static bool may_retry(int fd, short event)
{
	struct pollfd wanted = {.fd = fd, .events = event};

	if (errno == EINTR)
		return true;
	if (errno != EAGAIN && errno != EWOULDBLOCK)
		return false;
	/* Where even this fails, the next call tells why. */
	return poll(&wanted, 1, -1) >= 0 || errno == EINTR;
}

ssize_t io_read(int fd, char *to, size_t most)
{
	ssize_t n;

	do
		n = read(fd, to, most);
	while (n < 0 && may_retry(fd, POLLIN));
	return n;
}

int io_write_all(int fd, struct span text)
{
	while (text.n > 0) {
		ssize_t n = write(fd, text.p, text.n);
		if (n >= 0)
			text = span_skip(text, (size_t)n);
		else if (!may_retry(fd, POLLOUT))
			return -1;
	}
	return 0;
}
