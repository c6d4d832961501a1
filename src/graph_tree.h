/*
 * The referral graph as a tree: everybody once, below who found them (struct graph_node, parent).
 */
#ifndef NI_GRAPH_TREE_H
#define NI_GRAPH_TREE_H

#include "src/graph.h"

struct tree_line {
	uint32_t node;
	uint32_t depth; /* of a root 0 */
	uint32_t up;    /* the line of who is above; GRAPH_NONE: a root's */
	uint32_t below; /* how many people are, at any depth; and how many of these were met */
	uint32_t met;
	bool last;   /* of those below the same person, or of the roots */
	bool circle; /* found by somebody below: the first of those who refer each other, or root */
};

/* Of whom there is to be a tree. */
struct tree_of {
	uint32_t root; /* they, and who is below them; GRAPH_NONE: everybody */
	bool drawn;    /* only the selected who named somebody, and whom they named; those who
			* were found by nobody selected are roots */
};

/*
 * Each above those whom they found; of equal ones the lower number first. A circle is cut at the
 * first of its people, or at root. The graph has states. Owned by the caller, with free(). Linear,
 * and without recursion.
 */
struct tree_line *graph_tree(const struct graph *graph, const struct tree_of *of, size_t *count);

#endif
