/*
 * The CSV reader: against libcsv fed with whole texts, on random ones; each fault with its place;
 * memory against descriptors that give pieces of every size.
 */
#define _XOPEN_SOURCE 700 /* P_tmpdir */
#include "tests/unit/help.h"

#include <sys/socket.h>
#include <unistd.h>

#include "fmt/csv.h"
#include "fmt/writer.h"
#include "src/base/utf8.h"

#define RANDOM_TEXTS 300000

/* Rows as one text: before each cell its length, after each row a mark. */
struct dump {
	struct buf rows;
	size_t count;
	bool failed;
};

static void dump_cell(void *text, size_t n, void *data)
{
	struct dump *dump = data;

	buf_add_format(&dump->rows, "%zu:", n);
	buf_add(&dump->rows, text, n);
}

static void dump_row(int end, void *data)
{
	struct dump *dump = data;

	(void)end;
	buf_add_char(&dump->rows, '\n');
	dump->count++;
}

/* The second reading: all at once, by libcsv itself. */
static void read_naively(struct csv_parser *parser, struct span text, struct dump *dump)
{
	if (span_starts(text, SPAN("\xEF\xBB\xBF")))
		text = span_skip(text, 3);
	dump->failed = csv_parse(parser, text.p, text.n, dump_cell, dump_row, dump) != text.n;
	if (!dump->failed)
		dump->failed = csv_fini(parser, dump_cell, dump_row, dump) != 0;
}

/* ---- what a row promises ---- */

/* How many blanks and returns a text begins with. */
static size_t lead(struct span text)
{
	size_t n = 0;

	while (n < text.n && strchr(" \t\r", text.p[n]))
		n++;
	return n;
}

static bool is_blank_line(struct span line)
{
	return span_trim(line).n == 0;
}

static struct span joined(const struct csv_row *row, struct buf *into)
{
	buf_clear(into);
	for (size_t i = 0; i < row->count; i++) {
		if (i > 0)
			buf_add_char(into, ',');
		buf_add_span(into, row->cells[i]);
	}
	return buf_span(into);
}

static struct span written(const struct csv_row *row, struct buf *into)
{
	buf_clear(into);
	for (size_t i = 0; i < row->count; i++) {
		if (i > 0)
			buf_add_char(into, ',');
		csv_write_field(into, row->cells[i], row->count == 1);
	}
	return buf_span(into);
}

/*
 * A quote opens only where a cell begins, and closes at one that is not doubled. A return before
 * the first cell is to libcsv an empty line, and to nobody's harm.
 */
static void check_positions(const struct csv_row *row)
{
	uint32_t line = row->line, start = 0, at = 0, found_line, found_column;
	const char *p = row->raw.p;
	uint32_t n = (uint32_t)row->raw.n;

	if (memchr(p, '\r', lead(row->raw)))
		return;
	for (size_t k = 0; k < row->count; k++) {
		while (at < n && (p[at] == ' ' || p[at] == '\t'))
			at++;
		csv_position(row, k, &found_line, &found_column);
		if (found_line != line || found_column != at - start + 1)
			fail_msg("cell %zu of '%.*s': found at %u:%u, expected %u:%u", k, (int)n, p,
				 found_line, found_column, line, at - start + 1);
		if (at < n && p[at] == '"')
			for (at++; p[at] != '"' || (at + 1 < n && p[at + 1] == '"'); at++) {
				at += p[at] == '"';
				if (p[at] == '\n') {
					line++;
					start = at + 1;
				}
			}
		while (at < n && p[at] != ',')
			at++;
		at++;
	}
}

