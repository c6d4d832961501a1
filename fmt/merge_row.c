#include "fmt/merge_row.h"

#include <stdlib.h>

#include "fmt/writer.h"
#include "src/base/mem.h"

static bool same_names(const struct merge_keys *a, const struct merge_keys *b)
{
	if (a->count != b->count)
		return false;
	for (size_t i = 0; i < a->count; i++)
		if (!span_eq(a->list[i], b->list[i]))
			return false;
	return true;
}

void merge_rows_init(struct merge_rows *rows, const struct merge_file files[MERGE_SIDES],
		     struct diags *diags)
{
	*rows = (struct merge_rows){.diags = diags};
	for (int side = 0; side < MERGE_SIDES; side++) {
		rows->readers[side].file = &files[side];
		csv_from_memory(&rows->readers[side].csv, SPAN_NONE, files[side].shown, diags);
	}
	for (int a = 0; a < MERGE_SIDES; a++)
		for (int b = 0; b < MERGE_SIDES; b++)
			rows->alike[a][b] = same_names(&files[a].names, &files[b].names);
	csv_from_memory(&rows->check, SPAN_NONE, files[MERGE_OURS].shown, diags);
}

void merge_rows_release(struct merge_rows *rows)
{
	for (int side = 0; side < MERGE_SIDES; side++) {
		csv_release(&rows->readers[side].csv);
		free(rows->readers[side].fields);
	}
	csv_release(&rows->check);
	free(rows->from);
}

static bool is_same(const struct merge_order *columns, const struct merge_keys *names,
		    enum merge_side side)
{
	if (columns->count != names->count)
		return false;
	for (size_t i = 0; i < columns->count; i++)
		if (columns->list[i].at[side] != i)
			return false;
	return true;
}

void merge_rows_layout(struct merge_rows *rows, const struct merge_order *columns)
{
	rows->columns = columns;
	rows->from = mem_resize(rows->from, columns->count, sizeof(*rows->from));
	for (int side = 0; side < MERGE_SIDES; side++)
		rows->readers[side].same =
			is_same(columns, &rows->readers[side].file->names, (enum merge_side)side);
}

static void look(struct merge_reader *reader, const struct merge_line *line)
{
	reader->line = line;
	reader->cells = (struct merge_cells){0};
}

void merge_rows_look(struct merge_rows *rows, const struct merge_item *item)
{
	for (int side = 0; side < MERGE_SIDES; side++) {
		struct merge_reader *reader = &rows->readers[side];
		uint32_t number = item->at[side];

		look(reader, number == MERGE_NONE ? NULL : &reader->file->lines[number]);
	}
}

void merge_rows_look_at_head(struct merge_rows *rows)
{
	for (int side = 0; side < MERGE_SIDES; side++) {
		struct merge_reader *reader = &rows->readers[side];

		look(reader, reader->file->exists ? &reader->file->head : NULL);
	}
}

bool merge_rows_equal(const struct merge_rows *rows, enum merge_side a, enum merge_side b)
{
	const struct merge_line *one = rows->readers[a].line, *other = rows->readers[b].line;

	return rows->alike[a][b] && one && other && !one->unknown && !other->unknown &&
	       span_eq(merge_line_text(one), merge_line_text(other));
}

void merge_rows_parse(struct merge_rows *rows)
{
	for (int side = 0; side < MERGE_SIDES; side++) {
		struct merge_reader *reader = &rows->readers[side];

		if (!reader->line)
			continue;
		csv_restart(&reader->csv, merge_line_text(reader->line));
		(void)csv_next(&reader->csv); /* it was read once already, without a fault */
		reader->cells = (struct merge_cells){.cells = reader->csv.row.cells,
						     .count = reader->csv.row.count,
						     .unknown = reader->line->unknown};
	}
}

static const struct merge_cells *as_cells(const struct merge_rows *rows,
					  struct merge_cells cells[MERGE_SIDES])
{
	for (int side = 0; side < MERGE_SIDES; side++)
		cells[side] = rows->readers[side].cells;
	return cells;
}

/* What needs no look at the cells, as is nearly always so. */
static bool decide_by_bytes(const struct merge_rows *rows, enum merge_side *side)
{
	bool ours_same = rows->readers[MERGE_OURS].same;
	bool theirs_same = rows->readers[MERGE_THEIRS].same;

	*side = MERGE_OURS;
	if (ours_same && (merge_rows_equal(rows, MERGE_OURS, MERGE_THEIRS) ||
			  merge_rows_equal(rows, MERGE_BASE, MERGE_THEIRS)))
		return rows->readers[MERGE_OURS].line != NULL;
	*side = MERGE_THEIRS;
	return theirs_same && merge_rows_equal(rows, MERGE_BASE, MERGE_OURS) &&
	       rows->readers[MERGE_THEIRS].line != NULL;
}

/* Rows of one id have the same in NFC in its cell, whatever its bytes, or nothing. */
static bool has_one_id(const struct merge_rows *rows)
{
	struct span ids[MERGE_SIDES] = {0};

	for (int side = MERGE_OURS; side < MERGE_SIDES; side++) {
		const struct merge_reader *reader = &rows->readers[side];

		if (reader->line == NULL)
			return false;
		ids[side] = reader->file->ids.list[reader->line - reader->file->lines];
	}
	return span_eq(ids[MERGE_OURS], ids[MERGE_THEIRS]);
}

