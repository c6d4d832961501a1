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

static struct span text_of(const struct load *l, uint32_t contact, enum contact_text column,
			   struct arena *arena)
{
	return arena_copy(arena, network_text(&l->network, contact, column));
}

static struct report_item make_item(const struct load *l, const struct row *row,
				    const struct span *cells, int32_t due, struct arena *arena)
{
	return (struct report_item){
		.due = due,
		.action = arena_copy(arena, cells[CELL_ACTION]),
		.reason = arena_copy(arena, cells[CELL_REASON]),
		.anchor = arena_copy(arena, cells[CELL_ANCHOR]),
		.id = text_of(l, row->contact, TEXT_ID, arena),
		.name = text_of(l, row->contact, TEXT_NAME, arena),
		.org = text_of(l, row->contact, TEXT_ORG, arena),
	};
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
	return count;
}
