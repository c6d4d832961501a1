#include <yaml.h>

#include "fmt/yaml.h"
#include "fmt/yaml_check.h"
#include "fmt/yaml_plain.h"
#include "src/base/mem.h"

/* A container that is being filled. */
struct level {
	struct yaml_node *node, *last; /* last: child */
	struct yaml_node *key;         /* read, its value not yet */
};

struct builder {
	struct yaml *yaml;
	struct arena *arena;
	yaml_parser_t parser;
	/* libyaml counts characters, we count bytes: up to where both are known. Lines are counted
	 * here, because libyaml also takes U+0085, U+2028 and U+2029 for ends of lines. */
	size_t index, offset, line_start;
	uint32_t line;
	struct level levels[YAML_DEPTH];
	unsigned depth, documents;
	bool failed;
};

static inline void step(struct builder *b)
{
	struct span text = b->yaml->text;

	if (text.p[b->offset++] == '\n') {
		b->line++;
		b->line_start = b->offset;
	}
	while (b->offset < text.n && ((unsigned char)text.p[b->offset] & 0xC0) == 0x80)
		b->offset++;
	b->index++;
}

static void rewind_to_start(struct builder *b)
{
	b->index = b->offset = b->line_start = 0;
	b->line = b->yaml->line;
}

static void seek_index(struct builder *b, size_t index)
{
	if (index < b->index)
		rewind_to_start(b);
	while (b->index < index && b->offset < b->yaml->text.n)
		step(b);
}

static void seek_offset(struct builder *b, size_t offset)
{
	if (offset < b->offset)
		rewind_to_start(b);
	while (b->offset < offset && b->offset < b->yaml->text.n)
		step(b);
}

/* A fault at the place last sought. */
static void fault(struct builder *b, const char *what)
{
	diag_add(b->yaml->diags, DIAG_ERROR, b->yaml->shown, b->line, b->offset - b->line_start + 1,
		 "%s", what);
	diag_rule(b->yaml->diags, "syntax");
	b->failed = true;
}

static void parser_fault(struct builder *b)
{
	const yaml_parser_t *parser = &b->parser;

	/* Out of memory can leave error at YAML_NO_ERROR. */
	if (parser->error == YAML_NO_ERROR || parser->error == YAML_MEMORY_ERROR ||
	    parser->problem == NULL)
		mem_exhausted();
	if (parser->error == YAML_READER_ERROR)
		seek_offset(b, parser->problem_offset);
	else
		seek_index(b, parser->problem_mark.index);
	diag_add(b->yaml->diags, DIAG_ERROR, b->yaml->shown, b->line, b->offset - b->line_start + 1,
		 "%s%s%s", parser->problem, parser->context != NULL ? " " : "",
		 parser->context != NULL ? parser->context : "");
	diag_rule(b->yaml->diags, "syntax");
	b->failed = true;
	b->yaml->root = NULL;
}

static struct yaml_node *new_node(struct builder *b, enum yaml_kind kind)
{
	struct yaml_node *node = arena_array(b->arena, 1, sizeof(*node));

	node->kind = kind;
	node->line = b->line;
	node->column = (uint32_t)(b->offset - b->line_start + 1);
	node->offset = (uint32_t)b->offset;
	return node;
}

/* Puts a node where it belongs. Returns -1 for a key that is no text. */
static int attach(struct builder *b, struct yaml_node *node)
{
	struct level *level = b->depth > 0 ? &b->levels[b->depth - 1] : NULL;

	if (level == NULL) {
		b->yaml->root = node;
		return 0;
	}
	if (level->node->kind == YAML_MAP && level->key == NULL) {
		level->key = node;
		if (node->kind == YAML_TEXT)
			return 0;
		fault(b, "a key must be a text");
		return -1;
	}
	if (level->key != NULL) {
		node->key = level->key->text;
		node->key_line = level->key->line;
		node->key_column = level->key->column;
		level->key = NULL;
	}
	*(level->last != NULL ? &level->last->next : &level->node->first) = node;
	level->last = node;
	level->node->count++;
	return 0;
}

