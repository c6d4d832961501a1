/* Whether two readings of a YAML text gave the same tree: for unit tests and fuzz targets. */
#ifndef NI_TESTS_YAML_TREES_H
#define NI_TESTS_YAML_TREES_H

#include "fmt/yaml_plain.h"

static inline bool yaml_same(const struct yaml_node *a, const struct yaml_node *b)
{
	if (a == NULL || b == NULL)
		return a == b;
	if (a->kind != b->kind || a->flow != b->flow || a->line != b->line ||
	    a->column != b->column || a->offset != b->offset || a->key_line != b->key_line ||
	    a->key_column != b->key_column || a->count != b->count || !span_eq(a->text, b->text) ||
	    !span_eq(a->key, b->key))
		return false;

	const struct yaml_node *one = a->first, *other = b->first;
	for (; one != NULL && other != NULL; one = one->next, other = other->next)
		if (!yaml_same(one, other))
			return false;
	return one == other;
}

#endif
