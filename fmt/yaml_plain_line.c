/* The lines of plain YAML one after the other, and nodes that begin on the one that is read. */
#include "fmt/yaml_plain_parts.h"

void plain_take_line(struct plain *p, size_t start)
{
	struct span text = p->yaml->text;

	for (p->more = false; start < text.n; start = p->end + 1, p->line++) {
		const char *newline = memchr(text.p + start, '\n', text.n - start);

		p->start = p->at = start;
		p->end = newline != NULL ? (size_t)(newline - text.p) : text.n;
		while (p->at < p->end && text.p[p->at] == ' ')
			p->at++;
		p->indent = p->at - start;
		p->more = p->at < p->end && text.p[p->at] != '#';
		if (p->more)
			return;
	}
}

void plain_next_line(struct plain *p)
{
	p->line++;
	plain_take_line(p, p->end + 1);
}

size_t plain_skip_blanks(const struct plain *p, size_t at)
{
	while (at < p->end && p->yaml->text.p[at] == ' ')
		at++;
	return at;
}

bool plain_is_done(const struct plain *p, size_t at)
{
	size_t blanks = plain_skip_blanks(p, at);

	return blanks == p->end || (blanks > at && p->yaml->text.p[blanks] == '#');
}

struct yaml_node *plain_node(struct plain *p, enum yaml_kind kind, size_t at)
{
	struct yaml_node *node = arena_array(p->arena, 1, sizeof(*node));

	node->kind = kind;
	node->line = p->line;
	node->column = (uint32_t)(at - p->start + 1);
	node->offset = (uint32_t)at;
	return node;
}

struct yaml_node *plain_text(struct plain *p, size_t at, size_t end)
{
	struct yaml_node *node = plain_node(p, YAML_TEXT, at);

	node->text = span_of(p->yaml->text.p + at, end - at);
	return node;
}

void plain_append(struct yaml_node *parent, struct yaml_node **last, struct yaml_node *node)
{
	*(*last != NULL ? &(*last)->next : &parent->first) = node;
	*last = node;
	parent->count++;
}