static void refuse_properties(struct builder *b, const unsigned char *anchor,
			      const unsigned char *tag)
{
	if (anchor != NULL)
		fault(b, "anchors ('&') are not allowed; quote the value if it is text");
	if (tag != NULL)
		fault(b, "tags ('!') are not allowed; quote the value if it is text");
}

static int take_scalar(struct builder *b, const yaml_event_t *event)
{
	struct yaml_node *node = new_node(b, YAML_TEXT);
	struct span value = {(const char *)event->data.scalar.value, event->data.scalar.length};

	refuse_properties(b, event->data.scalar.anchor, event->data.scalar.tag);
	if (yaml_has_control(value))
		fault(b, "control character in a value");
	node->text = arena_copy(b->arena, value);
	return attach(b, node);
}

static int take_start(struct builder *b, enum yaml_kind kind, bool flow)
{
	struct yaml_node *node = new_node(b, kind);

	if (b->depth == YAML_DEPTH) {
		fault(b, "more than 32 levels");
		diag_rule(b->yaml->diags, "too-large");
		return -1;
	}
	node->flow = flow;
	if (attach(b, node) != 0)
		return -1;
	b->levels[b->depth++] = (struct level){.node = node};
	return 0;
}

static int take_document(struct builder *b, const yaml_event_t *event)
{
	if (b->documents++ > 0) {
		fault(b, "a second YAML document is not allowed");
		return -1;
	}
	if (event->data.document_start.tag_directives.start !=
	    event->data.document_start.tag_directives.end)
		fault(b, "tag directives are not allowed");
	return 0;
}

/* Returns -1 if reading cannot go on. */
static int take(struct builder *b, const yaml_event_t *event)
{
	seek_index(b, event->start_mark.index);
	switch (event->type) {
	case YAML_DOCUMENT_START_EVENT:
		return take_document(b, event);
	case YAML_ALIAS_EVENT:
		fault(b, "aliases ('*') are not allowed; quote the value if it is text");
		return attach(b, new_node(b, YAML_TEXT));
	case YAML_SCALAR_EVENT:
		return take_scalar(b, event);
	case YAML_SEQUENCE_START_EVENT:
		refuse_properties(b, event->data.sequence_start.anchor,
				  event->data.sequence_start.tag);
		return take_start(b, YAML_LIST,
				  event->data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE);
	case YAML_MAPPING_START_EVENT:
		refuse_properties(b, event->data.mapping_start.anchor,
				  event->data.mapping_start.tag);
		return take_start(b, YAML_MAP,
				  event->data.mapping_start.style == YAML_FLOW_MAPPING_STYLE);
	case YAML_MAPPING_END_EVENT:
		if (yaml_refuse_repeated_keys(b->yaml, b->levels[--b->depth].node, b->arena) != 0)
			b->failed = true;
		return 0;
	case YAML_SEQUENCE_END_EVENT:
		b->depth--;
		return 0;
	default:
		return 0;
	}
}

static void build(struct builder *b)
{
	bool going = true;

	while (going) {
		yaml_event_t event;

		if (!yaml_parser_parse(&b->parser, &event)) {
			parser_fault(b);
			return;
		}
		going = event.type != YAML_STREAM_END_EVENT;
		if (take(b, &event) != 0) {
			b->yaml->root = NULL;
			going = false;
		}
		yaml_event_delete(&event);
	}
}

int yaml_read_events(struct yaml *yaml, struct arena *arena)
{
	struct builder b = {.yaml = yaml, .arena = arena, .line = yaml->line};

	yaml->root = NULL;
	if (!yaml_parser_initialize(&b.parser))
		mem_exhausted();
	/* Else it would guess UTF-16 from the first bytes. */
	yaml_parser_set_encoding(&b.parser, YAML_UTF8_ENCODING);
	yaml_parser_set_input_string(&b.parser,
				     (const unsigned char *)(yaml->text.n > 0 ? yaml->text.p : ""),
				     yaml->text.n);
	build(&b);
	yaml_parser_delete(&b.parser);
	return b.failed ? -1 : 0;
}

int yaml_read(struct yaml *yaml, struct arena *arena)
{
	return yaml_read_plain(yaml, arena) ? 0 : yaml_read_events(yaml, arena);
}
