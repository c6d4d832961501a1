/* What a report says of a person. */
#include "fmt/report_person.h"

/* A part of a line: separator goes before all but the first, which begins at start. */
static void add_part(struct buf *b, size_t start, const char *separator, struct span text)
{
	if (text.n == 0)
		return;
	if (b->n > start)
		buf_add_str(b, separator);
	gfm_text(b, text);
}

bool person_add_work(const struct page *page, struct buf *b, uint32_t contact)
{
	static const enum contact_text columns[] = {TEXT_TITLE, TEXT_ORG, TEXT_FIELD, TEXT_SECTOR};
	const struct network *network = page->report->network;
	struct span circle = network_text(network, contact, TEXT_CIRCLE);
	size_t start = b->n;

	for (size_t i = 0; i < sizeof(columns) / sizeof(*columns); i++)
		add_part(b, start, columns[i] == TEXT_FIELD ? "; " : ", ",
			 network_text(network, contact, columns[i]));
	if (circle.n > 0) {
		buf_add_str(b, b->n > start ? "; circle: " : "Circle: ");
		gfm_text(b, circle);
	}
	return b->n > start;
}

/* Several addresses stand with semicolons between. */
static void add_several(struct buf *b, size_t start, struct span cell)
{
	struct span one;

	while (span_cut(&cell, ';', &one))
		add_part(b, start, ", ", span_trim(one));
}

bool person_add_reach(const struct page *page, struct buf *b, uint32_t contact)
{
	const struct network *network = page->report->network;
	size_t start = b->n;

	if (page->view->share)
		return false;
	add_several(b, start, network_text(network, contact, TEXT_EMAIL));
	add_several(b, start, network_text(network, contact, TEXT_PHONE));
	return b->n > start;
}

static const char *leave_words(uint8_t leave)
{
	return leave == LEAVE_YES  ? "you may use their name"
	       : leave == LEAVE_NO ? "do not use their name"
				   : "ask whether you may use their name";
}

/* "named by Ann Lee (Acme) on 2026-10-02, you may use their name" */
static void add_namer(const struct page *page, struct buf *b, const struct graph_edge *edge)
{
	const struct graph *graph = &page->report->graph;

	buf_add_str(b, edge->noted ? "named by " : "referred by ");
	page_contact(page, b, edge->from);
	if (edge->noted) {
		buf_add_str(b, " on ");
		page_day(page, b, edge->date, graph->network->files[edge->file]);
	}
	buf_add_format(b, ", %s", leave_words(edge->leave));
}

void person_add_known(const struct page *page, struct buf *b, uint32_t contact)
{
	const struct graph *graph = &page->report->graph;
	const struct graph_node *node = &graph->nodes[contact];
	struct span source = network_text(graph->network, contact, TEXT_SOURCE);

	if (source.n == 0)
		source = node->in_count > 0 ? SPAN("referral") : SPAN("direct");
	gfm_text(b, source);
	if (node->parent != GRAPH_NONE) {
		buf_add_str(b, "; ");
		add_namer(page, b, &graph->edges[node->parent]);
	}
	for (uint32_t i = 0; i < node->in_count; i++) {
		uint32_t edge = graph->in[node->first_in + i];

		if (edge == node->parent)
			continue;
		buf_add_str(b, node->parent != GRAPH_NONE ? "; also " : "; ");
		add_namer(page, b, &graph->edges[edge]);
	}
}

/* What became of somebody whom they named. */
static const char *fate(const struct graph_node *node)
{
	switch (node->state) {
	case GRAPH_LEAD:
		return "no contact yet";
	case GRAPH_CONTACT:
		return "not asked yet";
	case GRAPH_ASKED:
		return node->declined ? "declined" : node->replied ? "replied" : "asked";
	case GRAPH_MET:
		return "met";
	default:
		return node->met != DAY_NONE ? "met, closed" : "closed";
	}
}

void person_add_named(const struct page *page, struct buf *b, uint32_t contact)
{
	const struct graph *graph = &page->report->graph;
	const struct graph_node *node = &graph->nodes[contact];

	for (uint32_t i = 0; i < node->out_count; i++) {
		uint32_t to = graph->edges[node->first_out + i].to;

		if (i > 0)
			buf_add_str(b, "; ");
		page_person(b, graph_name(graph, to), graph_org(graph, to));
		buf_add_format(b, ", %s", fate(&graph->nodes[to]));
		if (graph->nodes[to].met != DAY_NONE) {
			buf_add_char(b, ' ');
			date_format(b, graph->nodes[to].met);
		}
	}
}

void person_add_item(const struct page *page, struct buf *b, const struct report_item *item)
{
	if (item->due != DAY_NONE) {
		date_format(b, item->due);
		buf_add_char(b, ' ');
	}
	gfm_text(b, item->action);
	page_reason(page, b, item);
}

void person_add_appointment(const struct page *page, struct buf *b, const struct note *note)
{
	add_part(b, 0, ", ", note->time);
	add_part(b, 0, ", ", note->mode);
	if (note->minutes > 0)
		buf_add_format(b, ", %u min", note->minutes);
	if (!page->view->share)
		add_part(b, 0, ", ", note->place);
}
