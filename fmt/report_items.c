#include "fmt/report_items.h"

#include "src/base/date.h"

/* The place of the columns in ni-due's block. */
enum { CELL_DUE, CELL_ACTION = 2, CELL_REASON, CELL_ANCHOR };

bool report_items_given(const struct load *l)
{
	for (size_t i = 0; i < l->rows.table_count; i++)
		if (l->rows.tables[i].columns.header.skip > 0)
			return true;
	return false;
}

/* What the row says of the person, or, where it lacks the column, the network. */
static struct span person_cell(const struct load *l, const struct row *row,
			       const struct span *cells, enum contact_text column)
{
	const struct contact_table *table = &l->rows.tables[row->table].columns;

	if (row->contact != CONTACT_NONE)
		return network_text(&l->network, row->contact, column);
	return table->at[column] < 0 ? SPAN_NONE : cells[table->at[column]];
}

static struct report_item make_item(const struct load *l, const struct row *row,
				    const struct span *cells, int32_t due, struct arena *arena)
{
	return (struct report_item){
		.due = due,
		.action = arena_copy(arena, cells[CELL_ACTION]),
		.reason = arena_copy(arena, cells[CELL_REASON]),
		.anchor = arena_copy(arena, cells[CELL_ANCHOR]),
		.id = arena_copy(arena, person_cell(l, row, cells, TEXT_ID)),
		.name = arena_copy(arena, person_cell(l, row, cells, TEXT_NAME)),
		.org = arena_copy(arena, person_cell(l, row, cells, TEXT_ORG)),
	};
}

/* A lead is selected that has a row of its own. */
static void select_lead(struct leads *leads, const struct index *ids, struct span id)
{
	uint64_t hash = hash_bytes(id, 0);
	size_t at = index_start(ids, hash);
	uint32_t number;

	while (index_next(ids, hash, &at, &number))
		if (span_eq(leads->list[number].id, id))
			leads->list[number].selected = true;
}

static void select_leads(struct load *l, const struct report_item *items, size_t count)
{
	struct index ids = {0};

	for (uint32_t i = 0; i < l->leads.count; i++)
		index_add(&ids, hash_bytes(l->leads.list[i].id, 0), i);
	for (size_t i = 0; i < count; i++)
		if (span_is(items[i].action, "add-lead"))
			select_lead(&l->leads, &ids, items[i].id);
	index_release(&ids);
}

size_t report_items_rows(struct load *l, struct arena *arena, struct report_item **items,
			 struct diags *diags)
{
	struct rows_output out;
	size_t count = 0;

	*items = arena_array(arena, l->rows.count, sizeof(**items));
	rows_output_init(&out, &l->rows, NULL);
	for (size_t i = 0; i < l->rows.count; i++) {
		const struct row *row = &l->rows.list[i];
		const struct table *table = &l->rows.tables[row->table];
		int32_t due = DAY_NONE;

		if (table->columns.header.skip == 0)
			continue;
		rows_cells(&l->rows, row, &out.csv, out.cells);
		if (out.cells[CELL_DUE].n > 0 && date_parse(out.cells[CELL_DUE], &due) != 0) {
			diag_add(diags, DIAG_ERROR, table->shown, row->line, 1,
				 "due: found '%.*s', expected a date, YYYY-MM-DD",
				 SPAN_ARG(out.cells[CELL_DUE]));
			continue;
		}
		(*items)[count++] = make_item(l, row, out.cells, due, arena);
	}
	rows_output_release(&out);
	select_leads(l, *items, count);
	return count;
}
