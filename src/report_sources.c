/* Who could tell more of a field: those who were not met yet, the nearest first. */
#include "src/report_fields_parts.h"
#include "src/standing.h"

/* Of those who are as near the selected come first. */
static bool is_nearer(const struct report_source *a, const struct report_source *b)
{
	if (a->nearness != b->nearness)
		return a->nearness < b->nearness;
	return a->selected && !b->selected;
}

/* The place is behind those of whom none is nearer: the first given stays the first. */
void sources_add(struct report *report, struct report_sources *sources,
		 const struct report_source *source)
{
	size_t kept = sources->count < REPORT_SOURCES ? sources->count : REPORT_SOURCES;
	size_t place = kept;

	if (!sources->list)
		sources->list = arena_array(&report->arena, REPORT_SOURCES, sizeof(*source));
	sources->count++;
	while (place > 0 && is_nearer(source, &sources->list[place - 1]))
		place--;
	if (place == REPORT_SOURCES)
		return;
	if (kept == REPORT_SOURCES)
		kept--;
	memmove(&sources->list[place + 1], &sources->list[place], (kept - place) * sizeof(*source));
	sources->list[place] = *source;
}

void sources_merge(struct report *report, struct report_sources *sources,
		   const struct report_sources *from)
{
	for (size_t i = 0; i < from->count && i < REPORT_SOURCES; i++)
		sources_add(report, sources, &from->list[i]);
	if (from->count > REPORT_SOURCES)
		sources->count += from->count - REPORT_SOURCES;
}

/* The first note of theirs in that state, or NULL. */
static const struct note *find_note(const struct standing *standing, enum note_state state,
				    int32_t today)
{
	for (uint32_t i = 0; i < standing->contact->note_count; i++) {
		const struct note *note = standing_note(standing, (int32_t)i);

		if (note_state(note, today) == state)
			return note;
	}
	return NULL;
}

/* The same for who has no interview before them. */
static void find_nearness(const struct standing *standing, int32_t today,
			  struct report_source *source)
{
	int32_t talk = standing_last(standing, EVENTS_TALK);

	if (standing->deferred_until > today) {
		source->nearness = NEAR_DEFERRED;
		source->day = standing->deferred_until;
	} else if (standing_unasked(standing)) {
		source->nearness = NEAR_UNASKED;
	} else if (standing->unanswered > 0) {
		source->nearness = NEAR_ASKED;
		source->day = standing_day(standing, standing->last_unanswered);
	} else if (talk >= 0) {
		source->nearness =
			talk == standing->last[EVENT_REPLIED] ? NEAR_REPLIED : NEAR_HELPED;
		source->day = standing_day(standing, talk);
	}
}

/* Returns false if they are no source: met, closed, or they have declined. */
static bool find_source(const struct report *report, uint32_t contact, struct report_source *source)
{
	int32_t today = report->options.today;
	struct standing standing;
	const struct note *planned, *unwritten;

	standing_find(&standing, report->network, contact, today);
	if (standing.first_met >= 0 || standing.first_held >= 0 || standing.closed ||
	    standing.declined)
		return false;
	*source = (struct report_source){NEAR_UNASKED, DAY_NONE, contact, LEAD_NONE,
					 report->network->contacts[contact].selected};
	planned = find_note(&standing, NOTE_PLANNED, today);
	unwritten = find_note(&standing, NOTE_UNWRITTEN, today);
	if (planned || unwritten) {
		source->nearness = planned ? NEAR_PLANNED : NEAR_UNWRITTEN;
		source->day = planned ? planned->date : unwritten->date;
	} else {
		find_nearness(&standing, today, source);
	}
	return true;
}

/* Whether there is such a field: those who are not selected add none. */
static bool is_there(struct making *making, uint32_t field)
{
	return field != NAME_NONE && fields_at(making, field)->there;
}

/* A contact in their cell. */
static void take_contact(struct making *making, uint32_t contact, bool selected)
{
	const struct network *network = making->report->network;
	uint32_t field = names_number(&making->fields, network_text(network, contact, TEXT_FIELD));
	struct report_source source;
	struct cell *cell;

	if (!selected && !is_there(making, field))
		return;
	fields_at(making, field)->there = true;
	cell = fields_cell(
		making, field,
		names_number(&making->sectors, network_text(network, contact, TEXT_SECTOR)));
	if (find_source(making->report, contact, &source))
		sources_add(making->report, &cell->seen.sources, &source);
}

/* Those whom the report is about come first: names are shown as they write them. */
static void find_contacts(struct making *making, bool selected)
{
	const struct network *network = making->report->network;

	for (uint32_t i = 0; i < network->contact_count; i++)
		if (!network->contacts[i].left_out && network->contacts[i].selected == selected)
			take_contact(making, i, selected);
}

/* Each lead once in each field of a note in which they were named. */
static void find_lead(struct making *making, uint32_t lead, bool counts)
{
	const struct report *report = making->report;
	const struct lead *who = &report->leads->list[lead];

	for (uint32_t i = 0; i < who->naming_count; i++) {
		const struct naming *naming = &report->leads->namings[who->first_naming + i];
		const struct note_place *place = &making->places[naming->note];
		struct report_source source = {NEAR_LEAD, DAY_NONE, place->contact, lead,
					       who->selected};

		if (place->contact == CONTACT_NONE || place->counts != counts ||
		    fields_at(making, place->field)->lead == lead ||
		    !(counts || is_there(making, place->field)))
			continue;
		fields_at(making, place->field)->lead = lead;
		sources_add(making->report,
			    &fields_cell(making, place->field, NAME_NONE)->seen.sources, &source);
	}
}

/* A lead is named by somebody selected, if any of these did. */
void fields_find_sources(struct making *making)
{
	bool others = !making->report->options.shared;

	find_contacts(making, true);
	if (others) {
		find_contacts(making, false);
		fields_place_others(making);
	}
	for (uint32_t i = 0; i < making->report->leads->count; i++) {
		find_lead(making, i, true);
		if (others)
			find_lead(making, i, false);
	}
}