static void check_flags(const struct csv *csv, struct span text, struct buf *scratch)
{
	const struct csv_row *row = &csv->row;
	bool simple = !memchr(row->raw.p, '"', row->raw.n) && !memchr(row->raw.p, '\r', row->raw.n);
	bool same = span_eq(joined(row, scratch), row->raw);

	assert_true(!row->plain || same);
	assert_true(!row->canonical || row->plain || csv->memory);
	assert_true(!row->plain || row->canonical);
	same = span_eq(written(row, scratch), row->raw);
	assert_true(!row->canonical || row->plain || same);
	assert_true(row->canonical || !same || !csv->memory);
	same = span_eq(joined(row, scratch), row->raw);
	assert_true(row->plain || !same || !simple);
	assert_true(!row->stays || csv->memory);
	assert_true(row->stays || !csv->memory || !simple);
	for (size_t i = 0; row->stays && i < row->count; i++)
		assert_true(row->cells[i].p >= text.p &&
			    row->cells[i].p + row->cells[i].n <= text.p + text.n);
}

/* Goes through the text beside the reader: what is between the rows' bytes are line ends and blank
 * lines. */
struct follower {
	struct span rest;
	uint32_t line;
};

static struct span take_line(struct follower *f)
{
	const char *newline = f->rest.n > 0 ? memchr(f->rest.p, '\n', f->rest.n) : NULL;
	struct span line = f->rest;

	if (newline)
		line.n = (size_t)(newline - line.p) + 1;
	f->rest = span_skip(f->rest, line.n);
	f->line++;
	return line;
}

static void pass_blank_lines(struct follower *f)
{
	struct follower ahead = *f;

	while (ahead.rest.n > 0 && is_blank_line(take_line(&ahead)))
		*f = ahead;
}

static void follow(struct follower *f, const struct csv_row *row)
{
	uint32_t height = 1;
	struct span end;

	pass_blank_lines(f);
	assert_int_equal(row->line, f->line);
	assert_true(span_starts(f->rest, row->raw));
	for (size_t i = 0; i < row->raw.n; i++)
		height += row->raw.p[i] == '\n';
	assert_int_equal(row->height, height);
	f->line += height - 1;
	f->rest = span_skip(f->rest, row->raw.n);
	end = take_line(f);
	assert_true(end.n == 0 || span_is(end, "\n") || span_is(end, "\r\n") || span_is(end, "\r"));
}

/* Reads it all, checking each row, into dump. */
static void read_ours(struct csv *csv, struct span text, struct dump *dump)
{
	struct follower follower = {text, 1};
	struct buf scratch = BUF_INIT;
	int more;

	if (span_starts(text, SPAN("\xEF\xBB\xBF")))
		follower.rest = span_skip(text, 3);
	while ((more = csv_next(csv)) > 0) {
		for (size_t i = 0; i < csv->row.count; i++)
			dump_cell((void *)csv->row.cells[i].p, csv->row.cells[i].n, dump);
		dump_row(0, dump);
		check_flags(csv, text, &scratch);
		if (csv->diags->errors > 0)
			continue;
		follow(&follower, &csv->row);
		check_positions(&csv->row);
	}
	pass_blank_lines(&follower);
	dump->failed = csv->diags->errors > 0;
	assert_true(dump->failed || follower.rest.n == 0);
	assert_int_equal(more, dump->failed && more < 0 ? -1 : 0);
	assert_int_equal(csv->failed, dump->failed);
	buf_release(&scratch);
}

/* ---- random texts ---- */

/* Bytes without any sense. */
static void add_noise(struct buf *text, uint64_t *chance)
{
	static const char *const pieces[] = {
		"\"",
		"\"",
		"\"",
		"\"\"",
		",",
		",",
		",",
		"\n",
		"\n",
		"\r\n",
		" ",
		"\t",
		"a",
		"bc",
		"d",
		"\xC3\xA9",
		"\xED\x95\x9C",
		"\n\n",
		"\",\"",
		"\"\n\"",
		"a,b",
		"\"x\"",
		",\"",
		"\",",
		"\"\r\n",
		"\r",
		"<<<<<<< ",
		"=======",
		"\xEF\xBB\xBF",
		"\xFF",
	};
	/* The last five are faults, or nearly so: rarely. */
	uint32_t count = (uint32_t)COUNT(pieces) - (chance_one_in(chance, 4) ? 0 : 5);

	for (uint32_t n = chance_below(chance, 24); n > 0; n--)
		buf_add_str(text, pieces[chance_below(chance, count)]);
}

