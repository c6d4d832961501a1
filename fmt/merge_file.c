#include "fmt/merge_file.h"

#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#include "fmt/plain.h"
#include "src/base/mem.h"
#include "src/base/utf8.h"

/* Rows are told apart by one of these. */
static const char *const keys[] = {"id", "name", NULL};
static const struct header_rules rules = {.one_of = keys};

struct span merge_line_end(const struct merge_line *line)
{
	const char *end = line->p + line->n; /* the text ends in a NUL */

	if (*end == '\r')
		return span_of(end, end[1] == '\n' ? 2 : 1);
	return span_of(end, *end == '\n' ? 1 : 0);
}

/* Where the bytes behind a row begin, or the text where there is none yet. */
static const char *behind(const struct merge_file *file)
{
	const struct merge_line *last =
		file->ids.count > 0 ? &file->lines[file->ids.count - 1] : &file->head;

	if (last->p == NULL)
		return file->text.p + (file->bom ? 3 : 0);
	return last->p + last->n + merge_line_end(last).n;
}

static struct merge_line make_line(const struct merge_file *file, const struct csv_row *row)
{
	return (struct merge_line){.p = row->raw.p,
				   .n = (uint32_t)row->raw.n,
				   .blank = (uint32_t)(row->raw.p - behind(file)),
				   .line = row->line};
}

/* The id as given, or derived from the name. */
static struct span row_id(struct merge_file *file, const struct csv_row *row)
{
	struct span given = header_cell(row, header_find(&file->header, "id"));

	if (given.n == 0)
		return utf8_derive_id(&file->arena,
				      header_cell(row, header_find(&file->header, "name")));
	given = utf8_nfc(&file->arena, given);
	return row->stays ? given : arena_copy(&file->arena, given);
}

/* In a conflict of the base each side has its row. */
static int tell_twice(struct merge_file *file, const struct merge_line *line, uint32_t first,
		      struct span id, struct diags *diags)
{
	if (line->unknown && file->lines[first].unknown)
		return 0;
	diag_add(diags, DIAG_ERROR, file->shown, line->line, 1, "id '%.*s' stands in line %u too",
		 SPAN_ARG(id), (unsigned)file->lines[first].line);
	return -1;
}

/* Whether a byte lies between conflict markers; blocks are the offsets where such begin and end. */
struct blocks {
	size_t *list;
	size_t count, cap, at;
};

static bool is_within(struct blocks *blocks, size_t offset)
{
	while (blocks->at < blocks->count && blocks->list[blocks->at] <= offset)
		blocks->at++;
	return blocks->at % 2 == 1;
}

static int add_row(struct merge_file *file, const struct csv_row *row, struct blocks *blocks,
		   struct diags *diags)
{
	struct merge_line line = make_line(file, row);
	struct span id = row_id(file, row);
	uint32_t first;

	line.unknown = is_within(blocks, (size_t)(line.p - file->text.p));
	if (id.n == 0) {
		diag_add(diags, DIAG_ERROR, file->shown, row->line, 1,
			 "row without an id, and without a name to make one of");
		return -1;
	}
	first = merge_keys_add(&file->ids, id);
	if (first != MERGE_NONE)
		return tell_twice(file, &line, first, id, diags);
	file->lines = mem_grow(file->lines, &file->cap, file->ids.count, sizeof(*file->lines));
	file->lines[file->ids.count - 1] = line;
	return 0;
}

static int read_rows(struct merge_file *file, struct csv *csv, struct blocks *blocks)
{
	int result = 0, more;

	while ((more = header_next_row(csv, &file->header)) > 0)
		if (add_row(file, &csv->row, blocks, csv->diags) != 0)
			result = -1;
	return more < 0 ? -1 : result;
}

static int read_header(struct merge_file *file, struct csv *csv)
{
	int more = header_read(csv, &rules, &file->arena, &file->header);

	if (more <= 0)
		return more;
	file->head = make_line(file, &csv->row);
	file->crlf = merge_line_end(&file->head).n == 2;
	for (size_t i = 0; i < file->header.count; i++)
		(void)merge_keys_add(&file->names, file->header.names[i]); /* none stands twice */
	return 1;
}

