#include "fmt/csv.h"

#include <stdlib.h>

#include "fmt/plain.h"
#include "fmt/writer.h"
#include "src/base/ascii.h"
#include "src/base/mem.h"
#include "src/base/utf8.h"

static void start_parser(struct csv *csv)
{
	if (csv_init(&csv->parser, CSV_STRICT | CSV_STRICT_FINI | CSV_APPEND_NULL) != 0)
		mem_exhausted();
	csv_set_blk_size(&csv->parser, 4096);
}

static void start(struct csv *csv, struct diags *diags)
{
	*csv = (struct csv){
		.diags = diags, .raw = BUF_INIT, .decoded = BUF_INIT, .written = BUF_INIT};
	start_parser(csv);
}

void csv_from_memory(struct csv *csv, struct span text, struct span shown, struct diags *diags)
{
	start(csv, diags);
	csv->memory = true;
	lines_from_memory(&csv->lines, text, shown);
}

void csv_from_fd(struct csv *csv, int fd, struct span shown, struct diags *diags)
{
	start(csv, diags);
	lines_from_fd(&csv->lines, fd, shown);
}

void csv_from_memory_part(struct csv *csv, struct span text, const struct csv_part *part,
			  struct span shown, struct diags *diags)
{
	csv_from_memory(csv, span_of(text.p + part->start, part->end - part->start), shown, diags);
	csv->line = part->line;
}

void csv_from_file_part(struct csv *csv, int fd, const struct csv_part *part, struct span shown,
			struct diags *diags)
{
	start(csv, diags);
	lines_from_range(&csv->lines, fd, (off_t)part->start, (off_t)part->end, shown);
	csv->line = part->line;
}

void csv_restart(struct csv *csv, struct span text)
{
	lines_from_memory(&csv->lines, text, csv->lines.shown);
	csv->line = 1;
}

void csv_release(struct csv *csv)
{
	csv_free(&csv->parser);
	lines_release(&csv->lines);
	buf_release(&csv->raw);
	buf_release(&csv->decoded);
	buf_release(&csv->written);
	free(csv->cells);
	csv->cells = NULL;
}

static void fault(struct csv *csv, size_t column, const char *rule, const char *text)
{
	csv->faulty = csv->failed = true;
	diag_add(csv->diags, DIAG_ERROR, csv->lines.shown, csv->line, column, "%s", text);
	diag_rule(csv->diags, rule);
}

static void add_cell(struct csv *csv, struct span cell)
{
	csv->cells = mem_grow(csv->cells, &csv->cap, csv->count + 1, sizeof(*csv->cells));
	csv->cells[csv->count++] = cell;
}

static struct span without_line_end(struct span line)
{
	if (line.n > 0 && line.p[line.n - 1] == '\n')
		line.n--;
	if (line.n > 0 && line.p[line.n - 1] == '\r')
		line.n--;
	return line;
}

/* libcsv calls this for each cell; the text moves as it grows, so only lengths are kept until the
 * row is whole. */
static void cell_done(void *text, size_t n, void *data)
{
	struct csv *csv = data;

	buf_add(&csv->decoded, text, n);
	add_cell(csv, span_of(NULL, n));
}

static void row_done(int end, void *data)
{
	struct csv *csv = data;

	(void)end;
	csv->ends++;
}

/* git leaves these at the start of a line where a merge failed. */
static bool conflict_marker(struct span text, bool inside)
{
	if (text.n < 7)
		return false;
	if (text.n == 7 && memcmp(text.p, "=======", 7) == 0)
		return !inside;
	if (memcmp(text.p, "<<<<<<<", 7) != 0 && memcmp(text.p, ">>>>>>>", 7) != 0 &&
	    memcmp(text.p, "|||||||", 7) != 0)
		return false;
	return text.n == 7 ? !inside : text.p[7] == ' ';
}

