#include "src/order.h"

#include <stdlib.h>

static int compare_keys(const void *a, const void *b)
{
	uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;

	return (x > y) - (x < y);
}

void order_sort(uint64_t *keys, size_t count)
{
	size_t i = 1;

	while (i < count && keys[i - 1] <= keys[i])
		i++;
	if (i < count)
		qsort(keys, count, sizeof(*keys), compare_keys);
}