static int parse(struct merge_file *file, struct blocks *blocks, struct diags *diags)
{
	struct span text = buf_span(&file->text);
	struct csv csv;
	int more;

	file->bom = plain_skip_bom(text).n < text.n;
	file->ended = text.n > 0 && text.p[text.n - 1] == '\n';
	csv_from_memory(&csv, text, file->shown, diags);
	more = read_header(file, &csv);
	file->exists = more > 0;
	if (more > 0)
		more = read_rows(file, &csv, blocks);
	file->tail = span_of(behind(file), (size_t)(text.p + text.n - behind(file)));
	csv_release(&csv);
	return more;
}

static void forget(struct merge_file *file)
{
	merge_keys_release(&file->names);
	merge_keys_release(&file->ids);
	file->head = (struct merge_line){0};
}

/* As ni-merge writes them: with git's usual seven characters. */
static bool is_marker(struct span line, const char *marker)
{
	return span_starts(line, span_str(marker)) && (line.n == 7 || strchr(" \r", line.p[7]));
}

/* Makes blank lines of conflict markers, and keeps where they stood. */
static void blank_markers(struct buf *text, struct blocks *blocks)
{
	struct span rest = buf_span(text), line;

	while (span_cut(&rest, '\n', &line)) {
		bool within = blocks->count % 2 == 1;
		bool edge = is_marker(line, within ? ">>>>>>>" : "<<<<<<<");

		if (edge) {
			blocks->list = mem_grow(blocks->list, &blocks->cap, blocks->count + 1,
						sizeof(*blocks->list));
			blocks->list[blocks->count++] = (size_t)(line.p - text->p);
		}
		if (edge || (within && is_marker(line, "=======")))
			memset(text->p + (line.p - text->p), ' ', line.n);
	}
}

/* In a merge whose two sides have several ancestors, git has merged these first, and takes what
 * came out of it as the base, with conflicts and all. */
static int parse_base(struct merge_file *file, struct diags *diags)
{
	struct diags told = {0}, again = {0};
	struct blocks none = {0}, blocks = {0};
	int result = parse(file, &none, &told);

	if (result < 0) {
		forget(file);
		blank_markers(&file->text, &blocks);
		result = blocks.count == 0 || parse(file, &blocks, &again) < 0 ? -1 : 0;
	}
	if (result < 0)
		diags_adopt(diags, &told);
	diags_release(&told);
	diags_release(&again);
	free(blocks.list);
	return result < 0 ? -1 : 0;
}

static int parse_side(struct merge_file *file, struct diags *diags)
{
	struct blocks none = {0};
	struct diags told = {0};
	int result = parse(file, &none, &told);

	if (result < 0)
		diags_adopt(diags, &told); /* a header's warnings are nobody's concern here */
	else if (!file->exists)
		diag_add(diags, DIAG_ERROR, file->shown, 1, 1, "no header");
	diags_release(&told);
	return result < 0 || !file->exists ? -1 : 0;
}

static int read_text(struct merge_file *file, int fd, struct diags *diags)
{
	if (io_stamp(fd, &file->stamp) < 0 ||
	    io_read_all(fd, file->shown, 0, &file->text, diags) != 0)
		return -1;
	if (file->text.n < UINT32_MAX)
		return 0;
	diag_fail(diags, "'%.*s' has more than 4 GiB", SPAN_ARG(file->shown));
	return -1;
}

int merge_file_read(struct merge_file *file, const char *path, struct span shown, bool base,
		    struct diags *diags)
{
	int fd = io_open(AT_FDCWD, path, span_str(path), base ? IO_ANY : IO_REGULAR, false, diags);
	int result;

	*file = (struct merge_file){.text = BUF_INIT, .shown = shown};
	if (fd < 0)
		return -1;
	result = read_text(file, fd, diags);
	(void)close(fd); /* was only read from */
	if (result != 0)
		return -1;
	return base ? parse_base(file, diags) : parse_side(file, diags);
}

void merge_file_release(struct merge_file *file)
{
	buf_release(&file->text);
	arena_release(&file->arena);
	merge_keys_release(&file->names);
	merge_keys_release(&file->ids);
	free(file->lines);
	file->lines = NULL;
}
