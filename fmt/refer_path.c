/* ni-refer --path: how somebody was come to know. */
#include <unistd.h>

#include "fmt/refer_drawn.h"
#include "fmt/refer_graph.h"
#include "src/base/io.h"
#include "src/base/tool.h"
#include "src/base/utf8.h"
#include "src/graph_path.h"

static void add_value(struct buf *b, struct span value)
{
	utf8_escape(b, value);
}

struct sentence {
	struct buf *b;
	const struct graph *graph;
	bool anchors; /* it says where each is written */
};

/* " 2026-10-02, notes/x.md:3" */
static void add_place(const struct sentence *s, int32_t day, uint32_t file, uint32_t line)
{
	if (day != DAY_NONE) {
		buf_add_char(s->b, ' ');
		date_format(s->b, day);
	}
	if (!s->anchors)
		return;
	buf_add_str(s->b, day != DAY_NONE ? ", " : " ");
	add_value(s->b, s->graph->network->files[file]);
	buf_add_format(s->b, ":%u", line);
}

/* Somebody whom nobody needed to name. */
static void add_first(const struct sentence *s, uint32_t node)
{
	const struct graph_node *first = &s->graph->nodes[node];
	const struct contact *contact = &s->graph->network->contacts[node];

	add_value(s->b, graph_name(s->graph, node));
	if (first->met != DAY_NONE) {
		buf_add_str(s->b, " (met");
		add_place(s, first->met, first->met_file, first->met_line);
	} else if (contact->added != DAY_NONE || s->anchors) {
		buf_add_str(s->b, contact->added == DAY_NONE ? " (in" : " (added");
		add_place(s, contact->added, contact->file, contact->line);
	} else {
		return;
	}
	buf_add_char(s->b, ')');
}

/* As people speak of somebody: the first word of their name, but for an initial, a title, or a
 * family name with a comma. */
static struct span short_name(struct span name)
{
	size_t n = 0;

	while (n < name.n && !strchr(" \t", name.p[n]))
		n++;
	return n == 0 || strchr(".,", name.p[n - 1]) ? name : span_of(name.p, n);
}

static void add_leave(struct buf *b, const struct graph *graph, const struct graph_edge *edge)
{
	switch (edge->leave) {
	case LEAVE_YES:
		buf_add_str(b, ", you may use ");
		break;
	case LEAVE_NO:
		buf_add_str(b, ", you may not use ");
		break;
	default:
		buf_add_str(b, ", ask whether you may use ");
		break;
	}
	add_value(b, short_name(graph_name(graph, edge->from)));
	buf_add_str(b, "'s name)");
}

static void add_step(const struct sentence *s, const struct graph_edge *edge)
{
	const char *how = edge->noted ? " (named" : " (added";

	if (!edge->noted && edge->date == DAY_NONE)
		how = s->anchors ? " (referred in" : " (referred";
	add_value(s->b, graph_name(s->graph, edge->to));
	buf_add_str(s->b, how);
	add_place(s, edge->date, edge->file, edge->line);
	add_leave(s->b, s->graph, edge);
}

void refer_draw_path(struct buf *b, const struct path *path, bool anchors)
{
	const struct sentence s = {b, path->graph, anchors};

	buf_add_str(b, "you → ");
	add_first(&s, path->first);
	for (size_t i = 0; i < path->count; i++) {
		buf_add_str(b, " → ");
		add_step(&s, &path->graph->edges[path->edges[i]]);
	}
}

void refer_path(struct view *view)
{
	struct sink out = SINK_INIT(STDOUT_FILENO);
	struct path path;
	uint32_t node = refer_find(view);

	if (node == GRAPH_NONE)
		return;
	path_start(&path, view->graph, node);
	while (out.error == 0 && path_next(&path)) {
		refer_draw_path(&out.buf, &path, true);
		buf_add_char(&out.buf, '\n');
		sink_flush_some(&out);
	}
	if (!path.found)
		refer_nobody(view, "no way leads from you to '",
			     "': nobody whom you know without a "
			     "referral named them, or who did");
	path_release(&path);
	(void)sink_flush(&out); /* the sink remembers */
	view->error = out.error;
	sink_release(&out);
}
