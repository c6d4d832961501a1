/* ni-refer --mermaid: the graph for Mermaid. */
#include "fmt/mermaid.h"
#include "fmt/refer_drawn.h"

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

/* Ids may be words of Mermaid's: nodes are called by their numbers, and have their ids above. */
static void add_node(struct buf *b, const struct graph *graph, uint32_t node)
{
	enum graph_state state = (enum graph_state)graph->nodes[node].state;

	buf_add_str(b, "  %% ");
	buf_add_span(b, graph_id(graph, node));
	buf_add_str(b, "\n  n");
	buf_add_number(b, node);
	buf_add_str(b, looks[state].open);
	mermaid_text(b, graph_name(graph, node));
	buf_add_str(b, looks[state].close);
	buf_add_str(b, ":::");
	buf_add_str(b, graph_state_name(state));
	buf_add_char(b, '\n');
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

void refer_draw_mermaid(struct sink *sink, const struct graph *graph)
{
	static const struct drawing mermaid = {"flowchart LR\n", add_node, add_edge, add_classes};

	refer_draw(sink, graph, &mermaid);
}
