/* The fields in their order, each with its sectors. */
#include <stdlib.h>

#include "src/base/mem.h"
#include "src/report_fields_parts.h"

/* Gives each cell its organisations, in the order in which they were met. */
static void share_out_orgs(struct making *making)
{
	for (size_t i = 0; i < making->cell_count; i++) {
		struct report_sector *seen = &making->cells[i].seen;

		seen->orgs =
			arena_array(&making->report->arena, seen->org_count, sizeof(*seen->orgs));
		seen->org_count = 0;
	}
	for (size_t i = 0; i < making->met_count; i++) {
		struct report_sector *seen = &making->cells[making->met[i].cell].seen;

		seen->orgs[seen->org_count++] = making->orgs.list[making->met[i].org].text;
	}
}

static int compare_cells(const void *a, const void *b)
{
	uint32_t x = (*(const struct cell *const *)a)->sector;
	uint32_t y = (*(const struct cell *const *)b)->sector;

	return (x > y) - (x < y); /* NAME_NONE comes last */
}

/* The field's cells with names of their own or none, in order. Returns how many. */
static size_t order_cells(const struct making *making, const struct making_field *from,
			  struct cell ***cells)
{
	size_t count = 0, i = 0;

	for (uint32_t c = from->first_cell; c != CELL_NONE; c = making->cells[c].next)
		count++;
	*cells = mem_resize(NULL, count, sizeof(struct cell *));
	for (uint32_t c = from->first_cell; c != CELL_NONE; c = making->cells[c].next)
		(*cells)[i++] = &making->cells[c];
	if (count > 1)
		qsort((void *)*cells, count, sizeof(struct cell *), compare_cells);
	return count;
}

/* The sectors of a field: those that every field should have, others that it has, and none. */
static void lay_sectors(struct making *making, const struct making_field *from,
			struct report_field *field)
{
	struct cell **cells;
	size_t count = order_cells(making, from, &cells), next = 0;
	struct report_sector *to =
		arena_array(&making->report->arena, SECTORS_KNOWN + count + 1, sizeof(*to));

	field->sectors = to;
	for (uint32_t s = 0; s < SECTORS_KNOWN; s++, to++) {
		if (next < count && cells[next]->sector == s)
			*to = cells[next++]->seen;
		to->name = making->sectors.list[s].text;
	}
	for (; next < count && cells[next]->sector != NAME_NONE; next++, to++) {
		*to = cells[next]->seen;
		to->name = making->sectors.list[cells[next]->sector].text;
	}
	if (next < count)
		*to = cells[next]->seen;
	field->sector_count = (size_t)(to - field->sectors) + 1;
	free((void *)cells);
}

static void sum_up(struct report *report, struct report_field *field)
{
	size_t wanted = report->network->settings.views;

	for (size_t i = 0; i < field->sector_count; i++) {
		const struct report_sector *sector = &field->sectors[i];

		field->held += sector->held;
		field->rated += sector->rated;
		field->ratings += sector->ratings;
		if (field->name.n == 0 || (sector->heard && sector->name.n > 0))
			sources_merge(report, &field->again, &sector->sources);
		field->unheard += !sector->heard && sector->name.n > 0;
	}
	field->missing = wanted > field->views ? wanted - field->views : 0;
}

/* The field at that place of the list in the making. */
static void lay_field(struct making *making, size_t place)
{
	struct report_fields *fields = &making->report->fields;
	struct report_field *field = &fields->list[fields->count++];

	if (place > 0)
		field->name = making->fields.list[place - 1].text;
	field->views = making->list[place].views;
	lay_sectors(making, &making->list[place], field);
	sum_up(making->report, field);
}

/* No field, if there is anything to be said of it. */
static void lay_fieldless(struct making *making)
{
	struct report_fields *fields = &making->report->fields;
	const struct report_field *field;

	if (making->count == 0 || making->list[0].first_cell == CELL_NONE)
		return;
	lay_field(making, 0);
	field = &fields->list[fields->count - 1];
	if (field->held == 0 && field->again.count == 0)
		fields->count--;
}

struct placed {
	struct span folded;
	size_t place;
};

static int compare_placed(const void *a, const void *b)
{
	return span_cmp(((const struct placed *)a)->folded, ((const struct placed *)b)->folded);
}

void fields_lay(struct making *making)
{
	struct report_fields *fields = &making->report->fields;
	size_t count = making->fields.count;
	struct placed *order = mem_resize(NULL, count, sizeof(*order));

	share_out_orgs(making);
	fields->list = arena_array(&making->report->arena, making->count, sizeof(*fields->list));
	for (size_t i = 0; i < count; i++)
		order[i] = (struct placed){making->fields.list[i].folded, i + 1};
	if (count > 1)
		qsort(order, count, sizeof(*order), compare_placed);
	for (size_t i = 0; i < count; i++)
		if (order[i].place < making->count && making->list[order[i].place].there)
			lay_field(making, order[i].place);
	lay_fieldless(making);
	free(order);
}
