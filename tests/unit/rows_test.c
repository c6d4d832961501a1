/* The selection's rows: they go out with the values that they came in with. */
#include "tests/unit/help.h"

#include "fmt/rows.h"

static const char *const block[] = {"due", "days", NULL};

struct fixture {
	struct network network;
	struct rows rows;
	struct diags diags;
};

static void start(struct fixture *f)
{
	*f = (struct fixture){0};
	network_init(&f->network, 0);
}

static void take(struct fixture *f, const char *text)
{
	struct header_rules rules = stream_rules(block);
	struct buf copy = BUF_INIT;
	struct header header;
	struct table *table;
	struct csv csv;

	buf_add_str(&copy, text);
	table = rows_add_table(&f->rows, &copy, SPAN("f"), network_file(&f->network, SPAN("f")));
	csv_from_memory(&csv, buf_span(&table->text), SPAN("f"), &f->diags);
	assert_int_equal(header_read(&csv, &rules, &f->rows.arena, &header), 1);
	contact_table_init(&table->columns, &header, false);
	while (header_next_row(&csv, &header) > 0) {
		struct contact_values values;
		uint32_t contact;

		assert_int_equal(contact_values_read(&csv, &table->columns, f->network.wanted,
						     &f->network.arena, &values),
				 0);
		contact = network_find(&f->network, values.text[TEXT_ID]);
		if (contact == CONTACT_NONE)
			contact = network_put(&f->network, &values, table->file, csv.row.line);
		rows_add(&f->rows, &csv.row, f->rows.table_count - 1, contact);
	}
	csv_release(&csv);
}

static void write_all(struct fixture *f, enum format format, struct sink *sink)
{
	struct rows_output out;
	struct writer writer;

	*sink = SINK_INIT(-1);
	writer_start(&writer, format, sink, 0, f->rows.columns, f->rows.column_count);
	rows_output_init(&out, &f->rows, &writer);
	for (size_t i = 0; i < f->rows.count; i++) {
		rows_write(&f->rows, &f->rows.list[i], &out);
		writer_end_row(&writer);
	}
	assert_int_equal(out.diags.count, 0);
	rows_output_release(&out);
	writer_finish(&writer);
}

static void release(struct fixture *f)
{
	rows_release(&f->rows);
	network_release(&f->network);
	diags_release(&f->diags);
}

static void assert_written(struct fixture *f, enum format format, const char *expected)
{
	struct sink sink;

	write_all(f, format, &sink);
	assert_span(buf_span(&sink.buf), expected);
	sink_release(&sink);
}

static void one_table(void **state)
{
	struct fixture f;

	(void)state;
	start(&f);
	take(&f, "\xEF\xBB\xBFmood,id, \"name\" ,x\r\n"
		 ",ann,Ann Lee,y\r\n"
		 "\r\n"
		 "\"a \"\"b\"\"\",bob, Bob ,\r\n"
		 "\"two\r\nlines\",cy,\" C \"\r\n"
		 "short,dee");
	assert_int_equal(f.diags.count, 0);
	rows_finish(&f.rows, &f.network);
	assert_written(&f, FORMAT_CSV,
		       "mood,id,name,x\n"
		       ",ann,Ann Lee,y\n"
		       "\"a \"\"b\"\"\",bob,Bob,\n"
		       "\"two\r\nlines\",cy,\" C \",\n"
		       "short,dee,,\n");
	assert_written(&f, FORMAT_TSV,
		       "mood\tid\tname\tx\n\tann\tAnn Lee\ty\na \"b\"\tbob\tBob\t\n"
		       "two\\r\\nlines\tcy\t C \t\nshort\tdee\t\t\n");
	release(&f);
}

/* "A block of its own at the head of the input is replaced" */
static void block_at_the_head(void **state)
{
	struct fixture f;

	(void)state;
	start(&f);
	take(&f, "due,days,id,note\n2026-01-01,3,ann,x\n,,\"bob\",\"y,z\"\n2026-01-01\t,,cy\n");
	rows_finish(&f.rows, &f.network);
	assert_written(&f, FORMAT_CSV, "id,note\nann,x\nbob,\"y,z\"\ncy,\n");
	release(&f);
}

