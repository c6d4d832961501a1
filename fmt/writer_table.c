/*
 * Rows as a table for a terminal. What a person looks for on 80 columns is what is due, for
 * whom and why: columns without a single value are left out, those that matter most are given
 * room first, none more than half as long as others want some, and what does not fit is left
 * out. An anchor is of use only whole, and is the first to go.
 */
#include <stdlib.h>

#include "fmt/writer.h"
#include "src/base/mem.h"
#include "src/base/utf8.h"

enum {
	GAP = 2,        /* blanks between columns */
	LEAST_TEXT = 24 /* what a long column is not cut below, as long as others can go */
};

struct column {
	struct span name; /* escaped */
	size_t index;
	size_t natural; /* columns of its widest cell */
	size_t width;   /* columns it is given; 0: left out */
	bool number;    /* all its cells are */
};

static bool is_number(struct span s)
{
	if (s.n > 0 && (*s.p == '-' || *s.p == '+'))
		s = span_skip(s, 1);
	return s.n > 0 && span_digits(s) == s.n;
}

static size_t max_size(size_t a, size_t b)
{
	return a > b ? a : b;
}

static size_t min_size(size_t a, size_t b)
{
	return a < b ? a : b;
}

/* Looks through a column's cells; returns whether it has a value. */
static bool column_measure(struct column *c, const struct writer *w)
{
	bool filled = false;

	c->natural = max_size(utf8_width(c->name), 1);
	c->number = true;
	for (size_t i = w->columns + c->index; i < w->cell_count; i += w->columns) {
		struct span cell = w->cells[i];
		if (cell.n == 0)
			continue;
		filled = true;
		c->natural = max_size(c->natural, utf8_width(cell));
		c->number = c->number && is_number(cell);
	}
	c->number = c->number && filled;
	return filled;
}

static bool is_anchor(const struct column *c)
{
	return span_is(c->name, "anchor");
}

/* What a person looks for first, in this order; then the others from the left, an anchor last. */
static size_t rank(const struct column *c)
{
	static const char *const first[] = {"due",    "days", "action",   "name",
					    "reason", "task", "question", "answer"};
	const size_t count = sizeof(first) / sizeof(first[0]);

	for (size_t i = 0; i < count; i++)
		if (span_is(c->name, first[i]))
			return i;
	return is_anchor(c) ? SIZE_MAX : count + c->index;
}

/* The place of the column that comes after the one ranked last; count if there is none. */
static size_t next_ranked(const struct column *columns, size_t count, size_t last, bool begun)
{
	size_t next = count;

	for (size_t i = 0; i < count; i++) {
		size_t r = rank(&columns[i]);

		if ((!begun || r > last) && (next == count || r < rank(&columns[next])))
			next = i;
	}
	return next;
}

/* What a column is given of the room that is left: all that it needs, up to the cap; or what there
 * is, if that is enough to be of use; or nothing. */
static size_t fit(const struct column *c, size_t room, size_t cap)
{
	size_t wanted = is_anchor(c) ? c->natural : min_size(c->natural, cap);

	if (wanted <= room)
		return wanted;
	return !is_anchor(c) && room >= min_size(c->natural, LEAST_TEXT) ? room : 0;
}

static void lay_out(struct column *columns, size_t count, size_t width)
{
	size_t cap = max_size(width / 2, LEAST_TEXT), used = 0, last = 0, at;
	bool begun = false;

	while ((at = next_ranked(columns, count, last, begun)) < count) {
		struct column *c = &columns[at];
		size_t gap = used > 0 ? GAP : 0;

		last = rank(c);
		begun = true;
		c->width = width == 0           ? c->natural
			   : used + gap < width ? fit(c, width - used - gap, cap)
						: 0;
		if (c->width == 0)
			break; /* a shorter one further on would stand there out of order */
		used += gap + c->width;
	}
	if (used == 0 && at < count) { /* not even the first fits */
		columns[at].width = min_size(columns[at].natural, width);
		return;
	}
	for (size_t i = 0; i < count && used < width; i++) {
		size_t more = min_size(columns[i].natural - columns[i].width, width - used);

		if (columns[i].width == 0 || more == 0)
			continue;
		columns[i].width += more;
		used += more;
	}
}

static void pad(struct buf *b, size_t count)
{
	while (count-- > 0)
		buf_add_char(b, ' ');
}

static void add_cell(struct buf *b, const struct column *c, struct span cell)
{
	size_t width = utf8_width(cell);
	bool cut = width > c->width;

	if (cut) {
		cell = span_trim(utf8_clip(cell, c->width - 1, &width));
		width = utf8_width(cell) + 1;
	}
	if (c->number)
		pad(b, c->width - width);
	buf_add_span(b, cell);
	if (cut)
		buf_add_str(b, "…");
	if (!c->number)
		pad(b, c->width - width);
}

/* In red, where marked. */
static void add_row(struct sink *sink, const struct column *columns, size_t count,
		    const struct span *cells, bool marked)
{
	struct buf *b = &sink->buf;
	size_t start;

	if (marked)
		buf_add_str(b, "\033[31m");
	start = b->n;
	for (size_t i = 0; i < count; i++) {
		const struct column *c = &columns[i];
		if (c->width == 0)
			continue;
		if (b->n > start)
			pad(b, GAP);
		add_cell(b, c, cells[c->index]);
	}
	while (b->n > start && b->p[b->n - 1] == ' ')
		b->n--;
	if (marked)
		buf_add_str(b, "\033[m");
	buf_add_char(b, '\n');
	sink_flush_some(sink);
}

/* The columns that have a value; all of them where none has. Returns how many. */
static size_t find_columns(const struct writer *w, struct column *columns)
{
	size_t count = 0;

	for (size_t i = 0; i < w->columns; i++) {
		columns[count] = (struct column){.name = w->cells[i], .index = i};
		if (column_measure(&columns[count], w))
			count++;
	}
	if (count > 0)
		return count;
	for (size_t i = 0; i < w->columns; i++) {
		columns[i] = (struct column){.name = w->cells[i], .index = i};
		(void)column_measure(&columns[i], w);
	}
	return w->columns;
}

void table_print(const struct writer *w)
{
	struct column *columns = mem_resize(NULL, w->columns, sizeof(*columns));
	size_t count = find_columns(w, columns), mark = 0;

	lay_out(columns, count, w->width);
	for (size_t row = 0; row + w->columns <= w->cell_count; row += w->columns) {
		bool marked = mark < w->marked_count && w->marked[mark] == row;

		add_row(w->sink, columns, count, w->cells + row, marked);
		mark += marked;
	}
	free(columns);
}
