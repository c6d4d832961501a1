/* Who named whom: a tree, a picture, and what came of it. */
#include <stdlib.h>

#include "fmt/refer_drawn.h"
#include "fmt/report_parts.h"

/* Every line begins with "you" or with a drawn line: none of them can end the block. */
static void add_tree(const struct page *page)
{
	static const struct tree_of drawn = {GRAPH_NONE, true};

	page_line(page, "### Tree\n\n```text");
	refer_draw_tree(page->sink, &page->report->graph, &drawn);
	page_line(page, "```");
}

/* A text that Mermaid refuses would be an error message in place of the picture. */
static void add_picture(const struct page *page)
{
	const struct graph *graph = &page->report->graph;
	struct sink picture = SINK_INIT(-1);
	bool drawn = refer_count_drawn(graph) <= MERMAID_EDGES_MOST;

	page_line(page, "\n### Graph\n");
	if (drawn)
		refer_draw_mermaid(&picture, graph);
	if (drawn && picture.buf.n <= MERMAID_TEXT_MOST) {
		page_line(page, "```mermaid");
		buf_add_span(&page->sink->buf, buf_span(&picture.buf));
		page_line(page, "```");
	} else {
		page_line(page, "Too many people for Mermaid: `ni-refer --dot` makes a picture.");
	}
	sink_release(&picture);
}

/* A thank-you for the interview was often given before: this is about those whom they named. */
static void cell_told(struct gfm_table *table, const struct graph_yield *yield)
{
	struct buf b = BUF_INIT;

	if (yield->met > 0 && yield->thanked == 0)
		buf_add_str(&b, "**not yet**");
	else if (yield->met > 0)
		buf_add_format(&b, "%u of %u", yield->thanked, yield->met);
	gfm_table_cell(table, buf_span(&b));
	buf_release(&b);
}

static void add_yields(const struct page *page, const struct graph_rank *ranks, size_t count)
{
	static const char *const names[] = {"Who",     "Named", "Asked",
					    "Replied", "Met",   "Told since"};
	struct gfm_table table;
	struct buf who = BUF_INIT;

	page_line(page, "\n### Yields\n");
	gfm_table_start(&table, "lrrrrl");
	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++)
		gfm_table_cell(&table, span_str(names[i]));
	for (size_t i = 0; i < count; i++) {
		const struct graph_yield *yield = &ranks[i].yield;

		buf_clear(&who);
		page_contact(page, &who, ranks[i].node);
		gfm_table_cell(&table, buf_span(&who));
		page_cell_number(&table, yield->named);
		page_cell_number(&table, yield->asked);
		page_cell_number(&table, yield->replied);
		page_cell_number(&table, yield->met);
		cell_told(&table, yield);
	}
	gfm_table_finish(&table, page->sink);
	buf_release(&who);
}

void report_add_referrals(const struct page *page)
{
	size_t count;
	struct graph_rank *ranks = graph_ranks(&page->report->graph, &count);

	if (count == 0) {
		page_line(page, "Nobody has named anybody yet. Ask for two or three names at the "
				"end of each interview, and list them under `referrals:` in its "
				"note.");
	} else {
		add_tree(page);
		add_picture(page);
		add_yields(page, ranks, count);
	}
	free(ranks);
}