static void several_tables(void **state)
{
	static const char *const extra[] = {"org", "note", "added"};
	struct fixture f;

	(void)state;
	start(&f);
	take(&f, "id,note\nann,1\n");
	take(&f, "due,days,mood,id\n,,sunny,bob\n");
	take(&f, "note,id\n2,cy\n\"3\",ann\n");
	rows_finish(&f.rows, &f.network);
	assert_written(&f, FORMAT_CSV, "id,note,mood\nann,1,\nbob,,sunny\ncy,2,\nann,3,\n");
	/* The first row of each person. */
	assert_int_equal(f.rows.row_of[0], 0);
	assert_int_equal(f.rows.row_of[1], 1);
	assert_int_equal(f.rows.row_of[2], 2);
	rows_extend(&f.rows, extra, COUNT(extra));
	assert_written(&f, FORMAT_CSV,
		       "id,note,mood,org,added\nann,1,,,\nbob,,sunny,,\ncy,2,,,\nann,3,,,\n");
	release(&f);
}

static void no_table(void **state)
{
	struct fixture f;

	(void)state;
	start(&f);
	rows_finish(&f.rows, &f.network);
	assert_written(&f, FORMAT_CSV, "id,name\n");
	release(&f);
	start(&f);
	take(&f, "due,days\n");
	rows_finish(&f.rows, &f.network);
	assert_written(&f, FORMAT_CSV, "id,name\n");
	release(&f);
}

/* ---- at random: written and read, the cells are the same ---- */

struct expected {
	struct span cells[40][6];
	size_t rows;
};

static void random_cell(struct buf *text, uint64_t *chance)
{
	static const char *const pieces[] = {"a",    "b", ",",  "\"",       "\n",
					     "\r\n", " ", "\t", "\xC3\xA9", "="};

	for (uint32_t n = chance_below(chance, 4); n > 0; n--)
		buf_add_str(text, pieces[chance_below(chance, COUNT(pieces))]);
}

/* id and five more columns; now and then the last cells are missing, or quoted for nothing. */
static void random_table(struct buf *text, struct expected *table, struct arena *arena,
			 uint64_t *chance)
{
	struct buf cell = BUF_INIT;

	buf_clear(text);
	buf_add_str(text, "id,a,b,c,d,e\n");
	table->rows = chance_below(chance, 40);
	for (size_t i = 0; i < table->rows; i++) {
		size_t last = 6;

		for (size_t k = 0; k < 6; k++) {
			buf_clear(&cell);
			if (k == 0)
				buf_add_format(&cell, "p%zu", i);
			else if (chance_one_in(chance, 3))
				random_cell(&cell, chance);
			table->cells[i][k] = arena_copy(arena, buf_span(&cell));
		}
		while (last > 1 && table->cells[i][last - 1].n == 0 && chance_one_in(chance, 2))
			last--;
		for (size_t k = 0; k < last; k++) {
			bool quoted = chance_one_in(chance, 20) && table->cells[i][k].n == 0;

			buf_add_str(text, k > 0 ? "," : "");
			csv_write_field(text, table->cells[i][k], quoted);
		}
		buf_add_str(text, chance_one_in(chance, 3) ? "\r\n" : "\n");
	}
	buf_release(&cell);
}

static void compare(struct span written, const struct expected *table)
{
	struct diags diags = {0};
	struct csv csv;

	csv_from_memory(&csv, written, SPAN("w"), &diags);
	assert_int_equal(csv_next(&csv), 1);
	assert_int_equal(csv.row.count, 6);
	for (size_t i = 0; i < table->rows; i++) {
		assert_int_equal(csv_next(&csv), 1);
		assert_int_equal(csv.row.count, 6);
		for (size_t k = 0; k < 6; k++)
			assert_true(span_eq(csv.row.cells[k], table->cells[i][k]));
	}
	assert_int_equal(csv_next(&csv), 0);
	assert_int_equal(diags.count, 0);
	csv_release(&csv);
	diags_release(&diags);
}

static void random_tables(void **state)
{
	struct buf text = BUF_INIT;
	struct expected table;
	uint64_t chance = 9;

	(void)state;
	for (int i = 0; i < 3000; i++) {
		struct arena arena = {0};
		struct fixture f;
		struct sink sink;

		random_table(&text, &table, &arena, &chance);
		start(&f);
		take(&f, text.p);
		assert_int_equal(f.diags.count, 0);
		rows_finish(&f.rows, &f.network);
		write_all(&f, FORMAT_CSV, &sink);
		compare(buf_span(&sink.buf), &table);
		sink_release(&sink);
		release(&f);
		arena_release(&arena);
	}
	buf_release(&text);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(one_table),      cmocka_unit_test(block_at_the_head),
		cmocka_unit_test(several_tables), cmocka_unit_test(no_table),
		cmocka_unit_test(random_tables),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
