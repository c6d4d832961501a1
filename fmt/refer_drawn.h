/*
 * What of the graph is drawn: of the selected people, those whom they named, and who named them.
 */
#ifndef NI_FMT_REFER_DRAWN_H
#define NI_FMT_REFER_DRAWN_H

#include "fmt/refer_graph.h"

static inline bool refer_edge_is_drawn(const struct graph *graph, uint32_t edge)
{
	return graph_selected(graph, graph->edges[edge].from);
}

/* Who has an edge that is drawn. */
static inline bool refer_node_is_drawn(const struct graph *graph, uint32_t number)
{
	const struct graph_node *node = &graph->nodes[number];
	bool drawn = node->out_count > 0 && graph_selected(graph, number);

	for (uint32_t i = 0; i < node->in_count && !drawn; i++)
		drawn = refer_edge_is_drawn(graph, graph->in[node->first_in + i]);
	return drawn;
}

#endif
