/* Output that is collected and written in large pieces. */
#include <errno.h>

#include "src/base/io.h"

enum { ENOUGH = 64 * 1024 };

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
