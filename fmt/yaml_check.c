#include "fmt/yaml_check.h"

#include "src/index.h"

struct seen {
	uint64_t hash;
	const struct yaml_node *node;
};

static const struct yaml_node *same_key(const struct seen *seen, size_t count, struct seen wanted)
{
	for (size_t i = 0; i < count; i++)
		if (seen[i].hash == wanted.hash && span_eq(seen[i].node->key, wanted.node->key))
			return seen[i].node;
	return NULL;
}

int yaml_refuse_repeated_keys(const struct yaml *yaml, const struct yaml_node *map,
			      struct arena *scratch)
{
	struct seen *seen = arena_array(scratch, map->count, sizeof(*seen));
	size_t count = 0;
	int result = 0;

	for (const struct yaml_node *node = map->first; node != NULL; node = node->next) {
		seen[count] = (struct seen){hash_bytes(node->key, 0), node};

		const struct yaml_node *earlier = same_key(seen, count, seen[count]);
		count++;
		if (earlier == NULL)
			continue;
		diag_add(yaml->diags, DIAG_ERROR, yaml->shown, node->key_line, node->key_column,
			 "key '%.*s' stands twice, first on line %lu", SPAN_ARG(node->key),
			 (unsigned long)earlier->key_line);
		diag_rule(yaml->diags, "duplicate-key");
		result = -1;
	}
	return result;
}

bool yaml_has_control(struct span s)
{
	for (size_t i = 0; i < s.n; i++) {
		unsigned char c = (unsigned char)s.p[i];

		if ((c < 0x20 && c != '\t' && c != '\n') || c == 0x7F)
			return true;
		if (c == 0xC2 && i + 1 < s.n && (unsigned char)s.p[i + 1] < 0xA0)
			return true;
	}
	return false;
}