/* Faults that do not depend on where the cells are. */
static void check_line(struct csv *csv, struct span text, bool inside)
{
	size_t bad = utf8_invalid(text);
	const char *nul = text.n > 0 ? memchr(text.p, '\0', text.n) : NULL;

	if (bad < text.n)
		fault(csv, bad + 1, "encoding", "invalid UTF-8");
	if (nul)
		fault(csv, (size_t)(nul - text.p) + 1, "encoding", "NUL byte");
	if (conflict_marker(text, inside))
		fault(csv, 1, "conflict-marker",
		      "conflict marker: the merge has to be resolved first");
}

/* Cuts a line without quotes at its commas. */
static void split_plain(struct csv *csv, struct span text)
{
	const char *p = text.p, *end = text.p + text.n;

	for (;;) {
		const char *comma = memchr(p, ',', (size_t)(end - p));
		const char *stop = comma ? comma : end, *from = p, *to = stop;

		while (from < to && ascii_is_blank(*from))
			from++;
		while (to > from && ascii_is_blank(to[-1]))
			to--;
		if (to - from != stop - p)
			csv->row.plain = false;
		if ((size_t)(to - from) > CSV_FIELD_LIMIT)
			fault(csv, (size_t)(from - text.p) + 1, "too-large",
			      "field of more than 1 MiB");
		add_cell(csv, span_of(from, (size_t)(to - from)));
		if (!comma)
			return;
		p = comma + 1;
	}
}

/* The end of a cell that begins with a quote, between which and p it has no other; NULL: it has, or
 * does not end here. */
static const char *quoted_end(const char *p, const char *end, struct span *cell)
{
	const char *quote = memchr(p + 1, '"', (size_t)(end - p - 1));

	if (!quote)
		return NULL;
	*cell = span_of(p + 1, (size_t)(quote - p - 1));
	for (quote++; quote < end && ascii_is_blank(*quote);)
		quote++;
	return quote == end || *quote == ',' ? quote : NULL;
}

/* The end of a cell without quotes. */
static const char *unquoted_end(const char *p, const char *end, struct span *cell)
{
	const char *comma = memchr(p, ',', (size_t)(end - p));
	const char *stop = comma ? comma : end, *to = stop;

	if (memchr(p, '"', (size_t)(stop - p)))
		return NULL;
	while (to > p && ascii_is_blank(to[-1]))
		to--;
	*cell = span_of(p, (size_t)(to - p));
	return stop;
}

/* Cuts a line whose quotes stand around whole cells, and no others. Whether it is one. */
static bool split_quoted(struct csv *csv, struct span text)
{
	const char *p = text.p, *end = text.p + text.n;
	struct span cell;

	for (;; p++) {
		while (p < end && ascii_is_blank(*p))
			p++;
		p = p < end && *p == '"' ? quoted_end(p, end, &cell) : unquoted_end(p, end, &cell);
		if (!p || cell.n > CSV_FIELD_LIMIT) {
			csv->count = 0;
			return false;
		}
		add_cell(csv, cell);
		if (p == end)
			return true;
	}
}

/* The cells' text stands in csv->decoded, one after the other. */
static void settle_cells(struct csv *csv)
{
	const char *at = csv->decoded.p;

	for (size_t i = 0; i < csv->count; i++) {
		csv->cells[i].p = at;
		at += csv->cells[i].n;
		if (csv->cells[i].n > CSV_FIELD_LIMIT)
			fault(csv, 1, "too-large", "field of more than 1 MiB");
	}
}

/* Where the quote was opened that was never closed. */
static void unterminated(struct csv *csv, struct span raw)
{
	struct csv_row row = {.raw = raw, .line = csv->row.line};
	uint32_t line, column;

	csv->failed = true;
	csv_position(&row, csv->count, &line, &column);
	diag_add(csv->diags, DIAG_ERROR, csv->lines.shown, line, column,
		 "quoted field is never closed");
	diag_rule(csv->diags, "syntax");
}

