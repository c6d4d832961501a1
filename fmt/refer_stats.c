/* ni-refer --stats: who named whom with what result. */
#include <stdlib.h>

#include "fmt/refer_graph.h"

static const char *const block[] = {"named", "asked", "replied", "met", "thanked", NULL};

void refer_stats(struct view *view)
{
	size_t count;
	struct graph_rank *ranks = graph_ranks(view->graph, &count);
	struct stream out;

	stream_start(&out, view->format, block, &view->load->rows);
	for (size_t i = 0; i < count; i++) {
		const struct graph_yield *yield = &ranks[i].yield;

		if (!refer_has_row(view, ranks[i].node))
			continue;
		stream_number(&out, yield->named);
		stream_number(&out, yield->asked);
		stream_number(&out, yield->replied);
		stream_number(&out, yield->met);
		stream_number(&out, yield->thanked);
		refer_person(view, ranks[i].node, &out);
		if (yield->thanked < yield->met)
			stream_mark_row(&out);
		stream_end_row(&out);
	}
	view->error = stream_finish(&out);
	free(ranks);
}