/* Cells as they should be. */
static void add_cells(struct buf *text, uint64_t *chance)
{
	static const char *const cells[] = {
		"",         "",
		"a",        "bc",
		" d e",     "f\t",
		" ",        "\xC3\xA9\xED\x95\x9C",
		"=======",  "a<<<<<<< ",
		"\"\"",     "\"g\"",
		" \"h\"\t", "\",\"",
		"\"\"\"\"", "\" i \"",
		"\"\n\"",   "\"j\r\n\n k\"",
		"\"\r\"",
	};
	static const char *const ends[] = {",", ",", ",", "\n", "\n", "\r\n", "\n\n", "\n \r\n"};

	for (uint32_t n = chance_below(chance, 12); n > 0; n--) {
		buf_add_str(text, cells[chance_below(chance, COUNT(cells))]);
		buf_add_str(text, ends[chance_below(chance, COUNT(ends))]);
	}
	buf_add_str(text, cells[chance_below(chance, COUNT(cells))]);
}

static void add_random(struct buf *text, uint64_t *chance)
{
	static const char odd[] = "\0\r\n\"\xFF, \tx";

	buf_clear(text);
	if (chance_one_in(chance, 20))
		buf_add_str(text, "\xEF\xBB\xBF");
	if (chance_one_in(chance, 3))
		add_noise(text, chance);
	else
		add_cells(text, chance);
	buf_add_char(text, "\n,a\""[chance_below(chance, 4)]);
	if (chance_one_in(chance, 6))
		text->p[chance_below(chance, (uint32_t)text->n)] =
			odd[chance_below(chance, sizeof(odd) - 1)];
	else if (chance_one_in(chance, 2))
		text->p[--text->n] = '\0';
}

/* A row ends at it all the same for libcsv. */
static bool has_lone_cr(struct span text)
{
	for (size_t i = 0; i + 1 < text.n; i++)
		if (text.p[i] == '\r' && text.p[i + 1] != '\n')
			return true;
	return false;
}

static bool has_marker(struct span text)
{
	static const char *const markers[] = {"<<<<<<<", "=======", ">>>>>>>", "|||||||"};
	struct follower f = {text, 1};

	while (f.rest.n > 0) {
		struct span line = take_line(&f);

		if (span_starts(line, SPAN("\xEF\xBB\xBF")))
			line = span_skip(line, 3);
		for (size_t i = 0; i < COUNT(markers); i++)
			if (span_starts(line, span_str(markers[i])))
				return true;
	}
	return false;
}

static bool must_fail(struct span text)
{
	return memchr(text.p, '\0', text.n) || utf8_invalid(text) < text.n;
}

static void compare(struct span text, const struct dump *ours, const struct dump *naive)
{
	if (ours->failed && !naive->failed)
		assert_true(must_fail(text) || has_lone_cr(text) || has_marker(text));
	if (ours->failed)
		return;
	if (naive->failed || must_fail(text))
		fail_msg("text '%.*s': no fault was found", (int)text.n, text.p);
	if (!span_eq(buf_span(&ours->rows), buf_span(&naive->rows)))
		fail_msg("text '%.*s': rows\n%s, expected\n%s", (int)text.n, text.p, ours->rows.p,
			 naive->rows.p);
}

