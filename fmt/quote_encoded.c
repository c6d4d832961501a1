/* Which characters beside emphasis are written as entities, so that it is read as that. */
#include "fmt/quote_parts.h"
#include "src/base/utf8.h"

/* What a character is to the rule about emphasis (CommonMark 6.2): of what is beyond ASCII and no
 * word, parsers have different opinions. */
enum kin { KIN_BLANK, KIN_MARK, KIN_WORD, KIN_OTHER, KIN_SPACE /* beyond ASCII */ };

static enum kin kin_of(uint32_t c)
{
	if (c == ' ')
		return KIN_BLANK;
	if (utf8_is_word(c))
		return KIN_WORD;
	if (c < 0x80)
		return KIN_MARK;
	if (c == 0xa0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200a) || c == 0x202f ||
	    c == 0x205f || c == 0x3000)
		return KIN_SPACE;
	return KIN_OTHER;
}

/* What kind of character it is that a token begins or ends with; nothing is beyond the last. */
static enum kin token_kin(const struct quote_tokens *tokens, size_t i, bool end)
{
	const struct quote_token *token = i < tokens->count ? &tokens->list[i] : NULL;
	size_t at;

	if (token == NULL || token->kind == QUOTE_BREAK || token->kind == QUOTE_HARD_BREAK)
		return KIN_BLANK;
	if (token->kind != QUOTE_TEXT)
		return KIN_MARK;
	if (token->text.n == 0) /* it was a box */
		return KIN_BLANK;
	at = end ? quote_last(token->text) : 0;
	return kin_of(utf8_next(token->text, &at));
}

static bool is_white(enum kin kin)
{
	return kin == KIN_BLANK || kin == KIN_SPACE;
}

bool quote_is_encoded(const struct quote_tokens *tokens, size_t i, bool end)
{
	size_t step = end ? 1 : SIZE_MAX, next = i + step;
	enum quote_token_kind inner = end ? QUOTE_CLOSE : QUOTE_OPEN;
	enum quote_token_kind outer = end ? QUOTE_OPEN : QUOTE_CLOSE;
	enum kin own = token_kin(tokens, i, end);

	if (quote_is_kind(tokens, next, inner))
		return is_white(own);
	if (!quote_is_kind(tokens, next, outer) || own == KIN_BLANK || own == KIN_MARK)
		return false;
	while (quote_is_kind(tokens, next, outer)) {
		/* Those are marks beside white space and punctuation only. */
		if (tokens->list[next].text.p[0] == '_')
			return true;
		next += step;
	}
	/* A single character there may be encoded itself, for what is on its other side. */
	return token_kin(tokens, next, !end) != KIN_WORD ||
	       (quote_last(tokens->list[next].text) == 0 &&
		quote_is_kind(tokens, next + step, outer));
}
