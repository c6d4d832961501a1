#include "fmt/quote.h"
#include "fmt/gfm.h"

void quote_blocks(struct buf *b, const struct quote *quote, struct span markdown,
		  const char *prefix)
{
	(void)quote;
	buf_add_str(b, prefix);
	gfm_text(b, markdown);
	buf_add_char(b, '\n');
}
