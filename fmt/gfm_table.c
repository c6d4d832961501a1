#include <stdlib.h>

#include "fmt/gfm_table.h"
#include "src/base/mem.h"
#include "src/base/utf8.h"

/* Cells are not padded further than this: one long cell would be paid for in every row. */
enum { WIDEST = 40, NARROWEST = 3 };

void gfm_table_start(struct gfm_table *table, const char *alignment)
{
	*table = (struct gfm_table){.alignment = alignment};
}

void gfm_table_cell(struct gfm_table *table, struct span markdown)
{
	table->cells = mem_grow(table->cells, &table->cap, table->count + 1, sizeof(*table->cells));
	table->cells[table->count++] = arena_copy(&table->arena, markdown);
}

static size_t column_width(const struct gfm_table *table, size_t columns, size_t column)
{
	size_t widest = NARROWEST;

	for (size_t i = column; i < table->count; i += columns) {
		size_t width = utf8_width(table->cells[i]);
		if (width > widest)
			widest = width;
	}
	return widest < WIDEST ? widest : WIDEST;
}

static void repeat(struct buf *b, char c, size_t count)
{
	while (count-- > 0)
		buf_add_char(b, c);
}

static void add_cell(struct buf *b, struct span cell, char alignment, size_t width)
{
	size_t own = utf8_width(cell);
	size_t padding = own < width ? width - own : 0;

	buf_add_str(b, "| ");
	if (alignment == 'r')
		repeat(b, ' ', padding);
	buf_add_span(b, cell);
	if (alignment != 'r')
		repeat(b, ' ', padding);
	buf_add_char(b, ' ');
}

static void add_delimiters(struct buf *b, const char *alignment, const size_t *widths)
{
	for (size_t i = 0; alignment[i] != '\0'; i++) {
		buf_add_str(b, "| ");
		repeat(b, '-', widths[i] - 1);
		buf_add_str(b, alignment[i] == 'r' ? ": " : "- ");
	}
	buf_add_str(b, "|\n");
}

void gfm_table_finish(struct gfm_table *table, struct sink *sink)
{
	size_t columns = strlen(table->alignment);
	size_t *widths = mem_resize(NULL, columns, sizeof(*widths));

	for (size_t i = 0; i < columns; i++)
		widths[i] = column_width(table, columns, i);
	for (size_t row = 0; row + columns <= table->count; row += columns) {
		for (size_t i = 0; i < columns; i++)
			add_cell(&sink->buf, table->cells[row + i], table->alignment[i], widths[i]);
		buf_add_str(&sink->buf, "|\n");
		if (row == 0)
			add_delimiters(&sink->buf, table->alignment, widths);
		sink_flush_some(sink);
	}
	free(widths);
	free(table->cells);
	arena_release(&table->arena);
	*table = (struct gfm_table){0};
}
