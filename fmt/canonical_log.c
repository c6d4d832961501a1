/* The log in canonical form: its lines by date, none of them twice. */
#include <stdlib.h>

#include "fmt/canonical_parts.h"
#include "fmt/log.h"
#include "src/base/date.h"
#include "src/base/mem.h"

/* Of a date that is none: it goes to the end, where the log grows and people look. */
#define DAY_LAST INT32_MAX

/* Blanks in quotes stay in the others, where they are a bad value. */
static const char *const free_text[] = {"via", "note", NULL};

struct line {
	struct span text; /* canonical, without newline; p NULL: it stood before */
	int32_t day;
	uint32_t number; /* in the order of the file */
};

struct log_lines {
	struct canonical_table table;
	struct line *list;
	size_t count, cap;
	int date; /* the column */
	bool unsorted;
	struct buf row;
};

static void take_row(struct log_lines *log)
{
	const struct csv_row *row = &log->table.csv.row;
	struct line line = {.text = row->raw, .number = (uint32_t)log->count};

	if (date_parse(header_cell(row, log->date), &line.day) != 0)
		line.day = DAY_LAST;
	if (!canonical_row_is_raw(&log->table)) {
		buf_clear(&log->row);
		canonical_add_row(&log->table, &log->row);
		line.text = arena_copy(&log->table.arena, buf_span(&log->row));
	}
	if (log->count > 0 && line.day < log->list[log->count - 1].day)
		log->unsorted = true;
	log->list = mem_grow(log->list, &log->cap, log->count + 1, sizeof(*log->list));
	log->list[log->count++] = line;
}

static int compare(const void *a, const void *b)
{
	const struct line *x = a, *y = b;

	if (x->day != y->day)
		return x->day < y->day ? -1 : 1;
	return x->number < y->number ? -1 : x->number > y->number;
}

/* Whether one of list that is in the index has the text. */
static bool is_known(const struct index *index, const struct line *list, struct span text,
		     uint64_t hash)
{
	size_t at = index_start(index, hash);
	uint32_t number;

	while (index_next(index, hash, &at, &number))
		if (span_eq(list[number].text, text))
			return true;
	return false;
}

/* Of the lines of one day, the first of those that are equal in every cell stays. */
static void drop_repeated(struct line *list, size_t count)
{
	struct index index = {0};

	for (size_t i = 0; i < count && count > 1; i++) {
		uint64_t hash = hash_bytes(list[i].text, 0);

		if (is_known(&index, list, list[i].text, hash))
			list[i].text = SPAN_NONE;
		else
			index_add(&index, hash, (uint32_t)i);
	}
	index_release(&index);
}

static void put_in_order(struct log_lines *log)
{
	size_t end;

	if (log->unsorted)
		qsort(log->list, log->count, sizeof(*log->list), compare);
	for (size_t i = 0; i < log->count; i = end) {
		for (end = i + 1; end < log->count && log->list[end].day == log->list[i].day;)
			end++;
		drop_repeated(log->list + i, end - i);
	}
}

static void write_lines(const struct log_lines *log, struct buf *into)
{
	canonical_add_header(&log->table, into);
	buf_add_char(into, '\n');
	for (size_t i = 0; i < log->count; i++) {
		if (log->list[i].text.p == NULL)
			continue;
		buf_add_span(into, log->list[i].text);
		buf_add_char(into, '\n');
	}
}

int canonical_log(struct span text, struct span shown, const struct canonical_options *options,
		  struct buf *into, struct diags *diags)
{
	struct log_lines log = {.row = BUF_INIT};
	int more = canonical_table_start(&log.table, text, shown, &log_rules, free_text, diags);

	if (more == 0) {
		more = canonical_empty(shown, options, diags);
	} else if (more > 0) {
		log.date = header_find(&log.table.header, "date");
		while ((more = canonical_table_next(&log.table)) > 0)
			take_row(&log);
		if (more == 0) {
			put_in_order(&log);
			write_lines(&log, into);
		}
	}
	canonical_table_release(&log.table);
	buf_release(&log.row);
	free(log.list);
	return more;
}
