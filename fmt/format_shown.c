/* Text for people: a terminal must not be made to do what a file says. */
#include <unistd.h>

#include "fmt/format_parts.h"
#include "src/base/utf8.h"

void format_add_shown(struct buf *into, struct span text)
{
	size_t n = 0;

	if (!isatty(STDOUT_FILENO)) {
		buf_add_span(into, text);
		return;
	}
	while (text.n > 0) {
		for (n = 0; n < text.n && text.p[n] != '\n' && text.p[n] != '\t';)
			n++;
		utf8_escape(into, span_of(text.p, n));
		if (n < text.n)
			buf_add_char(into, text.p[n]);
		text = span_skip(text, n + 1);
	}
}

void format_print(struct sink *out, struct buf *text)
{
	if (!isatty(STDOUT_FILENO)) {
		sink_take(out, text);
		return;
	}
	format_add_shown(&out->buf, buf_span(text));
	buf_clear(text);
	sink_flush_some(out);
}
