#include "fmt/format.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "fmt/format_parts.h"
#include "fmt/place.h"
#include "src/base/utf8.h"

/* A run of ni-fmt. */
struct run {
	struct format_options *options;
	struct sink *out;
	struct diags *diags;
	bool must_have_rows; /* no header at all is a fault */
};

/* A file that was read. */
struct original {
	const char *path;
	struct span shown;
	struct io_stamp stamp;
	struct buf text;
};

static void list(const struct run *run, struct span shown)
{
	if (isatty(STDOUT_FILENO))
		utf8_escape(&run->out->buf, shown);
	else
		buf_add_span(&run->out->buf, shown);
	buf_add_char(&run->out->buf, '\n');
	sink_flush_some(run->out);
}

/* What the letters ask for, of a file that is not canonical. */
static void tell_difference(const struct run *run, const struct original *file, struct span text)
{
	struct format_options *options = run->options;
	struct span before = buf_span(&file->text);

	options->differs = true;
	if (options->list)
		list(run, file->shown);
	if (options->diff && format_diff(file->shown, before, text, run->out, run->diags) != 0)
		return;
	if (options->write)
		(void)io_replace(file->path, text, &file->stamp, run->diags); /* has told */
}

static void format_text(const struct run *run, const struct original *file)
{
	const struct format_options *options = run->options;
	const struct canonical_options how = {
		.ids = options->ids,
		.empty_is_list = span_is(file->shown, "-") && !run->must_have_rows,
	};
	struct span before = buf_span(&file->text);
	struct buf text = BUF_INIT;

	if (canonical_make(kind_of(file->shown, before), before, file->shown, &how, &text,
			   run->diags) != 0) {
		buf_release(&text);
		return;
	}
	if (!options->list && !options->diff && !options->write) {
		format_print(run->out, &text);
	} else if (!span_eq(before, buf_span(&text))) {
		tell_difference(run, file, buf_span(&text));
	}
	buf_release(&text);
}

/* Reads and formats an open file. */
static void format_open(const struct run *run, int fd, const char *path, struct span shown)
{
	struct original file = {.path = path, .shown = shown, .text = BUF_INIT};

	if (io_stamp(fd, &file.stamp) != 0)
		io_fail(run->diags, "read", shown, errno);
	else if (io_read_all(fd, shown, 0, &file.text, run->diags) == 0)
		format_text(run, &file);
	buf_release(&file.text);
}

static void format_file(const struct run *run, const char *path, enum io_kind kind)
{
	struct span shown = span_str(path);
	int fd = io_open(AT_FDCWD, path, shown, kind, kind == IO_REGULAR, run->diags);

	if (fd < 0)
		return; /* has been told; or the network has no such file */
	format_open(run, fd, path, shown);
	(void)close(fd); /* was only read from */
}

/* The notes below folder, which is called as shown. */
static void format_notes(const struct run *run, const char *folder)
{
	struct arena arena = {0};
	struct buf path = BUF_INIT;
	struct span *names;
	size_t count = 0;

	(void)io_walk(folder, span_str(folder), ".md", &arena, &names, &count, run->diags);
	for (size_t i = 0; i < count; i++) {
		buf_clear(&path);
		buf_add_str(&path, folder);
		if (path.p[path.n - 1] != '/')
			buf_add_char(&path, '/');
		buf_add_span(&path, names[i]);
		format_file(run, path.p, IO_REGULAR);
	}
	buf_release(&path);
	arena_release(&arena);
}

void format_operands(struct format_options *options, char **operands, size_t count,
		     struct sink *out, struct diags *diags)
{
	const struct run run = {.options = options, .out = out, .diags = diags};
	struct stat st;

	for (size_t i = 0; i < count; i++) {
		if (strcmp(operands[i], "-") == 0)
			format_open(&run, STDIN_FILENO, NULL, SPAN("-"));
		else if (stat(operands[i], &st) == 0 && S_ISDIR(st.st_mode))
			format_notes(&run, operands[i]);
		else
			format_file(&run, operands[i], IO_ANY);
	}
}

void format_input(struct format_options *options, struct sink *out, struct diags *diags)
{
	const struct run run = {options, out, diags, .must_have_rows = true};

	format_open(&run, STDIN_FILENO, NULL, SPAN("-"));
}

void format_network(struct format_options *options, struct sink *out, struct diags *diags)
{
	const struct run run = {.options = options, .out = out, .diags = diags};
	struct arena arena = {0};
	struct place place;

	if (place_find(&place, &arena, diags) == 0) {
		if (!place.found)
			place_missing(diags);
		else
			format_file(&run, place_path(&place, &arena, SPAN("contacts.csv")).p,
				    IO_REGULAR);
		if (place.found && !options->ids) {
			format_file(&run, place_path(&place, &arena, SPAN("log.csv")).p,
				    IO_REGULAR);
			format_notes(&run, place_path(&place, &arena, SPAN("notes")).p);
		}
	}
	arena_release(&arena);
}
