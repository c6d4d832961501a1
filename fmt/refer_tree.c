/* ni-refer --tree: who found whom, with lines. */
#include <stdlib.h>
#include <unistd.h>

#include "fmt/refer_graph.h"
#include "src/base/io.h"
#include "src/base/utf8.h"
#include "src/graph_tree.h"

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

/* Who else named them. */
static void add_others(struct buf *b, const struct graph *graph, const struct tree_line *line)
{
	const struct graph_node *node = &graph->nodes[line->node];
	const char *before = "; also named by ";

	for (uint32_t i = 0; i < node->in_count; i++) {
		uint32_t edge = graph->in[node->first_in + i];

		if (edge == node->parent)
			continue;
		buf_add_str(b, before);
		buf_add_span(b, graph_id(graph, graph->edges[edge].from));
		before = ", ";
	}
}

static void add_person(struct buf *b, const struct graph *graph, const struct tree_line *line)
{
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
		buf_add_span(b, graph_id(graph, graph->edges[node->parent].from));
	}
	add_others(b, graph, line);
	buf_add_char(b, '\n');
}

/* The user's line, above all others. */
static void add_user(struct buf *b, const struct graph *graph, size_t count)
{
	uint32_t met = 0;

	for (size_t i = 0; i < graph->count; i++)
		met += graph->nodes[i].met != DAY_NONE;
	buf_add_str(b, "you");
	add_yield(b, (uint32_t)count, met);
	buf_add_char(b, '\n');
}

static void write_lines(struct view *view, const struct tree_line *lines, size_t count,
			struct sink *out)
{
	uint32_t above = view->what ? 0 : 1; /* the user's line */
	bool ended[DEPTH_MOST + 1] = {false};

	if (!view->what)
		add_user(&out->buf, view->graph, count);
	for (size_t i = 0; i < count && out->error == 0; i++) {
		add_lines(&out->buf, lines[i].depth + above, ended, lines[i].last);
		add_person(&out->buf, view->graph, &lines[i]);
		sink_flush_some(out);
	}
}

void refer_tree(struct view *view)
{
	struct sink out = SINK_INIT(STDOUT_FILENO);
	uint32_t root = view->what ? refer_find(view) : GRAPH_NONE;
	struct tree_line *lines;
	size_t count;

	if (view->nobody)
		return;
	lines = graph_tree(view->graph, root, &count);
	write_lines(view, lines, count, &out);
	(void)sink_flush(&out); /* the sink remembers */
	view->error = out.error;
	sink_release(&out);
	free(lines);
}
