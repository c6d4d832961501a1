/* What can be told of a network as a whole. */
#include <stdlib.h>

#include "src/base/mem.h"
#include "src/check.h"

/* Everybody has one referrer at most: who is followed from contact to contact until somebody who
 * was met before is either on this path, and then on a circle, or not. */
static bool follow(const struct network *network, uint32_t start, uint32_t *path, uint32_t *met)
{
	uint32_t at = start;

	while (at != CONTACT_NONE && path[at] == 0) {
		path[at] = start + 1;
		at = network->contacts[at].referred_by;
	}
	*met = at;
	return at != CONTACT_NONE && path[at] == start + 1;
}

static struct check_circle measure(const struct network *network, uint32_t start)
{
	struct check_circle circle = {start, 1};

	for (uint32_t at = network->contacts[start].referred_by; at != start;
	     at = network->contacts[at].referred_by) {
		circle.length++;
		if (at < circle.contact)
			circle.contact = at;
	}
	return circle;
}

static int compare_circles(const void *a, const void *b)
{
	const struct check_circle *x = a, *y = b;

	return (x->contact > y->contact) - (x->contact < y->contact);
}

struct check_circle *check_circles(const struct network *network, size_t *count)
{
	struct check_circle *circles = NULL;
	struct arena arena = {0};
	uint32_t *path = arena_array(&arena, network->contact_count, sizeof(*path));
	size_t cap = 0;
	uint32_t met;

	*count = 0;
	for (uint32_t i = 0; i < network->contact_count; i++) {
		if (path[i] != 0 || !follow(network, i, path, &met))
			continue;
		circles = mem_grow(circles, &cap, *count + 1, sizeof(*circles));
		circles[(*count)++] = measure(network, met);
	}
	if (*count > 1)
		qsort(circles, *count, sizeof(*circles), compare_circles);
	arena_release(&arena);
	return circles;
}

struct check_clash *check_clashes(const struct network *network, int32_t today, struct arena *arena)
{
	struct check_clash *clashes = arena_array(arena, network->note_count, sizeof(*clashes));

	for (size_t n = 0; n < network->note_count; n++)
		clashes[n].contact = CONTACT_NONE;
	for (uint32_t i = 0; i < network->contact_count; i++) {
		const struct contact *contact = &network->contacts[i];
		const struct note *before = NULL;

		for (uint32_t k = 0; k < contact->note_count; k++) {
			const struct note *note = contact_note(network, contact, k);
			uint32_t number = (uint32_t)(note - network->notes);

			if (note_state(note, today) == NOTE_OFF)
				continue;
			if (before && before->date == note->date)
				clashes[number] = (struct check_clash){
					(uint32_t)(before - network->notes), i};
			before = note;
		}
	}
	return clashes;
}
