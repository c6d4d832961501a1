/* ni-refer --dot: the graph for Graphviz. */
#include <unistd.h>

#include "fmt/refer_drawn.h"
#include "src/base/io.h"
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

void refer_dot(struct view *view)
{
	const struct graph *graph = view->graph;
	struct sink out = SINK_INIT(STDOUT_FILENO);

	buf_add_str(&out.buf, "digraph referrals {\n\trankdir=LR;\n");
	for (uint32_t i = 0; i < graph->count && out.error == 0; i++) {
		if (refer_node_is_drawn(graph, i))
			add_node(&out.buf, graph, i);
		sink_flush_some(&out);
	}
	for (uint32_t i = 0; i < graph->edge_count && out.error == 0; i++) {
		if (refer_edge_is_drawn(graph, i))
			add_edge(&out.buf, graph, &graph->edges[i]);
		sink_flush_some(&out);
	}
	buf_add_str(&out.buf, "}\n");
	(void)sink_flush(&out); /* the sink remembers */
	view->error = out.error;
	sink_release(&out);
}
