/* CSV in canonical form: quotes and blanks only where they are needed, every row of full length. */
#include "fmt/canonical_parts.h"
#include "fmt/writer.h"
#include "src/base/ascii.h"

static bool is_listed(const char *const *list, struct span name)
{
	while (*list != NULL && !span_is(name, *list))
		list++;
	return *list != NULL;
}

static void find_free_text(struct canonical_table *table, const char *const *free_text)
{
	const struct header *header = &table->header;

	table->free_text = arena_array(&table->arena, header->count, sizeof(*table->free_text));
	for (size_t i = 0; i < header->count; i++)
		table->free_text[i] = is_listed(free_text, header->names[i]);
}

/* At the head of the file it would be taken for the mark that is passed over. */
static int check_mark(const struct canonical_table *table)
{
	const struct csv *csv = &table->csv;

	if (!span_starts(table->header.names[0], SPAN("\xEF\xBB\xBF")))
		return 1;
	diag_add(csv->diags, DIAG_ERROR, csv->lines.shown, csv->row.line, 1,
		 "the name of a column begins with a byte order mark");
	return -1;
}

int canonical_table_start(struct canonical_table *table, struct span text, struct span shown,
			  const struct header_rules *rules, const char *const *free_text,
			  struct diags *diags)
{
	/* whether a name may be a slip is not asked here */
	const struct header_rules required = {.all_of = rules->all_of, .one_of = rules->one_of};
	int more;

	*table = (struct canonical_table){0};
	csv_from_memory(&table->csv, text, shown, diags);
	more = header_read(&table->csv, &required, &table->arena, &table->header);
	if (more <= 0)
		return more;
	find_free_text(table, free_text);
	return check_mark(table);
}

void canonical_table_release(struct canonical_table *table)
{
	csv_release(&table->csv);
	arena_release(&table->arena);
}

int canonical_table_next(struct canonical_table *table)
{
	return header_next_row(&table->csv, &table->header);
}

/* csv_write_field quotes what could be taken for git's conflict marker. */
static bool may_be_marker(struct span cell)
{
	return cell.n > 1 && cell.p[0] == cell.p[1] &&
	       (cell.p[0] == '<' || cell.p[0] == '=' || cell.p[0] == '>' || cell.p[0] == '|');
}

bool canonical_row_is_raw(const struct canonical_table *table)
{
	const struct csv_row *row = &table->csv.row;

	if (!row->plain || row->count != table->header.count)
		return false;
	for (size_t i = 0; i < row->count; i++)
		if (may_be_marker(row->cells[i]))
			return false;
	return true;
}

/* Without blanks at its ends, unless there is nothing else: an empty value is another one. */
static struct span without_blanks(struct span value)
{
	struct span rest = value;

	while (rest.n > 0 && ascii_is_blank(rest.p[rest.n - 1]))
		rest.n--;
	while (rest.n > 0 && ascii_is_blank(rest.p[0]))
		rest = span_skip(rest, 1);
	return rest.n > 0 ? rest : value;
}

/* Before the cell of column i: the id in a column of its own, where there is none yet. */
static void add_new_id(const struct canonical_table *table, size_t i, struct span id,
		       struct buf *into)
{
	if (table->ids == NULL || table->ids->id >= 0 || (size_t)table->ids->name != i)
		return;
	csv_write_field(into, id, false);
	buf_add_char(into, ',');
}

void canonical_add_header(const struct canonical_table *table, struct buf *into)
{
	const struct header *header = &table->header;

	for (size_t i = 0; i < header->count; i++) {
		if (i > 0)
			buf_add_char(into, ',');
		add_new_id(table, i, SPAN("id"), into);
		csv_write_field(into, header->names[i],
				false); /* a column without a name is a fault */
	}
}

static void add_cells(const struct canonical_table *table, struct span id, struct buf *into)
{
	size_t count = table->header.count;

	for (size_t i = 0; i < count; i++) {
		struct span cell = header_cell(&table->csv.row, (int)i);

		if (i > 0)
			buf_add_char(into, ',');
		add_new_id(table, i, id, into);
		if (table->free_text[i])
			cell = without_blanks(cell);
		if (cell.n == 0 && table->ids != NULL && table->ids->id == (int)i)
			cell = id;
		csv_write_field(into, cell, count == 1);
	}
}

void canonical_add_row(const struct canonical_table *table, struct buf *into)
{
	const struct csv_row *row = &table->csv.row;
	const struct canonical_ids *ids = table->ids;
	struct span id = SPAN_NONE;

	if (ids != NULL)
		id = canonical_ids_take(table->ids, &table->csv);
	if ((ids == NULL || header_cell(row, ids->id).n > 0) && canonical_row_is_raw(table))
		buf_add_span(into, row->raw);
	else
		add_cells(table, id, into);
}
