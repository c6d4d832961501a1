/* ni-refer --add: people into contacts.csv, every other byte as it was. */
#include <stdlib.h>

#include "fmt/lead_rows.h"
#include "fmt/refer.h"
#include "src/base/io.h"
#include "src/base/mem.h"
#include "src/base/utf8.h"

/* The people to add, as cells under the names of columns. */
struct additions {
	const struct span *names;
	size_t columns;
	struct span *cells; /* row by row, in the arena */
	size_t count, cap;
	struct arena arena;
};

static struct span *new_row(struct additions *add)
{
	add->cells = mem_grow(add->cells, &add->cap, (add->count + 1) * add->columns,
			      sizeof(*add->cells));
	return add->cells + add->columns * add->count++;
}

static void take_leads(struct load *l, struct additions *add)
{
	struct span *names = arena_array(&add->arena, LEAD_COLUMNS, sizeof(*names));
	struct buf text = BUF_INIT;

	for (size_t c = 0; c < LEAD_COLUMNS; c++)
		names[c] = span_str(lead_columns[c]);
	add->names = names;
	add->columns = LEAD_COLUMNS;
	for (size_t i = 0; i < l->leads.count; i++) {
		struct span *row;

		/* one who may be a contact would be somebody new with each --add */
		if (!l->leads.list[i].selected || l->leads.list[i].ambiguous)
			continue;
		row = new_row(add);
		for (size_t c = 0; c < LEAD_COLUMNS; c++)
			row[c] = arena_copy(&add->arena, lead_cell(&l->leads.list[i], c, &text));
	}
	buf_release(&text);
}

static void take_row(struct load *l, const struct row *row, struct csv *csv, struct span *cells,
		     struct additions *add)
{
	const struct table *table = &l->rows.tables[row->table];
	struct span *added = new_row(add);

	rows_cells(&l->rows, row, csv, cells);
	for (size_t c = 0; c < add->columns; c++)
		added[c] = table->map[c] < 0 ? SPAN_NONE
					     : arena_copy(&add->arena, cells[table->map[c]]);
}

/* contacts.csv takes nobody without a name. */
static int check_name(const struct load *l, const struct row *row, struct diags *diags)
{
	const struct table *table = &l->rows.tables[row->table];
	struct span id = network_text(&l->network, row->contact, TEXT_ID);

	if (network_text(&l->network, row->contact, TEXT_NAME).n > 0)
		return 0;
	diag_add(diags, DIAG_ERROR, table->shown, row->line, 1,
		 "'%.*s' cannot be added: the row has no name", SPAN_ARG(id));
	return -1;
}

static void take_given(struct load *l, struct additions *add, struct diags *diags)
{
	struct rows_output out;

	add->names = l->rows.columns;
	add->columns = l->rows.column_count;
	rows_output_init(&out, &l->rows, NULL);
	for (uint32_t i = 0; i < l->rows.count; i++) {
		const struct row *row = &l->rows.list[i];

		if (l->network.contacts[row->contact].listed || l->rows.row_of[row->contact] != i)
			continue;
		if (check_name(l, row, diags) == 0)
			take_row(l, row, &out.csv, out.cells, add);
	}
	rows_output_release(&out);
}

static int find_name(const struct span *names, size_t count, struct span name)
{
	for (size_t i = 0; i < count; i++)
		if (span_eq(names[i], name))
			return (int)i;
	return -1;
}

/* An id that the name gives anyway is not worth a column of its own. */
static bool ids_are_derived(struct additions *add)
{
	int id = find_name(add->names, add->columns, SPAN("id"));
	int name = find_name(add->names, add->columns, SPAN("name"));

	for (size_t i = 0; id >= 0 && i < add->count; i++) {
		const struct span *row = add->cells + i * add->columns;

		if (row[id].n > 0 &&
		    (name < 0 || !span_eq(utf8_derive_id(&add->arena, row[name]), row[id])))
			return false;
	}
	return true;
}

static bool is_filled(const struct additions *add, size_t column)
{
	for (size_t i = 0; i < add->count; i++)
		if (add->cells[i * add->columns + column].n > 0)
			return true;
	return false;
}

/* Where the added cells go: places[i] is the addition's column under the file's column i, or -1. */
struct layout {
	int *places;
	size_t count;
	struct buf extension; /* what the header gets: ",org,email" */
};

