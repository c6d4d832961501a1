/* git, run in the network's repository, and its configuration there. */
#include "fmt/init_parts.h"
#include "src/base/run.h"
#include "src/base/utf8.h"

enum { UNSET = 1, WORDS_MOST = 8 }; /* git config's status where there is no value */

int init_git_run(struct init *init, const char *folder, const char *const words[],
		 struct buf *output)
{
	struct buf where = init_path(init, folder);
	struct arena arena = {0};
	char *argv[WORDS_MOST + 4];
	size_t n = 0;
	int status;

	if (where.n == 0)
		buf_add_char(&where, '.');
	argv[n++] = arena_string(&arena, SPAN("git"));
	argv[n++] = arena_string(&arena, SPAN("-C"));
	argv[n++] = where.p;
	for (; *words != NULL && n < WORDS_MOST + 3; words++)
		argv[n++] = arena_string(&arena, span_str(*words));
	argv[n] = NULL;
	status = run_output(argv, output, init->diags);
	arena_release(&arena);
	buf_release(&where);
	return status;
}

int init_git_fail(struct init *init, const char *what, int status)
{
	if (status > 0)
		diag_fail(init->diags, "'git %s' failed with status %d", what, status);
	return -1;
}

int init_config_set(struct init *init, const char *key, const char *value)
{
	const char *const words[] = {"config", key, value, NULL};
	struct buf output = BUF_INIT;
	int status = init_git_run(init, "", words, &output);

	buf_release(&output);
	return status == 0 ? 0 : init_git_fail(init, "config", status);
}

int init_config_get(struct init *init, const char *key, bool own, struct buf *value)
{
	const char *const words[] = {"config", own ? "--local" : "--get", own ? "--get" : key,
				     own ? key : NULL, NULL};
	int status = init_git_run(init, "", words, value);

	if (span_ends(buf_span(value), SPAN("\n")))
		value->p[--value->n] = '\0';
	if (status == 0)
		return 1;
	return status == UNSET ? 0 : init_git_fail(init, "config", status);
}

void init_config_say(struct init *init, const char *verb, const char *key, const char *what,
		     struct span value)
{
	struct buf *line = &init->out->buf;

	buf_add_format(line, "%s %s%s", verb, key, what);
	utf8_escape(line, value);
	buf_add_char(line, '\n');
}
