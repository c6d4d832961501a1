/* ni-refer --tree: who found whom, with lines. */
#include <stdlib.h>

#include "fmt/refer_drawn.h"
#include "src/base/utf8.h"

/* What lies deeper is drawn at this depth, with its own in front: of a chain of 100,000 the lines
 * alone would be 20 gigabytes. */
#define DEPTH_MOST 32

static void add_yield(struct buf *b, uint32_t people, uint32_t met)
{
	buf_add_format(b, ": %u %s, %u met", people, people == 1 ? "person" : "people", met);
}

/* ended: for each depth, whether who was drawn there last is the last of theirs. */
static void add_lines(struct buf *b, uint32_t depth, bool *ended, bool last)
{
	uint32_t drawn = depth < DEPTH_MOST ? depth : DEPTH_MOST;

	for (uint32_t i = 1; i < drawn; i++)
		buf_add_str(b, ended[i] ? "    " : "│   ");
	if (drawn > 0)
		buf_add_str(b, last ? "└── " : "├── ");
	if (depth > DEPTH_MOST)
		buf_add_format(b, "[%u] ", depth);
	ended[drawn] = last;
}

struct tree {
	const struct graph *graph;
	const struct tree_of *of;
	struct tree_line *lines;
	size_t count;
};

/* Who else named them. */
static void add_others(struct buf *b, const struct tree *tree, const struct tree_line *line)
{
	const struct graph *graph = tree->graph;
	const struct graph_node *node = &graph->nodes[line->node];
	const char *before = "; also named by ";

	for (uint32_t i = 0; i < node->in_count; i++) {
		uint32_t edge = graph->in[node->first_in + i];
		uint32_t from = graph->edges[edge].from;

		if (edge == node->parent || (tree->of->drawn && !graph_selected(graph, from)))
			continue;
		buf_add_str(b, before);
		buf_add_span(b, graph_id(graph, from));
		before = ", ";
	}
}

static void add_person(struct buf *b, const struct tree *tree, const struct tree_line *line)
{
	const struct graph *graph = tree->graph;
	const struct graph_node *node = &graph->nodes[line->node];

	utf8_escape(b, graph_name(graph, line->node));
	buf_add_str(b, " (");
	buf_add_span(b, graph_id(graph, line->node));
	buf_add_str(b, "), ");
	buf_add_str(b, graph_state_name((enum graph_state)node->state));
	if (line->below > 0)
		add_yield(b, line->below, line->met);
	if (line->circle) {
		buf_add_str(b, "; in a circle, by ");
		buf_add_span(b, graph_id(graph, graph_finder(graph, line->node)));
	}
	add_others(b, tree, line);
	buf_add_char(b, '\n');
}

/* The user's line, above all others. */
static void add_user(struct buf *b, const struct tree *tree)
{
	uint32_t met = 0;

	for (size_t i = 0; i < tree->count; i++)
		met += tree->graph->nodes[tree->lines[i].node].met != DAY_NONE;
	buf_add_str(b, "you");
	add_yield(b, (uint32_t)tree->count, met);
	buf_add_char(b, '\n');
}

void refer_draw_tree(struct sink *sink, const struct graph *graph, const struct tree_of *of)
{
	struct tree tree = {.graph = graph, .of = of};
	uint32_t above = of->root == GRAPH_NONE; /* the user's line */
	bool ended[DEPTH_MOST + 1] = {false};

	tree.lines = graph_tree(graph, of, &tree.count);
	if (above)
		add_user(&sink->buf, &tree);
	for (size_t i = 0; i < tree.count && sink->error == 0; i++) {
		const struct tree_line *line = &tree.lines[i];

		add_lines(&sink->buf, line->depth + above, ended, line->last);
		add_person(&sink->buf, &tree, line);
		sink_flush_some(sink);
	}
	free(tree.lines);
}
