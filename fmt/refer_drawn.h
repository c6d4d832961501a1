/*
 * The referral graph as text, for ni-refer and for what else shows it. The graph has states. Each
 * adds whole lines to sink; a write that failed is in sink->error, and the caller flushes.
 */
#ifndef NI_FMT_REFER_DRAWN_H
#define NI_FMT_REFER_DRAWN_H

#include "src/base/io.h"
#include "src/graph_path.h"
#include "src/graph_tree.h"

/* Lines of Unicode; without a root under a line of the user's. With of->drawn nobody else is
 * spoken of. */
void refer_draw_tree(struct sink *sink, const struct graph *graph, const struct tree_of *of);

/* Of the selected people, those whom they named, and the edges between these: for Graphviz and
 * Mermaid. */
void refer_draw_dot(struct sink *sink, const struct graph *graph);
void refer_draw_mermaid(struct sink *sink, const struct graph *graph);

/* What Mermaid draws where nobody configured it. */
#define MERMAID_EDGES_MOST 500
#define MERMAID_TEXT_MOST 50000 /* UTF-16 code units, so that many bytes are not too many */

/* How many edges that is. */
size_t refer_count_drawn(const struct graph *graph);

/* The path that path_next has found, as a sentence without the end of its line; anchors: with where
 * each step is written. */
void refer_draw_path(struct buf *b, const struct path *path, bool anchors);

/* Shared by the two languages: how one writes a graph. Each function appends to b. */
struct drawing {
	const char *begin;
	void (*node)(struct buf *b, const struct graph *graph, uint32_t node);
	void (*edge)(struct buf *b, const struct graph *graph, const struct graph_edge *edge);
	void (*end)(struct buf *b);
};

/* The drawing of refer_draw_dot in another language. */
void refer_draw(struct sink *sink, const struct graph *graph, const struct drawing *drawing);

#endif
