/* The fields of a report: what was seen of each, and from which side. */
#include <stdlib.h>

#include "src/base/mem.h"
#include "src/order.h"
#include "src/report_fields_parts.h"

struct making_field *fields_at(struct making *making, uint32_t field)
{
	size_t place = field == NAME_NONE ? 0 : (size_t)field + 1;

	making->list = mem_grow(making->list, &making->cap, place + 1, sizeof(*making->list));
	while (making->count <= place)
		making->list[making->count++] =
			(struct making_field){.first_cell = CELL_NONE, .lead = LEAD_NONE};
	return &making->list[place];
}

static uint64_t hash_pair(uint32_t a, uint32_t b)
{
	uint32_t pair[2] = {a, b};

	return hash_bytes(span_of((const char *)pair, sizeof(pair)), 0);
}

struct cell *fields_cell(struct making *making, uint32_t field, uint32_t sector)
{
	uint64_t hash = hash_pair(field, sector);
	size_t at = index_start(&making->by_key, hash);
	struct making_field *whole = fields_at(making, field);
	uint32_t number;

	while (index_next(&making->by_key, hash, &at, &number))
		if (making->cells[number].field == field && making->cells[number].sector == sector)
			return &making->cells[number];
	number = (uint32_t)making->cell_count++;
	making->cells = mem_grow(making->cells, &making->cell_cap, making->cell_count,
				 sizeof(*making->cells));
	making->cells[number] = (struct cell){field, sector, whole->first_cell, {.heard = false}};
	whole->first_cell = number;
	index_add(&making->by_key, hash, number);
	return &making->cells[number];
}

/* Whether the note's contact number i is one of those whose note it is here: of them whom the
 * report is about, or, if it is the others' note, of all. */
static bool is_one(const struct network *network, const struct note *note, uint32_t i, bool others)
{
	uint32_t contact = note->contacts[i];

	if (contact == CONTACT_NONE)
		return false;
	return others ? !network->contacts[contact].left_out
		      : report_counts(&network->contacts[contact]);
}

/* The number of a note's field or sector: text is the note's own. */
static uint32_t note_number(struct making *making, struct names *names, const struct note *note,
			    struct span text, enum contact_text column, bool others)
{
	const struct network *network = making->report->network;
	uint32_t number = names_number(names, text);

	for (uint32_t i = 0; number == NAME_NONE && i < note->contact_count; i++)
		if (is_one(network, note, i, others))
			number = names_number(names,
					      network_text(network, note->contacts[i], column));
	return number;
}

/* An organisation that was met in a cell, unless it was before. */
static void add_org(struct making *making, uint32_t cell, uint32_t org)
{
	uint64_t hash = hash_pair(cell, org);
	size_t at = index_start(&making->by_met, hash);
	uint32_t number;

	if (org == NAME_NONE)
		return;
	while (index_next(&making->by_met, hash, &at, &number))
		if (making->met[number].cell == cell && making->met[number].org == org)
			return;
	making->met = mem_grow(making->met, &making->met_cap, making->met_count + 1,
			       sizeof(*making->met));
	index_add(&making->by_met, hash, (uint32_t)making->met_count);
	making->met[making->met_count++] = (struct met_org){cell, org};
	making->cells[cell].seen.org_count++;
}

static uint32_t first_contact(const struct network *network, const struct note *note, bool others)
{
	for (uint32_t i = 0; i < note->contact_count; i++)
		if (is_one(network, note, i, others))
			return note->contacts[i];
	return CONTACT_NONE;
}

static void take_note(struct making *making, uint32_t number)
{
	const struct report *report = making->report;
	const struct network *network = report->network;
	const struct note *note = &network->notes[number];
	uint32_t field = note_number(making, &making->fields, note, note->field, TEXT_FIELD, false);
	uint32_t sector =
		note_number(making, &making->sectors, note, note->sector, TEXT_SECTOR, false);
	struct cell *cell;

	making->places[number].field = field;
	fields_at(making, field)->there = true;
	if (note_state(note, report->options.today) != NOTE_HELD)
		return;
	cell = fields_cell(making, field, sector);
	cell->seen.heard = true;
	fields_at(making, field)->views++;
	if (!period_has(&report->options.period, note->date))
		return;
	cell->seen.held++;
	cell->seen.rated += note->rating > 0;
	cell->seen.ratings += note->rating;
	for (uint32_t i = 0; i < note->contact_count; i++)
		if (is_one(network, note, i, false))
			add_org(making, (uint32_t)(cell - making->cells),
				names_number(&making->orgs,
					     network_text(network, note->contacts[i], TEXT_ORG)));
}

/* The notes with selected people, by date, then path. */
static void take_notes(struct making *making)
{
	const struct network *network = making->report->network;
	uint64_t *keys = mem_resize(NULL, network->note_count, sizeof(*keys));
	size_t count = 0;

	making->places = mem_resize(NULL, network->note_count, sizeof(*making->places));
	for (uint32_t i = 0; i < network->note_count; i++) {
		const struct note *note = &network->notes[i];

		making->places[i] =
			(struct note_place){NAME_NONE, first_contact(network, note, false), true};
		if (making->places[i].contact != CONTACT_NONE)
			keys[count++] = order_key(note->date, i);
	}
	order_sort(keys, count);
	for (size_t i = 0; i < count; i++)
		take_note(making, order_number(keys[i]));
	free(keys);
}

void fields_place_others(struct making *making)
{
	const struct network *network = making->report->network;

	for (uint32_t i = 0; i < network->note_count; i++) {
		const struct note *note = &network->notes[i];
		struct note_place *place = &making->places[i];

		if (place->contact != CONTACT_NONE)
			continue;
		place->counts = false;
		place->contact = first_contact(network, note, true);
		if (place->contact != CONTACT_NONE)
			place->field = note_number(making, &making->fields, note, note->field,
						   TEXT_FIELD, true);
	}
}

static void release(struct making *making)
{
	names_release(&making->fields);
	names_release(&making->sectors);
	names_release(&making->orgs);
	index_release(&making->by_key);
	index_release(&making->by_met);
	free(making->list);
	free(making->places);
	free(making->cells);
	free(making->met);
}

void report_find_fields(struct report *report)
{
	static const char *const known[SECTORS_KNOWN] = {"government", "private", "nonprofit",
							 "education"};
	struct making making = {.report = report};

	for (size_t i = 0; i < SECTORS_KNOWN; i++)
		(void)names_number(&making.sectors, span_str(known[i])); /* the first numbers */
	take_notes(&making);
	fields_find_sources(&making);
	fields_lay(&making);
	release(&making);
}
