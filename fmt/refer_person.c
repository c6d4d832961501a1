/* People of the graph as rows. */
#include <stdlib.h>

#include "fmt/lead_rows.h"
#include "fmt/refer_graph.h"
#include "src/base/mem.h"
#include "src/base/tool.h"
#include "src/base/utf8.h"
#include "src/person.h"

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
	const struct graph *graph = view->graph;

	if (!graph_is_lead(graph, node))
		return graph_selected(graph, node) && view->load->rows.row_of[node] != ROW_NONE;
	return graph_selected(graph, node) || (graph_lead(graph, node)->finder == CONTACT_NONE &&
					       view->load->everybody && !view->load->narrowed);
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

void refer_nobody(struct view *view, const char *before, const char *after)
{
	struct buf text = BUF_INIT;

	buf_add_str(&text, "ni-refer: ");
	buf_add_str(&text, before);
	utf8_escape(&text, span_str(view->what));
	buf_add_str(&text, after);
	tool_tell(buf_span(&text));
	buf_release(&text);
	view->nobody = true;
}

static void tell_unknown(struct view *view, struct span said)
{
	struct buf after = BUF_INIT;
	struct span meant =
		person_suggest(view->graph->network, view->graph->leads, said, &view->load->arena);

	buf_add_char(&after, '\'');
	if (meant.n > 0) {
		buf_add_str(&after, "; did you mean '");
		utf8_escape(&after, meant);
		buf_add_str(&after, "'?");
	}
	refer_nobody(view, "no contact or lead '", after.p);
	buf_release(&after);
}

uint32_t refer_find(struct view *view)
{
	const struct graph *graph = view->graph;
	struct span said = span_trim(span_str(view->what));
	size_t errors = view->diags->errors;
	uint32_t node = person_or_lead(graph->network, graph->leads, said, view->diags);

	if (node == CONTACT_NONE && view->diags->errors == errors)
		tell_unknown(view, said);
	else if (node != CONTACT_NONE)
		view->what = arena_string(&view->load->arena, graph_id(graph, node));
	return node == CONTACT_NONE ? GRAPH_NONE : node;
}

void refer_anchor(const struct view *view, uint32_t node, struct stream *out)
{
	const struct network *network = view->graph->network;

	if (graph_is_lead(view->graph, node)) {
		const struct lead *lead = graph_lead(view->graph, node);
		const struct naming *naming = &view->load->leads.namings[lead->first_naming];
		const struct note *note = &network->notes[naming->note];

		stream_anchor(out, network->files[note->file],
			      note->referrals[naming->referral].line);
	} else {
		const struct contact *contact = &network->contacts[node];

		stream_anchor(out, network->files[contact->file], contact->line);
	}
}
