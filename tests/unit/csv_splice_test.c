/* One cell of a row changed in place, and nothing else. */
#include "fmt/csv_splice.h"

#include "fmt/csv.h"
#include "tests/unit/help.h"

static void splices(const char *raw, size_t k, const char *value, const char *expected)
{
	struct buf row = BUF_INIT;

	assert_int_equal(csv_splice(&row, span_str(raw), k, span_str(value)), 0);
	assert_string_equal(row.p, expected);
	buf_release(&row);
}

static void cells_of_all_kinds(void **state)
{
	(void)state;
	splices("a,b,c", 0, "x", "x,b,c");
	splices("a,b,c", 2, "x", "a,b,x");
	splices("a,,c", 1, "x", "a,x,c");
	splices("a,b", 1, "", "a,");
	splices("\"a,\"\"\",b", 1, "x", "\"a,\"\"\",x");
}

static void quotes_stay(void **state)
{
	(void)state;
	splices("a,\"b\",c", 1, "x", "a,\"x\",c");
	splices("a,\"\"", 1, "x\"y", "a,\"x\"\"y\"");
	splices("a,b", 1, "x,y", "a,\"x,y\"");
}

static void blanks_stay(void **state)
{
	(void)state;
	splices("a, b\t,c", 1, "x", "a, x\t,c");
	splices("a, \"b\" ,c", 1, "x", "a, \"x\" ,c");
	splices("a,  ,c", 1, "x", "a,  x,c");
}

static void missing_cells(void **state)
{
	(void)state;
	splices("a", 1, "x", "a,x");
	splices("a", 3, "x", "a,,,x");
	splices("\"a\nb\"", 2, "x", "\"a\nb\",,x");
}

static void not_as_meant(void **state)
{
	struct buf row = BUF_INIT;

	(void)state;
	/* a NUL is no text, and the second row is none */
	assert_int_equal(csv_splice(&row, SPAN("a,b"), 1, SPAN("x\0y")), -1);
	assert_int_equal(csv_splice(&row, SPAN("a,\"b"), 1, SPAN("x")), -1);
	buf_release(&row);
}

static struct span random_text(struct buf *b, const char *letters, uint64_t *chance)
{
	size_t length = chance_below(chance, 6), count = strlen(letters);

	buf_clear(b);
	while (length-- > 0)
		buf_add_char(b, letters[chance_below(chance, (uint32_t)count)]);
	return buf_span(b);
}

/* Rows of any bytes: each that can be read can have any cell changed, which csv_splice checks. */
static void any_row(void **state)
{
	struct buf raw = BUF_INIT, value = BUF_INIT, row = BUF_INIT;
	uint64_t chance = 7;
	uint32_t done = 0;

	(void)state;
	for (int i = 0; i < 20000; i++) {
		struct diags diags = {0};
		struct csv csv;
		size_t k = chance_below(&chance, 4);
		bool good;

		(void)random_text(&raw, "a,, \"\"\t", &chance);
		buf_add_str(&raw, ",b");
		csv_from_memory(&csv, buf_span(&raw), SPAN("x"), &diags);
		good = csv_next(&csv) > 0 && csv.row.raw.n == raw.n && csv_next(&csv) == 0;
		csv_release(&csv);
		diags_release(&diags);
		if (!good)
			continue;
		buf_clear(&row);
		(void)random_text(&value, "x,\" \n", &chance);
		assert_int_equal(csv_splice(&row, buf_span(&raw), k, buf_span(&value)), 0);
		done++;
	}
	assert_true(done > 5000);
	buf_release(&raw);
	buf_release(&value);
	buf_release(&row);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(cells_of_all_kinds), cmocka_unit_test(quotes_stay),
		cmocka_unit_test(blanks_stay),        cmocka_unit_test(missing_cells),
		cmocka_unit_test(not_as_meant),       cmocka_unit_test(any_row),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
