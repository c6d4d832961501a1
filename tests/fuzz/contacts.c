/*
 * Contact rows, as contacts.csv or as the rows of a stream (the first byte says which): from text
 * into a network and out again.
 */
#include "fmt/rows.h"
#include "src/base/utf8.h"
#include "tests/fuzz/fuzz.h"

static const char *const block[] = {"due", "days", NULL};

struct run {
	struct network network;
	struct rows rows;
	struct diags diags;
	struct csv csv;
};

static void take_row(struct run *run)
{
	const struct contact_table *table = &run->rows.tables[0].columns;
	size_t errors = run->diags.errors;
	struct contact_values values;
	struct span id;
	uint32_t contact;

	if (contact_values_read(&run->csv, table, run->network.wanted, &run->network.arena,
				&values) != 0) {
		REQUIRE(run->diags.errors > errors);
		return;
	}
	REQUIRE(values.left_out == (run->diags.errors > errors));
	id = values.text[TEXT_ID];
	REQUIRE(utf8_is_id(id));
	REQUIRE(span_eq(utf8_nfc(&run->network.arena, id), id));
	contact = network_find(&run->network, id);
	if (contact == CONTACT_NONE)
		contact = network_put(&run->network, &values, 0, run->csv.row.line);
	REQUIRE(network_find(&run->network, id) == contact);
	REQUIRE(span_eq(network_text(&run->network, contact, TEXT_ID), id));
	rows_add(&run->rows, &run->csv.row, 0, contact);
}

/* What is written is read again as the same cells. */
static void check_written(struct run *run, const struct sink *sink)
{
	struct rows *rows = &run->rows;
	size_t count = rows->tables[0].columns.header.count;
	struct span *cells = calloc(count + 1, sizeof(*cells));
	struct diags diags = {0};
	struct csv again, work;

	REQUIRE(cells != NULL);
	csv_from_memory(&again, buf_span(&sink->buf), SPAN("again"), &diags);
	csv_from_memory(&work, SPAN_NONE, SPAN("work"), &diags);
	REQUIRE(csv_next(&again) == 1 && again.row.count == rows->column_count);
	for (size_t i = 0; i < rows->count; i++) {
		rows_cells(rows, &rows->list[i], &work, cells);
		if (csv_next(&again) != 1) {
			/* A line of a cell that looks like git's markers. */
			REQUIRE(diags.errors > 0);
			break;
		}
		REQUIRE(again.row.count == rows->column_count);
		for (size_t c = 0; c < rows->column_count; c++)
			REQUIRE(span_eq(again.row.cells[c], cells[rows->tables[0].map[c]]));
	}
	csv_release(&again);
	csv_release(&work);
	diags_release(&diags);
	free(cells);
}

static void write_rows(struct run *run)
{
	struct sink sink = SINK_INIT(-1);
	struct writer writer;
	struct rows_output out;

	rows_finish(&run->rows, &run->network);
	writer_start(&writer, FORMAT_CSV, &sink, 0, run->rows.columns, run->rows.column_count);
	rows_output_init(&out, &run->rows, &writer);
	for (size_t i = 0; i < run->rows.count; i++) {
		rows_write(&run->rows, &run->rows.list[i], &out);
		writer_end_row(&writer);
	}
	REQUIRE(out.diags.count == 0);
	rows_output_release(&out);
	writer_finish(&writer);
	if (run->rows.column_count > 0 && run->rows.tables[0].columns.header.count > 0)
		check_written(run, &sink);
	sink_release(&sink);
}

static void run_text(struct run *run, struct span text, bool is_stream)
{
	struct header_rules rules = is_stream ? stream_rules(block) : contacts_rules;
	struct buf copy = BUF_INIT;
	struct table *table;
	struct header header;
	int more;

	buf_add_span(&copy, text);
	table = rows_add_table(&run->rows, &copy, SPAN("a"),
			       network_file(&run->network, SPAN("a")));
	csv_from_memory(&run->csv, buf_span(&table->text), SPAN("a"), &run->diags);
	more = header_read(&run->csv, &rules, &run->rows.arena, &header);
	REQUIRE((more < 0) == (run->diags.errors > 0));
	contact_table_init(&table->columns, &header, !is_stream);
	if (more > 0)
		while ((more = header_next_row(&run->csv, &header)) > 0)
			take_row(run);
	REQUIRE(more == 0 || run->diags.errors > 0);
	csv_release(&run->csv);
	require_places(&run->diags, text, 1);
	if (more == 0 && header.count > 0)
		write_rows(run);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct run run = {0};

	if (size == 0)
		return 0;
	network_init(&run.network, (1u << TEXT_COUNT) - 1);
	run_text(&run, span_of((const char *)data + 1, size - 1), data[0] % 2 == 1);
	rows_release(&run.rows);
	network_release(&run.network);
	diags_release(&run.diags);
	return 0;
}
