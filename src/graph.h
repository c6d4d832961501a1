/*
 * The referral graph: who named whom. Nodes are the contacts of the network, by their numbers, then
 * the leads; an edge leads from who named somebody to whom they named. It is built once, from
 * referred_by and from the referrals of notes, and only read then. Its first layer, of referred_by
 * alone, is all that what is due depends on. ni-refer(1) says what it means.
 */
#ifndef NI_GRAPH_H
#define NI_GRAPH_H

#include "src/leads.h"

#define GRAPH_NONE UINT32_MAX

enum graph_state { GRAPH_LEAD, GRAPH_CONTACT, GRAPH_ASKED, GRAPH_MET, GRAPH_CLOSED };

/* One for each contact who has somebody, if themselves, in referred_by. */
struct graph_found {
	uint32_t who, by;
};

/* One for each pair, however often the one named the other; never from somebody to themselves. */
struct graph_edge {
	uint32_t from, to;
	int32_t date;        /* of the first note that says so; without one the day they were added,
			      * or DAY_NONE */
	uint32_t file, line; /* the referral in that note; without one the contact's row */
	uint8_t leave;       /* enum leave: may from's name be used with to */
	bool noted;          /* a note says so */
};

struct graph_node {
	uint32_t first_out, out_count; /* in graph.edges: those from here, by the other's number */
	uint32_t first_in, in_count; /* in graph.in: those that lead here, by the other's number */
	uint32_t parent;             /* the edge by which they were found: referred_by; or
				      * GRAPH_NONE */
	/* What graph_find_states finds. */
	uint8_t state;       /* enum graph_state */
	bool asked, replied; /* ever; who met has replied, who replied was asked */
	bool declined;       /* their last answer was no */
	int32_t met;         /* the day of the first meeting, or DAY_NONE */
	uint32_t met_file, met_line;
	int32_t word; /* the last day with a word that tells what came of a referral, DAY_NONE */
};

struct graph {
	const struct network *network;
	const struct leads *leads;
	struct graph_node *nodes;
	size_t count;
	struct graph_found *found; /* by who */
	size_t found_count;
	struct graph_edge *edges; /* by from, then to */
	uint32_t *in;             /* numbers of edges, by to, then from */
	size_t edge_count;
	struct arena arena;
};

/* Nodes and edges. The network is joined, its leads are found; both must outlive the graph.
 * Linear. */
void graph_build(struct graph *graph, const struct network *network, const struct leads *leads);

/* What has become of everybody. Not wanted by who only asks who named whom. Linear. */
void graph_find_states(struct graph *graph, int32_t today);

/* The first layer alone: the people, who they are and where, and who found whom. No nodes, no
 * edges. */
void graph_people(struct graph *graph, const struct network *network, const struct leads *leads);

/* Where in graph->found those begin who are not before that contact. */
size_t graph_found_from(const struct graph *graph, uint32_t contact);

/* Gives back what was built; network and leads stay. */
void graph_release(struct graph *graph);

/* Whether a node is a lead, and then which. */
static inline bool graph_is_lead(const struct graph *graph, uint32_t node)
{
	return node >= graph->network->contact_count;
}

static inline const struct lead *graph_lead(const struct graph *graph, uint32_t node)
{
	return &graph->leads->list[node - graph->network->contact_count];
}

/* What is known of a node, of contacts and leads alike; texts are borrowed. */
struct span graph_id(const struct graph *graph, uint32_t node);
struct span graph_name(const struct graph *graph, uint32_t node); /* the id where there is none */
struct span graph_org(const struct graph *graph, uint32_t node);  /* wants TEXT_ORG */
bool graph_selected(const struct graph *graph, uint32_t node);

/* The node with that id (in NFC), or GRAPH_NONE. */
uint32_t graph_find(const struct graph *graph, struct span id);

/* Who found somebody, as struct graph_node's parent says; or GRAPH_NONE. */
static inline uint32_t graph_finder(const struct graph *graph, uint32_t node)
{
	uint32_t parent = graph->nodes[node].parent;

	return parent == GRAPH_NONE ? GRAPH_NONE : graph->edges[parent].from;
}

/* "lead", "contact", "asked", "met", "closed" */
const char *graph_state_name(enum graph_state state);

/* What came of those whom somebody named. */
struct graph_yield {
	uint32_t named, asked, replied, met;
	uint32_t thanked; /* after the first meeting with so many of the met there was a word */
};

/* Of the node with that number. The graph has states. */
void graph_yield(const struct graph *graph, uint32_t number, struct graph_yield *yield);

struct graph_rank {
	uint32_t node;
	struct graph_yield yield;
};

/*
 * Those who named somebody and are selected, by met, then named, both falling, then number. The
 * graph has states. Owned by the caller, with free().
 */
struct graph_rank *graph_ranks(const struct graph *graph, size_t *count);

#endif
