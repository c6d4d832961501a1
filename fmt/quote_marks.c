/* Which of its two marks emphasis is written with: "*", but where that would be read otherwise. */
#include "fmt/quote_parts.h"
#include "src/base/utf8.h"

/* Whether text, which goes on with a URL or not, ends in one. */
static bool ends_in_url(struct span text, bool inside)
{
	size_t word = text.n;

	while (word > 0 && text.p[word - 1] != ' ')
		word--;
	if (word > 0)
		inside = false;
	text = span_skip(text, word);
	for (size_t i = 0; i + 3 <= text.n && !inside; i++)
		inside = memcmp(text.p + i, "://", 3) == 0 ||
			 (i == 0 && span_starts(text, SPAN("www.")));
	return inside;
}

/* Whether the token begins or ends in what may stand beside an underscore that is a mark: white
 * space or punctuation. */
static bool is_open(const struct quote_token *token, bool end)
{
	size_t at = 0;
	uint32_t c;

	if (token->kind != QUOTE_TEXT || token->text.n == 0)
		return true;
	if (end)
		at = quote_last(token->text);
	c = utf8_next(token->text, &at);
	return c < 0x80 && !utf8_is_word(c);
}

/* Where the emphasis ends that token i opens: none of its kind is within it. */
static size_t find_close(const struct quote_tokens *tokens, size_t i)
{
	size_t close = i + 1;

	while (!quote_is_kind(tokens, close, QUOTE_CLOSE) ||
	       tokens->list[close].text.n != tokens->list[i].text.n)
		close++;
	return close;
}

/* Whether something is emphasised within tokens i to close. */
static bool holds_emphasis(const struct quote_tokens *tokens, size_t i, size_t close)
{
	while (++i < close)
		if (tokens->list[i].kind == QUOTE_OPEN)
			return true;
	return false;
}

/*
 * "**" and "*" side by side could be read in more than one way: then what is within has
 * underscores. So has what is in a bare URL to others, where an underscore is no mark and has to
 * stay.
 */
static bool wants_underscores(const struct quote_tokens *tokens, size_t i, size_t close,
			      bool in_url)
{
	if (quote_is_kind(tokens, i - 1, QUOTE_OPEN) ||
	    quote_is_kind(tokens, close + 1, QUOTE_CLOSE))
		return true;
	return in_url && is_open(&tokens->list[i - 1], true) &&
	       (close + 1 == tokens->count || is_open(&tokens->list[close + 1], false)) &&
	       !holds_emphasis(tokens, i, close);
}

void quote_tokens_mark(struct quote_tokens *tokens)
{
	bool in_url = false;
	unsigned depth = 0;

	for (size_t i = 0; i < tokens->count; i++) {
		struct quote_token *token = &tokens->list[i];
		size_t close;

		if (token->kind == QUOTE_TEXT)
			in_url = ends_in_url(token->text, in_url);
		else if (token->kind != QUOTE_OPEN && token->kind != QUOTE_CLOSE)
			in_url = false;
		depth -= token->kind == QUOTE_CLOSE;
		if (token->kind != QUOTE_OPEN)
			continue;
		close = find_close(tokens, i);
		if (wants_underscores(tokens, i, close, in_url && depth == 0)) {
			token->text = token->text.n == 1 ? SPAN("_") : SPAN("__");
			tokens->list[close].text = token->text;
		}
		depth++;
	}
}
