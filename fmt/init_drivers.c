/* What git does by our programs: merges, differences, and a look at what is to be committed. */
#include <errno.h>
#include <sys/stat.h>

#include "fmt/init_parts.h"
#include "src/base/run.h"
#include "src/base/utf8.h"

enum { UNSET = 1, WORDS_MOST = 8 }; /* git config's status where there is no value */

struct driver {
	const char *key;
	const char *program, *arguments;
	const char *name_key, *name; /* set too; NULL: none */
};

/* Without its driver, a name would be an error to git: it comes last. */
static const struct driver drivers[] = {
	{"merge.ni.driver", "ni-merge", " -- %O %A %B %P", "merge.ni.name",
	 "merge contacts by rows and cells"},
	{"diff.ni.textconv", "ni-fmt", " --textconv --", NULL, NULL},
};

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

/*
 * Runs git, in the folder (relative to the network), with the words, which end with NULL. Returns
 * its status; or -1 with a diagnostic.
 */
static int run_git(struct init *init, const char *folder, const char *const words[],
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

static int fail(struct init *init, const char *what, int status)
{
	if (status > 0)
		diag_fail(init->diags, "'git %s' failed with status %d", what, status);
	return -1;
}

static int set_config(struct init *init, const char *key, const char *value)
{
	const char *const words[] = {"config", key, value, NULL};
	struct buf output = BUF_INIT;
	int status = run_git(init, "", words, &output);

	buf_release(&output);
	return status == 0 ? 0 : fail(init, "config", status);
}

/* Its value as git sees it, or only that in the repository's own file. 1, 0 if it has none, or -1.
 */
static int get_config(struct init *init, const char *key, bool own, struct buf *value)
{
	const char *const words[] = {"config", own ? "--local" : "--get", own ? "--get" : key,
				     own ? key : NULL, NULL};
	int status = run_git(init, "", words, value);

	if (span_ends(buf_span(value), SPAN("\n")))
		value->p[--value->n] = '\0';
	if (status == 0)
		return 1;
	return status == UNSET ? 0 : fail(init, "config", status);
}

static void say(struct init *init, const char *verb, const char *key, const char *what,
		struct span value)
{
	struct buf *line = &init->out->buf;

	buf_add_format(line, "%s %s%s", verb, key, what);
	utf8_escape(line, value);
	buf_add_char(line, '\n');
}

static int set_driver(struct init *init, const struct driver *driver, const struct buf *command)
{
	struct buf value = BUF_INIT;
	int status = get_config(init, driver->key, false, &value);

	if (status == 1 && span_eq(buf_span(&value), buf_span(command))) {
		say(init, "left", driver->key, ": is set already", SPAN_NONE);
	} else if (status == 1) {
		say(init, "left", driver->key, ": is set already: ", buf_span(&value));
	} else if (status == 0) {
		status = set_config(init, driver->key, command->p);
		if (status == 0 && driver->name_key != NULL)
			status = set_config(init, driver->name_key, driver->name);
		if (status == 0)
			say(init, "set", driver->key, ": ", buf_span(command));
	}
	buf_release(&value);
	return status < 0 ? -1 : 0;
}

/* To git, a '%' in the path of the program would be one of its own. */
static void add_command(struct buf *command, struct span found, bool doubled)
{
	for (size_t i = 0; i < found.n; i++) {
		buf_add_char(command, found.p[i]);
		if (doubled && found.p[i] == '%')
			buf_add_char(command, '%');
	}
}

static int make_driver(struct init *init, const struct driver *driver)
{
	struct buf found = BUF_INIT, command = BUF_INIT;
	int status = 0;

	if (run_find(driver->program, init->self, &found)) {
		add_command(&command, buf_span(&found), strchr(driver->arguments, '%') != NULL);
		buf_add_str(&command, driver->arguments);
		status = set_driver(init, driver, &command);
	}
	buf_release(&found);
	buf_release(&command);
	return status;
}

static int look_around(struct tree *tree)
{
	static const char *const words[] = {"rev-parse", "--show-cdup", "--show-prefix", NULL};
	struct buf output = BUF_INIT;
	int status = run_git(tree->init, "", words, &output);
	struct span rest = buf_span(&output), line;

	if (span_cut(&rest, '\n', &line))
		buf_add_span(&tree->top, line);
	if (span_cut(&rest, '\n', &line))
		buf_add_span(&tree->within, line);
	buf_release(&output);
	return status == 0 ? 0 : fail(tree->init, "rev-parse", status);
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
	int shared = get_config(init, "core.hooksPath", true, &value);

	if (shared >= 0) {
		bool own = shared == 1;

		buf_clear(&value);
		shared = own ? 0 : get_config(init, "core.hooksPath", false, &value);
	}
	if (shared == 1)
		say(init, "left", "pre-commit",
		    ": core.hooksPath is set outside of the repository: ", buf_span(&value));
	buf_release(&value);
	return shared;
}

static int find_hook(struct tree *tree, struct buf *name)
{
	static const char *const words[] = {"rev-parse", "--git-path", "hooks/pre-commit", NULL};
	struct buf output = BUF_INIT;
	int status = run_git(tree->init, tree->top.p, words, &output);
	struct span path = trim_line(buf_span(&output));

	if (!span_starts(path, SPAN("/")))
		buf_add_span(name, buf_span(&tree->top));
	buf_add_span(name, path);
	buf_release(&output);
	return status == 0 ? 0 : fail(tree->init, "rev-parse", status);
}

static int add_hook(struct tree *tree, struct span command)
{
	struct buf name = BUF_INIT, text = BUF_INIT;
	int status = has_shared_hooks(tree->init);

	if (status == 0)
		status = look_around(tree);
	else
		status = status < 0 ? -1 : 1;
	if (status == 0)
		status = find_hook(tree, &name);
	if (status == 0) {
		write_hook(&text, buf_span(&tree->within), command);
		status = make_hook(tree->init, name.p, buf_span(&tree->within), buf_span(&text));
	}
	buf_release(&name);
	buf_release(&text);
	return status < 0 ? -1 : 0;
}

int init_git_drivers(struct init *init)
{
	struct tree tree = {.init = init, .top = BUF_INIT, .within = BUF_INIT};
	struct buf command = BUF_INIT;
	int status = 0;

	for (size_t i = 0; status == 0 && i < sizeof(drivers) / sizeof(drivers[0]); i++)
		status = make_driver(init, &drivers[i]);
	if (status == 0 && run_find("ni-check", init->self, &command))
		status = add_hook(&tree, buf_span(&command));
	buf_release(&command);
	buf_release(&tree.top);
	buf_release(&tree.within);
	return status;
}
