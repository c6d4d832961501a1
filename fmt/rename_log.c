/* ni-rename: log.csv. */
#include "fmt/csv_splice.h"
#include "fmt/log.h"
#include "fmt/rename_parts.h"

/* The row with the new id in it. */
static int change_row(struct renaming *r, const struct csv *csv, int column, struct patch *patch)
{
	struct buf row = BUF_INIT;
	int result = csv_splice(&row, csv->row.raw, (size_t)column, r->new);

	if (result == 0)
		patch_put(patch, csv->row.raw, buf_span(&row));
	else
		diag_add(r->diags, DIAG_ERROR, csv->lines.shown, csv->row.line, 1,
			 "the line cannot be changed so that it is read as meant");
	buf_release(&row);
	return result;
}

static int change_rows(struct renaming *r, struct renamed *file, struct patch *patch)
{
	struct header header;
	struct csv csv;
	int more, column = -1;

	csv_from_memory(&csv, buf_span(&file->old), span_str(file->change.path), r->diags);
	more = header_read(&csv, &log_rules, &r->arena, &header);
	if (more > 0)
		column = header_find(&header, log_columns[LOG_CONTACT]);
	else if (more == 0)
		diag_add(r->diags, DIAG_ERROR, csv.lines.shown, 1, 1,
			 "empty file, expected a header line");
	while (more > 0 && (more = header_next_row(&csv, &header)) > 0) {
		struct span id = header_cell(&csv.row, column);
		uint32_t at_line, at_column;

		csv_position(&csv.row, (size_t)column, &at_line, &at_column);
		renaming_look(r, id, csv.lines.shown, at_line, at_column);
		if (!renaming_is_old(r, id))
			continue;
		file->places++;
		if (change_row(r, &csv, column, patch) != 0)
			break;
	}
	csv_release(&csv);
	return more == 0 ? 0 : -1;
}

int rename_log(struct renaming *r)
{
	size_t errors = r->diags->errors;
	struct renamed *file = renaming_add(r, r->load->log_path.p);
	int found = renaming_read(r, file, 0);
	struct patch patch = PATCH_INIT(buf_span(&file->old));

	if (found > 0 && change_rows(r, file, &patch) == 0)
		file->change.text = patch_finish(&patch);
	file->text = patch.text;
	if (file->places == 0) {
		buf_release(&file->old);
		buf_release(&file->text);
		r->count--;
	}
	return found >= 0 && r->diags->errors == errors ? 0 : -1;
}
