/* ni-refer --dupes: who may be one person. */
#include <stdlib.h>

#include "fmt/refer_graph.h"
#include "src/base/mem.h"
#include "src/check.h"

static const char *const block[] = {"like", "like_name", "reason", "anchor", NULL};

static const char *const reasons[] = {
	[LIKE_EMAIL] = "same email",
	[LIKE_PHONE] = "same phone",
	[LIKE_NAME] = "same name",
	[LIKE_SPELLING] = "nearly the same name at the same organisation",
};

static void write_pair(struct view *view, const struct check_twin *twin, struct stream *out)
{
	writer_cell(&out->writer, graph_id(view->graph, twin->other));
	writer_cell(&out->writer, graph_name(view->graph, twin->other));
	writer_cell(&out->writer, span_str(reasons[twin->likeness]));
	refer_anchor(view, twin->contact, out);
	refer_person(view, twin->contact, out);
	stream_end_row(out);
}

void refer_dupes(struct view *view)
{
	size_t count, kept = 0;
	struct check_twin *twins = check_twins(view->graph->network, view->graph->leads, &count);
	uint32_t *nodes = mem_resize(NULL, count, sizeof(*nodes));
	struct stream out;

	for (size_t i = 0; i < count; i++) {
		if (!refer_has_row(view, twins[i].contact))
			continue;
		nodes[kept] = twins[i].contact;
		twins[kept++] = twins[i];
	}
	refer_extend(view, nodes, kept);
	stream_start(&out, view->format, block, &view->load->rows);
	for (size_t i = 0; i < kept; i++)
		write_pair(view, &twins[i], &out);
	view->error = stream_finish(&out);
	free(nodes);
	free(twins);
}
