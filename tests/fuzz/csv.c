/* The CSV reader: where rows, cells and faults are; and that what is read can be written and read
 * again. */
#include "fmt/csv.h"
#include "fmt/writer.h"
#include "tests/fuzz/fuzz.h"

/* Inside a quoted cell too, a line like git's markers is taken for one: such a cell cannot be
 * written. */
static bool looks_merged(struct span cell)
{
	for (struct span line; span_cut(&cell, '\n', &line);)
		if (line.n >= 7 &&
		    (memcmp(line.p, "<<<<<<<", 7) == 0 || memcmp(line.p, ">>>>>>>", 7) == 0 ||
		     memcmp(line.p, "|||||||", 7) == 0))
			return true;
	return false;
}

static void check_round_trip(const struct csv_row *row)
{
	struct buf text = BUF_INIT;
	struct diags diags = {0};
	struct csv again;
	bool merged = false;

	buf_add_str(&text, "header\n");
	for (size_t i = 0; i < row->count; i++) {
		if (i > 0)
			buf_add_char(&text, ',');
		csv_write_field(&text, row->cells[i], row->count == 1);
		merged = merged || looks_merged(row->cells[i]);
	}
	csv_from_memory(&again, buf_span(&text), SPAN("again"), &diags);
	if (!merged) {
		REQUIRE(csv_next(&again) == 1);
		REQUIRE(csv_next(&again) == 1);
		REQUIRE(again.row.count == row->count);
		for (size_t i = 0; i < row->count; i++)
			REQUIRE(span_eq(again.row.cells[i], row->cells[i]));
		REQUIRE(csv_next(&again) == 0);
	}
	csv_release(&again);
	diags_release(&diags);
	buf_release(&text);
}

static bool is_within(struct span inner, struct span outer)
{
	return inner.p >= outer.p && inner.p + inner.n <= outer.p + outer.n;
}

static void check_row(const struct csv *csv, struct span text, uint32_t *line)
{
	const struct csv_row *row = &csv->row;

	REQUIRE(row->count >= 1);
	REQUIRE(row->line > *line);
	*line = row->line + row->height - 1;
	REQUIRE(*line <= count_lines(text));
	REQUIRE(is_within(row->raw, text));
	REQUIRE(row->height == count_lines(row->raw));
	for (size_t i = 0; i < row->count; i++) {
		struct span cell = row->cells[i];
		uint32_t at, column;

		if (row->stays)
			REQUIRE(is_within(cell, row->raw));
		REQUIRE(cell.n == 0 || row->stays || is_within(cell, row->raw) ||
			is_within(cell, buf_span(&csv->decoded)));
		if (i >= 20) /* each is looked for from the row's start */
			continue;
		csv_position(row, i, &at, &column);
		REQUIRE(at >= row->line && at <= *line);
		REQUIRE(column >= 1 && column <= line_length(row->raw, at - row->line + 1) + 1);
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct span text = {(const char *)data, size};
	struct diags diags = {0};
	struct csv csv;
	uint32_t line = 0;
	int more;

	csv_from_memory(&csv, text, SPAN("a"), &diags);
	while ((more = csv_next(&csv)) > 0) {
		check_row(&csv, text, &line);
		check_round_trip(&csv.row);
	}
	REQUIRE(csv.failed == (diags.errors > 0));
	REQUIRE(more == 0 || csv.failed);
	REQUIRE(more < 0 || csv_next(&csv) == 0);
	require_places(&diags, text, 1);
	csv_release(&csv);
	diags_release(&diags);
	return 0;
}
