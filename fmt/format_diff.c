/* ni-fmt -d: what diff(1) says of the file and its canonical form. */
#include <errno.h>
#include <stdlib.h>
#include <unistd.h>

#include "fmt/format_parts.h"
#include "src/base/run.h"
#include "src/base/utf8.h"

/* Before, after. */
enum { SIDES = 2 };

static int fail(struct diags *diags, const struct buf *path)
{
	io_fail(diags, "write", buf_span(path), errno);
	return -1;
}

/* Writes text to a temporary file; path is its name, empty if there is none. */
static int write_temporary(struct span text, struct buf *path, struct diags *diags)
{
	const char *folder = getenv("TMPDIR");
	struct buf shown = BUF_INIT;
	int fd, status = 0;

	buf_add_format(path, "%s/ni-fmt.XXXXXX", folder != NULL && *folder ? folder : "/tmp");
	fd = mkstemp(path->p);
	if (fd < 0) {
		status = fail(diags, path);
		buf_clear(path);
		return status;
	}
	format_add_shown(&shown, text);
	if (io_write_all(fd, buf_span(&shown)) != 0)
		status = fail(diags, path);
	if (close(fd) != 0 && status == 0)
		status = fail(diags, path);
	buf_release(&shown);
	return status;
}

/* "-L" is what every diff(1) has to name the sides by, if not POSIX's. */
static int run_diff(struct buf *labels, struct buf *paths, struct diags *diags)
{
	char *argv[] = {"diff",      "-u", "-L",       labels[0].p, "-L",
			labels[1].p, "--", paths[0].p, paths[1].p,  NULL};
	int status = run_program(argv, diags);

	if (status == 0 || status == 1)
		return 0;
	if (status > 0)
		diag_fail(diags, "diff ended with status %d", status);
	return -1;
}

int format_diff(struct span shown, struct span before, struct span after, struct sink *out,
		struct diags *diags)
{
	struct buf paths[SIDES] = {BUF_INIT, BUF_INIT}, labels[SIDES] = {BUF_INIT, BUF_INIT};
	int status = -1;

	/* as gofmt names them: patch(1) finds the file, and nothing called .orig */
	utf8_escape(&labels[0], shown);
	buf_add_str(&labels[0], ".orig");
	utf8_escape(&labels[1], shown);
	if (write_temporary(before, &paths[0], diags) == 0 &&
	    write_temporary(after, &paths[1], diags) == 0 && sink_flush(out) == 0)
		status = run_diff(labels, paths, diags);
	for (size_t i = 0; i < SIDES; i++) {
		if (paths[i].n > 0 && unlink(paths[i].p) != 0)
			io_fail(diags, "remove", buf_span(&paths[i]), errno);
		buf_release(&paths[i]);
		buf_release(&labels[i]);
	}
	return status;
}
