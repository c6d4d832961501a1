/*
 * The writers: CSV is read back by libcsv, JSON and TSV by readers written
 * here, for random hostile cells; tables are looked at as a person would.
 */
#include "tests/unit/help.h"

#include <csv.h>

#include "fmt/writer.h"
#include "src/base/mem.h"
#include "src/base/utf8.h"

enum { ROUNDS = 20000, MOST = 6 };

static uint64_t seed;

static size_t below(size_t n)
{
	return chance_below(&seed, (uint32_t)n);
}

static void add_hostile(struct buf *b)
{
	static const char *const pieces[] = {
		",",
		"\"",
		"\n",
		"\r",
		"\r\n",
		" ",
		"\t",
		"\\",
		"a",
		"b,c",
		"\"\"",
		"é",
		"日本",
		";",
		"\xEF\xBB\xBF",
		"<<<<<<< ",
		"=======",
		"\x01",
		"\x1f",
		"\x7f",
		"|",
		"#",
		"1234567",
		"plain text of some length",
		"\\n",
		"\\t",
		"{}",
		"\xE2\x80\xA8",
		"'",
	};

	for (size_t i = below(6); i > 0; i--)
		buf_add_str(b, pieces[below(sizeof(pieces) / sizeof(*pieces))]);
}

/* Some rows of cells, the first the names. */
struct sheet {
	struct buf cells[8 * MOST];
	size_t columns, count;
};

static void sheet_fill(struct sheet *s)
{
	s->columns = 1 + below(MOST);
	s->count = s->columns * (1 + below(7));
	for (size_t i = 0; i < s->count; i++) {
		s->cells[i] = BUF_INIT;
		add_hostile(&s->cells[i]);
	}
}

static void sheet_release(struct sheet *s)
{
	for (size_t i = 0; i < s->count; i++)
		buf_release(&s->cells[i]);
}

static void sheet_write(const struct sheet *s, enum format format, struct sink *sink)
{
	struct span names[MOST];
	struct writer w;

	for (size_t i = 0; i < s->columns; i++)
		names[i] = buf_span(&s->cells[i]);
	writer_start(&w, format, sink, 0, names, s->columns);
	for (size_t at = s->columns; at < s->count; at += s->columns) {
		for (size_t i = 0; i < s->columns; i++)
			writer_cell(&w, buf_span(&s->cells[at + i]));
		writer_end_row(&w);
	}
	writer_finish(&w);
}

/* What a reader has found so far, compared as it comes. */
struct check {
	const struct sheet *sheet;
	size_t at, column;
};

static void check_cell(struct check *c, struct span found)
{
	assert_true(c->at < c->sheet->count);
	assert_true(c->column < c->sheet->columns);
	struct span want = buf_span(&c->sheet->cells[c->at]);
	assert_int_equal(found.n, want.n);
	if (want.n > 0)
		assert_memory_equal(found.p, want.p, want.n);
	c->at++;
	c->column++;
}

static void check_row(struct check *c)
{
	assert_int_equal(c->column, c->sheet->columns);
	c->column = 0;
}

static void on_field(void *field, size_t n, void *data)
{
	check_cell(data, span_of(field, n));
}

static void on_row(int end, void *data)
{
	assert_int_equal(end, '\n');
	check_row(data);
}

static void csv_round_trip(void **state)
{
	(void)state;
	for (int round = 0; round < ROUNDS; round++) {
		struct sheet s;
		struct sink sink = SINK_INIT(-1);
		struct csv_parser parser;
		struct check c = {&s, 0, 0};

		sheet_fill(&s);
		sheet_write(&s, FORMAT_CSV, &sink);
		assert_int_equal(
			csv_init(&parser, CSV_STRICT | CSV_STRICT_FINI | CSV_APPEND_NULL), 0);
		assert_int_equal(csv_parse(&parser, sink.buf.p, sink.buf.n, on_field, on_row, &c),
			sink.buf.n);
		assert_int_equal(csv_fini(&parser, on_field, on_row, &c), 0);
		assert_int_equal(c.at, s.count);
		/* What readers would strip, or refuse, at the start of the file. */
		assert_false(span_starts(buf_span(&sink.buf), SPAN("\xEF\xBB\xBF")));
		assert_false(span_starts(buf_span(&sink.buf), SPAN("<<<<<<<")));
		csv_free(&parser);
		sink_release(&sink);
		sheet_release(&s);
	}
}