static void as_libcsv_reads_it(void **state)
{
	struct buf text = BUF_INIT;
	struct dump ours = {.rows = BUF_INIT}, naive = {.rows = BUF_INIT};
	struct csv_parser parser;
	uint64_t chance = 1;
	size_t rows = 0, whole = 0;

	(void)state;
	for (size_t i = 0; i < RANDOM_TEXTS; i++) {
		struct diags diags = {0};
		struct csv csv;

		add_random(&text, &chance);
		assert_int_equal(csv_init(&parser, CSV_STRICT | CSV_STRICT_FINI | CSV_APPEND_NULL),
				 0);
		buf_clear(&ours.rows);
		buf_clear(&naive.rows);
		csv_from_memory(&csv, buf_span(&text), SPAN("f"), &diags);
		read_ours(&csv, buf_span(&text), &ours);
		read_naively(&parser, buf_span(&text), &naive);
		compare(buf_span(&text), &ours, &naive);
		whole += !ours.failed;
		rows += ours.failed ? 0 : naive.count;
		naive.count = 0;
		csv_release(&csv);
		csv_free(&parser);
		diags_release(&diags);
	}
	/* The texts are neither all at fault nor all simple. */
	assert_true(whole > RANDOM_TEXTS / 4 && whole < RANDOM_TEXTS * 9 / 10);
	assert_true(rows > RANDOM_TEXTS);
	buf_release(&text);
	buf_release(&ours.rows);
	buf_release(&naive.rows);
}

/* ---- descriptors ---- */

/* A packet a piece, so that no two of them come together. */
static int in_pieces(struct span text, size_t piece)
{
	int ends[2];

	assert_int_equal(socketpair(AF_UNIX, SOCK_SEQPACKET, 0, ends), 0);
	for (; text.n > 0; text = span_skip(text, piece)) {
		size_t n = text.n < piece ? text.n : piece;

		assert_int_equal(write(ends[1], text.p, n), n);
	}
	assert_int_equal(close(ends[1]), 0);
	return ends[0];
}

static void compare_readings(struct span text, int fd)
{
	struct dump memory = {.rows = BUF_INIT}, file = {.rows = BUF_INIT};
	struct diags in_memory = {0}, in_file = {0};
	struct csv csv;

	csv_from_memory(&csv, text, SPAN("f"), &in_memory);
	read_ours(&csv, text, &memory);
	csv_release(&csv);
	csv_from_fd(&csv, fd, SPAN("f"), &in_file);
	read_ours(&csv, text, &file);
	csv_release(&csv);
	assert_true(span_eq(buf_span(&memory.rows), buf_span(&file.rows)));
	assert_int_equal(in_memory.count, in_file.count);
	for (size_t i = 0; i < in_memory.count; i++) {
		assert_true(span_eq(in_memory.list[i].text, in_file.list[i].text));
		assert_int_equal(in_memory.list[i].line, in_file.list[i].line);
		assert_int_equal(in_memory.list[i].column, in_file.list[i].column);
	}
	buf_release(&memory.rows);
	buf_release(&file.rows);
	diags_release(&in_memory);
	diags_release(&in_file);
}

static void pieces_of_every_size(void **state)
{
	struct buf text = BUF_INIT;
	uint64_t chance = 2;

	(void)state;
	for (int i = 0; i < 100; i++) {
		add_random(&text, &chance);
		for (size_t piece = 1; piece <= text.n; piece++) {
			int fd = in_pieces(buf_span(&text), piece);

			compare_readings(buf_span(&text), fd);
			assert_int_equal(close(fd), 0);
		}
	}
	buf_release(&text);
}

/* Rows that are longer than any piece that is read at once, of several lines. */
static void large_files(void **state)
{
	struct buf text = BUF_INIT;
	FILE *file = tmpfile();
	uint64_t chance = 3;

	(void)state;
	assert_non_null(file);
	for (int row = 0; row < 40; row++) {
		buf_add_str(&text, "a,\"");
		for (uint32_t n = chance_below(&chance, 40000); n > 0; n--)
			buf_add_str(&text, chance_one_in(&chance, 50) ? "\"\"\r\n" : "word ");
		buf_add_str(&text, "\",\xC3\xA9\n");
	}
	assert_int_equal(fwrite(text.p, 1, text.n, file), text.n);
	assert_int_equal(fflush(file), 0);
	assert_int_equal(lseek(fileno(file), 0, SEEK_SET), 0);
	compare_readings(buf_span(&text), fileno(file));
	assert_int_equal(fclose(file), 0);
	buf_release(&text);
}

/* ---- faults ---- */

