/* Who could tell more of a field: those who were not met yet, the nearest first. */
#include "src/report_fields_parts.h"
#include "src/standing.h"

/* The place is behind those who are as near: the first given stays the first. */
void sources_add(struct report *report, struct report_sources *sources,
		 const struct report_source *source)
{
	size_t kept = sources->count < REPORT_SOURCES ? sources->count : REPORT_SOURCES;
	size_t place = kept;

	if (!sources->list)
		sources->list = arena_array(&report->arena, REPORT_SOURCES, sizeof(*source));
	sources->count++;
	while (place > 0 && sources->list[place - 1].nearness > source->nearness)
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
	*source = (struct report_source){NEAR_UNASKED, DAY_NONE, contact, LEAD_NONE};
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

static void find_contacts(struct making *making)
{
	const struct network *network = making->report->network;

	for (uint32_t i = 0; i < network->contact_count; i++) {
		struct report_source source;
		struct cell *cell;

		if (!report_counts(&network->contacts[i]))
			continue;
		cell = fields_cell(
			making, names_number(&making->fields, network_text(network, i, TEXT_FIELD)),
			names_number(&making->sectors, network_text(network, i, TEXT_SECTOR)));
		if (find_source(making->report, i, &source))
			sources_add(making->report, &cell->seen.sources, &source);
	}
}

/* Which of the note's contacts is the first that the report is about. */
static uint32_t first_contact(const struct network *network, const struct note *note)
{
	for (uint32_t i = 0; i < note->contact_count; i++)
		if (note->contacts[i] != CONTACT_NONE &&
		    report_counts(&network->contacts[note->contacts[i]]))
			return note->contacts[i];
	return CONTACT_NONE;
}

/* Each lead once in each field of a note in which they were named. */
static void find_lead(struct making *making, uint32_t lead)
{
	const struct report *report = making->report;
	const struct lead *who = &report->leads->list[lead];

	for (uint32_t i = 0; i < who->naming_count; i++) {
		const struct naming *naming = &report->leads->namings[who->first_naming + i];
		const struct note *note = &report->network->notes[naming->note];
		struct report_source source = {NEAR_LEAD, note->date,
					       first_contact(report->network, note), lead};
		uint32_t field;

		if (source.contact == CONTACT_NONE)
			continue;
		field = fields_number(making, &making->fields, note, note->field, TEXT_FIELD);
		if (fields_at(making, field)->lead == lead)
			continue;
		fields_at(making, field)->lead = lead;
		sources_add(making->report, &fields_cell(making, field, NAME_NONE)->seen.sources,
			    &source);
	}
}

void fields_find_sources(struct making *making)
{
	find_contacts(making);
	for (uint32_t i = 0; i < making->report->leads->count; i++)
		if (making->report->leads->list[i].selected)
			find_lead(making, i);
}
