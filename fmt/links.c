#ifndef _XOPEN_SOURCE
#define _XOPEN_SOURCE 700 /* realpath(): POSIX.1-2008, X/Open option */
#endif
#include <errno.h>
#include <stdlib.h>

#include "fmt/links.h"
#include "fmt/place.h"
#include "src/base/io.h"

/* The folder that file is in, or will be, without symbolic links; or empty with errno. */
static struct span real_folder(const char *file, struct arena *arena)
{
	char *real = realpath(file, NULL);
	const char *slash = strrchr(file, '/');
	struct buf folder = BUF_INIT;
	struct span copy = SPAN_NONE;

	if (real != NULL) {
		buf_add(&folder, real, (size_t)(strrchr(real, '/') - real));
	} else {
		buf_add(&folder, file, slash != NULL ? (size_t)(slash + 1 - file) : 0);
		real = realpath(folder.n > 0 ? folder.p : ".", NULL);
		buf_clear(&folder);
		buf_add_str(&folder, real != NULL ? real : "");
	}
	if (real != NULL)
		copy = folder.n > 0 ? arena_copy(arena, buf_span(&folder)) : SPAN("/");
	free(real);
	buf_release(&folder);
	return copy;
}

int links_find(struct links *links, const char *file, struct arena *arena, struct diags *diags)
{
	links->there = real_folder(file, arena);
	if (links->there.n == 0) {
		io_fail(diags, "write", span_str(file), errno);
		return -1;
	}
	links->here = place_here(arena);
	if (links->here.n > 0)
		return 0;
	diag_fail(diags, "cannot tell the working directory: %s", strerror(errno));
	return -1;
}

/* Makes what is added to an absolute path one without "." and "..": b ends in no slash, and is
 * empty for the root. */
static void walk(struct buf *b, struct span path)
{
	struct span name;

	while (span_cut(&path, '/', &name)) {
		if (span_is(name, "..")) {
			while (b->n > 0 && b->p[--b->n] != '/')
				;
			b->p[b->n] = '\0';
		} else if (name.n > 0 && !span_is(name, ".")) {
			buf_add_char(b, '/');
			buf_add_span(b, name);
		}
	}
}

/* How many bytes of two absolute paths are names that they have in common. */
static size_t common(struct span a, struct span b)
{
	size_t n = 0, end = 0;

	while (n < a.n && n < b.n && a.p[n] == b.p[n]) {
		n++;
		if ((n == a.n || a.p[n] == '/') && (n == b.n || b.p[n] == '/'))
			end = n;
	}
	return end;
}

void links_add_path(struct buf *b, const struct links *links, struct span path)
{
	struct buf file = BUF_INIT, folder = BUF_INIT;
	struct span up, name, down;
	size_t shared;

	if (links->here.n == 0) {
		buf_add_span(b, path);
		return;
	}
	if (!span_starts(path, SPAN("/")))
		walk(&file, links->here);
	walk(&file, path);
	walk(&folder, links->there);
	shared = common(buf_span(&file), buf_span(&folder));
	up = span_skip(buf_span(&folder), shared);
	while (span_cut(&up, '/', &name))
		if (name.n > 0)
			buf_add_str(b, "../");
	down = span_skip(buf_span(&file), shared);
	buf_add_span(b, span_skip(down, span_starts(down, SPAN("/")) ? 1 : 0));
	buf_release(&file);
	buf_release(&folder);
}
