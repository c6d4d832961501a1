/*
 * Front matter read without libyaml, whose events, and memory for each, take ten times as long.
 * Whatever could mean something else in YAML ends this reading, and libyaml does it.
 */
#include "fmt/yaml_plain.h"
#include "src/base/ascii.h"

enum { KEY_MAX = 100, KEYS_MAX = 64, DEPTH_MAX = 8 };

/* The text, and the line of it that is read: lines that are blank or a comment are passed over. */
struct plain {
	struct yaml *yaml;
	struct arena *arena;
	size_t start, at, end; /* of the line: its first byte, where reading is, its newline */
	size_t indent;         /* of what is read, in bytes from start */
	uint32_t line;
	bool more; /* there is such a line */
	unsigned depth;
};

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

/* Whether nothing but a comment follows on the line. */
static bool is_done(const struct plain *p, size_t at)
{
	size_t blanks = at;

	while (blanks < p->end && p->yaml->text.p[blanks] == ' ')
		blanks++;
	return blanks == p->end || (blanks > at && p->yaml->text.p[blanks] == '#');
}

/* To the line that begins at start, or the next that holds something. */
static void take_line(struct plain *p, size_t start)
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

static void next_line(struct plain *p)
{
	p->line++;
	take_line(p, p->end + 1);
}

static struct yaml_node *new_node(struct plain *p, enum yaml_kind kind, size_t at)
{
	struct yaml_node *node = arena_array(p->arena, 1, sizeof(*node));

	node->kind = kind;
	node->line = p->line;
	node->column = (uint32_t)(at - p->start + 1);
	node->offset = (uint32_t)at;
	return node;
}

static struct yaml_node *new_text(struct plain *p, size_t at, size_t end)
{
	struct yaml_node *node = new_node(p, YAML_TEXT, at);

	node->text = span_of(p->yaml->text.p + at, end - at);
	return node;
}

static void append(struct yaml_node *parent, struct yaml_node **last, struct yaml_node *node)
{
	*(*last != NULL ? &(*last)->next : &parent->first) = node;
	*last = node;
	parent->count++;
}

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
	return new_text(p, p->at, end);
}

static struct yaml_node *read_quoted(struct plain *p)
{
	struct span rest = span_of(p->yaml->text.p + p->at + 1, p->end - p->at - 1);
	char quote = rest.p[-1];
	const char *end = rest.n > 0 ? memchr(rest.p, quote, rest.n) : NULL;

	if (end == NULL || !is_done(p, (size_t)(end + 1 - p->yaml->text.p)))
		return NULL;
	if (quote == '"' && memchr(rest.p, '\\', (size_t)(end - rest.p)) != NULL)
		return NULL;

	struct yaml_node *node = new_node(p, YAML_TEXT, p->at);
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

static size_t skip_blanks(const struct plain *p, size_t at)
{
	while (at < p->end && p->yaml->text.p[at] == ' ')
		at++;
	return at;
}

/* "[a, b]" */
static struct yaml_node *read_flow(struct plain *p)
{
	struct yaml_node *list = new_node(p, YAML_LIST, p->at), *last = NULL;
	const char *text = p->yaml->text.p;
	char mark = ',';

	list->flow = true;
	for (size_t at = p->at + 1; mark == ','; at++) {
		size_t start = skip_blanks(p, at), end = item_end(p, start);

		if (end == 0)
			return NULL;
		append(list, &last, new_text(p, start, end));
		at = skip_blanks(p, end);
		mark = at < p->end ? text[at] : '\0';
		if (mark == ']' && is_done(p, at + 1))
			return list;
	}
	return NULL;
}

/* A value that ends on its line; reading is at the next line then. NULL: not plain. */
static struct yaml_node *read_inline(struct plain *p)
{
	char first = p->yaml->text.p[p->at];
	struct yaml_node *node = first == '"' || first == '\'' ? read_quoted(p)
				 : first == '['                ? read_flow(p)
							       : read_bare(p);

	next_line(p);
	return node;
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
	struct yaml_node *list = new_node(p, YAML_LIST, p->at), *last = NULL, *item;
	size_t indent = p->indent;

	while (p->more && p->indent == indent && is_item(p)) {
		p->at += 2;
		p->indent += 2;
		item = key_end(p) > 0 ? read_map(p) : read_inline(p);
		if (item == NULL || (p->more && p->indent > indent))
			return NULL;
		append(list, &last, item);
	}
	return list;
}

/* The value of a key, from behind its colon on. */
static struct yaml_node *read_value(struct plain *p, size_t after, size_t indent)
{
	struct yaml_node *empty;

	if (!is_done(p, after)) {
		p->at = skip_blanks(p, after);
		return read_inline(p);
	}
	empty = new_text(p, after, after);
	next_line(p);
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
	append(map, last, value);
	return true;
}

/* The keys that stand where reading is. */
static struct yaml_node *read_map(struct plain *p)
{
	struct yaml_node *map = new_node(p, YAML_MAP, p->at), *last = NULL;
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
	take_line(&p, 0);
	if (!p.more)
		return false;

	struct yaml_node *root = read_map(&p);
	if (root == NULL || p.more)
		return false;
	yaml->root = root;
	return true;
}
