/* Where our other programs are. */
#ifndef _XOPEN_SOURCE
#define _XOPEN_SOURCE 700 /* realpath(): POSIX.1-2008, X/Open option */
#endif
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "src/base/ascii.h"
#include "src/base/run.h"

static bool is_plain(char c)
{
	return ascii_is_letter_or_digit(c) || (c != '\0' && strchr("-_./+,:@", c) != NULL);
}

void run_quote(struct buf *b, struct span text)
{
	bool plain = text.n > 0;

	for (size_t i = 0; plain && i < text.n; i++)
		plain = is_plain(text.p[i]);
	if (plain) {
		buf_add_span(b, text);
		return;
	}
	buf_add_char(b, '\'');
	for (size_t i = 0; i < text.n; i++)
		if (text.p[i] == '\'')
			buf_add_str(b, "'\\''");
		else
			buf_add_char(b, text.p[i]);
	buf_add_char(b, '\'');
}

static bool is_program(const char *path)
{
	struct stat st;

	return stat(path, &st) == 0 && S_ISREG(st.st_mode) && access(path, X_OK) == 0;
}

/* Another folder may be the working directory when the program is called. */
static bool is_in_path(const char *name)
{
	const char *value = getenv("PATH");
	struct span rest = value != NULL ? span_str(value) : SPAN_NONE, folder;
	struct buf path = BUF_INIT;
	bool found = false;

	while (!found && span_cut(&rest, ':', &folder)) {
		buf_clear(&path);
		buf_add_span(&path, folder);
		buf_add_format(&path, "/%s", name);
		found = span_starts(folder, SPAN("/")) && is_program(path.p);
	}
	buf_release(&path);
	return found;
}

static bool find_beside(const char *name, const char *self, struct buf *command)
{
	const char *slash = strrchr(self, '/');
	struct buf path = BUF_INIT;
	char *real;

	if (slash != NULL) {
		buf_add(&path, self, (size_t)(slash + 1 - self));
		buf_add_str(&path, name);
	}
	real = is_program(path.p) ? realpath(path.p, NULL) : NULL;
	if (real != NULL)
		run_quote(command, span_str(real));
	free(real);
	buf_release(&path);
	return real != NULL;
}

bool run_find(const char *name, const char *self, struct buf *command)
{
	if (!is_in_path(name))
		return find_beside(name, self, command);
	buf_add_str(command, name);
	return true;
}
