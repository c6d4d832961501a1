/* Values of plain YAML that end on their line: bare text, quoted text, "[a, b]". */
#include "fmt/yaml_plain_parts.h"
#include "src/base/ascii.h"

/* Text without quotes, up to the line's end or a comment. */
static struct yaml_node *read_bare(struct plain *p)
{
	const char *text = p->yaml->text.p;
	char first = text[p->at];
	size_t end = p->at;

	if (!ascii_is_letter_or_digit(first) && (unsigned char)first < 0x80 &&
	    strchr("(+/_~", first) == NULL)
		return NULL;
	for (size_t i = p->at; i < p->end; i++) {
		if (text[i] == ':' && (i + 1 == p->end || text[i + 1] == ' '))
			return NULL;
		if (text[i] == '#' && text[i - 1] == ' ')
			break;
		if (text[i] != ' ')
			end = i + 1;
	}
	return plain_text(p, p->at, end);
}

static struct yaml_node *read_quoted(struct plain *p)
{
	struct span rest = span_of(p->yaml->text.p + p->at + 1, p->end - p->at - 1);
	char quote = rest.p[-1];
	const char *end = rest.n > 0 ? memchr(rest.p, quote, rest.n) : NULL;

	if (end == NULL || !plain_is_done(p, (size_t)(end + 1 - p->yaml->text.p)))
		return NULL;
	if (quote == '"' && memchr(rest.p, '\\', (size_t)(end - rest.p)) != NULL)
		return NULL;

	struct yaml_node *node = plain_node(p, YAML_TEXT, p->at);
	node->text = span_of(rest.p, (size_t)(end - rest.p));
	return node;
}

/* An item of "[a, b]" from at on; where it ends, or 0. */
static size_t item_end(const struct plain *p, size_t at)
{
	const char *text = p->yaml->text.p;
	size_t end = at;

	for (size_t i = at; i < p->end; i++) {
		char c = text[i];

		if (ascii_is_letter_or_digit(c) || (unsigned char)c >= 0x80 ||
		    (i > at && strchr("-_./", c) != NULL))
			end = i + 1;
		else if (c != ' ')
			break;
	}
	return end > at ? end : 0;
}

/* "[a, b]" */
static struct yaml_node *read_flow(struct plain *p)
{
	struct yaml_node *list = plain_node(p, YAML_LIST, p->at), *last = NULL;
	const char *text = p->yaml->text.p;
	char mark = ',';

	list->flow = true;
	for (size_t at = p->at + 1; mark == ','; at++) {
		size_t start = plain_skip_blanks(p, at), end = item_end(p, start);

		if (end == 0)
			return NULL;
		plain_append(list, &last, plain_text(p, start, end));
		at = plain_skip_blanks(p, end);
		mark = at < p->end ? text[at] : '\0';
		if (mark == ']' && plain_is_done(p, at + 1))
			return list;
	}
	return NULL;
}

struct yaml_node *plain_read_inline(struct plain *p)
{
	char first = p->yaml->text.p[p->at];
	struct yaml_node *node = first == '"' || first == '\'' ? read_quoted(p)
				 : first == '['                ? read_flow(p)
							       : read_bare(p);

	plain_next_line(p);
	return node;
}
