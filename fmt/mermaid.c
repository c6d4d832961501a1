#include "fmt/mermaid.h"

#include "src/base/ascii.h"
#include "src/base/utf8.h"

/* All else in ASCII may mean something to Mermaid, Markdown, HTML or mathematics, alone or with
 * others: "1. x", "a@b.org", "fa:fa-car", "$$x$$". */
static bool is_plain(char c)
{
	return (unsigned char)c >= 0x80 || ascii_is_letter_or_digit(c) || c == ' ' || c == ',' ||
	       c == '\'';
}

void mermaid_text(struct buf *b, struct span text)
{
	struct buf escaped = BUF_INIT;

	utf8_escape(&escaped, text);
	buf_add_char(b, '"');
	for (size_t i = 0; i < escaped.n; i++) {
		if (is_plain(escaped.p[i]))
			buf_add_char(b, escaped.p[i]);
		else
			buf_add_format(b, "#%d;", escaped.p[i]);
	}
	buf_add_char(b, '"');
	buf_release(&escaped);
}
