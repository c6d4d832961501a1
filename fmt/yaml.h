/*
 * YAML as ni reads it: one document of texts, lists and maps, as a small tree. Refused are aliases,
 * anchors, tags, keys that stand twice, keys that are no text, a second document, control
 * characters and more than YAML_DEPTH levels. Every scalar is text: what "no" means is the
 * reader's.
 */
#ifndef NI_FMT_YAML_H
#define NI_FMT_YAML_H

#include "src/base/arena.h"
#include "src/base/buf.h"
#include "src/base/diag.h"

#define YAML_DEPTH 32

enum yaml_kind { YAML_TEXT, YAML_LIST, YAML_MAP };

struct yaml_node {
	enum yaml_kind kind;
	bool flow; /* a list or map in brackets */
	uint32_t line, column,
		offset; /* where it starts; of a block list or map: its first key or dash */
	uint32_t key_line, key_column;  /* a map's values: where the key starts */
	uint32_t count;                 /* children */
	struct span text;               /* a text, decoded */
	struct span key;                /* a map's values */
	struct yaml_node *first, *next; /* children, in order */
};

struct yaml {
	struct span text;  /* UTF-8, checked, without BOM */
	uint32_t line;     /* number of its first line */
	struct span shown; /* for diagnostics */
	struct diags *diags;
	struct yaml_node *root; /* NULL: nothing but comments */
};

/*
 * Fills in root, in the arena; the other members have been set. Returns 0; or
 * -1 with diagnostics, and then root is NULL if the syntax is wrong, else all
 * the same what was read, so that the reader can tell of further faults.
 */
int yaml_read(struct yaml *yaml, struct arena *arena);

/*
 * The error "NAME: found 'x', expected FORM" at a value. A value that is empty is reported at its
 * key.
 */
void yaml_expected(const struct yaml *yaml, const struct yaml_node *node, const char *name,
		   const char *form);

/* The trimmed text of a value, true; or false and yaml_expected when it is a list or map. */
bool yaml_scalar(const struct yaml *yaml, const struct yaml_node *node, const char *name,
		 const char *form, struct span *text);

/*
 * Appends text as a value that yaml_scalar reads back: plain where that means the same to every
 * reader of YAML, else in double quotes. It is UTF-8, trimmed, and has no control character.
 */
void yaml_write(struct buf *b, struct span text);

#endif
