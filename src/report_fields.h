/*
 * How many sides of each field have been seen: interviews by field and sector, and who could tell
 * more of it.
 *
 * The field of an interview is its note's, else that of its first selected contact who has one;
 * likewise its sector. Fields, sectors and organisations are compared folded and shown as first
 * written: by the earliest note, then by the first contact. Who could tell more is anybody of
 * contacts.csv, and any lead, of the fields that those selected and their notes have; of equally
 * near ones those selected come first.
 */
#ifndef NI_REPORT_FIELDS_H
#define NI_REPORT_FIELDS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "src/base/span.h"

#define REPORT_SOURCES 5 /* people named for one sector */

/* How near the next interview with somebody is who was not met yet: the nearest first. */
enum report_nearness {
	NEAR_PLANNED,   /* on day */
	NEAR_UNWRITTEN, /* it was to be on day */
	NEAR_REPLIED,   /* on day */
	NEAR_HELPED,
	NEAR_ASKED,
	NEAR_UNASKED,
	NEAR_DEFERRED, /* until day */
	NEAR_LEAD      /* no contact yet; named in a note of the field */
};

struct report_source {
	enum report_nearness nearness;
	int32_t day;
	uint32_t contact; /* of a lead: who named them */
	uint32_t lead;    /* LEAD_NONE: a contact */
	bool selected;    /* so is a lead whom somebody selected named */
};

struct report_sources {
	struct report_source *list; /* the nearest, in order; at most REPORT_SOURCES */
	size_t count;               /* how many there are */
};

struct report_sector {
	struct span name; /* empty: not known */
	bool heard;       /* in a held interview of any time */
	size_t held;      /* interviews of the period */
	size_t rated, ratings;
	struct span *orgs; /* of those interviewed, in the order first met */
	size_t org_count;
	struct report_sources sources; /* neither met, nor closed, nor have they declined */
};

/* A field that a selected contact has, or a note of theirs. Without a name only if somebody was met
 * in the period, or could be. */
struct report_field {
	struct span name; /* empty: none */
	size_t held;      /* interviews of the period */
	size_t rated, ratings;
	size_t views;                  /* interviews held at any time */
	size_t missing;                /* how many fewer than the setting these are */
	size_t unheard;                /* of the sectors, that have a name */
	struct report_sector *sectors; /* government, private, nonprofit, education, others as first
					  written, and last the one without a name */
	size_t sector_count;
	struct report_sources again; /* of the sectors that were heard; without a field, of all */
};

struct report_fields {
	struct report_field *list; /* by folded name; last the one without a name */
	size_t count;
};

#endif