static void lay_out(struct layout *to, struct additions *add, const struct header *header)
{
	bool derived = ids_are_derived(add);

	to->places = mem_resize(NULL, header->count + add->columns, sizeof(*to->places));
	for (; to->count < header->count; to->count++)
		to->places[to->count] =
			find_name(add->names, add->columns, header->names[to->count]);
	for (size_t c = 0; c < add->columns; c++) {
		if (header_find_span(header, add->names[c]) >= 0 || !is_filled(add, c) ||
		    (derived && span_is(add->names[c], "id")))
			continue;
		if (to->count > 0)
			buf_add_char(&to->extension, ',');
		csv_write_field(&to->extension, add->names[c], false);
		to->places[to->count++] = (int)c;
	}
}

static void add_rows(struct buf *text, const struct layout *to, const struct additions *add,
		     const char *line_end)
{
	for (size_t i = 0; i < add->count; i++) {
		for (size_t k = 0; k < to->count; k++) {
			int place = to->places[k];
			struct span cell = place < 0 ? SPAN_NONE
						     : add->cells[i * add->columns + (size_t)place];

			if (k > 0)
				buf_add_char(text, ',');
			csv_write_field(text, cell, to->count == 1);
		}
		buf_add_str(text, line_end);
	}
}

/* The file as it will be. */
static void make_text(struct buf *text, const struct load *l, struct additions *add)
{
	static const struct header no_header;
	const struct table *table = l->contacts;
	struct layout to = {.extension = BUF_INIT};
	struct span old = table ? buf_span(&table->text) : SPAN_NONE;
	size_t head = table ? table->header_end : 0;
	const char *line_end = span_starts(span_skip(old, head), SPAN("\r\n")) ? "\r\n" : "\n";

	lay_out(&to, add, table ? &table->columns.header : &no_header);
	if (head > 0)
		buf_add(text, old.p, head);
	buf_add_span(text, buf_span(&to.extension));
	buf_add_span(text, span_skip(old, head));
	if (text->n == 0 || text->p[text->n - 1] != '\n')
		buf_add_str(text, line_end);
	add_rows(text, &to, add, line_end);
	buf_release(&to.extension);
	free(to.places);
}

/* Reads the file as it will be: what was added must not keep anybody from reading it again. */
static int verify(const struct load *l, struct span text, struct diags *diags)
{
	struct arena arena = {0};
	struct header header;
	struct csv csv;
	int more;

	csv_from_memory(&csv, text, l->contacts_path, diags);
	more = header_read(&csv, &contacts_rules, &arena, &header);
	while (more > 0)
		more = header_next_row(&csv, &header);
	csv_release(&csv);
	arena_release(&arena);
	if (more != 0)
		diag_fail(diags, "nothing was added: '%.*s' could not be read with the new rows",
			  SPAN_ARG(l->contacts_path));
	return more;
}

static int print_added(const struct additions *add, enum format format)
{
	struct rows none = {0};
	struct stream out;

	none.columns = (struct span *)add->names;
	none.column_count = add->columns;
	stream_start(&out, format, NULL, &none);
	for (size_t i = 0; i < add->count; i++) {
		for (size_t c = 0; c < add->columns; c++)
			writer_cell(&out.writer, add->cells[i * add->columns + c]);
		stream_end_row(&out);
	}
	return stream_finish(&out);
}

int refer_add(struct load *l, bool given, enum format format, int *output_error,
	      struct diags *diags)
{
	struct additions add = {0};
	struct buf text = BUF_INIT;
	int result = 0;

	*output_error = 0;
	if (diags->errors > 0) {
		diag_fail(diags, "nothing was added, because of the errors above");
		return -1;
	}
	if (!l->place.found) {
		place_missing(diags);
		return -1;
	}
	if (given)
		take_given(l, &add, diags);
	else
		take_leads(l, &add);
	if (diags->errors > 0) {
		result = -1;
	} else if (add.count > 0) {
		make_text(&text, l, &add);
		result = verify(l, buf_span(&text), diags);
	}
	if (result == 0 && add.count > 0)
		result = io_replace(l->contacts_path.p, buf_span(&text), &l->contacts_stamp, diags);
	if (result == 0)
		*output_error = print_added(&add, format);
	buf_release(&text);
	free(add.cells);
	arena_release(&add.arena);
	return result;
}
