/*
 * What report_fields.c is made of; nobody else's business.
 */
#ifndef NI_REPORT_FIELDS_PARTS_H
#define NI_REPORT_FIELDS_PARTS_H

#include "src/names.h"
#include "src/report_parts.h"

enum { SECTORS_KNOWN = 4 }; /* that every field should be seen from */

/* A field and sector in which somebody is or was. Numbers are those of names, NAME_NONE if none. */
struct cell {
	uint32_t field, sector;
	uint32_t next; /* cell of the same field, or CELL_NONE */
	struct report_sector seen;
};

#define CELL_NONE UINT32_MAX

struct making_field {
	uint32_t first_cell;
	uint32_t lead; /* the last that was taken here */
	size_t views;
	bool there; /* somebody selected has it, or a note of theirs */
};

/* What leads need to know of a note again and again. */
struct note_place {
	uint32_t field;
	uint32_t contact; /* the first whom the report is about; of a note with none of these the
			     first whom contacts.csv has, CONTACT_NONE if nobody */
	bool counts;      /* the former */
};

/* The fields in the making. Of a field number n, that of the place in list is n + 1; no field has
 * place 0. */
struct making {
	struct report *report;
	struct names fields, sectors, orgs;
	struct making_field *list;
	size_t count, cap;
	struct note_place *places; /* by note */
	struct cell *cells;
	size_t cell_count, cell_cap;
	struct index by_key; /* cells */
	struct met_org {
		uint32_t cell, org;
	} * met;
	size_t met_count, met_cap;
	struct index by_met;
};

/* The field with that number, and its cell of that sector, made if they were not there. Valid until
 * the next is made. */
struct making_field *fields_at(struct making *making, uint32_t field);
struct cell *fields_cell(struct making *making, uint32_t field, uint32_t sector);

/* Finds the places of the notes with nobody selected; to be called when all others are known. */
void fields_place_others(struct making *making);

/* Puts somebody, or all that from has, among the nearest. */
void sources_add(struct report *report, struct report_sources *sources,
		 const struct report_source *source);
void sources_merge(struct report *report, struct report_sources *sources,
		   const struct report_sources *from);

/* Finds those who could tell more: contacts in their cells, leads in the one without a sector.
 * Those who are not selected can too, of the fields that are there. */
void fields_find_sources(struct making *making);

/* Makes the report's fields of what was found. */
void fields_lay(struct making *making);

#endif
