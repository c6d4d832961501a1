/* People of the graph as rows. */
#include <stdlib.h>

#include "fmt/lead_rows.h"
#include "fmt/refer_graph.h"
#include "src/base/mem.h"

void refer_person(const struct view *view, uint32_t node, struct stream *out)
{
	struct rows *rows = &view->load->rows;

	if (graph_is_lead(view->graph, node))
		lead_rows_write(rows, graph_lead(view->graph, node), &out->writer, &out->text);
	else
		rows_write(rows, &rows->list[rows->row_of[node]], &out->rows);
}

bool refer_has_row(const struct view *view, uint32_t node)
{
	return graph_selected(view->graph, node) &&
	       (graph_is_lead(view->graph, node) || view->load->rows.row_of[node] != ROW_NONE);
}

void refer_extend(struct view *view, const uint32_t *nodes, size_t count)
{
	const struct lead **list = mem_resize(NULL, count, sizeof(*list));
	size_t found = 0;

	for (size_t i = 0; i < count; i++)
		if (graph_is_lead(view->graph, nodes[i]))
			list[found++] = graph_lead(view->graph, nodes[i]);
	lead_rows_extend(&view->load->rows, list, found);
	free(list);
}
