#include "fmt/textconv.h"

#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "fmt/contacts.h"
#include "fmt/format_parts.h"
#include "fmt/kind.h"
#include "fmt/log.h"
#include "src/base/utf8.h"

/* A table being printed. */
struct converted {
	enum kind kind;
	struct csv csv;
	struct header header;
	int id, name; /* columns, or -1; id may be the one called contact */
	struct arena arena;
	struct buf key;
	struct sink *out;
};

/* A cell on one line, of which the cell can be told. */
static void add_value(struct buf *into, struct span value)
{
	const char *backslash;

	while (value.n > 0 && (backslash = memchr(value.p, '\\', value.n)) != NULL) {
		size_t n = (size_t)(backslash - value.p);

		utf8_escape(into, span_of(value.p, n));
		buf_add_str(into, "\\\\");
		value = span_skip(value, n + 1);
	}
	utf8_escape(into, value);
}

static bool is_key(const struct converted *c, size_t column)
{
	return c->kind == KIND_LOG && (span_is(c->header.names[column], "date") ||
				       span_is(c->header.names[column], "contact") ||
				       span_is(c->header.names[column], "event"));
}

/* "2026-11-20 jane-doe thanked" */
static void make_log_key(struct converted *c)
{
	for (const char *const *name = log_rules.all_of; *name != NULL; name++) {
		if (c->key.n > 0)
			buf_add_char(&c->key, ' ');
		add_value(&c->key, header_cell(&c->csv.row, header_find(&c->header, *name)));
	}
}

/* The id as it stands, else as it is derived, else the number of the row. */
static void make_contact_key(struct converted *c, size_t number)
{
	struct span id = header_cell(&c->csv.row, c->id);

	if (id.n == 0)
		id = utf8_derive_id(&c->arena, header_cell(&c->csv.row, c->name));
	if (id.n > 0)
		add_value(&c->key, id);
	else
		buf_add_format(&c->key, "row %zu", number);
	arena_release(&c->arena);
}

static void print_row(struct converted *c)
{
	struct buf *into = &c->out->buf;
	bool bare = true;

	if (c->kind == KIND_LOG) {
		buf_add_span(into, buf_span(&c->key));
		buf_add_char(into, '\n');
		bare = false;
	}
	for (size_t i = 0; i < c->csv.row.count; i++) {
		if (c->csv.row.cells[i].n == 0 || is_key(c, i))
			continue;
		buf_add_span(into, buf_span(&c->key));
		buf_add_char(into, '.');
		add_value(into, c->header.names[i]);
		buf_add_str(into, ": ");
		add_value(into, c->csv.row.cells[i]);
		buf_add_char(into, '\n');
		bare = false;
	}
	if (bare)
		buf_add_format(into, "%s:\n", c->key.p);
	sink_flush_some(c->out);
}

/* A column that is new and empty is a change too. */
static void print_header(struct converted *c)
{
	struct buf *into = &c->out->buf;

	buf_add_str(into, "columns:");
	for (size_t i = 0; i < c->header.count; i++) {
		buf_add_str(into, i > 0 ? ", " : " ");
		add_value(into, c->header.names[i]);
	}
	buf_add_char(into, '\n');
}

static int convert(struct converted *c)
{
	size_t number = 0;
	int more;

	if (c->out != NULL)
		print_header(c);
	while ((more = header_next_row(&c->csv, &c->header)) > 0) {
		if (c->out == NULL)
			continue;
		buf_clear(&c->key);
		if (c->kind == KIND_LOG)
			make_log_key(c);
		else
			make_contact_key(c, ++number);
		print_row(c);
	}
	return more;
}

/* Goes through the table, and prints it unless out is NULL. Returns 0; or -1 if it does not parse.
 */
static int read_table(struct span text, enum kind kind, struct sink *out)
{
	const struct header_rules stream = stream_rules(NULL);
	struct diags untold = {0}; /* ni-check tells them */
	struct converted c = {.kind = kind, .key = BUF_INIT, .out = out};
	struct arena names = {0};
	int more;

	csv_from_memory(&c.csv, text, SPAN_NONE, &untold);
	more = header_read(&c.csv, kind == KIND_LOG ? &log_rules : &stream, &names, &c.header);
	if (more > 0) {
		c.name = header_find(&c.header, "name");
		c.id = header_find(&c.header, "id");
		if (c.id < 0 && c.name < 0)
			c.id = header_find(&c.header, "contact");
		more = convert(&c) == 0 ? 1 : -1;
	}
	csv_release(&c.csv);
	buf_release(&c.key);
	arena_release(&names);
	diags_release(&untold);
	return more > 0 ? 0 : -1;
}

/* First the whole of it is read: half a table is worth less than the text. */
static void print(struct span shown, struct buf *text, struct sink *out)
{
	enum kind kind = kind_of(shown, buf_span(text));

	if (kind == KIND_NOTE || read_table(buf_span(text), kind, NULL) != 0)
		format_print(out, text);
	else
		(void)read_table(buf_span(text), kind, out); /* as before */
}

static void warn(struct diags *diags, struct diags *told)
{
	for (size_t i = 0; i < told->count; i++)
		diag_add(diags, DIAG_WARNING, told->list[i].file, told->list[i].line,
			 told->list[i].column, "%.*s", SPAN_ARG(told->list[i].text));
	diags_release(told);
}

void textconv_file(const char *path, struct sink *out, struct diags *diags)
{
	bool standard = strcmp(path, "-") == 0;
	struct span shown = span_str(path);
	struct buf text = BUF_INIT;
	struct diags told = {0};
	int fd = standard ? STDIN_FILENO : io_open(AT_FDCWD, path, shown, IO_ANY, false, &told);

	if (fd >= 0) {
		(void)io_read_all(fd, shown, 0, &text, &told); /* what there is of it is printed */
		print(shown, &text, out);
	}
	if (fd >= 0 && !standard)
		(void)close(fd); /* was only read from */
	warn(diags, &told);
	buf_release(&text);
}
