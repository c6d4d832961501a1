/* Values of YAML, written. */
#include "fmt/yaml.h"
#include "src/base/ascii.h"

static bool is_letter(char c)
{
	return ascii_is_letter(c) || (unsigned char)c >= 0x80;
}

/* What other readers take for something else than a text. */
static bool is_word(struct span text)
{
	static const char *const words[] = {"null", "true", "false", "yes", "no",
					    "on",   "off",  "y",     "n",   NULL};

	for (const char *const *word = words; *word != NULL; word++)
		if (span_eq_nocase(text, span_str(*word)))
			return true;
	return false;
}

/* A number, a date and what could be one have no letter, or the few of "1e5" and "0x1f". */
static bool looks_like_number(struct span text)
{
	for (size_t i = 0; i < text.n; i++)
		if (!ascii_is_digit(text.p[i]) && strchr("+-._:abcdefxoABCDEF", text.p[i]) == NULL)
			return false;
	return ascii_is_digit(text.p[0]);
}

/* Begins like a word, and nothing in it begins a comment or ends a key. */
static bool is_plain(struct span text)
{
	if (text.n == 0 || !(is_letter(text.p[0]) || ascii_is_digit(text.p[0])))
		return false;
	for (size_t i = 0; i < text.n; i++) {
		if (text.p[i] == ':' && (i + 1 == text.n || text.p[i + 1] == ' '))
			return false;
		if (text.p[i] == '#' && text.p[i - 1] == ' ') /* it is not the first */
			return false;
	}
	return !is_word(text) && !looks_like_number(text);
}

void yaml_write(struct buf *b, struct span text)
{
	if (is_plain(text)) {
		buf_add_span(b, text);
		return;
	}
	buf_add_char(b, '"');
	for (size_t i = 0; i < text.n; i++) {
		if (text.p[i] == '"' || text.p[i] == '\\')
			buf_add_char(b, '\\');
		buf_add_char(b, text.p[i]);
	}
	buf_add_char(b, '"');
}
