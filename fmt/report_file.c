#ifndef _XOPEN_SOURCE
#define _XOPEN_SOURCE 700 /* realpath(): POSIX.1-2008, X/Open option */
#endif
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "fmt/report_file.h"

/* A file that may not be there yet. */
struct target {
	struct buf path,
		real; /* its name in its folder's real path; where a link leads; or empty */
	struct stat st;
	bool exists;
};

/* The name in its folder without symbolic links on the way. */
static void add_path(struct buf *b, const char *file)
{
	const char *slash = strrchr(file, '/');
	const char *name = slash != NULL ? slash + 1 : file;
	struct buf folder = BUF_INIT;
	char *real;

	buf_add(&folder, file, (size_t)(name - file));
	real = realpath(folder.n > 0 ? folder.p : ".", NULL);
	if (real != NULL) {
		buf_add_str(b, strcmp(real, "/") != 0 ? real : "");
		buf_add_char(b, '/');
		buf_add_str(b, name);
	}
	free(real);
	buf_release(&folder);
}

static void add_real(struct buf *b, const char *file)
{
	char *real = realpath(file, NULL);

	buf_add_str(b, real != NULL ? real : "");
	free(real);
}

static bool is_file(const struct target *target, const struct stat *st)
{
	return st->st_dev == target->st.st_dev && st->st_ino == target->st.st_ino;
}

/* Whether path, which may not be there either, names the same file. */
static bool is_same(const struct target *target, const char *path)
{
	struct buf other = BUF_INIT;
	struct stat st;
	bool same;

	if (target->exists && stat(path, &st) == 0)
		return is_file(target, &st);
	add_path(&other, path);
	same = other.n > 0 && span_eq(buf_span(&other), buf_span(&target->path));
	buf_release(&other);
	return same;
}

/* Whether a file below the folder of notes would be read as one: io_walk() passes over hidden
 * ones. */
static bool is_note_name(struct span below)
{
	bool note = span_ends(below, SPAN(".md"));
	struct span name;

	while (note && span_cut(&below, '/', &name))
		note = !span_starts(name, SPAN("."));
	return note;
}

static bool is_below(struct span path, struct span folder)
{
	return folder.n > 0 && span_starts(path, folder) && path.n > folder.n &&
	       path.p[folder.n] == '/' && is_note_name(span_skip(path, folder.n + 1));
}

static bool is_note(const struct target *target, const char *notes)
{
	struct buf folder = BUF_INIT;
	bool note;

	add_real(&folder, notes);
	note = is_below(buf_span(&target->path), buf_span(&folder)) ||
	       is_below(buf_span(&target->real), buf_span(&folder));
	buf_release(&folder);
	return note;
}

/* A note may be a link to a file anywhere. */
static bool is_read_note(const struct target *target, const struct network *network)
{
	struct buf path = BUF_INIT;
	struct stat st;
	bool note = false;

	for (size_t i = 0; target->exists && !note && i < network->note_count; i++) {
		buf_clear(&path);
		buf_add_span(&path, network->notes[i].shown);
		note = stat(path.p, &st) == 0 && is_file(target, &st);
	}
	buf_release(&path);
	return note;
}

/* The rows on standard input may come from a file too. */
static bool is_input(const struct target *target)
{
	struct stat st;

	return target->exists && fstat(STDIN_FILENO, &st) == 0 && S_ISREG(st.st_mode) &&
	       is_file(target, &st);
}

/* What is read from it, or NULL. */
static const char *reads(const struct target *target, struct load *load,
			 const struct load_options *options, char **operands, size_t count)
{
	static const struct {
		struct span name;
		const char *what;
	} own[] = {
		{{"contacts.csv", 12}, "the network's contacts"},
		{{"log.csv", 7}, "the network's log"},
		{{"ni.yaml", 7}, "the network's settings"},
		{{"questions.md", 12}, "the network's question bank"},
	};

	for (size_t i = 0; load->place.found && i < sizeof(own) / sizeof(*own); i++)
		if (is_same(target, place_path(&load->place, &load->arena, own[i].name).p))
			return own[i].what;
	if (options->log && is_same(target, options->log))
		return "the log";
	for (size_t i = 0; i < count; i++)
		if (strcmp(operands[i], "-") != 0 && is_same(target, operands[i]))
			return "rows that were given";
	if (is_input(target))
		return "rows that were given";
	if ((options->notes && is_note(target, options->notes)) ||
	    (load->place.found &&
	     is_note(target, place_path(&load->place, &load->arena, SPAN("notes")).p)) ||
	    is_read_note(target, &load->network))
		return "a note";
	return NULL;
}

int report_file_check(const char *file, struct load *load, const struct load_options *options,
		      char **operands, size_t count, struct diags *diags)
{
	struct target target = {.path = BUF_INIT, .real = BUF_INIT};
	const char *what;

	add_path(&target.path, file);
	add_real(&target.real, file);
	target.exists = stat(file, &target.st) == 0;
	what = reads(&target, load, options, operands, count);
	if (what)
		diag_fail(diags, "'%s' would be read as %s; nothing was written", file, what);
	buf_release(&target.path);
	buf_release(&target.real);
	return what ? -1 : 0;
}
