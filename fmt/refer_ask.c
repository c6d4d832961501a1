/* ni-refer --ask: whose leave to use their name is still to be asked for. */
#include "fmt/refer_graph.h"

static const char *const block[] = {"about", "about_name", "named_on", "anchor", NULL};

/* As ni-due's get-permission: nothing has begun, and of who referred them nothing is known. */
static bool is_to_ask(const struct view *view, uint32_t number)
{
	const struct graph *graph = view->graph;
	const struct graph_edge *edge = &graph->edges[number];
	const struct graph_node *to = &graph->nodes[edge->to];

	return to->parent == number && edge->leave == LEAVE_UNKNOWN &&
	       (to->state == GRAPH_LEAD || to->state == GRAPH_CONTACT) &&
	       graph->nodes[edge->from].state != GRAPH_CLOSED && refer_has_row(view, edge->from);
}

void refer_ask(struct view *view)
{
	const struct graph *graph = view->graph;
	struct stream out;

	stream_start(&out, view->format, block, &view->load->rows);
	for (uint32_t i = 0; i < graph->edge_count; i++) {
		const struct graph_edge *edge = &graph->edges[i];

		if (!is_to_ask(view, i))
			continue;
		writer_cell(&out.writer, graph_id(graph, edge->to));
		writer_cell(&out.writer, graph_name(graph, edge->to));
		stream_date(&out, edge->date);
		stream_anchor(&out, graph->network->files[edge->file], edge->line);
		refer_person(view, edge->from, &out);
		stream_end_row(&out);
	}
	view->error = stream_finish(&out);
}
