#include "fmt/contacts_parts.h"

#include "fmt/csv_divide.h"

/* Room is made for as many rows as there are lines, unless lines are shorter than anybody's. */
#define LINE_LEAST 16

struct part {
	JOB_ALIGNED struct csv csv;
	struct diags diags;
	struct arena arena;
	struct network *network;
	struct rows *rows;
	size_t table;
	size_t first, count; /* numbers of its rows, and of their contacts */
	bool good;
};

static void read_part(void *job)
{
	struct part *part = job;
	const struct table *table = &part->rows->tables[part->table];
	struct network *network = part->network;
	struct csv *csv = &part->csv;
	struct contact_values values;
	int more;

	while ((more = header_next_row(csv, &table->columns.header)) > 0) {
		uint32_t number = (uint32_t)(part->first + part->count);

		if (contact_values_read(csv, &table->columns, network->wanted, &part->arena,
					&values) != 0 ||
		    values.left_out)
			break;
		network_fill(network, number, &values, table->file, csv->row.line);
		network->contacts[number].listed = true;
		rows_fill(part->rows, number, &csv->row, part->table, number);
		part->count++;
	}
	part->good = more == 0;
}

/* Closes the gaps that blank lines, and rows of several lines, have left between the parts. */
static void close_gap(const struct part *part, size_t to)
{
	struct row *list = part->rows->list;

	if (part->first == to)
		return;
	network_move(part->network, to, part->first, part->count);
	for (size_t i = 0; i < part->count; i++) {
		list[to + i] = list[part->first + i];
		list[to + i].contact = (uint32_t)(to + i);
	}
}

static int join_parts(const struct part *parts, size_t count, struct rows *rows,
		      struct network *network)
{
	size_t total = 0;

	for (size_t k = 0; k < count; k++) {
		if (!parts[k].good)
			return -1;
		close_gap(&parts[k], total);
		total += parts[k].count;
	}
	if (network_count_in(network, total) != 0)
		return -1;
	rows->count = total;
	return 0;
}

/* Where the parts are, the first behind the header. Returns how many, or 1. */
static size_t find_parts(const struct csv *csv, struct span text, struct csv_part *places)
{
	size_t head = (size_t)(csv->lines.rest.p - text.p);
	size_t count = csv_divide_text(text, places);

	if (count == 1 || head > places[0].end)
		return 1;
	places[0].start = head;
	places[0].lines -= csv->line;
	places[0].line = csv->line;
	return count;
}

int contacts_read_parts(const struct csv *csv, struct rows *rows, size_t table,
			struct network *network)
{
	struct span text = buf_span(&rows->tables[table].text);
	struct csv_part places[JOBS_MOST];
	struct part parts[JOBS_MOST];
	size_t count = find_parts(csv, text, places), room = 0;
	int result;

	if (count == 1)
		return -1;
	for (size_t k = 0; k < count; k++) {
		parts[k] = (struct part){
			.network = network, .rows = rows, .table = table, .first = room};
		csv_from_memory_part(&parts[k].csv, text, &places[k], csv->lines.shown,
				     &parts[k].diags);
		room += places[k].lines;
	}
	result = room > text.n / LINE_LEAST ? -1 : 0;
	if (result == 0) {
		network_room(network, room);
		rows_room(rows, room);
		jobs_run(read_part, parts, count, sizeof(*parts));
		result = join_parts(parts, count, rows, network);
	}
	for (size_t k = 0; k < count; k++) {
		arena_adopt(&network->arena, &parts[k].arena);
		diags_release(&parts[k].diags);
		csv_release(&parts[k].csv);
	}
	return result;
}
