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

/* Whose row is shown is in who: the later one's, if it is there. */
static bool is_shown(const struct view *view, struct twin *twin)
{
	if (refer_has_row(view, twin->who))
		return true;
	if (!refer_has_row(view, twin->like))
		return false;
	*twin = (struct twin){twin->like, twin->who, twin->reason};
	return true;
}

/* Those with somebody who has a row, in order. Returns how many. */
static size_t choose(const struct view *view, struct twin *twins, size_t count)
{
	size_t kept = 0;
	bool turned = false;

	for (size_t i = 0; i < count; i++) {
		struct twin twin = twins[i];

		if (!is_shown(view, &twin))
			continue;
		turned |= twin.who != twins[i].who;
		twins[kept++] = twin;
	}
	if (turned)
		qsort(twins, kept, sizeof(*twins), twin_order);
	return kept;
}

void refer_dupes(struct view *view)
{
	size_t count;
	struct twin *twins =
		twins_find_divided(view->graph->network, view->graph->leads, false, &count);
	uint32_t *nodes;
	struct stream out;

	count = choose(view, twins, count);
	nodes = mem_resize(NULL, count, sizeof(*nodes));
	for (size_t i = 0; i < count; i++)
		nodes[i] = twins[i].who;
	refer_extend(view, nodes, count);
	free(nodes);
	stream_start(&out, view->format, block, &view->load->rows);
	for (size_t i = 0; i < count; i++)
		write_pair(view, &twins[i], &out);
	view->error = stream_finish(&out);
	free(twins);
}
