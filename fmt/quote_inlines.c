/* A paragraph's inlines as lines of Markdown that are read as the same. */
#include "fmt/gfm.h"
#include "fmt/markdown_internal.h"
#include "fmt/quote_parts.h"
#include "src/base/utf8.h"

struct inlines {
	struct quote_lines *lines;
	const struct quote_tokens *tokens;
	struct buf line;
	enum quote_token_kind due; /* the break that is due, or QUOTE_TEXT */
};

static void end_line(struct inlines *in)
{
	while (in->line.n > 0 && in->line.p[in->line.n - 1] == ' ')
		in->line.n--;
	if (in->line.n > 0)
		quote_line(in->lines, buf_span(&in->line));
	buf_clear(&in->line);
}

/* Before something is written: the break that is due. One at the ends, or behind another, is
 * nothing, and would end the paragraph. */
static void begin(struct inlines *in)
{
	if (in->due == QUOTE_TEXT)
		return;
	while (in->line.n > 0 && in->line.p[in->line.n - 1] == ' ')
		in->line.n--;
	if (in->due == QUOTE_HARD_BREAK && in->line.n > 0)
		buf_add_char(&in->line, '\\');
	end_line(in);
	in->due = QUOTE_TEXT;
}

/* Two tildes strike text through for some: they are left to it. */
static size_t tildes_at(struct span text, size_t at)
{
	size_t n = 0;

	while (at + n < text.n && text.p[at + n] == '~')
		n++;
	return n;
}

/* goes_on: markup follows. */
static void add_escaped(struct buf *line, struct span text, bool goes_on)
{
	size_t from = 0, run;

	if (text.n == 0 || memchr(text.p, '~', text.n) == NULL) {
		gfm_part(line, text, line->n == 0, goes_on);
		return;
	}
	for (size_t at = 0; at<text.n; at += run> 0 ? run : 1) {
		run = tildes_at(text, at);
		if (run != 2)
			continue;
		gfm_part(line, span_of(text.p + from, at - from), line->n == 0, true);
		buf_add_str(line, "~~");
		from = at + run;
	}
	gfm_part(line, span_skip(text, from), line->n == 0, goes_on);
}

static void add_entity(struct buf *line, struct span text, size_t at)
{
	buf_add_format(line, "&#%lu;", (unsigned long)utf8_next(text, &at));
}

/* Whether what follows token i is markup that a bare URL at its end would swallow: not if it is
 * emphasis that only closes there, nor the end of a link, in which none is known. */
static bool goes_on(const struct quote_tokens *tokens, size_t i)
{
	size_t next = i + 1;

	while (quote_is_kind(tokens, next, QUOTE_CLOSE))
		next++;
	if (quote_is_kind(tokens, next, QUOTE_TEXT) && next > i + 1)
		return !span_starts(tokens->list[next].text, SPAN(" "));
	return next < tokens->count && !quote_is_kind(tokens, next, QUOTE_BREAK) &&
	       !quote_is_kind(tokens, next, QUOTE_HARD_BREAK) &&
	       !span_starts(tokens->list[next].text, SPAN("]"));
}

static void write_text(struct inlines *in, size_t i)
{
	struct span text = in->tokens->list[i].text;
	bool first = text.n > 0 && quote_is_encoded(in->tokens, i, false);
	bool last = text.n > 0 && quote_is_encoded(in->tokens, i, true);
	bool more = last || goes_on(in->tokens, i);
	size_t end;

	if ((in->line.n == 0 || in->due != QUOTE_TEXT) && !first && !(last && text.n == 1) &&
	    span_starts(text, SPAN(" ")))
		text = span_skip(text, 1);
	if (text.n == 0)
		return;
	begin(in);
	end = last ? quote_last(text) : text.n;
	if (first) {
		size_t next = 0;

		add_entity(&in->line, text, 0);
		(void)utf8_next(text, &next);
		if (next > end)
			return;
		add_escaped(&in->line, span_of(text.p + next, end - next), more);
	} else {
		add_escaped(&in->line, span_of(text.p, end), more);
	}
	if (last)
		add_entity(&in->line, text, end);
}

static void write_code(struct inlines *in, struct span code)
{
	size_t fence = quote_longest_run(code, '`') + 1;
	bool padded = code.p[0] == '`' || code.p[code.n - 1] == '`' ||
		      (code.p[0] == ' ' && code.p[code.n - 1] == ' ');

	begin(in);
	for (size_t i = 0; i < fence; i++)
		buf_add_char(&in->line, '`');
	buf_add_str(&in->line, padded ? " " : "");
	buf_add_span(&in->line, code);
	buf_add_str(&in->line, padded ? " " : "");
	for (size_t i = 0; i < fence; i++)
		buf_add_char(&in->line, '`');
}

/* A break just within emphasis would be white space where none may be. */
static void write_break(struct inlines *in, size_t i)
{
	enum quote_token_kind kind = in->tokens->list[i].kind;

	if ((i > 0 && quote_is_kind(in->tokens, i - 1, QUOTE_OPEN)) ||
	    quote_is_kind(in->tokens, i + 1, QUOTE_CLOSE)) {
		begin(in);
		buf_add_str(&in->line, "&#32;");
	} else if (in->due != QUOTE_HARD_BREAK) {
		in->due = kind;
	}
}

/* The box of a task, if something follows it. Returns how much of the first text it is. */
static size_t write_box(struct inlines *in)
{
	struct span text = in->tokens->count > 0 ? in->tokens->list[0].text : SPAN_NONE;

	if (!quote_is_kind(in->tokens, 0, QUOTE_TEXT) || !markdown_is_box(text) || text.n < 4 ||
	    (text.n == 4 && in->tokens->count == 1))
		return 0;
	buf_add(&in->line, text.p, 4);
	return 4;
}

static void write_token(struct inlines *in, size_t i)
{
	const struct quote_token *token = &in->tokens->list[i];

	switch (token->kind) {
	case QUOTE_TEXT:
		write_text(in, i);
		break;
	case QUOTE_CODE:
		write_code(in, token->text);
		break;
	case QUOTE_MARKUP:
	case QUOTE_OPEN:
	case QUOTE_CLOSE:
		begin(in);
		buf_add_span(&in->line, token->text);
		break;
	case QUOTE_BREAK:
	case QUOTE_HARD_BREAK:
		write_break(in, i);
		break;
	}
}

void quote_inlines(struct quote_lines *lines, struct quote_tokens *tokens, bool boxed)
{
	struct inlines in = {lines, tokens, BUF_INIT, QUOTE_TEXT};
	size_t box = boxed ? write_box(&in) : 0;

	if (box > 0)
		tokens->list[0].text = span_skip(tokens->list[0].text, box);
	for (size_t i = 0; i < tokens->count; i++)
		write_token(&in, i);
	end_line(&in);
	buf_release(&in.line);
}