static struct span tsv_unescape(struct buf *b, struct span s)
{
	buf_clear(b);
	for (size_t i = 0; i < s.n; i++) {
		char c = s.p[i];
		assert_true(c != '\r' && c != '\n');
		if (c == '\\') {
			assert_true(++i < s.n);
			c = s.p[i];
			assert_non_null(strchr("tnr\\", c));
			c = c == 't' ? '\t' : c == 'n' ? '\n' : c == 'r' ? '\r' : c;
		}
		buf_add_char(b, c);
	}
	return buf_span(b);
}

static void tsv_round_trip(void **state)
{
	struct buf b = BUF_INIT;

	(void)state;
	for (int round = 0; round < ROUNDS; round++) {
		struct sheet s;
		struct sink sink = SINK_INIT(-1);
		struct check c = {&s, 0, 0};

		sheet_fill(&s);
		sheet_write(&s, FORMAT_TSV, &sink);
		for (const char *p = sink.buf.p; *p != '\0'; p++) {
			size_t n = strcspn(p, "\t\n");
			check_cell(&c, tsv_unescape(&b, span_of(p, n)));
			p += n;
			if (*p == '\n')
				check_row(&c);
		}
		assert_int_equal(c.at, s.count);
		sink_release(&sink);
		sheet_release(&s);
	}
	buf_release(&b);
}

/* Reads a JSON string at *p, strictly, and moves *p behind it. */
static struct span json_read(struct buf *b, const char **p)
{
	static const char letters[] = "\"\\/bfnrt", values[] = "\"\\/\b\f\n\r\t";
	const char *at = *p;

	buf_clear(b);
	assert_int_equal(*at++, '"');
	while (*at != '"') {
		assert_true((unsigned char)*at >= 0x20);
		if (*at != '\\') {
			buf_add_char(b, *at++);
			continue;
		}
		const char *letter = strchr(letters, at[1]);
		if (at[1] == 'u') {
			char digits[5] = {at[2], at[3], at[4], at[5], '\0'};
			char *end;
			unsigned long code = strtoul(digits, &end, 16);
			assert_true(*end == '\0' && end != digits && code < 0x20);
			buf_add_char(b, (char)code);
			at += 6;
		} else {
			assert_true(at[1] != '\0' && letter != NULL);
			buf_add_char(b, values[letter - letters]);
			at += 2;
		}
	}
	*p = at + 1;
	return buf_span(b);
}

static void json_round_trip(void **state)
{
	struct buf b = BUF_INIT;

	(void)state;
	for (int round = 0; round < ROUNDS; round++) {
		struct sheet s;
		struct sink sink = SINK_INIT(-1);

		sheet_fill(&s);
		sheet_write(&s, FORMAT_JSON, &sink);
		struct check c = {&s, s.columns, 0};
		for (const char *p = sink.buf.p; *p != '\0';) {
			struct check name = {&s, c.column, c.column};
			assert_int_equal(*p++, c.column == 0 ? '{' : ',');
			check_cell(&name, json_read(&b, &p));
			assert_int_equal(*p++, ':');
			check_cell(&c, json_read(&b, &p));
			if (*p != '}')
				continue;
			assert_int_equal(*++p, '\n');
			p++;
			check_row(&c);
		}
		assert_int_equal(c.at, s.count);
		sink_release(&sink);
		sheet_release(&s);
	}
	buf_release(&b);
}

