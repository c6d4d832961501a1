/*
 * What fmt/yaml_plain.c is made of; nobody else's business.
 */
#ifndef NI_FMT_YAML_PLAIN_PARTS_H
#define NI_FMT_YAML_PLAIN_PARTS_H

#include "fmt/yaml_plain.h"

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

/* To the line that begins at start, or the next that holds something. */
void plain_take_line(struct plain *p, size_t start);

/* To the next line that holds something. */
void plain_next_line(struct plain *p);

/* Where the blanks end that may stand at an offset of the line. */
size_t plain_skip_blanks(const struct plain *p, size_t at);

/* Whether nothing but a comment follows on the line. */
bool plain_is_done(const struct plain *p, size_t at);

/* A node that begins at an offset of the line, in the arena; and one of the text up to end. */
struct yaml_node *plain_node(struct plain *p, enum yaml_kind kind, size_t at);
struct yaml_node *plain_text(struct plain *p, size_t at, size_t end);

/* One more child of parent, behind *last, which is NULL before the first. */
void plain_append(struct yaml_node *parent, struct yaml_node **last, struct yaml_node *node);

/* The value at which reading is, and which ends on its line; reading is at the next line then.
 * NULL: not plain. */
struct yaml_node *plain_read_inline(struct plain *p);

#endif
