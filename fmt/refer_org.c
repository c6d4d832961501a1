/* ni-refer --org: whom the user knows at an organisation, and who is one step from it. */
#include "fmt/refer_graph.h"
#include "src/base/utf8.h"

static const char *const block[] = {"relation", "state", "via", NULL};

struct org {
	struct view *view;
	struct arena arena;
	bool *there; /* by node */
	uint32_t *found;
	size_t there_count, count;
};

static void find_there(struct org *org)
{
	const struct graph *graph = org->view->graph;
	struct arena scratch = {0};
	struct span wanted = utf8_fold(&org->arena, span_str(org->view->what));

	for (uint32_t i = 0; i < graph->count && wanted.n > 0; i++) {
		org->there[i] = span_eq(utf8_fold(&scratch, graph_org(graph, i)), wanted);
		if (org->there[i] && refer_has_row(org->view, i))
			org->found[org->count++] = i;
		if (i % 1024 == 1023)
			arena_release(&scratch);
	}
	arena_release(&scratch);
	org->there_count = org->count;
}

/* The next of two lists, both ascending, of which one may be at its end. */
static uint32_t next_neighbour(const struct graph *graph, const struct graph_node *node,
			       uint32_t *in, uint32_t *out)
{
	uint32_t named = GRAPH_NONE, namer = GRAPH_NONE;

	if (*out < node->out_count)
		named = graph->edges[node->first_out + *out].to;
	if (*in < node->in_count)
		namer = graph->edges[graph->in[node->first_in + *in]].from;
	*out += named <= namer && named != GRAPH_NONE;
	*in += namer <= named && namer != GRAPH_NONE;
	return named < namer ? named : namer;
}

/* The ids of those there who named them, or whom they named, each once. */
static void add_via(const struct org *org, uint32_t number, struct buf *via)
{
	const struct graph *graph = org->view->graph;
	const struct graph_node *node = &graph->nodes[number];
	uint32_t in = 0, out = 0, other;

	buf_clear(via);
	while ((other = next_neighbour(graph, node, &in, &out)) != GRAPH_NONE) {
		if (!org->there[other])
			continue;
		if (via->n > 0)
			buf_add_char(via, ';');
		buf_add_span(via, graph_id(graph, other));
	}
}

static void find_near(struct org *org)
{
	const struct graph *graph = org->view->graph;
	struct buf via = BUF_INIT;

	for (uint32_t i = 0; i < graph->network->contact_count; i++) {
		if (org->there[i] || !refer_has_row(org->view, i))
			continue;
		add_via(org, i, &via);
		if (via.n > 0)
			org->found[org->count++] = i;
	}
	buf_release(&via);
}

static void write_rows(struct org *org)
{
	struct view *view = org->view;
	struct buf via = BUF_INIT;
	struct stream out;

	refer_extend(view, org->found, org->count);
	stream_start(&out, view->format, block, &view->load->rows);
	for (size_t i = 0; i < org->count; i++) {
		uint32_t node = org->found[i];
		uint8_t state = view->graph->nodes[node].state;

		writer_cell(&out.writer, i < org->there_count ? SPAN("there") : SPAN("near"));
		writer_cell(&out.writer, span_str(graph_state_name((enum graph_state)state)));
		if (i >= org->there_count)
			add_via(org, node, &via);
		writer_cell(&out.writer, buf_span(&via));
		refer_person(view, node, &out);
		stream_end_row(&out);
	}
	view->error = stream_finish(&out);
	buf_release(&via);
}

void refer_org(struct view *view)
{
	struct org org = {.view = view};

	org.there = arena_array(&org.arena, view->graph->count, sizeof(*org.there));
	org.found = arena_array(&org.arena, view->graph->count, sizeof(*org.found));
	find_there(&org);
	find_near(&org);
	if (org.count == 0)
		refer_nobody(view, "nobody is known at '", "', nor one step from it");
	else
		write_rows(&org);
	arena_release(&org.arena);
}
