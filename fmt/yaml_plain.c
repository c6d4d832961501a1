/*
 * Front matter read without libyaml, whose events, and memory for each, take ten times as long.
 * Whatever could mean something else in YAML ends this reading, and libyaml does it.
 */
#include "fmt/yaml_plain_parts.h"
#include "src/base/ascii.h"

enum { KEY_MAX = 100, KEYS_MAX = 64, DEPTH_MAX = 8 };

/* Nothing that YAML refuses, or takes for an end of line: no control character but the newline, no
 * C1 (U+0085 is one of them), no U+2028 and U+2029, and of U+F000-FFFF, which has the BOM, none. */
static bool has_plain_characters(struct span text)
{
	const unsigned char *p = (const unsigned char *)text.p;

	for (size_t i = 0; i < text.n; i++) {
		if (p[i] >= 0x20 && p[i] < 0x7F)
			continue;
		if (p[i] < 0x80 ? p[i] != '\n' : p[i] == 0xEF)
			return false;
		if (p[i] == 0xC2 && i + 1 < text.n && p[i + 1] < 0xA0)
			return false;
		if (p[i] == 0xE2 && i + 2 < text.n && p[i + 1] == 0x80 && (p[i + 2] | 1) == 0xA9)
			return false;
	}
	return true;
}

/* Where the key at which reading is ends, at a colon and a blank or the line's end; 0: there is
 * none. */
static size_t key_end(const struct plain *p)
{
	const char *text = p->yaml->text.p;
	size_t at = p->at;

	if (ascii_is_letter_or_digit(text[at]))
		while (at < p->end &&
		       (ascii_is_letter_or_digit(text[at]) || text[at] == '_' || text[at] == '-'))
			at++;
	if (at == p->at || at - p->at > KEY_MAX || at == p->end || text[at] != ':')
		return 0;
	return at + 1 == p->end || text[at + 1] == ' ' ? at : 0;
}

/* Whether reading is at a dash with one blank behind it, and something behind that. */
static bool is_item(const struct plain *p)
{
	const char *text = p->yaml->text.p;

	return p->end - p->at > 2 && text[p->at] == '-' && text[p->at + 1] == ' ' &&
	       text[p->at + 2] != ' ' && text[p->at + 2] != '#';
}

static struct yaml_node *read_map(struct plain *p);

/* The items whose dashes stand where reading is. */
static struct yaml_node *read_list(struct plain *p)
{
	struct yaml_node *list = plain_node(p, YAML_LIST, p->at), *last = NULL, *item;
	size_t indent = p->indent;

	while (p->more && p->indent == indent && is_item(p)) {
		p->at += 2;
		p->indent += 2;
		item = key_end(p) > 0 ? read_map(p) : plain_read_inline(p);
		if (item == NULL || (p->more && p->indent > indent))
			return NULL;
		plain_append(list, &last, item);
	}
	return list;
}

/* The value of a key, from behind its colon on. */
static struct yaml_node *read_value(struct plain *p, size_t after, size_t indent)
{
	struct yaml_node *empty;

	if (!plain_is_done(p, after)) {
		p->at = plain_skip_blanks(p, after);
		return plain_read_inline(p);
	}
	empty = plain_text(p, after, after);
	plain_next_line(p);
	if (p->more && p->indent >= indent && is_item(p))
		return read_list(p);
	return p->more && p->indent > indent ? read_map(p) : empty;
}

static bool has_key(const struct yaml_node *map, struct span key)
{
	for (const struct yaml_node *node = map->first; node != NULL; node = node->next)
		if (span_eq(node->key, key))
			return true;
	return false;
}

/* The key where reading is and its value, as one more of the map. */
static bool read_entry(struct plain *p, struct yaml_node *map, struct yaml_node **last,
		       size_t indent)
{
	size_t at = p->at, end = key_end(p);
	struct span key = span_of(p->yaml->text.p + at, end - at);
	uint32_t line = p->line, column = (uint32_t)(at - p->start + 1);

	if (end == 0 || map->count == KEYS_MAX || has_key(map, key))
		return false;

	struct yaml_node *value = read_value(p, end + 1, indent);
	if (value == NULL)
		return false;
	value->key = key;
	value->key_line = line;
	value->key_column = column;
	plain_append(map, last, value);
	return true;
}

/* The keys that stand where reading is. */
static struct yaml_node *read_map(struct plain *p)
{
	struct yaml_node *map = plain_node(p, YAML_MAP, p->at), *last = NULL;
	size_t indent = p->indent;

	if (++p->depth > DEPTH_MAX)
		return NULL;
	do {
		if (!read_entry(p, map, &last, indent))
			return NULL;
	} while (p->more && p->indent == indent);
	p->depth--;
	return p->more && p->indent > indent ? NULL : map;
}

bool yaml_read_plain(struct yaml *yaml, struct arena *arena)
{
	struct plain p = {.yaml = yaml, .arena = arena, .line = yaml->line};

	yaml->root = NULL;
	if (yaml->text.n == 0 || !has_plain_characters(yaml->text))
		return false;
	plain_take_line(&p, 0);
	if (!p.more)
		return false;

	struct yaml_node *root = read_map(&p);
	if (root == NULL || p.more)
		return false;
	yaml->root = root;
	return true;
}
