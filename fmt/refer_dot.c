/* ni-refer --dot: the graph for Graphviz. */
#include "fmt/refer_drawn.h"
#include "src/base/utf8.h"

/* By state: its shape and colour. */
static const char *const looks[] = {
	[GRAPH_LEAD] = "shape=ellipse, style=\"dashed,filled\", fillcolor=\"#ffffff\"",
	[GRAPH_CONTACT] = "shape=box, style=filled, fillcolor=\"#e8e8e8\"",
	[GRAPH_ASKED] = "shape=diamond, style=filled, fillcolor=\"#fff2b3\"",
	[GRAPH_MET] = "shape=box, style=\"rounded,filled\", fillcolor=\"#c6e8c6\"",
	[GRAPH_CLOSED] = "shape=octagon, style=filled, fillcolor=\"#b8b8b8\"",
};

static const char *const permissions[] = {
	[LEAVE_UNKNOWN] = "label=\"ask first\", style=dashed",
	[LEAVE_YES] = "label=\"may use name\", color=\"#2e7d32\"",
	[LEAVE_NO] = "label=\"do not use name\", color=\"#c62828\"",
};

/* Within a quoted string, where dot knows HTML's entities too. */
static void add_quoted(struct buf *b, struct span text)
{
	struct buf escaped = BUF_INIT;

	utf8_escape(&escaped, text);
	buf_add_char(b, '"');
	for (size_t i = 0; i < escaped.n; i++) {
		char c = escaped.p[i];

		if (c == '"' || c == '\\')
			buf_add_char(b, '\\');
		if (c == '&')
			buf_add_str(b, "&amp;");
		else
			buf_add_char(b, c);
	}
	buf_add_char(b, '"');
	buf_release(&escaped);
}

static void add_node(struct buf *b, const struct graph *graph, uint32_t node)
{
	buf_add_str(b, "\t");
	add_quoted(b, graph_id(graph, node));
	buf_add_str(b, " [label=");
	add_quoted(b, graph_name(graph, node));
	buf_add_str(b, ", tooltip=");
	add_quoted(b, span_str(graph_state_name((enum graph_state)graph->nodes[node].state)));
	buf_add_format(b, ", %s];\n", looks[graph->nodes[node].state]);
}

static void add_edge(struct buf *b, const struct graph *graph, const struct graph_edge *edge)
{
	buf_add_char(b, '\t');
	add_quoted(b, graph_id(graph, edge->from));
	buf_add_str(b, " -> ");
	add_quoted(b, graph_id(graph, edge->to));
	buf_add_format(b, " [%s];\n", permissions[edge->leave]);
}

static void add_end(struct buf *b)
{
	buf_add_str(b, "}\n");
}

void refer_draw_dot(struct sink *sink, const struct graph *graph)
{
	static const struct drawing dot = {"digraph referrals {\n\trankdir=LR;\n", add_node,
					   add_edge, add_end};

	refer_draw(sink, graph, &dot);
}
