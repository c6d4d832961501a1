#include "fmt/log_add.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

#include "fmt/log.h"
#include "fmt/writer.h"
#include "src/base/io.h"

/* The lines on their way into the log. */
struct addition {
	struct span path; /* terminated, and as it is printed */
	struct span values[LOG_COLUMNS];
	struct header header;
	const char *line_end;
	struct arena arena;
	struct diags *diags;
};

/* A new log, with nothing but its header. That somebody else was faster is as good. */
static void make_log(const struct addition *a, struct diags *diags)
{
	const struct io_stamp none = {.exists = false};
	struct buf text = BUF_INIT;

	log_write_header(&text);
	(void)io_replace(a->path.p, buf_span(&text), &none, diags); /* opening it will tell */
	buf_release(&text);
}

/* Opens the log, which is made if need be. Returns its descriptor, or -1. */
static int open_log(const struct addition *a)
{
	struct diags faults = {0};
	size_t errors = a->diags->errors;
	int fd = io_open(AT_FDCWD, a->path.p, a->path, IO_REGULAR, true, a->diags);

	if (fd >= 0 || a->diags->errors > errors)
		return fd;
	make_log(a, &faults);
	fd = io_open(AT_FDCWD, a->path.p, a->path, IO_REGULAR, faults.errors > 0, a->diags);
	if (fd < 0 || faults.errors == 0) /* then there are warnings, if anything */
		diags_adopt(a->diags, &faults);
	diags_release(&faults);
	return fd;
}

/* The line end of the first line is that of all. */
static int read_line_end(struct addition *a, int fd)
{
	struct lines lines;
	struct span line;
	int more;

	lines_from_fd(&lines, fd, a->path);
	more = lines_next(&lines, &line, a->diags);
	a->line_end = more > 0 && span_ends(line, SPAN("\r\n")) ? "\r\n" : "\n";
	lines_release(&lines);
	if (more >= 0 && lseek(fd, 0, SEEK_SET) < 0) {
		io_fail(a->diags, "read", a->path, errno);
		more = -1;
	}
	return more < 0 ? -1 : 0;
}

/* It has been read before: only what is wrong with it by now is news. */
static int read_header(struct addition *a, int fd)
{
	struct diags faults = {0};
	struct csv csv;
	int more;

	csv_from_fd(&csv, fd, a->path, &faults);
	more = header_read(&csv, &log_rules, &a->arena, &a->header);
	csv_release(&csv);
	if (more == 0)
		diag_add(&faults, DIAG_ERROR, a->path, 1, 1, "empty file, expected a header line");
	if (more <= 0)
		diags_adopt(a->diags, &faults);
	diags_release(&faults);
	return more > 0 ? 0 : -1;
}

static int look_at_log(struct addition *a)
{
	int fd = open_log(a), result;

	if (fd < 0)
		return -1;
	result = read_line_end(a, fd) == 0 && read_header(a, fd) == 0 ? 0 : -1;
	(void)close(fd); /* was only read from */
	return result;
}

static struct span date_text(struct arena *arena, int32_t day)
{
	char text[10];

	if (day == DAY_NONE)
		return SPAN_NONE;
	date_write(text, day);
	return arena_copy(arena, span_of(text, sizeof(text)));
}

/* All but the contact. */
static void set_values(struct addition *a, const struct log_entry *entry)
{
	a->values[LOG_DATE] = date_text(&a->arena, entry->day);
	a->values[LOG_EVENT] = span_str(event_name(entry->kind));
	a->values[LOG_VIA] = entry->via;
	a->values[LOG_UNTIL] = date_text(&a->arena, entry->until);
	a->values[LOG_NOTE] = entry->note;
}

static int check_columns(const struct addition *a)
{
	int result = 0;

	for (size_t i = 0; i < LOG_COLUMNS; i++) {
		if (a->values[i].n == 0 || header_find(&a->header, log_columns[i]) >= 0)
			continue;
		diag_add(a->diags, DIAG_ERROR, a->path, 1, 1,
			 "no column '%s' for '%.*s': add it to the header", log_columns[i],
			 SPAN_ARG(a->values[i]));
		result = -1;
	}
	return result;
}

/* The value under column number k of the log; a column of the user's own stays empty. */
static struct span value_under(const struct addition *a, size_t k)
{
	for (size_t i = 0; i < LOG_COLUMNS; i++)
		if (span_is(a->header.names[k], log_columns[i]))
			return a->values[i];
	return SPAN_NONE;
}

static void add_line(const struct addition *a, struct buf *text)
{
	for (size_t k = 0; k < a->header.count; k++) {
		if (k > 0)
			buf_add_char(text, ',');
		csv_write_field(text, value_under(a, k), a->header.count == 1);
	}
	buf_add_str(text, a->line_end);
}

static bool is_row(const struct addition *a, const struct csv_row *row)
{
	bool same = row->height == 1 && row->count == a->header.count;

	for (size_t k = 0; same && k < row->count; k++)
		same = span_eq(row->cells[k], value_under(a, k));
	return same;
}

/* Reads the lines as the next program will. */
static int verify(struct addition *a, struct span text, const struct span *ids, size_t count)
{
	struct csv csv;
	size_t i = 0;

	csv_from_memory(&csv, SPAN_NONE, a->path, a->diags);
	csv_restart(&csv, text);
	for (; i < count && csv_next(&csv) > 0; i++) {
		a->values[LOG_CONTACT] = ids[i];
		if (!is_row(a, &csv.row))
			break;
	}
	if (i == count && csv_next(&csv) != 0)
		i = 0;
	csv_release(&csv);
	if (i == count)
		return 0;
	diag_fail(a->diags, "nothing was logged: '%.*s' could not be read with the new line",
		  SPAN_ARG(a->path));
	return -1;
}

int log_add(struct span path, const struct log_entry *entry, const struct span *ids, size_t count,
	    struct diags *diags)
{
	struct addition a = {.path = path, .diags = diags};
	struct buf text = BUF_INIT;
	int result = -1;

	set_values(&a, entry);
	if (look_at_log(&a) == 0 && check_columns(&a) == 0) {
		for (size_t i = 0; i < count; i++) {
			a.values[LOG_CONTACT] = ids[i];
			add_line(&a, &text);
		}
		if (verify(&a, buf_span(&text), ids, count) == 0)
			result = io_append(path.p, buf_span(&text), diags);
	}
	buf_release(&text);
	arena_release(&a.arena);
	return result;
}
