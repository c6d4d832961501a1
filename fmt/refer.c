#include "fmt/refer.h"

#include <stdlib.h>

#include "fmt/lead_rows.h"
#include "src/base/mem.h"

/* The selected leads; the list is the caller's. */
static const struct lead **selected_leads(const struct load *l, size_t *count)
{
	const struct lead **list = mem_resize(NULL, l->leads.count, sizeof(*list));

	*count = 0;
	for (size_t i = 0; i < l->leads.count; i++)
		if (l->leads.list[i].selected)
			list[(*count)++] = &l->leads.list[i];
	return list;
}

int refer_write_leads(struct load *l, enum format format)
{
	size_t count;
	const struct lead **list = selected_leads(l, &count);
	struct stream out;

	stream_start(&out, format, lead_columns, NULL);
	for (size_t i = 0; i < count; i++) {
		for (size_t c = 0; c < LEAD_COLUMNS; c++)
			writer_cell(&out.writer, lead_cell(list[i], c, &out.text));
		stream_end_row(&out);
	}
	free(list);
	return stream_finish(&out);
}

int refer_write_all(struct load *l, enum format format)
{
	size_t count;
	const struct lead **list = selected_leads(l, &count);
	struct stream out;

	lead_rows_extend(&l->rows, list, count);
	stream_start(&out, format, NULL, &l->rows);
	for (size_t i = 0; i < l->rows.count; i++) {
		rows_write(&l->rows, &l->rows.list[i], &out.rows);
		stream_end_row(&out);
	}
	for (size_t i = 0; i < count; i++) {
		lead_rows_write(&l->rows, list[i], &out.writer, &out.text);
		stream_end_row(&out);
	}
	free(list);
	return stream_finish(&out);
}
