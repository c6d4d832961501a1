#include "fmt/refer_drawn.h"

#include <unistd.h>

#include "src/base/io.h"

static bool is_edge_drawn(const struct graph *graph, uint32_t edge)
{
	return graph_selected(graph, graph->edges[edge].from);
}

/* Who has an edge that is drawn. */
static bool is_node_drawn(const struct graph *graph, uint32_t number)
{
	const struct graph_node *node = &graph->nodes[number];
	bool drawn = node->out_count > 0 && graph_selected(graph, number);

	for (uint32_t i = 0; i < node->in_count && !drawn; i++)
		drawn = is_edge_drawn(graph, graph->in[node->first_in + i]);
	return drawn;
}

void refer_draw(struct view *view, const struct drawing *drawing)
{
	const struct graph *graph = view->graph;
	struct sink out = SINK_INIT(STDOUT_FILENO);

	buf_add_str(&out.buf, drawing->begin);
	for (uint32_t i = 0; i < graph->count && out.error == 0; i++) {
		if (is_node_drawn(graph, i))
			drawing->node(&out.buf, graph, i);
		sink_flush_some(&out);
	}
	for (uint32_t i = 0; i < graph->edge_count && out.error == 0; i++) {
		if (is_edge_drawn(graph, i))
			drawing->edge(&out.buf, graph, &graph->edges[i]);
		sink_flush_some(&out);
	}
	drawing->end(&out.buf);
	(void)sink_flush(&out); /* the sink remembers */
	view->error = out.error;
	sink_release(&out);
}
