/* ni-refer --mermaid: the graph for Mermaid. */
#include "fmt/refer_drawn.h"
#include "src/base/utf8.h"

/* By state: what stands around the label, which makes the shape; and the colour. */
static const struct look {
	const char *open, *close, *colour;
} looks[] = {
	[GRAPH_LEAD] = {"([", "])", "fill:#ffffff,stroke-dasharray:4"},
	[GRAPH_CONTACT] = {"[", "]", "fill:#e8e8e8"},
	[GRAPH_ASKED] = {"{", "}", "fill:#fff2b3"},
	[GRAPH_MET] = {"(", ")", "fill:#c6e8c6"},
	[GRAPH_CLOSED] = {"{{", "}}", "fill:#b8b8b8"},
};

static const char *const permissions[] = {
	[LEAVE_UNKNOWN] = "-. ask first .->",
	[LEAVE_YES] = "-- may use name -->",
	[LEAVE_NO] = "-- do not use name -->",
};

/* As Mermaid's entity codes, what means something to it, to Markdown or to HTML. */
static void add_label(struct buf *b, struct span text)
{
	struct buf escaped = BUF_INIT;

	utf8_escape(&escaped, text);
	buf_add_char(b, '"');
	for (size_t i = 0; i < escaped.n; i++) {
		char c = escaped.p[i];

		if (strchr("\"#&<>`*_\\;%", c))
			buf_add_format(b, "#%d;", c);
		else
			buf_add_char(b, c);
	}
	buf_add_char(b, '"');
	buf_release(&escaped);
}

/* Ids may be words of Mermaid's: nodes are called by their numbers, and have their ids above. */
static void add_node(struct buf *b, const struct graph *graph, uint32_t node)
{
	enum graph_state state = (enum graph_state)graph->nodes[node].state;

	buf_add_str(b, "  %% ");
	buf_add_span(b, graph_id(graph, node));
	buf_add_format(b, "\n  n%u%s", node, looks[state].open);
	add_label(b, graph_name(graph, node));
	buf_add_format(b, "%s:::%s\n", looks[state].close, graph_state_name(state));
}

static void add_edge(struct buf *b, const struct graph *graph, const struct graph_edge *edge)
{
	(void)graph; /* ids are not needed: nodes are called by their numbers */
	buf_add_format(b, "  n%u %s n%u\n", edge->from, permissions[edge->leave], edge->to);
}

static void add_classes(struct buf *b)
{
	for (int state = GRAPH_LEAD; state <= GRAPH_CLOSED; state++)
		buf_add_format(b, "  classDef %s %s\n", graph_state_name((enum graph_state)state),
			       looks[state].colour);
}

void refer_mermaid(struct view *view)
{
	static const struct drawing mermaid = {"flowchart LR\n", add_node, add_edge, add_classes};

	refer_draw(view, &mermaid);
}
