/*
 * The shortest paths from the user to somebody in the referral graph. The user is one step from the
 * contacts whom nobody referred: no referred_by, or one that is nobody, or they themselves.
 *
 *	path_start(&path, graph, node);
 *	while (path_next(&path)) ... path.first, path.edges, path.count ...
 *	path_release(&path);
 */
#ifndef NI_GRAPH_PATH_H
#define NI_GRAPH_PATH_H

#include "src/graph.h"

struct path_step {
	uint32_t from, to, edge; /* from GRAPH_NONE: the user */
	struct span id;          /* of to */
};

struct path {
	const struct graph *graph;
	bool found; /* there is one */
	/* One path: whom the user knows, and the edges from there on. */
	uint32_t first;
	uint32_t *edges;
	size_t count;
	/* What is ahead: all steps of all paths, by from, then id; for each node where its own are.
	 */
	struct path_step *steps;
	size_t step_count, step_cap;
	uint32_t *distance, *place;
	uint32_t *at; /* for each step of the path, which it is */
	bool begun;
	uint32_t target;
	struct arena arena;
};

/* Whether the user is one step from the contact. */
bool path_is_direct(const struct graph *graph, uint32_t node);

/* Finds all of them at once, in linear time but for the sorting of those that are on one. */
void path_start(struct path *path, const struct graph *graph, uint32_t target);

/* The next one, in the order of the ids along it; false when there are no more. */
bool path_next(struct path *path);
/* At any time after path_start. */
void path_release(struct path *path);

#endif
