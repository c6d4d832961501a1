#include "fmt/place.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "src/base/mem.h"

const char *const place_files[] = {"ni.yaml", "contacts.csv", NULL};

/* A link that leads nowhere is there: reading it is to fail here, not to go on with another network
 * above. */
static bool exists(const char *above, const char *name)
{
	struct buf path = BUF_INIT;
	struct stat st;
	bool found;

	buf_add_format(&path, "%s%s", above, name);
	found = lstat(path.p, &st) == 0;
	buf_release(&path);
	return found;
}

static bool is_root(const char *above)
{
	struct stat here, up;
	struct buf path = BUF_INIT;
	bool same;

	buf_add_format(&path, "%s..", above);
	same = stat(*above ? above : ".", &here) != 0 || stat(path.p, &up) != 0 ||
	       (here.st_dev == up.st_dev && here.st_ino == up.st_ino);
	buf_release(&path);
	return same;
}

static bool exists_any(const char *above, const char *const *names)
{
	while (*names != NULL && !exists(above, *names))
		names++;
	return *names != NULL;
}

bool place_above(struct span from, const char *const *names, size_t *depth)
{
	struct buf above = BUF_INIT;
	bool found;

	buf_add_span(&above, from);
	*depth = 0;
	while (!(found = exists_any(above.p, names)) && !is_root(above.p)) {
		buf_add_str(&above, "../");
		++*depth;
	}
	buf_release(&above);
	return found;
}

struct span place_here(struct arena *arena)
{
	size_t cap = 256;
	char *path = mem_resize(NULL, cap, 1);
	struct span copy = SPAN_NONE;

	while (!getcwd(path, cap) && errno == ERANGE)
		path = mem_resize(path, cap *= 2, 1);
	if (getcwd(path, cap))
		copy = arena_copy(arena, span_str(path));
	free(path);
	return copy;
}

/* The last depth components of the working directory. */
static struct span last_components(struct span path, size_t depth)
{
	size_t at = path.n;

	if (depth == 0)
		return SPAN_NONE;
	while (at > 0 && (path.p[at - 1] != '/' || --depth > 0))
		at--;
	return span_skip(path, at);
}

/* The working directory has no name, since it was removed. */
static int nowhere(struct diags *diags)
{
	diag_fail(diags, "cannot tell the working directory: %s", strerror(errno));
	return -1;
}

int place_find(struct place *place, struct arena *arena, struct diags *diags)
{
	struct span here;

	*place = (struct place){0};
	place->found = place_above(SPAN_NONE, place_files, &place->depth);
	if (!place->found || place->depth == 0)
		return 0;
	here = place_here(arena);
	if (here.n == 0)
		return nowhere(diags);
	place->below = last_components(here, place->depth);
	return 0;
}

void place_missing(struct diags *diags)
{
	struct arena arena = {0};
	struct span here = place_here(&arena);

	if (here.n == 0)
		(void)nowhere(diags);
	else
		diag_fail(diags, "no contacts.csv or ni.yaml in %.*s or above; ni-init makes one",
			  SPAN_ARG(here));
	arena_release(&arena);
}

struct span place_path(const struct place *place, struct arena *arena, struct span path)
{
	struct span below = place->below, left = path, rest_below = below, here, there;
	struct buf made = BUF_INIT;
	struct span copy;

	/* what the working directory and the file have in common goes */
	while (rest_below.n > 0) {
		struct span after = left;

		if (!span_cut(&rest_below, '/', &here) || !span_cut(&after, '/', &there) ||
		    !after.p || !span_eq(here, there))
			break;
		left = after;
		below = rest_below;
	}
	for (rest_below = below; below.n > 0 && span_cut(&rest_below, '/', &here);)
		buf_add_str(&made, "../");
	buf_add_span(&made, left);
	copy = span_of(arena_string(arena, buf_span(&made)), made.n);
	buf_release(&made);
	return copy;
}
