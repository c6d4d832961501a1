#include "fmt/lead_rows.h"

#include "src/base/date.h"

const char *const lead_columns[LEAD_COLUMNS + 1] = {
	"id",           "name",  "org",   "title", "source", "referred_by",
	"may_use_name", "email", "phone", "added", "note",   NULL,
};

static struct span added_cell(const struct lead *lead, struct buf *text)
{
	buf_clear(text);
	date_format(text, lead->added);
	return buf_span(text);
}

struct span lead_cell(const struct lead *lead, size_t column, struct buf *text)
{
	switch (column) {
	case 0:
		return lead->id;
	case 1:
		return lead->name;
	case 2:
		return lead->org;
	case 3:
		return lead->title;
	case 4:
		return SPAN("referral");
	case 5:
		return lead->referred_by;
	case 6:
		return leave_name(lead->may_use_name);
	case 7:
		return lead->email;
	case 8:
		return lead->phone;
	case 9:
		return added_cell(lead, text);
	default:
		return lead->note;
	}
}

void lead_rows_extend(struct rows *rows, const struct lead *const *list, size_t count)
{
	const char *filled[LEAD_COLUMNS];
	struct buf text = BUF_INIT;
	size_t found = 0;

	for (size_t c = 0; c < LEAD_COLUMNS; c++) {
		size_t i = 0;

		while (i < count && lead_cell(list[i], c, &text).n == 0)
			i++;
		if (i < count)
			filled[found++] = lead_columns[c];
	}
	buf_release(&text);
	rows_extend(rows, filled, found);
}

void lead_rows_write(const struct rows *rows, const struct lead *lead, struct writer *w,
		     struct buf *text)
{
	for (size_t i = 0; i < rows->column_count; i++) {
		size_t c = 0;

		while (c < LEAD_COLUMNS && !span_is(rows->columns[i], lead_columns[c]))
			c++;
		writer_cell(w, c < LEAD_COLUMNS ? lead_cell(lead, c, text) : SPAN_NONE);
	}
}
