#include "fmt/merge.h"

#include "fmt/merge_renamed.h"
#include "fmt/merge_write.h"

static const char *const side_names[MERGE_SIDES] = {"base", "ours", "theirs"};

/* How a version is called: "contacts.csv (theirs)", since the files that git makes have no name. */
static struct span make_shown(const struct merge_paths *paths, const char *path, const char *side,
			      struct arena *arena)
{
	struct buf shown = BUF_INIT;
	struct span kept;

	if (paths->path != NULL)
		buf_add_format(&shown, "%s (%s)", paths->path, side);
	else
		buf_add_str(&shown, path);
	kept = arena_copy(arena, buf_span(&shown));
	buf_release(&shown);
	return kept;
}

static int read_files(const struct merge_paths *paths, struct merge_file files[MERGE_SIDES],
		      struct arena *arena, struct diags *diags)
{
	const char *const path[MERGE_SIDES] = {paths->base, paths->ours, paths->theirs};
	int result = 0;

	for (int side = 0; side < MERGE_SIDES; side++) {
		struct span shown = make_shown(paths, path[side], side_names[side], arena);

		if (merge_file_read(&files[side], path[side], shown, side == MERGE_BASE, diags) !=
		    0)
			result = -1;
	}
	return result;
}

/* Whether the side that has a column, which the other has deleted, has written into it since. */
static bool is_written(struct merge_rows *rows, const struct merge_order *order,
		       const struct merge_item *column, enum merge_side side)
{
	const struct merge_reader *readers = rows->readers;

	for (size_t i = 0; i < order->count; i++) {
		struct span cell;

		if (order->list[i].at[side] == MERGE_NONE)
			continue;
		merge_rows_look(rows, &order->list[i]);
		if (merge_rows_equal(rows, MERGE_BASE, side))
			continue;
		merge_rows_parse(rows);
		cell = merge_cell(&readers[side].cells, column->at[side]);
		if (cell.n > 0 && (readers[MERGE_BASE].cells.unknown ||
				   !span_eq(cell, merge_cell(&readers[MERGE_BASE].cells,
							     column->at[MERGE_BASE]))))
			return true;
	}
	return false;
}

/* The columns of the result: those that one side has deleted are gone, unless the other wrote into
 * them; then it shows in the rows where that was. */
static void drop_columns(struct merge_rows *rows, const struct merge_order *order,
			 struct merge_order *columns)
{
	size_t kept = 0;

	for (size_t i = 0; i < columns->count; i++) {
		const struct merge_item column = columns->list[i];
		bool ours = column.at[MERGE_OURS] != MERGE_NONE;
		bool theirs = column.at[MERGE_THEIRS] != MERGE_NONE;

		if ((ours && theirs) || column.at[MERGE_BASE] == MERGE_NONE ||
		    is_written(rows, order, &column, ours ? MERGE_OURS : MERGE_THEIRS))
			columns->list[kept++] = column;
	}
	columns->count = kept;
}

static bool has_key(const struct merge_order *columns, const struct merge_file files[MERGE_SIDES])
{
	for (size_t i = 0; i < columns->count; i++)
		for (int side = MERGE_OURS; side < MERGE_SIDES; side++) {
			uint32_t at = columns->list[i].at[side];

			if (at != MERGE_NONE && (span_is(files[side].names.list[at], "id") ||
						 span_is(files[side].names.list[at], "name")))
				return true;
		}
	return false;
}

/* The order of rows; one whose id both sides have changed is one row still. */
static void make_order(struct merge_rows *rows, const struct merge_keys ids[MERGE_SIDES],
		       const struct merge_order *columns, struct merge_order *order)
{
	struct merge_order renamed;

	merge_order_make(order, ids, NULL);
	merge_renamed_find(rows, columns, order, &renamed);
	if (renamed.count > 0) {
		merge_order_release(order);
		merge_order_make(order, ids, &renamed);
	}
	merge_order_release(&renamed);
}

static int merge_files(const struct merge_file files[MERGE_SIDES], struct span shown,
		       struct buf *text, struct diags *diags)
{
	const struct merge_keys names[] = {files[0].names, files[1].names, files[2].names};
	const struct merge_keys ids[] = {files[0].ids, files[1].ids, files[2].ids};
	struct merge_order columns, order;
	struct merge_rows rows;
	int result = -1;

	merge_order_make(&columns, names, NULL);
	merge_rows_init(&rows, files, diags);
	make_order(&rows, ids, &columns, &order);
	drop_columns(&rows, &order, &columns);
	merge_rows_layout(&rows, &columns);
	if (has_key(&columns, files))
		result = merge_write(&rows, &order, shown, text);
	else
		diag_fail(diags, "nothing is left to tell rows apart by: one side has deleted the "
				 "column 'id', the other 'name'");
	merge_rows_release(&rows);
	merge_order_release(&order);
	merge_order_release(&columns);
	return result;
}

int merge_contacts(const struct merge_paths *paths, struct diags *diags)
{
	struct merge_file files[MERGE_SIDES] = {0};
	struct buf text = BUF_INIT;
	struct arena arena = {0};
	struct span shown = span_str(paths->path != NULL ? paths->path : paths->ours);
	int result = read_files(paths, files, &arena, diags);

	if (result == 0)
		result = merge_files(files, shown, &text, diags);
	if (result >= 0 &&
	    io_replace(paths->ours, buf_span(&text), &files[MERGE_OURS].stamp, diags) != 0)
		result = -1;
	for (int side = 0; side < MERGE_SIDES; side++)
		merge_file_release(&files[side]);
	buf_release(&text);
	arena_release(&arena);
	return result;
}
