/* What is asked of a graph that has been built. */
#include <stdlib.h>

#include "src/base/mem.h"
#include "src/graph.h"

struct span graph_id(const struct graph *graph, uint32_t node)
{
	return graph_is_lead(graph, node) ? graph_lead(graph, node)->id
					  : network_text(graph->network, node, TEXT_ID);
}

struct span graph_name(const struct graph *graph, uint32_t node)
{
	return graph_is_lead(graph, node) ? graph_lead(graph, node)->name
					  : network_name(graph->network, node);
}

struct span graph_org(const struct graph *graph, uint32_t node)
{
	return graph_is_lead(graph, node) ? graph_lead(graph, node)->org
					  : network_text(graph->network, node, TEXT_ORG);
}

bool graph_selected(const struct graph *graph, uint32_t node)
{
	return graph_is_lead(graph, node) ? graph_lead(graph, node)->selected
					  : graph->network->contacts[node].selected;
}

uint32_t graph_find(const struct graph *graph, struct span id)
{
	uint32_t contact = network_find(graph->network, id);

	for (size_t i = 0; contact == CONTACT_NONE && i < graph->leads->count; i++)
		if (span_eq(graph->leads->list[i].id, id))
			return (uint32_t)(graph->network->contact_count + i);
	return contact;
}

size_t graph_found_from(const struct graph *graph, uint32_t contact)
{
	size_t low = 0, high = graph->found_count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (graph->found[middle].who < contact)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

const char *graph_state_name(enum graph_state state)
{
	static const char *const names[] = {
		[GRAPH_LEAD] = "lead", [GRAPH_CONTACT] = "contact", [GRAPH_ASKED] = "asked",
		[GRAPH_MET] = "met",   [GRAPH_CLOSED] = "closed",
	};

	return names[state];
}

void graph_yield(const struct graph *graph, uint32_t number, struct graph_yield *yield)
{
	const struct graph_node *node = &graph->nodes[number];

	*yield = (struct graph_yield){.named = node->out_count};
	for (uint32_t i = 0; i < node->out_count; i++) {
		const struct graph_node *to = &graph->nodes[graph->edges[node->first_out + i].to];

		yield->asked += to->asked;
		yield->replied += to->replied;
		yield->met += to->met != DAY_NONE;
		yield->thanked += to->met != DAY_NONE && node->word >= to->met;
	}
}

static int compare_ranks(const void *a, const void *b)
{
	const struct graph_rank *x = a, *y = b;

	if (x->yield.met != y->yield.met)
		return x->yield.met < y->yield.met ? 1 : -1;
	if (x->yield.named != y->yield.named)
		return x->yield.named < y->yield.named ? 1 : -1;
	return (x->node > y->node) - (x->node < y->node);
}

struct graph_rank *graph_ranks(const struct graph *graph, size_t *count)
{
	struct graph_rank *ranks = NULL;
	size_t cap = 0;

	*count = 0;
	for (uint32_t i = 0; i < graph->network->contact_count; i++) {
		if (graph->nodes[i].out_count == 0 || !graph_selected(graph, i))
			continue;
		ranks = mem_grow(ranks, &cap, *count + 1, sizeof(*ranks));
		ranks[*count].node = i;
		graph_yield(graph, i, &ranks[(*count)++].yield);
	}
	if (*count > 1)
		qsort(ranks, *count, sizeof(*ranks), compare_ranks);
	return ranks;
}