/* The rows that are read all the same, each cell followed by '|' and each row by '/'. */
static void expect(struct span text, const char *rows, struct diags *diags)
{
	struct buf read = BUF_INIT;
	struct csv csv;

	*diags = (struct diags){0};
	csv_from_memory(&csv, text, SPAN("f"), diags);
	while (csv_next(&csv) > 0) {
		for (size_t i = 0; i < csv.row.count; i++) {
			buf_add_span(&read, csv.row.cells[i]);
			buf_add_char(&read, '|');
		}
		buf_add_char(&read, '/');
	}
	assert_span(buf_span(&read), rows);
	assert_int_equal(csv.failed, diags->errors > 0);
	csv_release(&csv);
	buf_release(&read);
}

static void expect_fault(struct span text, const char *rows, uint32_t line, uint32_t column,
			 const char *fault)
{
	struct diags diags;

	expect(text, rows, &diags);
	assert_told(&diags, 0, DIAG_ERROR, line, column, fault);
	assert_int_equal(diags.count, 1);
	diags_release(&diags);
}

static void expect_rows(struct span text, const char *rows)
{
	struct diags diags;

	expect(text, rows, &diags);
	assert_int_equal(diags.count, 0);
	diags_release(&diags);
}

static void reads_what_people_write(void **state)
{
	(void)state;
	expect_rows(SPAN(""), "");
	expect_rows(SPAN("\xEF\xBB\xBF"), "");
	expect_rows(SPAN("\n \n\t\r\n"), "");
	expect_rows(SPAN("\xEF\xBB\xBF\"a\",b\n"), "a|b|/");
	expect_rows(SPAN("a,b"), "a|b|/");
	expect_rows(SPAN("a,\r\n,b\r\n"), "a||/|b|/");
	expect_rows(SPAN(" a b ,\t\" c \" \n"), "a b| c |/");
	expect_rows(SPAN("\"a\n\nb\",\"\"\"\"\n\nc"), "a\n\nb|\"|/c|/");
	expect_rows(SPAN("a\n\xEF\xBB\xBF\n"), "a|/\xEF\xBB\xBF|/");
	expect_rows(SPAN("\"======= \"\na,<<<<<<< b\n========\n<<<<<<<x\n"),
		    "======= |/a|<<<<<<< b|/========|/<<<<<<<x|/");
	expect_rows(SPAN("\"a\n=======\nb\"\n"), "a\n=======\nb|/");
}

static void faults_of_one_row(void **state)
{
	(void)state;
	expect_fault(SPAN("a\nb\0c\nd\n"), "a|/d|/", 2, 2, "NUL byte");
	expect_fault(SPAN("a\n\xC3\xA9\xC3\nd\n"), "a|/d|/", 2, 3, "invalid UTF-8");
	expect_fault(SPAN("a\n\"x\n\xC3\"\nd\n"), "a|/d|/", 3, 1, "invalid UTF-8");
	expect_fault(SPAN("a\n\"x\ny\0\"\nd\n"), "a|/d|/", 3, 2, "NUL byte");
	expect_fault(SPAN("a\n<<<<<<< HEAD\nb\n"), "a|/b|/", 2, 1,
		     "conflict marker: the merge has to be resolved first");
	expect_fault(SPAN("a\n\"x\n>>>>>>> b\n\"\nb\n"), "a|/b|/", 3, 1,
		     "conflict marker: the merge has to be resolved first");
	expect_fault(SPAN("=======\r\nb\n"), "b|/", 1, 1,
		     "conflict marker: the merge has to be resolved first");
	expect_fault(SPAN("a\nb,c\rd,e\nf\n"), "a|/f|/", 2, 1,
		     "carriage return in the middle of a line");
}

/* A file with the line ends of old Macintoshes is one line: nothing of it may get lost. */
static void carriage_returns_alone(void **state)
{
	(void)state;
	expect_fault(SPAN("a\rb"), "", 1, 1, "carriage return in the middle of a line");
	expect_fault(SPAN("a\rb\r"), "", 1, 1, "carriage return in the middle of a line");
	expect_fault(SPAN("x\na\r\"b\n"), "x|/", 2, 1, "carriage return in the middle of a line");
}

