/*
 * The graph as a drawing: of the selected people, those whom they named, and who named them.
 */
#ifndef NI_FMT_REFER_DRAWN_H
#define NI_FMT_REFER_DRAWN_H

#include "fmt/refer_graph.h"

/* How a language writes a graph: each appends to b. */
struct drawing {
	const char *begin;
	void (*node)(struct buf *b, const struct graph *graph, uint32_t node);
	void (*edge)(struct buf *b, const struct graph *graph, const struct graph_edge *edge);
	void (*end)(struct buf *b);
};

/* Writes the people who have an edge, and the edges. */
void refer_draw(struct view *view, const struct drawing *drawing);

#endif
