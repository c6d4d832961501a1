#include "src/graph.h"

#include <stdlib.h>

#include "src/base/mem.h"

/* The edges as they are found, several of a pair; those of notes in their order, then those of
 * referred_by. */
struct builder {
	struct graph *graph;
	struct graph_edge *found;
	size_t count, cap;
};

static void add_edge(struct builder *b, const struct graph_edge *edge)
{
	if (edge->from == CONTACT_NONE || edge->from == edge->to)
		return;
	b->found = mem_grow(b->found, &b->cap, b->count + 1, sizeof(*b->found));
	b->found[b->count++] = *edge;
}

/* Each of a panel named them. */
static void add_naming(struct builder *b, const struct naming *naming, uint32_t to)
{
	const struct note *note = &b->graph->network->notes[naming->note];
	const struct referral *referral = &note->referrals[naming->referral];

	for (uint32_t i = 0; i < note->contact_count; i++)
		add_edge(b, &(struct graph_edge){
				    .from = note->contacts[i],
				    .to = to,
				    .date = note->date,
				    .file = note->file,
				    .line = referral->line,
				    .leave = (uint8_t)referral->may_use_name,
				    .noted = true,
			    });
}

static void find_edges(struct builder *b)
{
	const struct network *network = b->graph->network;
	const struct leads *leads = b->graph->leads;

	for (size_t i = 0; i < leads->known_count; i++)
		add_naming(b, &leads->known[i], leads->known[i].who);
	for (size_t i = 0; i < leads->naming_count; i++)
		add_naming(b, &leads->namings[i],
			   (uint32_t)network->contact_count + leads->namings[i].who);
	for (size_t i = 0; i < b->graph->found_count; i++) {
		const struct graph_found *found = &b->graph->found[i];
		const struct contact *contact = &network->contacts[found->who];

		add_edge(b, &(struct graph_edge){
				    .from = found->by,
				    .to = found->who,
				    .date = contact->added,
				    .file = contact->file,
				    .line = contact->line,
				    .leave = contact->may_use_name,
			    });
	}
}

/* Puts the numbers of edges, in the order in which they are in order, by the nodes that keys has
 * for them. Linear. */
static void sort_by(const struct builder *b, const uint32_t *keys, const uint32_t *order,
		    uint32_t *sorted)
{
	size_t nodes = b->graph->count;
	uint32_t *first = mem_resize(NULL, nodes + 1, sizeof(*first));

	memset(first, 0, (nodes + 1) * sizeof(*first));
	for (size_t i = 0; i < b->count; i++)
		first[keys[i] + 1]++;
	for (size_t i = 0; i < nodes; i++)
		first[i + 1] += first[i];
	for (size_t i = 0; i < b->count; i++)
		sorted[first[keys[order[i]]]++] = order[i];
	free(first);
}

static bool is_pair(const struct graph_edge *edge, const struct graph_edge *other)
{
	return edge->from == other->from && edge->to == other->to;
}

/* What stands of a pair already, and what else was found of it. The contact row's leave counts,
 * then the first note's that has one. */
static void merge(struct graph_edge *edge, const struct graph_edge *other)
{
	if (other->leave != LEAVE_UNKNOWN && (!other->noted || edge->leave == LEAVE_UNKNOWN))
		edge->leave = other->leave;
}

static void order_edges(struct builder *b)
{
	struct graph *graph = b->graph;
	uint32_t *keys = mem_resize(NULL, b->count, sizeof(*keys));
	uint32_t *order = mem_resize(NULL, b->count, sizeof(*order));
	uint32_t *by_to = mem_resize(NULL, b->count, sizeof(*by_to));

	for (uint32_t i = 0; i < b->count; i++) {
		order[i] = i;
		keys[i] = b->found[i].to;
	}
	sort_by(b, keys, order, by_to);
	for (uint32_t i = 0; i < b->count; i++)
		keys[i] = b->found[i].from;
	sort_by(b, keys, by_to, order);
	graph->edges = arena_array(&graph->arena, b->count, sizeof(*graph->edges));
	for (size_t i = 0; i < b->count; i++) {
		const struct graph_edge *edge = &b->found[order[i]];
		size_t kept = graph->edge_count;

		if (kept > 0 && is_pair(&graph->edges[kept - 1], edge))
			merge(&graph->edges[kept - 1], edge);
		else
			graph->edges[graph->edge_count++] = *edge;
	}
	free(keys);
	free(order);
	free(by_to);
}

static void index_edges(struct graph *graph)
{
	uint32_t total = 0;

	for (uint32_t i = (uint32_t)graph->edge_count; i-- > 0;) {
		graph->nodes[graph->edges[i].from].first_out = i;
		graph->nodes[graph->edges[i].from].out_count++;
		graph->nodes[graph->edges[i].to].in_count++;
	}
	for (size_t i = 0; i < graph->count; i++) {
		graph->nodes[i].first_in = total;
		total += graph->nodes[i].in_count;
		graph->nodes[i].in_count = 0;
	}
	graph->in = arena_array(&graph->arena, graph->edge_count, sizeof(*graph->in));
	for (uint32_t i = 0; i < graph->edge_count; i++) {
		struct graph_node *to = &graph->nodes[graph->edges[i].to];

		graph->in[to->first_in + to->in_count++] = i;
	}
}

static void find_parent(struct graph *graph, uint32_t number)
{
	struct graph_node *node = &graph->nodes[number];
	uint32_t finder = graph_is_lead(graph, number)
				  ? graph_lead(graph, number)->finder
				  : graph->network->contacts[number].referred_by;

	node->parent = GRAPH_NONE;
	for (uint32_t i = 0; i < node->in_count; i++)
		if (graph->edges[graph->in[node->first_in + i]].from == finder)
			node->parent = graph->in[node->first_in + i];
}

/* There is room for all: what nothing is written to takes no memory. */
static void find_found(struct graph *graph)
{
	const struct network *network = graph->network;

	graph->found = mem_resize(NULL, network->contact_count, sizeof(*graph->found));
	for (uint32_t i = 0; i < network->contact_count; i++)
		if (network->contacts[i].referred_by != CONTACT_NONE)
			graph->found[graph->found_count++] =
				(struct graph_found){i, network->contacts[i].referred_by};
}

void graph_people(struct graph *graph, const struct network *network, const struct leads *leads)
{
	*graph = (struct graph){.network = network, .leads = leads};
	graph->count = network->contact_count + leads->count;
	find_found(graph);
}

void graph_build(struct graph *graph, const struct network *network, const struct leads *leads)
{
	struct builder builder = {.graph = graph};

	graph_people(graph, network, leads);
	graph->nodes = arena_array(&graph->arena, graph->count, sizeof(*graph->nodes));
	find_edges(&builder);
	order_edges(&builder);
	free(builder.found);
	index_edges(graph);
	for (uint32_t i = 0; i < graph->count; i++)
		find_parent(graph, i);
}

void graph_release(struct graph *graph)
{
	arena_release(&graph->arena);
	free(graph->found);
	*graph = (struct graph){0};
}
