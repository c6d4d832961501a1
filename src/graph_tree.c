#include "src/graph_tree.h"

#include <stdlib.h>

#include "src/base/mem.h"
#include "src/graph_circle.h"

struct planter {
	const struct graph *graph;
	struct tree_of of;
	bool *wanted;              /* by node */
	uint32_t *above;           /* by node: who is, or GRAPH_NONE */
	uint32_t *first, *sibling; /* by node: the first child, and the next of the same person */
	uint32_t *line;            /* by node */
	bool *cut;                 /* by node: found by somebody below */
	struct tree_line *lines;
	size_t count;
	struct arena arena;
};

/* Whether what they say of others counts. */
static bool is_heard(const struct planter *p, uint32_t node)
{
	return !p->of.drawn || graph_selected(p->graph, node);
}

static void find_wanted(struct planter *p)
{
	for (uint32_t i = 0; i < p->graph->count; i++)
		p->wanted[i] = !p->of.drawn;
	for (size_t i = 0; i < p->graph->edge_count; i++) {
		const struct graph_edge *edge = &p->graph->edges[i];

		if (is_heard(p, edge->from))
			p->wanted[edge->from] = p->wanted[edge->to] = true;
	}
}

static void cut(struct planter *p, uint32_t node)
{
	p->cut[node] = true;
	p->above[node] = GRAPH_NONE;
}

static void find_above(struct planter *p)
{
	size_t count;
	struct graph_circle *circles;

	for (uint32_t i = 0; i < p->graph->count; i++) {
		uint32_t finder = graph_finder(p->graph, i);

		p->above[i] = finder != GRAPH_NONE && p->wanted[i] && is_heard(p, finder)
				      ? finder
				      : GRAPH_NONE;
	}
	circles = graph_circles(p->above, p->graph->count, &count);
	for (size_t i = 0; i < count; i++) {
		uint32_t at = circles[i].first;

		for (uint32_t k = 1; k < circles[i].length && at != p->of.root; k++)
			at = p->above[at];
		cut(p, at == p->of.root ? at : circles[i].first);
	}
	if (p->of.root != GRAPH_NONE)
		p->above[p->of.root] = GRAPH_NONE;
	free(circles);
}

/* Children and roots in the order of their numbers. Returns the first root. */
static uint32_t link_children(struct planter *p)
{
	uint32_t first = GRAPH_NONE;

	for (uint32_t i = 0; i < p->graph->count; i++)
		p->first[i] = GRAPH_NONE;
	for (uint32_t i = (uint32_t)p->graph->count; i-- > 0;) {
		uint32_t *head = p->above[i] == GRAPH_NONE ? &first : &p->first[p->above[i]];

		if (!p->wanted[i] ||
		    (p->of.root != GRAPH_NONE && p->above[i] == GRAPH_NONE && i != p->of.root))
			continue; /* or in another tree */
		p->sibling[i] = *head;
		*head = i;
	}
	return first;
}

static void add_line(struct planter *p, uint32_t node)
{
	uint32_t above = p->above[node];
	uint32_t up = above == GRAPH_NONE ? GRAPH_NONE : p->line[above];

	p->line[node] = (uint32_t)p->count;
	p->lines[p->count++] = (struct tree_line){
		.node = node,
		.depth = up == GRAPH_NONE ? 0 : p->lines[up].depth + 1,
		.up = up,
		.last = p->sibling[node] == GRAPH_NONE,
		.circle = p->cut[node],
	};
}

/* Down where there is somebody, else along, else up until there is somebody along. */
static void walk(struct planter *p, uint32_t first)
{
	for (uint32_t at = first; at != GRAPH_NONE;) {
		uint32_t next = p->first[at];

		add_line(p, at);
		while (next == GRAPH_NONE && at != GRAPH_NONE) {
			next = p->sibling[at];
			at = p->above[at];
		}
		at = next;
	}
}

static void add_up(struct planter *p)
{
	for (size_t i = p->count; i-- > 0;) {
		const struct tree_line *line = &p->lines[i];
		struct tree_line *up = line->up == GRAPH_NONE ? NULL : &p->lines[line->up];

		if (!up)
			continue;
		up->below += 1 + line->below;
		up->met += line->met + (p->graph->nodes[line->node].met != DAY_NONE);
	}
}

struct tree_line *graph_tree(const struct graph *graph, const struct tree_of *of, size_t *count)
{
	struct planter p = {.graph = graph, .of = *of};

	p.wanted = arena_array(&p.arena, graph->count, sizeof(*p.wanted));
	p.above = arena_array(&p.arena, graph->count, sizeof(*p.above));
	p.first = arena_array(&p.arena, graph->count, sizeof(*p.first));
	p.sibling = arena_array(&p.arena, graph->count, sizeof(*p.sibling));
	p.line = arena_array(&p.arena, graph->count, sizeof(*p.line));
	p.cut = arena_array(&p.arena, graph->count, sizeof(*p.cut));
	p.lines = mem_resize(NULL, graph->count, sizeof(*p.lines));
	find_wanted(&p);
	find_above(&p);
	walk(&p, link_children(&p));
	add_up(&p);
	arena_release(&p.arena);
	*count = p.count;
	return p.lines;
}
