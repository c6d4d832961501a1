/* What ni-check looks for in the rows of any table. */
#include "fmt/check_parts.h"
#include "src/base/utf8.h"
#include "src/suggest.h"

void check_unseen(struct check *check, struct span text, struct span file, uint32_t line,
		  size_t column)
{
	size_t at = utf8_unseen(text);

	while (at < text.n) {
		size_t point = at, start = 0;
		uint32_t character;
		const char *end;

		for (size_t i = 0; i < at; i++) {
			if (text.p[i] != '\n')
				continue;
			start = i + 1;
			line++;
			column = 1;
		}
		character = utf8_next(text, &point);
		CHECK_FOUND(check, "control-character", file, line, column + (at - start),
			    "character U+%04X is not seen", (unsigned)character);
		end = memchr(text.p + at, '\n', text.n - at);
		if (!end)
			return;
		text = span_skip(text, (size_t)(end - text.p) + 1);
		line++;
		column = 1;
		at = utf8_unseen(text);
	}
}

static void check_formulas(struct check *check, const struct csv *csv, const struct header *header)
{
	const struct csv_row *row = &csv->row;

	for (size_t k = 0; k < row->count; k++) {
		struct span cell = row->cells[k];

		if (cell.n > 0 && check_is_formula(cell))
			CHECK_CELL(check, "formula", csv, k,
				   "%.*s: '%.*s' is a formula to a spreadsheet",
				   SPAN_ARG(header->names[k]), SPAN_ARG(cell));
	}
}

void check_row(struct check *check, const struct csv *csv, const struct header *header)
{
	const struct csv_row *row = &csv->row;

	check_unseen(check, row->raw, csv->lines.shown, row->line, 1);
	if (row->count > header->count)
		return; /* it has been told */
	check_formulas(check, csv, header);
	if (row->count < header->count)
		CHECK_CELL(check, "missing-cells", csv, row->count,
			   "found %zu cells, the header has %zu", row->count, header->count);
}

const char *check_meant(const char *const *names, struct span value)
{
	const char *meant = NULL;

	for (; *names; names++) {
		if (span_is(value, *names))
			return NULL;
		if (!meant && span_is_slip(value, span_str(*names)))
			meant = *names;
	}
	return meant;
}
