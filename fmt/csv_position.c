/* Where in the text of a row a cell stands. */
#include "fmt/csv.h"
#include "src/base/ascii.h"

void csv_position(const struct csv_row *row, size_t k, uint32_t *line, uint32_t *column)
{
	bool quoted = false;
	size_t start = 0, i = 0;

	*line = row->line;
	if (row->plain && k < row->count) { /* it lies where it was written */
		*column = (uint32_t)(row->cells[k].p - row->raw.p) + 1;
		return;
	}
	for (; i < row->raw.n && k > 0; i++) {
		char c = row->raw.p[i];

		if (c == '"')
			quoted = !quoted;
		else if (c == '\n') {
			++*line;
			start = i + 1;
		} else if (c == ',' && !quoted)
			k--;
	}
	while (i < row->raw.n && ascii_is_blank(row->raw.p[i]))
		i++;
	*column = (uint32_t)(i - start) + 1;
}
