/* ni-rename: contacts.csv. */
#include "fmt/csv_splice.h"
#include "fmt/rename_parts.h"

/* contacts.csv on its way. */
struct book {
	struct renaming *r;
	const struct table *table;
	size_t id; /* the column; that of the last one and one more if there is none */
	int referred_by;
	struct rows_output reader;
	struct span *goes, *stays; /* the cells of the two who are merged */
	struct patch patch;
	size_t places;
};

static int fail(const struct book *b, const struct row *row)
{
	diag_add(b->r->diags, DIAG_ERROR, b->table->shown, row->line, 1,
		 "the row cannot be changed so that it is read as meant");
	return -1;
}

/* The row's bytes, with another value for a column. */
static int set_cell(struct book *b, const struct row *row, struct buf *raw, size_t column,
		    struct span value)
{
	struct buf changed = BUF_INIT;

	if (csv_splice(&changed, buf_span(raw), column, value) != 0) {
		buf_release(&changed);
		return fail(b, row);
	}
	buf_release(raw);
	*raw = changed;
	b->places++;
	return 0;
}

static int merge_cells(struct book *b, const struct row *row, struct buf *raw)
{
	for (size_t k = 0; k < b->table->columns.header.count; k++) {
		struct span value;

		if (k == b->id)
			continue;
		value = rename_merged(b->r, k, b->stays, b->goes);
		if (!span_eq(value, b->stays[k]) && set_cell(b, row, raw, k, value) != 0)
			return -1;
	}
	return 0;
}

static int change_cells(struct book *b, const struct row *row, struct buf *raw, bool referred)
{
	if (b->goes && row->contact == b->r->to)
		return merge_cells(b, row, raw);
	if (referred && row->contact == b->r->to) /* nobody was referred by themselves */
		return set_cell(b, row, raw, (size_t)b->referred_by, SPAN_NONE);
	if (row->contact == b->r->from && set_cell(b, row, raw, b->id, b->r->new) != 0)
		return -1;
	return referred ? set_cell(b, row, raw, (size_t)b->referred_by, b->r->new) : 0;
}

/* The row, and its line end. */
static void take_out(struct book *b, const struct row *row)
{
	struct span old = b->patch.old, raw = row->raw;
	const char *end = old.p + old.n;

	while (raw.p + raw.n < end && raw.p[raw.n++] != '\n')
		;
	patch_put(&b->patch, raw, SPAN_NONE);
	b->places++;
}

static int take_row(struct book *b, const struct row *row)
{
	struct renaming *r = b->r;
	struct buf raw = BUF_INIT;
	bool referred;
	int result;

	if (r->merge && row->contact == r->from && r->from != CONTACT_NONE) {
		take_out(b, row);
		return 0;
	}
	rows_cells(&r->load->rows, row, &b->reader.csv, b->reader.cells);
	if (b->referred_by >= 0)
		renaming_look(r, b->reader.cells[b->referred_by], b->table->shown, row->line, 0);
	referred = b->referred_by >= 0 && renaming_is_old(r, b->reader.cells[b->referred_by]);
	if (!referred && row->contact != r->from && row->contact != r->to)
		return 0;
	buf_add_span(&raw, row->raw);
	result = change_cells(b, row, &raw, referred);
	if (result == 0)
		patch_put(&b->patch, row->raw, buf_span(&raw));
	buf_release(&raw);
	return result;
}

static struct span *copy_cells(struct book *b, uint32_t contact)
{
	struct rows *rows = &b->r->load->rows;
	size_t count = b->table->columns.header.count;
	struct span *cells = arena_array(&b->r->arena, count, sizeof(*cells));

	rows_cells(rows, &rows->list[rows->row_of[contact]], &b->reader.csv, b->reader.cells);
	for (size_t k = 0; k < count; k++)
		cells[k] = arena_copy(&b->r->arena, b->reader.cells[k]);
	return cells;
}

/* Where the id goes: a header without the column gets one, when somebody gets an id. */
static void find_columns(struct book *b)
{
	const struct contact_table *columns = &b->table->columns;

	b->referred_by = columns->at[TEXT_REFERRED_BY];
	b->id = columns->at[TEXT_ID] >= 0 ? (size_t)columns->at[TEXT_ID] : columns->header.count;
	if (columns->at[TEXT_ID] >= 0 || b->r->merge)
		return;
	patch_put(&b->patch, span_of(b->table->text.p + b->table->header_end, 0), SPAN(",id"));
	b->places++;
}

/* Reads the file as it will be. */
static int verify(const struct book *b, struct span text)
{
	struct renaming *r = b->r;
	size_t rows = r->load->rows.count, count = 0;
	struct header header;
	struct csv csv;
	int more;

	csv_from_memory(&csv, text, b->table->shown, r->diags);
	more = header_read(&csv, &contacts_rules, &r->arena, &header);
	while (more > 0 && (more = header_next_row(&csv, &header)) > 0)
		count++;
	csv_release(&csv);
	if (more == 0 && count == rows - (r->merge && r->from != CONTACT_NONE))
		return 0;
	diag_fail(r->diags, "'%.*s' could not be read with the new id; nothing was written",
		  SPAN_ARG(b->table->shown));
	return -1;
}

static int change_rows(struct book *b)
{
	struct rows *rows = &b->r->load->rows;

	find_columns(b);
	for (size_t i = 0; i < rows->count; i++)
		if (take_row(b, &rows->list[i]) != 0)
			return -1;
	return b->places > 0 ? verify(b, patch_finish(&b->patch)) : 0;
}

int rename_contacts(struct renaming *r)
{
	struct load *l = r->load;
	struct book b = {
		.r = r, .table = l->contacts, .patch = PATCH_INIT(buf_span(&l->contacts->text))};
	int result;

	rows_output_init(&b.reader, &l->rows, NULL);
	if (r->merge && r->from != CONTACT_NONE) {
		b.goes = copy_cells(&b, r->from);
		b.stays = copy_cells(&b, r->to);
	}
	result = change_rows(&b);
	rows_output_release(&b.reader);
	if (result != 0 || b.places == 0) {
		buf_release(&b.patch.text);
		return result;
	}

	struct renamed *file = renaming_add(r, l->contacts_path.p);
	file->text = b.patch.text;
	file->places = b.places;
	file->change.old = b.patch.old;
	file->change.text = buf_span(&file->text);
	file->change.stamp = l->contacts_stamp;
	return 0;
}
