/* CSV in parts: read one after the other they give the rows, and the lines, of the whole. */
#include "tests/unit/help.h"

#include "fmt/csv_divide.h"

static void add_cell(struct buf *text, uint64_t *chance)
{
	static const char *const cells[] = {"",         "a",
					    "bcd",      "\"q\"",
					    "\"a,b\"",  "\"two\nlines\"",
					    "\"\"\"\"", "\"x\n\n\"\"\n\""};

	buf_add_str(text, cells[chance_below(chance, COUNT(cells))]);
}

static void add_rows(struct buf *text, uint64_t *chance)
{
	uint32_t rows = 1 + chance_below(chance, 40);

	buf_clear(text);
	for (uint32_t i = 0; i < rows; i++) {
		uint32_t cells = chance_below(chance, 4);

		for (uint32_t k = 0; k < cells; k++) {
			add_cell(text, chance);
			buf_add_char(text, ',');
		}
		if (i + 1 < rows || chance_one_in(chance, 2))
			buf_add_str(text, chance_one_in(chance, 5) ? "\r\n" : "\n");
	}
}

/* Each row as its line and its bytes. */
static void describe(struct csv *csv, struct buf *b)
{
	while (csv_next(csv) > 0) {
		buf_add_number(b, csv->row.line);
		buf_add_char(b, ' ');
		buf_add_span(b, csv->row.raw);
		buf_add_char(b, '\n');
	}
	assert_false(csv->failed);
	csv_release(csv);
}

static void check_places(const struct csv_part *parts, size_t count, size_t size)
{
	for (size_t k = 0; k < count; k++) {
		assert_int_equal(parts[k].start, k == 0 ? 0 : parts[k - 1].end);
		assert_true(parts[k].start <= parts[k].end);
		assert_int_equal(parts[k].line,
				 k == 0 ? 0 : parts[k - 1].line + parts[k - 1].lines);
	}
	assert_int_equal(parts[count - 1].end, size);
}

/* fd < 0: of the text. */
static void check_rows(int fd, struct span text, const struct csv_part *parts, size_t count,
		       struct span expected)
{
	struct buf found = BUF_INIT;
	struct diags diags = {0};
	struct csv csv;

	for (size_t k = 0; k < count; k++) {
		if (fd < 0)
			csv_from_memory_part(&csv, text, &parts[k], SPAN("x"), &diags);
		else
			csv_from_file_part(&csv, fd, &parts[k], SPAN("x"), &diags);
		describe(&csv, &found);
	}
	assert_true(span_eq(buf_span(&found), expected));
	assert_int_equal(diags.count, 0);
	buf_release(&found);
}

static void parts_are_the_whole(void **state)
{
	struct buf text = BUF_INIT, expected = BUF_INIT;
	struct diags diags = {0};
	uint64_t chance = 3;
	size_t divided = 0;

	(void)state;
	for (uint32_t round = 0; round < 3000; round++) {
		size_t count = 2 + round % (JOBS_MOST - 1);
		struct csv_part parts[JOBS_MOST];
		FILE *file = round % 10 == 0 ? tmpfile() : NULL;
		int fd = file ? fileno(file) : -1;
		struct csv csv;

		add_rows(&text, &chance);
		buf_clear(&expected);
		csv_from_memory(&csv, buf_span(&text), SPAN("x"), &diags);
		describe(&csv, &expected);
		if (file) {
			assert_int_equal(fwrite(text.p, 1, text.n, file), text.n);
			assert_int_equal(fflush(file), 0);
		}
		if (csv_divide(fd, buf_span(&text), count, parts) == count) {
			divided++;
			check_places(parts, count, text.n);
			check_rows(fd, buf_span(&text), parts, count, buf_span(&expected));
		}
		if (file)
			assert_int_equal(fclose(file), 0);
	}
	assert_in_range(divided, 1000, 2999);
	buf_release(&text);
	buf_release(&expected);
}

/* A newline between quotes is no place to part rows, however far the quotes reach. */
static void quotes_are_not_parted(void **state)
{
	struct span text = SPAN("a\n\"\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\nb\"\n");
	struct csv_part parts[JOBS_MOST];

	(void)state;
	for (size_t count = 2; count <= JOBS_MOST; count++) {
		size_t found = csv_divide(-1, text, count, parts);

		for (size_t k = 1; k < found; k++)
			assert_true(parts[k].start == 2 || parts[k].start == text.n);
	}
}

static void small_is_not_divided(void **state)
{
	struct csv_part parts[JOBS_MOST];
	FILE *file = tmpfile();

	(void)state;
	assert_non_null(file);
	assert_int_equal(csv_divide_text(SPAN("a\nb\nc\nd\ne\nf\n"), parts), 1);
	assert_int_equal(csv_divide_text(SPAN_NONE, parts), 1);
	assert_int_equal(csv_divide_file(fileno(file), parts), 1);
	assert_int_equal(csv_divide_file(-1, parts), 1);
	assert_int_equal(fclose(file), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(parts_are_the_whole),
		cmocka_unit_test(quotes_are_not_parted),
		cmocka_unit_test(small_is_not_divided),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
