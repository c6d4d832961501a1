#include "fmt/stream.h"

#include <stdlib.h>
#include <unistd.h>

#include "src/base/date.h"
#include "src/base/mem.h"
#include "src/base/os.h"
#include "src/base/utf8.h"

enum format stream_format(void)
{
	return isatty(STDOUT_FILENO) ? FORMAT_TABLE : FORMAT_CSV;
}

static void escape_names(struct stream *s, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		buf_clear(&s->text);
		utf8_escape(&s->text, s->names[i]);
		s->names[i] = arena_copy(&s->arena, buf_span(&s->text));
	}
}

void stream_start(struct stream *s, enum format format, const char *const *block,
		  const struct rows *rows)
{
	static const struct rows nothing;
	/* a table escapes its cells itself, to know their widths */
	bool escape = format != FORMAT_TABLE && isatty(STDOUT_FILENO);
	size_t count = 0, own = 0;

	if (!rows)
		rows = &nothing;
	while (block && block[own])
		own++;
	*s = (struct stream){.sink = SINK_INIT(STDOUT_FILENO), .text = BUF_INIT};
	s->names = mem_resize(NULL, own + rows->column_count, sizeof(*s->names));
	for (size_t i = 0; i < own; i++)
		s->names[count++] = span_str(block[i]);
	for (size_t i = 0; i < rows->column_count; i++)
		s->names[count++] = rows->columns[i];
	if (escape)
		escape_names(s, count);
	writer_start(&s->writer, format, &s->sink, os_columns(STDOUT_FILENO), s->names, count);
	s->writer.escape = escape;
	s->colours = format == FORMAT_TABLE && os_colours(STDOUT_FILENO);
	rows_output_init(&s->rows, rows, &s->writer);
}

void stream_branch(struct stream *branch, const struct stream *of, const struct rows *rows,
		   struct buf *text)
{
	*branch = (struct stream){.sink = {.fd = -1, .buf = *text}, .text = BUF_INIT};
	*text = BUF_INIT;
	writer_branch(&branch->writer, &of->writer, &branch->sink);
	rows_output_init(&branch->rows, rows, &branch->writer);
}

void stream_leave(struct stream *branch, struct buf *text)
{
	*text = branch->sink.buf;
	branch->sink.buf = BUF_INIT;
	(void)stream_finish(branch); /* has written nothing itself */
}

int stream_finish(struct stream *s)
{
	int error;

	writer_finish(&s->writer);
	(void)sink_flush(&s->sink); /* the sink remembers */
	error = s->sink.error;
	rows_output_release(&s->rows);
	sink_release(&s->sink);
	buf_release(&s->text);
	arena_release(&s->arena);
	free(s->names);
	return error;
}

void stream_mark_row(struct stream *s)
{
	if (s->colours)
		writer_mark_row(&s->writer);
}

void stream_end_row(struct stream *s)
{
	writer_end_row(&s->writer);
	sink_flush_some(&s->sink);
}

void stream_date(struct stream *s, int32_t day)
{
	buf_clear(&s->text);
	if (day != DAY_NONE)
		date_format(&s->text, day);
	writer_cell(&s->writer, buf_span(&s->text));
}

void stream_number(struct stream *s, long long number)
{
	buf_clear(&s->text);
	buf_add_number(&s->text, number);
	writer_cell(&s->writer, buf_span(&s->text));
}

void stream_anchor(struct stream *s, struct span file, uint32_t line)
{
	buf_clear(&s->text);
	buf_add_anchor(&s->text, file, line);
	writer_cell(&s->writer, buf_span(&s->text));
}
