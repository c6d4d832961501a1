#include "fmt/csv_splice.h"

#include <stdlib.h>

#include "fmt/csv.h"
#include "fmt/header.h"
#include "fmt/writer.h"
#include "src/base/ascii.h"

/* The cell number k with its quotes, without blanks around it. Returns how many cells are missing
 * for there to be one: then found is at the row's end. */
static size_t find_cell(struct span raw, size_t k, struct span *found)
{
	bool quoted = false;
	size_t i = 0, start = 0, cell = 0;

	for (; i < raw.n; i++) {
		quoted ^= raw.p[i] == '"';
		if (raw.p[i] != ',' || quoted)
			continue;
		if (cell == k)
			break;
		cell++;
		start = i + 1;
	}
	*found = span_of(raw.p + start, cell == k ? i - start : 0);
	if (cell < k)
		found->p = raw.p + raw.n;
	while (found->n > 0 && ascii_is_blank(found->p[0]))
		*found = span_skip(*found, 1);
	while (found->n > 0 && ascii_is_blank(found->p[found->n - 1]))
		found->n--;
	return k - cell;
}

static void write_quoted(struct buf *into, struct span value)
{
	buf_add_char(into, '"');
	for (size_t i = 0; i < value.n; i++) {
		if (value.p[i] == '"')
			buf_add_char(into, '"');
		buf_add_char(into, value.p[i]);
	}
	buf_add_char(into, '"');
}

static int read_row(struct csv *csv, struct span raw, struct diags *diags)
{
	csv_from_memory(csv, SPAN_NONE, SPAN_NONE, diags);
	csv_restart(csv, raw);
	return csv_next(csv);
}

static bool differ_only_in(const struct csv_row *old, const struct csv_row *row, size_t k,
			   struct span value)
{
	size_t count = old->count > k ? old->count : k + 1;

	if (row->count != count)
		return false;
	for (size_t i = 0; i < count; i++)
		if (!span_eq(row->cells[i], i == k ? value : header_cell(old, (int)i)))
			return false;
	return true;
}

static int verify(struct span raw, struct span changed, size_t k, struct span value)
{
	struct diags diags = {0};
	struct csv before, after;
	bool good = read_row(&before, raw, &diags) > 0;

	good = read_row(&after, changed, &diags) > 0 && good &&
	       differ_only_in(&before.row, &after.row, k, value) && csv_next(&after) == 0;
	csv_release(&before);
	csv_release(&after);
	diags_release(&diags);
	return good ? 0 : -1;
}

int csv_splice(struct buf *into, struct span raw, size_t k, struct span value)
{
	size_t begin = into->n;
	struct span cell;
	size_t missing = find_cell(raw, k, &cell);

	buf_add(into, raw.p, (size_t)(cell.p - raw.p));
	for (; missing > 0; missing--)
		buf_add_char(into, ',');
	if (cell.n > 0 && cell.p[0] == '"')
		write_quoted(into, value);
	else
		csv_write_field(into, value, false);
	buf_add_span(into, span_skip(raw, (size_t)(cell.p + cell.n - raw.p)));
	return verify(raw, span_skip(buf_span(into), begin), k, value);
}