/* Writes rows given as text, cells ended by '|', rows by a newline; the first are the names. */
static void expect(enum format format, size_t width, const char *rows, const char *want)
{
	struct sink sink = SINK_INIT(-1);
	struct span names[32], rest = span_str(rows), line, cell;
	struct writer w;
	size_t count = 0;

	assert_true(span_cut(&rest, '\n', &line));
	while (line.n > 0 && span_cut(&line, '|', &cell))
		names[count++] = cell;
	writer_start(&w, format, &sink, width, names, count);
	while (rest.p != NULL && rest.n > 0 && span_cut(&rest, '\n', &line)) {
		while (line.n > 0 && span_cut(&line, '|', &cell))
			writer_cell(&w, cell);
		writer_end_row(&w);
	}
	writer_finish(&w);
	assert_string_equal(sink.buf.p, want);
	sink_release(&sink);
}

static void quotes_only_where_needed(void **state)
{
	(void)state;
	expect(FORMAT_CSV, 0, "a|b\nplain text here|x'y;z#\n", "a,b\nplain text here,x'y;z#\n");
	expect(FORMAT_CSV, 0, "a|b\nx, y|say \"hi\"\n", "a,b\n\"x, y\",\"say \"\"hi\"\"\"\n");
	expect(FORMAT_CSV, 0, "a|b\n x|x\t\n", "a,b\n\" x\",\"x\t\"\n");
	expect(FORMAT_CSV, 0, "a|b\nlong enough a text\r|seven,7\n",
		"a,b\n\"long enough a text\r\",\"seven,7\"\n");
	expect(FORMAT_CSV, 0, "a|b\n=======|======\n", "a,b\n\"=======\",======\n");
}

static void missing_and_empty_cells(void **state)
{
	struct sink sink = SINK_INIT(-1);
	struct span names[] = {SPAN("a"), SPAN("b"), SPAN("c")};
	struct writer w;

	(void)state;
	expect(FORMAT_CSV, 0, "a|b|c\nx\n", "a,b,c\nx,,\n");
	expect(FORMAT_JSON, 0, "a|b\nx\n", "{\"a\":\"x\",\"b\":\"\"}\n");
	expect(FORMAT_CSV, 0, "a\n\n", "a\n\"\"\n");
	expect(FORMAT_TSV, 0, "a|b\nx\n", "a\tb\nx\t\n");
	for (int f = FORMAT_CSV; f <= FORMAT_TABLE; f++)
		expect((enum format)f, 80, "\n\n", "");

	writer_start(&w, FORMAT_CSV, &sink, 0, names, 3);
	writer_cell(&w, SPAN("1"));
	writer_raw_cells(&w, SPAN("\"2\",3"));
	writer_raw_cells(&w, SPAN("4"));
	writer_cell(&w, SPAN("5"));
	writer_end_row(&w);
	writer_finish(&w);
	assert_string_equal(sink.buf.p, "a,b,c\n1,\"2\",3\n");
	buf_clear(&sink.buf);
	writer_start(&w, FORMAT_CSV, &sink, 0, names, 1);
	writer_raw_cells(&w, SPAN_NONE);
	writer_end_row(&w);
	writer_finish(&w);
	assert_string_equal(sink.buf.p, "a\n\"\"\n");
	sink_release(&sink);
}

static void formats_have_names(void **state)
{
	enum format f = FORMAT_CSV;

	(void)state;
	assert_int_equal(format_parse("json", &f), 0);
	assert_int_equal(f, FORMAT_JSON);
	assert_int_equal(format_parse("table", &f), 0);
	assert_int_equal(f, FORMAT_TABLE);
	assert_int_equal(format_parse("tsv", &f), 0);
	assert_int_equal(format_parse("csv", &f), 0);
	assert_int_equal(f, FORMAT_CSV);
	assert_int_equal(format_parse("CSV", &f), -1);
	assert_int_equal(format_parse("", &f), -1);
}

