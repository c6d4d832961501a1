/* The hook before a commit, by which ni-check looks at what is to be committed. */
#include <errno.h>
#include <sys/stat.h>

#include "fmt/init_parts.h"
#include "src/base/run.h"
#include "src/base/utf8.h"

/* Where things are in the work tree that the network lies in. */
struct tree {
	struct init *init;
	struct buf top;    /* what leads from the network to the top: empty, or ends in '/' */
	struct buf within; /* and back */
};

static struct span trim_line(struct span line)
{
	return span_ends(line, SPAN("\n")) ? span_of(line.p, line.n - 1) : line;
}

static int look_around(struct tree *tree)
{
	static const char *const words[] = {"rev-parse", "--show-cdup", "--show-prefix", NULL};
	struct buf output = BUF_INIT;
	int status = init_git_run(tree->init, "", words, &output);
	struct span rest = buf_span(&output), line;

	if (span_cut(&rest, '\n', &line))
		buf_add_span(&tree->top, line);
	if (span_cut(&rest, '\n', &line))
		buf_add_span(&tree->within, line);
	buf_release(&output);
	return status == 0 ? 0 : init_git_fail(tree->init, "rev-parse", status);
}

static const char hook_start[] =
	"#!/bin/sh\n"
	"# Made by ni-init: what ni-check finds an error in is not committed, unless by\n"
	"# git commit --no-verify. It is shown a copy of what is staged.\n";

/* The line of a hook by which that of another network is known. */
static void add_network(struct buf *text, struct span within)
{
	buf_add_str(text, "network=");
	run_quote(text, within);
	buf_add_char(text, '\n');
}

/* A commit of other files than the network's is let through, as is one that has no network yet. */
static void write_hook(struct buf *text, struct span within, struct span command)
{
	buf_add_str(text, hook_start);
	add_network(text, within);
	buf_add_str(text, "if ! command -v ");
	buf_add_span(text, command);
	buf_add_format(text,
		       " >/dev/null; then\n"
		       "\techo 'pre-commit: ni-check is not there: nothing was checked' >&2\n"
		       "\texit 0\n"
		       "fi\n"
		       "git diff --cached --quiet%s && exit 0\n"
		       "tmp=$(mktemp -d) || exit\n"
		       "trap 'rm -rf \"$tmp\"' EXIT\n"
		       "trap 'exit 1' HUP INT TERM\n"
		       "git checkout-index -a --prefix=\"$tmp/\" || exit\n"
		       "[ -e \"$tmp/${network}contacts.csv\" ] ||\n"
		       "\t[ -e \"$tmp/${network}ni.yaml\" ] || exit 0\n"
		       "(cd \"$tmp/$network\" && ",
		       within.n > 0 ? " --relative=\"$network\"" : "");
	buf_add_span(text, command);
	buf_add_str(text, ")\n");
}

static int make_executable(const struct init *init, const char *name)
{
	struct buf path = init_path(init, name);
	struct stat st;
	int status = stat(path.p, &st);

	if (status == 0)
		status = chmod(path.p, (st.st_mode | (st.st_mode & 0444) >> 2) & 07777);
	if (status != 0)
		io_fail(init->diags, "make executable", buf_span(&path), errno);
	buf_release(&path);
	return status == 0 ? 0 : -1;
}

static int make_folder_of(const struct init *init, const char *name)
{
	struct buf path = init_path(init, name);
	char *slash = strrchr(path.p, '/');
	bool made;
	int status = 0;

	if (slash != NULL && slash > path.p) {
		*slash = '\0';
		status = io_folder(path.p, &made, init->diags);
	}
	buf_release(&path);
	return status;
}

/* A repository has one hook, and so had one network when it was made. 1, 0 or -1. */
static int is_of_another(const struct init *init, const char *name, struct span within)
{
	struct buf text = BUF_INIT, ours = BUF_INIT;
	int status = init_read(init, name, &text);

	buf_add_str(&ours, hook_start);
	if (status == 0 && span_starts(buf_span(&text), buf_span(&ours))) {
		add_network(&ours, within);
		status = span_starts(buf_span(&text), buf_span(&ours)) ? 0 : 1;
	}
	buf_release(&text);
	buf_release(&ours);
	return status;
}

static void say_other(struct init *init, const char *name)
{
	struct buf *line = &init->out->buf, path = init_path(init, name);

	buf_add_str(line, "left ");
	utf8_escape(line, buf_span(&path));
	buf_add_str(line, ": exists already, and checks another folder\n");
	buf_release(&path);
}

static int make_hook(struct init *init, const char *name, struct span within, struct span text)
{
	enum init_result result =
		make_folder_of(init, name) == 0 ? init_file(init, name, text) : INIT_FAILED;
	int other = result == INIT_LEFT ? is_of_another(init, name, within) : 0;

	if (result == INIT_FAILED || (result == INIT_MADE && make_executable(init, name) != 0) ||
	    other < 0)
		return -1;
	if (other == 1)
		say_other(init, name);
	else
		init_say(init, result, name, SPAN_NONE);
	return 0;
}

/* Hooks for all of somebody's repositories are no place for a network's. */
static int has_shared_hooks(struct init *init)
{
	struct buf value = BUF_INIT;
	int shared = init_config_get(init, "core.hooksPath", true, &value);

	if (shared >= 0) {
		bool own = shared == 1;

		buf_clear(&value);
		shared = own ? 0 : init_config_get(init, "core.hooksPath", false, &value);
	}
	if (shared == 1)
		init_config_say(
			init, "left", "pre-commit",
			": core.hooksPath is set outside of the repository: ", buf_span(&value));
	buf_release(&value);
	return shared;
}

static int find_hook(struct tree *tree, struct buf *name)
{
	static const char *const words[] = {"rev-parse", "--git-path", "hooks/pre-commit", NULL};
	struct buf output = BUF_INIT;
	int status = init_git_run(tree->init, tree->top.p, words, &output);
	struct span path = trim_line(buf_span(&output));

	if (!span_starts(path, SPAN("/")))
		buf_add_span(name, buf_span(&tree->top));
	buf_add_span(name, path);
	buf_release(&output);
	return status == 0 ? 0 : init_git_fail(tree->init, "rev-parse", status);
}

int init_hook(struct init *init, struct span command)
{
	struct tree tree = {.init = init, .top = BUF_INIT, .within = BUF_INIT};
	struct buf name = BUF_INIT, text = BUF_INIT;
	int status = has_shared_hooks(init);

	if (status == 0)
		status = look_around(&tree);
	else
		status = status < 0 ? -1 : 1;
	if (status == 0)
		status = find_hook(&tree, &name);
	if (status == 0) {
		write_hook(&text, buf_span(&tree.within), command);
		status = make_hook(init, name.p, buf_span(&tree.within), buf_span(&text));
	}
	buf_release(&tree.top);
	buf_release(&tree.within);
	buf_release(&name);
	buf_release(&text);
	return status < 0 ? -1 : 0;
}
