#include "src/graph_circle.h"

#include <stdlib.h>

#include "src/base/mem.h"

/* Everybody was found by one person at most: who is followed from finder to finder until somebody
 * who was met before is either on this path, and then on a circle, or not. */
static bool follow(const uint32_t *finder, uint32_t start, uint32_t *path, uint32_t *met)
{
	uint32_t at = start;

	while (at != GRAPH_NONE && path[at] == 0) {
		path[at] = start + 1;
		at = finder[at];
	}
	*met = at;
	return at != GRAPH_NONE && path[at] == start + 1;
}

static struct graph_circle measure(const uint32_t *finder, uint32_t start)
{
	struct graph_circle circle = {start, 1};

	for (uint32_t at = finder[start]; at != start; at = finder[at]) {
		circle.length++;
		if (at < circle.first)
			circle.first = at;
	}
	return circle;
}

static int compare_circles(const void *a, const void *b)
{
	const struct graph_circle *x = a, *y = b;

	return (x->first > y->first) - (x->first < y->first);
}

struct graph_circle *graph_circles(const uint32_t *finder, size_t count, size_t *circle_count)
{
	struct graph_circle *circles = NULL;
	struct arena arena = {0};
	uint32_t *path = arena_array(&arena, count, sizeof(*path));
	size_t cap = 0;
	uint32_t met;

	*circle_count = 0;
	for (uint32_t i = 0; i < count; i++) {
		if (path[i] != 0 || !follow(finder, i, path, &met))
			continue;
		circles = mem_grow(circles, &cap, *circle_count + 1, sizeof(*circles));
		circles[(*circle_count)++] = measure(finder, met);
	}
	if (*circle_count > 1)
		qsort(circles, *circle_count, sizeof(*circles), compare_circles);
	arena_release(&arena);
	return circles;
}