static void table_aligns(void **state)
{
	(void)state;
	expect(FORMAT_TABLE, 80, "due|days|who|gone\n2026-11-20|-1|Jane|\n|12|田中 さん|\n",
		"due         days  who\n2026-11-20    -1  Jane\n              12  田中 さん\n");
	/* No value at the end of a line: no blanks either. */
	expect(FORMAT_TABLE, 80, "a|b|c\nlong cell||x\nshort|y|\n",
		"a          b  c\nlong cell     x\nshort      y\n");
	expect(FORMAT_TABLE, 80, "due|days\n", "due  days\n");
	expect(FORMAT_TABLE, 80, "a|b\n|\n", "a  b\n\n");
	/* A number among words is a word. */
	expect(FORMAT_TABLE, 80, "n|b\n1|x\nten|y\n", "n    b\n1    x\nten  y\n");
}

static void table_escapes(void **state)
{
	(void)state;
	expect(FORMAT_TABLE, 80, "a|b\nx\ty\x1b[31m|z\n", "a             b\nx\\ty\\x1b[31m  z\n");
}

#define WIDE                                                                      \
	"due|days|action|reason|anchor|id|name\n"                                 \
	"2026-11-20|-1|thank|interview of 2026-11-18, one of two names was given" \
	"|notes/2026-11/jane-doe.md:4|jane-doe|Jane Doe\n"

static void table_fits(void **state)
{
	(void)state;
	expect(FORMAT_TABLE, 80, WIDE,
		"due         days  action  reason                                        name\n"
		"2026-11-20    -1  thank   interview of 2026-11-18, one of two names w…  Jane "
		"Doe\n");
	expect(FORMAT_TABLE, 60, WIDE,
		"due         days  action  reason                    name\n"
		"2026-11-20    -1  thank   interview of 2026-11-18…  Jane Doe\n");
	expect(FORMAT_TABLE, 130, WIDE,
		"due         days  action  reason                                               "
		"anchor"
		"                       id        name\n"
		"2026-11-20    -1  thank   interview of 2026-11-18, one of two names was given  "
		"notes/2026-11/jane-doe.md:4  jane-doe  Jane Doe\n");
	expect(FORMAT_TABLE, 6, WIDE, "due\n2026-…\n");
	expect(FORMAT_TABLE, 1, WIDE, "…\n…\n");
}

/* No line is wider than the terminal, none ends in a blank, and wide characters are not halved. */
static void table_holds_its_width(void **state)
{
	(void)state;
	for (int round = 0; round < 2000; round++) {
		struct sheet s;
		struct sink sink = SINK_INIT(-1);
		struct span names[MOST], rest, line;
		struct writer w;
		size_t width = 1 + below(100), lines = 0, columns;

		sheet_fill(&s);
		columns = s.columns > 0 ? s.columns : 1; /* as there always are */
		for (size_t i = 0; i < s.columns; i++)
			names[i] = buf_span(&s.cells[i]);
		writer_start(&w, FORMAT_TABLE, &sink, width, names, s.columns);
		for (size_t i = s.columns; i < s.count; i++) {
			writer_cell(&w, buf_span(&s.cells[i]));
			if ((i + 1) % columns == 0)
				writer_end_row(&w);
		}
		writer_finish(&w);
		rest = buf_span(&sink.buf);
		assert_int_equal(utf8_invalid(rest), rest.n);
		while (span_cut(&rest, '\n', &line)) {
			assert_true(utf8_width(line) <= width);
			assert_false(span_ends(line, SPAN(" ")));
		}
		for (size_t i = 0; i < sink.buf.n; i++)
			lines += sink.buf.p[i] == '\n' ? 1 : 0;
		assert_int_equal(lines, s.count / columns);
		sink_release(&sink);
		sheet_release(&s);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(csv_round_trip),
		cmocka_unit_test(tsv_round_trip),
		cmocka_unit_test(json_round_trip),
		cmocka_unit_test(quotes_only_where_needed),
		cmocka_unit_test(missing_and_empty_cells),
		cmocka_unit_test(formats_have_names),
		cmocka_unit_test(table_aligns),
		cmocka_unit_test(table_escapes),
		cmocka_unit_test(table_fits),
		cmocka_unit_test(table_holds_its_width),
	};

	seed = 20261121;
	return cmocka_run_group_tests(tests, NULL, NULL);
}
