/* Start, diagnostics, finish. */
#ifndef _XOPEN_SOURCE
#define _XOPEN_SOURCE 700 /* SIGXFSZ: POSIX.1-2008, X/Open option */
#endif
#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <unistd.h>

#include "src/base/date.h"
#include "src/base/io.h"
#include "src/base/os.h"
#include "src/base/status.h"
#include "src/base/tool.h"
#include "src/base/utf8.h"

/*
 * A file that may not grow so large (ulimit -f) is to fail as a full disk does, with a message: the
 * signal would end the program in the middle of a write.
 */
static void ignore_file_limit(void)
{
#ifdef SIGXFSZ
	struct sigaction ignore = {.sa_handler = SIG_IGN};

	(void)sigaction(SIGXFSZ, &ignore, NULL); /* else it ends us, as it did */
#endif
}

void tool_start(struct tool *tool, const char *name, const char *usage, const int *accepted)
{
	os_fill_standard();
	ignore_file_limit();
	*tool = (struct tool){
		.name = name, .usage = usage, .accepted = accepted, .today = DAY_NONE, .at = 1};
}

/* file:line:column: error: text; without a file ni-due: text. */
static void add_diag(struct buf *b, const struct tool *tool, const struct diag *d)
{
	if (d->file.n > 0) {
		diag_format(b, d);
	} else {
		buf_add_str(b, tool->name);
		buf_add_str(b, d->severity == DIAG_WARNING ? ": warning: " : ": ");
		utf8_escape(b, d->text);
	}
	buf_add_char(b, '\n');
}

void tool_report(struct tool *tool)
{
	struct sink out = SINK_INIT(STDERR_FILENO);
	size_t errors = tool->diags.errors;

	for (size_t i = 0; i < tool->diags.count; i++) {
		add_diag(&out.buf, tool, &tool->diags.list[i]);
		sink_flush_some(&out);
	}
	(void)sink_flush(&out); /* nowhere is left to tell that it failed */
	sink_release(&out);
	diags_release(&tool->diags);
	tool->diags.errors = errors;
}

void tool_tell(struct span text)
{
	struct sink out = SINK_INIT(STDERR_FILENO);

	buf_add_span(&out.buf, text);
	buf_add_char(&out.buf, '\n');
	(void)sink_flush(&out); /* nowhere is left to tell that it failed */
	sink_release(&out);
}

/* A write that was put off may fail when the descriptor is closed. */
static int close_output(void)
{
	return close(STDOUT_FILENO) < 0 && errno != EBADF && errno != EINTR ? errno : 0;
}

int tool_finish(struct tool *tool, int output_error)
{
	int close_error = close_output();

	if (output_error == 0)
		output_error = close_error;
	if (output_error != 0)
		diag_fail(&tool->diags, "cannot write standard output: %s", strerror(output_error));
	tool_report(tool);

	bool failed = tool->diags.errors > 0;
	free(tool->operands);
	tool->operands = NULL;
	tool->operand_count = 0;
	if (failed)
		return status_failed;
	return tool->no ? STATUS_NO : STATUS_DONE;
}
