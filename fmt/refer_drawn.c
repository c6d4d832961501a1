#include "fmt/refer_drawn.h"

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

size_t refer_count_drawn(const struct graph *graph)
{
	size_t count = 0;

	for (uint32_t i = 0; i < graph->edge_count; i++)
		count += is_edge_drawn(graph, i);
	return count;
}

void refer_draw(struct sink *sink, const struct graph *graph, const struct drawing *drawing)
{
	buf_add_str(&sink->buf, drawing->begin);
	for (uint32_t i = 0; i < graph->count && sink->error == 0; i++) {
		if (is_node_drawn(graph, i))
			drawing->node(&sink->buf, graph, i);
		sink_flush_some(sink);
	}
	for (uint32_t i = 0; i < graph->edge_count && sink->error == 0; i++) {
		if (is_edge_drawn(graph, i))
			drawing->edge(&sink->buf, graph, &graph->edges[i]);
		sink_flush_some(sink);
	}
	drawing->end(&sink->buf);
}
