/* Links to files. */
#include "fmt/gfm.h"
#include "src/base/ascii.h"

static bool stays_in_url(char c)
{
	return ascii_is_letter_or_digit(c) || c == '-' || c == '.' || c == '_' || c == '~' ||
	       c == '/';
}

void gfm_path(struct buf *b, struct span path)
{
	/* Two slashes at the start would name a host. */
	while (path.n > 1 && path.p[0] == '/' && path.p[1] == '/')
		path = span_skip(path, 1);
	for (size_t i = 0, end; i < path.n; i = end) {
		for (end = i; end < path.n && stays_in_url(path.p[end]);)
			end++;
		buf_add(b, path.p + i, end - i);
		if (end < path.n)
			buf_add_format(b, "%%%02X", (unsigned)(unsigned char)path.p[end++]);
	}
}

void gfm_link(struct buf *b, struct span text, struct span path)
{
	buf_add_char(b, '[');
	gfm_text(b, text);
	buf_add_str(b, "](");
	gfm_path(b, path);
	buf_add_char(b, ')');
}