/* Feeds one physical line to libcsv. Returns -1 on a fault that leaves no sense in going on. */
static int feed(struct csv *csv, struct span line)
{
	size_t done = csv_parse(&csv->parser, line.p, line.n, cell_done, row_done, csv);

	if (csv_error(&csv->parser) == CSV_ENOMEM || csv_error(&csv->parser) == CSV_ETOOBIG)
		mem_exhausted();
	if (done < line.n) {
		fault(csv, done + 1, "syntax",
		      "stray quote: a field with a quote is quoted whole, the quote doubled");
		return -1;
	}
	if (csv->ends == 0 && csv->parser.entry_pos > CSV_FIELD_LIMIT) {
		fault(csv, 1, "too-large", "field of more than 1 MiB; is a quote never closed?");
		return -1;
	}
	return 0;
}

/* To libcsv a lone CR ends a row: then the line has another one, whole or begun. */
static void check_carriage_return(struct csv *csv)
{
	bool begun = csv->parser.pstate != 0; /* 0: between rows */

	if (csv->ends <= 1 && !begun)
		return;
	fault(csv, 1, "line-end", "carriage return in the middle of a line");
	if (begun) {
		csv_free(&csv->parser);
		start_parser(csv);
	}
}

static struct span keep_raw(struct csv *csv, struct span line)
{
	if (csv->memory)
		return span_of(csv->row.raw.p, (size_t)(line.p + line.n - csv->row.raw.p));
	buf_add_span(&csv->raw, line);
	return buf_span(&csv->raw);
}

/* Whether the row that libcsv read has quotes only where they are needed, and no blanks to drop:
 * then it may go out as it came. */
static bool is_canonical(struct csv *csv)
{
	struct buf *written = &csv->written;

	buf_clear(written);
	for (size_t i = 0; i < csv->count; i++) {
		if (i > 0)
			buf_add_char(written, ',');
		csv_write_field(written, csv->cells[i], csv->count == 1);
	}
	return span_eq(buf_span(written), csv->row.raw);
}

/* A row with quotes (or a CR): goes through libcsv, over as many lines as it takes. */
static int parse_quoted(struct csv *csv, struct span line)
{
	struct span raw;
	int more;

	csv->row.plain = csv->row.stays = false;
	csv->ends = 0;
	buf_clear(&csv->raw);
	for (;;) {
		raw = keep_raw(csv, line);
		if (feed(csv, line) != 0)
			return -1;
		if (csv->ends > 0)
			break;
		more = lines_next(&csv->lines, &line, csv->diags);
		if (more < 0)
			return -1;
		if (more == 0)
			break;
		csv->line++;
		csv->row.height++;
		check_line(csv, without_line_end(line), true);
	}
	if (csv->ends == 0 && csv_fini(&csv->parser, cell_done, row_done, csv) != 0) {
		unterminated(csv, raw);
		return -1;
	}
	check_carriage_return(csv);
	csv->row.raw = without_line_end(raw);
	settle_cells(csv);
	csv->row.canonical = csv->memory && is_canonical(csv);
	return 0;
}

static bool only_blanks(struct span text)
{
	return span_trim(text).n == 0;
}

static bool has(struct span text, char c)
{
	return memchr(text.p, c, text.n) != NULL;
}

int csv_next(struct csv *csv)
{
	struct span line, text;
	int more;

	while ((more = lines_next(&csv->lines, &line, csv->diags)) > 0) {
		if (++csv->line == 1)
			line = plain_skip_bom(line);
		text = without_line_end(line);
		if (only_blanks(text))
			continue;
		csv->faulty = false;
		csv->count = csv->decoded.n = 0;
		csv->row = (struct csv_row){.raw = text,
					    .line = csv->line,
					    .height = 1,
					    .plain = true,
					    .stays = csv->memory};
		check_line(csv, text, false);
		if (!has(text, '"') && !has(text, '\r')) {
			split_plain(csv, text);
			csv->row.canonical = csv->row.plain;
		} else if (!has(text, '\r') && split_quoted(csv, text)) {
			csv->row.plain = false;
			csv->row.canonical = csv->memory && is_canonical(csv);
		} else if (parse_quoted(csv, line) != 0) {
			return -1;
		}
		if (csv->faulty)
			continue;
		csv->row.cells = csv->cells;
		csv->row.count = csv->count;
		return 1;
	}
	return more;
}
