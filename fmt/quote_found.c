/* Tokens of a paragraph, added as they are found. */
#include <stdlib.h>

#include "fmt/gfm.h"
#include "fmt/markdown_memory.h"
#include "fmt/quote_found.h"
#include "src/base/mem.h"

enum { USUAL = 32 }; /* tokens of a paragraph */

static const char *const delimiters[QUOTE_EMPHASES] = {"*", "**"};

static void push(struct quote_tokens *tokens, enum quote_token_kind kind, struct span text)
{
	size_t need = tokens->count < USUAL ? USUAL : tokens->count + 1;

	tokens->list = mem_grow(tokens->list, &tokens->cap, need, sizeof(*tokens->list));
	tokens->list[tokens->count++] = (struct quote_token){kind, markdown_memory_copy(text)};
}

bool quote_found_last(const struct quote_found *f, size_t back, enum quote_token_kind kind,
		      const char *text)
{
	const struct quote_tokens *tokens = f->tokens;
	const struct quote_token *token;

	if (back >= tokens->count)
		return false;
	token = &tokens->list[tokens->count - 1 - back];
	return token->kind == kind && (text == NULL || span_is(token->text, text));
}

void quote_found_text(struct quote_found *f)
{
	struct buf clean = BUF_INIT;

	gfm_clean_part(&clean, buf_span(&f->text));
	/* "[^1]" is a footnote to others. */
	if (clean.n > 0 && clean.p[0] == '^' && quote_found_last(f, 0, QUOTE_MARKUP, "["))
		push(f->tokens, QUOTE_MARKUP, SPAN("\\"));
	if (clean.n > 0)
		push(f->tokens, QUOTE_TEXT, buf_span(&clean));
	buf_release(&clean);
	buf_clear(&f->text);
}

void quote_found(struct quote_found *f, enum quote_token_kind kind, struct span text)
{
	quote_found_text(f);
	push(f->tokens, kind, text);
}

void quote_found_open(struct quote_found *f, enum quote_emphasis which)
{
	quote_found_text(f);
	if (f->depth[which]++ > 0)
		return;
	/* "*a**b*" would be something else: so is written as one, or without emphasis. */
	f->shown[which] = true;
	if (quote_found_last(f, 0, QUOTE_CLOSE, delimiters[which]))
		f->tokens->count--;
	else if (quote_found_last(f, 0, QUOTE_CLOSE, NULL))
		f->shown[which] = false;
	else
		push(f->tokens, QUOTE_OPEN, span_str(delimiters[which]));
}

void quote_found_close(struct quote_found *f, enum quote_emphasis which)
{
	struct quote_tokens *tokens = f->tokens;

	quote_found_text(f);
	if (--f->depth[which] > 0 || !f->shown[which])
		return;
	if (quote_found_last(f, 0, QUOTE_OPEN, NULL)) {
		tokens->count--;
	} else if (quote_found_last(f, 0, QUOTE_TEXT, " ") &&
		   quote_found_last(f, 1, QUOTE_OPEN, NULL)) {
		tokens->list[tokens->count - 2] = tokens->list[tokens->count - 1];
		tokens->count--;
	} else {
		push(tokens, QUOTE_CLOSE, span_str(delimiters[which]));
	}
}

void quote_found_end(struct quote_found *f)
{
	struct quote_tokens *tokens = f->tokens;
	struct buf text = BUF_INIT;
	size_t kept = 0;

	quote_found_text(f);
	for (size_t i = 0; i < tokens->count; i++) {
		bool more = tokens->list[i].kind == QUOTE_TEXT && i + 1 < tokens->count &&
			    tokens->list[i + 1].kind == QUOTE_TEXT;

		if (tokens->list[i].kind == QUOTE_TEXT && (more || text.n > 0)) {
			gfm_clean_part(&text, tokens->list[i].text);
			if (more)
				continue;
			tokens->list[i].text = markdown_memory_copy(buf_span(&text));
			buf_clear(&text);
		}
		tokens->list[kept++] = tokens->list[i];
	}
	tokens->count = kept;
	buf_release(&text);
}

void quote_tokens_release(struct quote_tokens *tokens)
{
	free(tokens->list);
}
