/*
 * People who found each other in a circle.
 */
#ifndef NI_GRAPH_CIRCLE_H
#define NI_GRAPH_CIRCLE_H

#include "src/graph.h"

struct graph_circle {
	uint32_t first; /* of its people, by number */
	uint32_t length;
};

/*
 * All circles, by their first, each once; finder has for each of count people who found them, or
 * GRAPH_NONE. Owned by the caller, with free(). Linear but for the sorting.
 */
struct graph_circle *graph_circles(const uint32_t *finder, size_t count, size_t *circle_count);

#endif