/* Takes an id's cell as ours has it where only the bytes differ, and tells whether that was all. */
static bool settle_id(const struct merge_rows *rows)
{
	const struct merge_reader *ours = &rows->readers[MERGE_OURS];
	bool all = true;

	for (size_t i = 0; i < rows->columns->count; i++) {
		uint32_t at = rows->columns->list[i].at[MERGE_OURS];

		if (rows->from[i] != MERGE_BASE)
			continue;
		if (at == MERGE_NONE || !span_is(ours->file->names.list[at], "id") ||
		    merge_cell(&ours->cells, at).n == 0)
			all = false;
		else
			rows->from[i] = MERGE_OURS;
	}
	return all;
}

enum merge_outcome merge_rows_decide(struct merge_rows *rows, enum merge_side *side)
{
	struct merge_cells cells[MERGE_SIDES];
	enum merge_outcome outcome;

	if (decide_by_bytes(rows, side))
		return MERGE_KEEP;
	*side = MERGE_BASE;
	merge_rows_parse(rows);
	outcome = merge_cells(rows->columns, as_cells(rows, cells), rows->from);
	return outcome == MERGE_CONFLICT && has_one_id(rows) && settle_id(rows) ? MERGE_KEEP
										: outcome;
}

/* Cuts the row at its commas. */
static void cut_fields(struct merge_reader *reader)
{
	struct span text = merge_line_text(reader->line);
	size_t start = 0;
	bool quoted = false;

	reader->field_count = 0;
	for (size_t i = 0; i <= text.n; i++) {
		if (i < text.n && text.p[i] == '"')
			quoted = !quoted;
		if (i < text.n && (text.p[i] != ',' || quoted))
			continue;
		reader->fields = mem_grow(reader->fields, &reader->field_cap,
					  reader->field_count + 1, sizeof(*reader->fields));
		reader->fields[reader->field_count++] = span_of(text.p + start, i - start);
		start = i + 1;
	}
}

static struct span result_cell(const struct merge_rows *rows, size_t column)
{
	enum merge_side side = rows->from[column];

	return merge_cell(&rows->readers[side].cells, rows->columns->list[column].at[side]);
}

static size_t count_cells(const struct merge_rows *rows, enum merge_side side)
{
	const struct merge_reader *reader = &rows->readers[side];
	size_t count = 1;

	if (reader->cells.count == reader->file->header.count)
		return rows->columns->count;
	for (size_t i = 0; i < rows->columns->count; i++)
		if (rows->columns->list[i].at[side] < reader->cells.count ||
		    result_cell(rows, i).n > 0)
			count = i + 1;
	return count;
}

/* Bytes that mean something else alone in a row, or at its start, than they did where they stood.
 */
static bool is_misplaced(const struct merge_rows *rows, size_t column, uint32_t at,
			 struct span field)
{
	return rows->columns->count == 1 ||
	       (column == 0 && at > 0 && field.n > 0 && strchr("<=>|", field.p[0]) != NULL);
}

static void add_cell(struct merge_rows *rows, size_t column, struct buf *text)
{
	enum merge_side side = rows->from[column];
	const struct merge_reader *reader = &rows->readers[side];
	uint32_t at = rows->columns->list[column].at[side];
	struct span field = at < reader->field_count ? reader->fields[at] : SPAN_NONE;

	if (is_misplaced(rows, column, at, field))
		csv_write_field(text, result_cell(rows, column), rows->columns->count == 1);
	else
		buf_add_span(text, field);
}

/* Bytes were moved: whether they say the same where they are now. */
static int verify(struct merge_rows *rows, struct span text, size_t count, uint32_t line)
{
	bool good;

	csv_restart(&rows->check, text);
	good = csv_next(&rows->check) == 1 && rows->check.row.count == count &&
	       rows->check.row.raw.n == text.n;
	for (size_t i = 0; good && i < count; i++)
		good = span_eq(rows->check.row.cells[i], result_cell(rows, i));
	if (!good)
		diag_add(rows->diags, DIAG_ERROR, rows->check.lines.shown, line, 1,
			 "row that cannot be merged");
	return good ? 0 : -1;
}

static int compose(struct merge_rows *rows, enum merge_side side, struct buf *text)
{
	const struct merge_line *row = rows->readers[side].line;
	size_t start = text->n, count = count_cells(rows, side);

	for (int k = MERGE_OURS; k < MERGE_SIDES; k++)
		if (rows->readers[k].line)
			cut_fields(&rows->readers[k]);
	for (size_t i = 0; i < count; i++) {
		if (i > 0)
			buf_add_char(text, ',');
		add_cell(rows, i, text);
	}
	return verify(rows, span_of(text->p + start, text->n - start), count,
		      row == NULL ? 0 : row->line);
}

int merge_rows_compose(struct merge_rows *rows, struct buf *text)
{
	return compose(rows, rows->readers[MERGE_OURS].line ? MERGE_OURS : MERGE_THEIRS, text);
}

int merge_rows_write_side(struct merge_rows *rows, enum merge_side side, struct buf *text)
{
	if (rows->readers[side].same) {
		buf_add_span(text, merge_line_text(rows->readers[side].line));
		return 0;
	}
	for (size_t i = 0; i < rows->columns->count; i++)
		rows->from[i] = side;
	return compose(rows, side, text);
}
