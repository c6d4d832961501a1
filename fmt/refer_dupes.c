/* ni-refer --dupes: who may be one person. */
#include <stdlib.h>

#include "fmt/refer_graph.h"
#include "fmt/twins_jobs.h"
#include "src/base/mem.h"

static const char *const block[] = {"like", "like_name", "reason", "anchor", NULL};

static const char *const reasons[] = {
	[TWIN_EMAIL] = "same email",
	[TWIN_PHONE] = "same phone",
	[TWIN_NAME] = "same name",
	[TWIN_SPELLING] = "nearly the same name at the same organisation",
};

static void write_pair(struct view *view, const struct twin *twin, struct stream *out)
{
	writer_cell(&out->writer, graph_id(view->graph, twin->like));
	writer_cell(&out->writer, graph_name(view->graph, twin->like));
	writer_cell(&out->writer, span_str(reasons[twin->reason]));
	refer_anchor(view, twin->who, out);
	refer_person(view, twin->who, out);
	stream_end_row(out);
}

void refer_dupes(struct view *view)
{
	size_t count, kept = 0;
	struct twin *twins =
		twins_find_divided(view->graph->network, view->graph->leads, false, &count);
	uint32_t *nodes = mem_resize(NULL, count, sizeof(*nodes));
	struct stream out;

	for (size_t i = 0; i < count; i++) {
		if (!refer_has_row(view, twins[i].who))
			continue;
		nodes[kept] = twins[i].who;
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
