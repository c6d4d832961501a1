/* Rows out: what all formats share. CSV, the one that carries millions of rows, has no detours. */
#include <stdlib.h>

#include "fmt/writer.h"
#include "src/base/mem.h"
#include "src/base/utf8.h"

static const char *const format_names[] = {
	[FORMAT_CSV] = "csv",
	[FORMAT_TSV] = "tsv",
	[FORMAT_JSON] = "json",
	[FORMAT_TABLE] = "table",
};

int format_parse(const char *name, enum format *format)
{
	for (int i = FORMAT_CSV; i <= FORMAT_TABLE; i++) {
		if (strcmp(name, format_names[i]) == 0) {
			*format = (enum format)i;
			return 0;
		}
	}
	return -1;
}

static void end_line(struct writer *w)
{
	buf_add_char(&w->sink->buf, '\n');
	sink_flush_some(w->sink);
}

/* A byte order mark at the start of the first name: readers strip it unless it is quoted. */
static void add_csv_name(struct buf *b, struct span name, bool first, bool alone)
{
	if (!first || !span_starts(name, SPAN("\xEF\xBB\xBF"))) {
		csv_write_field(b, name, alone);
		return;
	}
	buf_add_char(b, '"');
	for (size_t i = 0; i < name.n; i++) {
		if (name.p[i] == '"')
			buf_add_char(b, '"');
		buf_add_char(b, name.p[i]);
	}
	buf_add_char(b, '"');
}

static void add_header(struct writer *w)
{
	struct buf *b = &w->sink->buf;

	for (size_t i = 0; i < w->columns; i++) {
		if (i > 0)
			buf_add_char(b, w->format == FORMAT_CSV ? ',' : '\t');
		if (w->format == FORMAT_CSV)
			add_csv_name(b, w->names[i], i == 0, w->columns == 1);
		else
			tsv_write_field(b, w->names[i]);
	}
	end_line(w);
}

/* Cells of a table wait, escaped as they will be shown, until all widths are known. */
static void keep_cell(struct writer *w, struct span value)
{
	struct buf shown = BUF_INIT;

	utf8_escape(&shown, value);
	w->cells = mem_grow(w->cells, &w->cell_cap, w->cell_count + 1, sizeof(*w->cells));
	w->cells[w->cell_count++] = arena_copy(&w->arena, buf_span(&shown));
	buf_release(&shown);
}

void writer_start(struct writer *w, enum format format, struct sink *sink, size_t width,
		  const struct span *names, size_t count)
{
	*w = (struct writer){
		.format = format,
		.sink = sink,
		.names = names,
		.columns = count,
		.width = width,
		.escaped = BUF_INIT,
	};
	if (format == FORMAT_TABLE)
		for (size_t i = 0; i < count; i++)
			keep_cell(w, names[i]);
	else if (format != FORMAT_JSON && count > 0)
		add_header(w);
}

void writer_branch(struct writer *w, const struct writer *of, struct sink *sink)
{
	*w = (struct writer){
		.format = of->format,
		.sink = sink,
		.names = of->names,
		.columns = of->columns,
		.escape = of->escape,
		.escaped = BUF_INIT,
	};
}

static void add_csv_cell(struct writer *w, struct span value)
{
	if (w->column > 0)
		buf_add_char(&w->sink->buf, ',');
	csv_write_field(&w->sink->buf, value, w->columns == 1);
}

static void add_tsv_cell(struct writer *w, struct span value)
{
	if (w->column > 0)
		buf_add_char(&w->sink->buf, '\t');
	tsv_write_field(&w->sink->buf, value);
}

static void add_json_cell(struct writer *w, struct span value)
{
	struct buf *b = &w->sink->buf;

	buf_add_char(b, w->column == 0 ? '{' : ',');
	json_write_string(b, w->names[w->column]);
	buf_add_char(b, ':');
	json_write_string(b, value);
}

void writer_cell(struct writer *w, struct span value)
{
	if (w->column >= w->columns)
		return;
	if (w->escape) {
		buf_clear(&w->escaped);
		utf8_escape(&w->escaped, value);
		value = buf_span(&w->escaped);
	}
	switch (w->format) {
	case FORMAT_CSV:
		add_csv_cell(w, value);
		break;
	case FORMAT_TSV:
		add_tsv_cell(w, value);
		break;
	case FORMAT_JSON:
		add_json_cell(w, value);
		break;
	case FORMAT_TABLE:
		keep_cell(w, value);
		break;
	}
	w->column++;
}

void writer_raw_cells(struct writer *w, struct span encoded)
{
	if (w->column >= w->columns)
		return;
	if (w->column > 0)
		buf_add_char(&w->sink->buf, ',');
	if (encoded.n > 0)
		buf_add_span(&w->sink->buf, encoded);
	else
		csv_write_field(&w->sink->buf, SPAN_NONE, w->columns == 1);
	w->column = w->columns;
}

void writer_mark_row(struct writer *w)
{
	if (w->format != FORMAT_TABLE)
		return;
	w->marked = mem_grow(w->marked, &w->marked_cap, w->marked_count + 1, sizeof(*w->marked));
	w->marked[w->marked_count++] = w->cell_count - w->column;
}

void writer_end_row(struct writer *w)
{
	if (w->columns == 0)
		return;
	while (w->column < w->columns)
		writer_cell(w, SPAN_NONE);
	w->column = 0;
	if (w->format == FORMAT_TABLE)
		return;
	if (w->format == FORMAT_JSON)
		buf_add_char(&w->sink->buf, '}');
	end_line(w);
}

void writer_finish(struct writer *w)
{
	if (w->format == FORMAT_TABLE && w->columns > 0)
		table_print(w);
	arena_release(&w->arena);
	buf_release(&w->escaped);
	free(w->cells);
	w->cells = NULL;
	w->cell_count = w->cell_cap = 0;
	free(w->marked);
	w->marked = NULL;
	w->marked_count = w->marked_cap = 0;
}
