/* Front matter alone: the input is what stands between the delimiters. */
#include "fmt/frontmatter.h"
#include "fmt/plain.h"
#include "fmt/yaml.h"
#include "tests/fuzz/fuzz.h"
#include "tests/yaml_trees.h"

/* What is read without libyaml is read as by it. */
static void check_plain(const struct yaml *whole)
{
	struct arena arena = {0};
	struct diags diags = {0};
	struct yaml plain = *whole, events = *whole;

	plain.diags = events.diags = &diags;
	if (yaml_read_plain(&plain, &arena)) {
		REQUIRE(diags.count == 0);
		REQUIRE(yaml_read_events(&events, &arena) == 0);
		REQUIRE(yaml_same(plain.root, events.root));
	}
	REQUIRE(yaml_same(plain.root, whole->root) || plain.root == NULL);
	diags_release(&diags);
	arena_release(&arena);
}

static unsigned check_tree(const struct yaml_node *node, struct span text, unsigned depth)
{
	uint32_t count = 0;

	REQUIRE(depth <= YAML_DEPTH + 1);
	REQUIRE(node->offset <= text.n);
	REQUIRE(node->column >= 1 && node->column - 1 <= node->offset);
	for (const struct yaml_node *child = node->first; child != NULL; child = child->next) {
		REQUIRE(child->offset >= node->offset);
		check_tree(child, text, depth + 1);
		count++;
	}
	REQUIRE(count == node->count);
	REQUIRE(node->kind != YAML_TEXT || count == 0);
	return count;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct note_parts parts = {.front = {(const char *)data, size}, .front_line = 2};
	struct arena arena = {0};
	struct diags diags = {0}, plain = {0}, tree = {0};
	struct note note = {0};

	if (plain_check(parts.front, SPAN("a"), &plain) == 0) {
		struct yaml yaml = {
			.text = parts.front, .line = 2, .shown = SPAN("a"), .diags = &tree};
		int result = yaml_read(&yaml, &arena);

		check_plain(&yaml);
		REQUIRE((result == 0) == (tree.errors == 0));
		if (yaml.root != NULL)
			check_tree(yaml.root, parts.front, 1);
		REQUIRE(front_matter_read(&parts, SPAN("a"), &arena, &diags, &note) ==
			(diags.errors == 0 ? 0 : -1));
		/* What is wrong with the tree is told with all else. */
		REQUIRE(diags.errors >= tree.errors);
		require_places(&diags, parts.front, 2);
	}
	diags_release(&plain);
	diags_release(&tree);
	diags_release(&diags);
	arena_release(&arena);
	return 0;
}
