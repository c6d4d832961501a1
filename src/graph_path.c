#include "src/graph_path.h"

#include <stdlib.h>

#include "src/base/mem.h"

#define FAR UINT32_MAX

bool path_is_direct(const struct graph *graph, uint32_t node)
{
	return !graph_is_lead(graph, node) && graph->nodes[node].parent == GRAPH_NONE;
}

/* How far everybody is from the user, who is not among them: 1 who is direct. */
static void measure(struct path *path)
{
	const struct graph *graph = path->graph;
	uint32_t *queue = arena_array(&path->arena, graph->count, sizeof(*queue));
	size_t count = 0;

	for (uint32_t i = 0; i < graph->count; i++) {
		bool direct = path_is_direct(graph, i);

		path->distance[i] = direct ? 1 : FAR;
		if (direct)
			queue[count++] = i;
	}
	for (size_t done = 0; done < count; done++) {
		const struct graph_node *node = &graph->nodes[queue[done]];

		for (uint32_t i = 0; i < node->out_count; i++) {
			uint32_t to = graph->edges[node->first_out + i].to;

			if (path->distance[to] != FAR)
				continue;
			path->distance[to] = path->distance[queue[done]] + 1;
			queue[count++] = to;
		}
	}
}

static void add_step(struct path *path, uint32_t from, uint32_t to, uint32_t edge)
{
	path->steps =
		mem_grow(path->steps, &path->step_cap, path->step_count + 1, sizeof(*path->steps));
	path->steps[path->step_count++] =
		(struct path_step){from, to, edge, graph_id(path->graph, to)};
}

/* Back from the target: each step that brings somebody nearer to the user. */
static void collect(struct path *path)
{
	const struct graph *graph = path->graph;
	uint32_t *queue = arena_array(&path->arena, graph->count, sizeof(*queue));
	bool *seen = arena_array(&path->arena, graph->count, sizeof(*seen));
	size_t count = 1;

	queue[0] = path->target;
	for (size_t done = 0; done < count; done++) {
		uint32_t to = queue[done];
		const struct graph_node *node = &graph->nodes[to];

		if (path->distance[to] == 1)
			add_step(path, GRAPH_NONE, to, GRAPH_NONE);
		for (uint32_t i = 0; path->distance[to] > 1 && i < node->in_count; i++) {
			uint32_t edge = graph->in[node->first_in + i];
			uint32_t from = graph->edges[edge].from;

			if (path->distance[from] != path->distance[to] - 1)
				continue;
			add_step(path, from, to, edge);
			if (!seen[from])
				queue[count++] = from;
			seen[from] = true;
		}
	}
}

static int compare_steps(const void *a, const void *b)
{
	const struct path_step *x = a, *y = b;

	if (x->from != y->from)
		return x->from < y->from ? -1 : 1;
	return span_cmp(x->id, y->id);
}

void path_start(struct path *path, const struct graph *graph, uint32_t target)
{
	*path = (struct path){.graph = graph, .target = target};
	path->distance = arena_array(&path->arena, graph->count, sizeof(*path->distance));
	measure(path);
	path->found = path->distance[target] != FAR;
	if (!path->found)
		return;
	collect(path);
	qsort(path->steps, path->step_count, sizeof(*path->steps), compare_steps);
	path->place = arena_array(&path->arena, graph->count, sizeof(*path->place));
	for (uint32_t i = (uint32_t)path->step_count; i-- > 0;)
		if (path->steps[i].from != GRAPH_NONE)
			path->place[path->steps[i].from] = i;
	path->at = arena_array(&path->arena, path->distance[target], sizeof(*path->at));
	path->edges = arena_array(&path->arena, path->distance[target], sizeof(*path->edges));
}

/* The first step of the user's: they stand last, since GRAPH_NONE is the highest number. */
static uint32_t first_step(const struct path *path)
{
	uint32_t first = (uint32_t)path->step_count;

	while (first > 0 && path->steps[first - 1].from == GRAPH_NONE)
		first--;
	return first;
}

/* The last step that can be exchanged for the next one of the same person; FAR: none. */
static uint32_t advance(struct path *path)
{
	for (uint32_t depth = path->distance[path->target]; depth-- > 0;) {
		uint32_t next = path->at[depth] + 1;

		if (next < path->step_count &&
		    path->steps[next].from == path->steps[path->at[depth]].from) {
			path->at[depth] = next;
			return depth;
		}
	}
	return FAR;
}

bool path_next(struct path *path)
{
	uint32_t depth = 0, length;

	if (!path->found)
		return false;
	length = path->distance[path->target];
	if (!path->begun)
		path->at[0] = first_step(path);
	else if ((depth = advance(path)) == FAR)
		return false;
	path->begun = true;
	for (depth++; depth < length; depth++)
		path->at[depth] = path->place[path->steps[path->at[depth - 1]].to];
	path->first = path->steps[path->at[0]].to;
	path->count = length - 1;
	for (uint32_t i = 1; i < length; i++)
		path->edges[i - 1] = path->steps[path->at[i]].edge;
	return true;
}

void path_release(struct path *path)
{
	free(path->steps);
	arena_release(&path->arena);
	*path = (struct path){0};
}
