#include "fmt/rows.h"

#include <stdlib.h>

#include "src/base/mem.h"

struct table *rows_add_table(struct rows *rows, struct buf *text, struct span shown, uint32_t file)
{
	struct table *table;

	rows->tables = mem_grow(rows->tables, &rows->table_cap, rows->table_count + 1,
				sizeof(*rows->tables));
	table = &rows->tables[rows->table_count++];
	*table = (struct table){.text = *text, .shown = shown, .file = file};
	*text = BUF_INIT;
	return table;
}

void rows_room(struct rows *rows, size_t count)
{
	rows->list = mem_grow(rows->list, &rows->cap, count, sizeof(*rows->list));
}

void rows_add(struct rows *rows, const struct csv_row *row, size_t table, uint32_t contact)
{
	rows->list = mem_grow(rows->list, &rows->cap, rows->count + 1, sizeof(*rows->list));
	rows_fill(rows, rows->count++, row, table, contact);
}

void rows_fill(struct rows *rows, size_t at, const struct csv_row *row, size_t table,
	       uint32_t contact)
{
	rows->list[at] = (struct row){
		.raw = row->raw,
		.contact = contact,
		.line = row->line,
		.table = (uint32_t)table,
		.plain = row->plain,
		.canonical = row->canonical,
		.whole = row->count == rows->tables[table].columns.header.count,
	};
}

static void first_rows(struct rows *rows, size_t contact_count)
{
	rows->row_of = mem_resize(NULL, contact_count, sizeof(*rows->row_of));
	for (size_t i = 0; i < contact_count; i++)
		rows->row_of[i] = ROW_NONE;
	for (size_t i = rows->count; i-- > 0;)
		if (rows->list[i].contact != CONTACT_NONE)
			rows->row_of[rows->list[i].contact] = (uint32_t)i;
}

static bool has_column(const struct rows *rows, struct span name)
{
	for (size_t i = 0; i < rows->column_count; i++)
		if (span_eq(rows->columns[i], name))
			return true;
	return false;
}

static void add_column(struct rows *rows, struct span name)
{
	if (has_column(rows, name))
		return;
	rows->columns = mem_resize(rows->columns, rows->column_count + 1, sizeof(*rows->columns));
	rows->columns[rows->column_count++] = name;
}

/* Where the table's cells go in the output. */
static void map_table(const struct rows *rows, struct table *table)
{
	const struct header *header = &table->columns.header;

	table->map = mem_resize(table->map, rows->column_count, sizeof(*table->map));
	table->same = header->skip == 0 && header->count == rows->column_count;
	for (size_t i = 0; i < rows->column_count; i++) {
		table->map[i] = ROW_NONE;
		for (size_t k = header->skip; k < header->count; k++)
			if (span_eq(header->names[k], rows->columns[i]))
				table->map[i] = (uint32_t)k;
		table->same = table->same && table->map[i] == i;
	}
}

void rows_extend(struct rows *rows, const char *const *extra, size_t count)
{
	for (size_t i = 0; i < count; i++)
		add_column(rows, span_str(extra[i]));
	for (size_t i = 0; i < rows->table_count; i++)
		map_table(rows, &rows->tables[i]);
}

void rows_finish(struct rows *rows, const struct network *network)
{
	static const char *const least[] = {"id", "name"};

	first_rows(rows, network->contact_count);
	for (size_t t = 0; t < rows->table_count; t++) {
		const struct header *header = &rows->tables[t].columns.header;

		for (size_t i = header->skip; i < header->count; i++)
			add_column(rows, header->names[i]);
	}
	rows_extend(rows, least, rows->column_count == 0 ? 2 : 0);
}

static void split(struct span raw, struct span *cells, size_t count)
{
	struct span cell;

	for (size_t i = 0; i < count && span_cut(&raw, ',', &cell); i++)
		cells[i] = cell;
}

void rows_cells(struct rows *rows, const struct row *row, struct csv *csv, struct span *cells)
{
	const struct header *header = &rows->tables[row->table].columns.header;

	for (size_t i = 0; i < header->count; i++)
		cells[i] = SPAN_NONE;
	if (row->plain) {
		split(row->raw, cells, header->count);
		return;
	}
	csv_restart(csv, row->raw);
	if (csv_next(csv) > 0)
		for (size_t i = 0; i < csv->row.count && i < header->count; i++)
			cells[i] = csv->row.cells[i];
}

/* In CSV, a whole row that stands as it would be written goes as it is. */
void rows_write(struct rows *rows, const struct row *row, struct rows_output *out)
{
	const struct table *table = &rows->tables[row->table];

	if (out->writer->format == FORMAT_CSV && !out->writer->escape && table->same &&
	    row->canonical && row->whole) {
		writer_raw_cells(out->writer, row->raw);
		return;
	}
	rows_cells(rows, row, &out->csv, out->cells);
	for (size_t i = 0; i < rows->column_count; i++)
		writer_cell(out->writer,
			    table->map[i] == ROW_NONE ? SPAN_NONE : out->cells[table->map[i]]);
}

void rows_output_init(struct rows_output *out, const struct rows *rows, struct writer *writer)
{
	size_t most = 1;

	for (size_t i = 0; i < rows->table_count; i++)
		if (rows->tables[i].columns.header.count > most)
			most = rows->tables[i].columns.header.count;
	*out = (struct rows_output){.writer = writer};
	out->cells = mem_resize(NULL, most, sizeof(*out->cells));
	csv_from_memory(&out->csv, SPAN_NONE, SPAN_NONE, &out->diags);
}

void rows_output_release(struct rows_output *out)
{
	csv_release(&out->csv);
	diags_release(&out->diags);
	free(out->cells);
}

void rows_release(struct rows *rows)
{
	for (size_t i = 0; i < rows->table_count; i++) {
		buf_release(&rows->tables[i].text);
		free(rows->tables[i].map);
	}
	free(rows->tables);
	free(rows->list);
	free(rows->row_of);
	free(rows->columns);
	arena_release(&rows->arena);
	*rows = (struct rows){0};
}
