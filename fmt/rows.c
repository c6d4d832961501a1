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
	table->lacks = false;
	for (size_t i = 0; i < rows->column_count; i++) {
		table->map[i] = header_find_span(header, rows->columns[i]);
		table->same = table->same && table->map[i] == (int)i;
		table->lacks = table->lacks || table->map[i] < 0;
	}
}

static void map_known(struct rows *rows)
{
	const struct header *header = &rows->known->tables[0].columns.header;

	rows->known_map = mem_resize(rows->known_map, rows->column_count, sizeof(*rows->known_map));
	for (size_t i = 0; i < rows->column_count; i++)
		rows->known_map[i] = header_find_span(header, rows->columns[i]);
}

void rows_extend(struct rows *rows, const char *const *extra, size_t count)
{
	for (size_t i = 0; i < count; i++)
		add_column(rows, span_str(extra[i]));
	for (size_t i = 0; i < rows->table_count; i++)
		map_table(rows, &rows->tables[i]);
	if (rows->known != NULL)
		map_known(rows);
}

void rows_know(struct rows *rows, struct rows *known, const struct network *network)
{
	if (known->table_count == 0)
		return;
	first_rows(known, network->contact_count);
	rows->known = known;
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

void rows_cells(const struct rows *rows, const struct row *row, struct csv *csv, struct span *cells)
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

/* The row in contacts.csv that has what a row of that table lacks; NULL: none. */
static const struct row *known_row(const struct rows *rows, const struct table *table,
				   const struct row *row)
{
	uint32_t at;

	if (!table->lacks || rows->known == NULL || row->contact == CONTACT_NONE)
		return NULL;
	at = rows->known->row_of[row->contact];
	return at == ROW_NONE ? NULL : &rows->known->list[at];
}

static struct span cell_of(const struct rows *rows, const struct table *table, size_t column,
			   bool known, const struct rows_output *out)
{
	if (table->map[column] >= 0)
		return out->cells[table->map[column]];
	if (known && rows->known_map[column] >= 0)
		return out->known_cells[rows->known_map[column]];
	return SPAN_NONE;
}

/* In CSV, a whole row that stands as it would be written goes as it is. */
void rows_write(struct rows *rows, const struct row *row, struct rows_output *out)
{
	const struct table *table = &rows->tables[row->table];
	const struct row *known = known_row(rows, table, row);

	if (out->writer->format == FORMAT_CSV && !out->writer->escape && table->same &&
	    row->canonical && row->whole) {
		writer_raw_cells(out->writer, row->raw);
		return;
	}
	rows_cells(rows, row, &out->csv, out->cells);
	if (known != NULL)
		rows_cells(rows->known, known, &out->known_csv, out->known_cells);
	for (size_t i = 0; i < rows->column_count; i++)
		writer_cell(out->writer, cell_of(rows, table, i, known != NULL, out));
}

/* Room for the cells of any of the rows. */
static struct span *cells_room(const struct rows *rows)
{
	size_t most = 1;

	for (size_t i = 0; i < rows->table_count; i++)
		if (rows->tables[i].columns.header.count > most)
			most = rows->tables[i].columns.header.count;
	return mem_resize(NULL, most, sizeof(struct span));
}

void rows_output_init(struct rows_output *out, const struct rows *rows, struct writer *writer)
{
	*out = (struct rows_output){.writer = writer};
	out->cells = cells_room(rows);
	out->known_cells = rows->known != NULL ? cells_room(rows->known) : NULL;
	csv_from_memory(&out->csv, SPAN_NONE, SPAN_NONE, &out->diags);
	csv_from_memory(&out->known_csv, SPAN_NONE, SPAN_NONE, &out->diags);
}

void rows_output_release(struct rows_output *out)
{
	csv_release(&out->csv);
	csv_release(&out->known_csv);
	diags_release(&out->diags);
	free(out->cells);
	free(out->known_cells);
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
	free(rows->known_map);
	arena_release(&rows->arena);
	*rows = (struct rows){0};
}