static void faults_at_which_reading_ends(void **state)
{
	static const char stray[] =
		"stray quote: a field with a quote is quoted whole, the quote doubled";

	(void)state;
	/* The column is that of the quote, or of what follows a closing one. */
	expect_fault(SPAN("a\nb\"c,d\ne\n"), "a|/", 2, 2, stray);
	expect_fault(SPAN("a\nb,\"c\"d\ne\n"), "a|/", 2, 6, stray);
	expect_fault(SPAN("\"a\nb\"c\n"), "", 2, 3, stray);
	expect_fault(SPAN("a\nb, \"c\nd\ne\n"), "a|/", 2, 4, "quoted field is never closed");
	expect_fault(SPAN("\"a\nb\",\"c\nd\n"), "", 2, 4, "quoted field is never closed");
}

static void told_all(void **state)
{
	struct diags diags;

	(void)state;
	expect(SPAN("\0\xFF\nb\n<<<<<<< \nc\rd\n\xFF\n"), "b|/", &diags);
	assert_int_equal(diags.errors, 5);
	diags_release(&diags);
}

/* n bytes between before and after; told: whether it is too long. */
static void try_field(const char *before, size_t n, const char *after, bool told)
{
	struct buf text = BUF_INIT;
	struct diags diags = {0};
	struct csv csv;
	bool found = false;

	buf_add_str(&text, before);
	memset(buf_reserve(&text, n), 'x', n);
	text.n += n;
	buf_add_str(&text, after);
	csv_from_memory(&csv, buf_span(&text), SPAN("f"), &diags);
	while (csv_next(&csv) > 0)
		for (size_t i = 0; i < csv.row.count; i++)
			found = found || csv.row.cells[i].n == n;
	assert_int_equal(diags.errors, told ? 1 : 0);
	assert_int_equal(found, !told);
	if (told)
		assert_true(span_starts(diags.list[0].text, SPAN("field of more than 1 MiB")));
	csv_release(&csv);
	diags_release(&diags);
	buf_release(&text);
}

static void limit(void **state)
{
	(void)state;
	try_field("a,", CSV_FIELD_LIMIT, ",b\n", false);
	try_field("a,", CSV_FIELD_LIMIT + 1, ",b\n", true);
	try_field("a,\"", CSV_FIELD_LIMIT, "\"\n", false);
	try_field("a,\"", CSV_FIELD_LIMIT + 1, "\"\n", true);
	try_field("a,\"\n", CSV_FIELD_LIMIT + 1, "\n\"\n", true);
	/* A quote that is never closed in a large file: told before all of it is held. */
	try_field("a\n\"b\n", CSV_FIELD_LIMIT + 1, "\nc\n", true);
}

static void begins_anew(void **state)
{
	struct diags diags = {0};
	struct csv csv;

	(void)state;
	csv_from_memory(&csv, SPAN("a\n"), SPAN("f"), &diags);
	csv_restart(&csv, SPAN("\"b\nc\",d"));
	assert_int_equal(csv_next(&csv), 1);
	assert_span(csv.row.cells[0], "b\nc");
	csv_restart(&csv, SPAN("\xEF\xBB\xBF"
			       "e,\"f\""));
	assert_int_equal(csv_next(&csv), 1);
	assert_int_equal(csv.row.count, 2);
	assert_span(csv.row.cells[0], "\xEF\xBB\xBF"
				      "e");
	assert_int_equal(csv_next(&csv), 0);
	csv_release(&csv);
	diags_release(&diags);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(as_libcsv_reads_it),
		cmocka_unit_test(pieces_of_every_size),
		cmocka_unit_test(large_files),
		cmocka_unit_test(reads_what_people_write),
		cmocka_unit_test(faults_of_one_row),
		cmocka_unit_test(carriage_returns_alone),
		cmocka_unit_test(faults_at_which_reading_ends),
		cmocka_unit_test(told_all),
		cmocka_unit_test(limit),
		cmocka_unit_test(begins_anew),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
