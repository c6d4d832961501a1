/*
 * An event: one line of the log.
 */
#ifndef NI_EVENT_H
#define NI_EVENT_H

#include "src/base/date.h"
#include "src/base/span.h"

enum event_kind {
	EVENT_ASKED,
	EVENT_REPLIED,
	EVENT_DECLINED,
	EVENT_MET,
	EVENT_HELPED,
	EVENT_THANKED,
	EVENT_REPORTED,
	EVENT_CONTACTED,
	EVENT_DEFERRED,
	EVENT_CLOSED,
	EVENT_REOPENED,
	EVENT_KINDS
};

#define EVENT_BIT(kind) (1u << (kind))

/* Sets of kinds, PRACTICE "Words". */
#define EVENTS_ALL (EVENT_BIT(EVENT_KINDS) - 1)
#define EVENTS_DEALING \
	(EVENTS_ALL &  \
	 ~(EVENT_BIT(EVENT_DEFERRED) | EVENT_BIT(EVENT_CLOSED) | EVENT_BIT(EVENT_REOPENED)))
#define EVENTS_MOMENT (EVENTS_DEALING & ~EVENT_BIT(EVENT_ASKED))
#define EVENTS_TALK (EVENT_BIT(EVENT_REPLIED) | EVENT_BIT(EVENT_MET) | EVENT_BIT(EVENT_HELPED))
#define EVENTS_ANSWER (EVENTS_TALK | EVENT_BIT(EVENT_DECLINED) | EVENT_BIT(EVENT_REOPENED))

/* Two million of these are in memory at once: 40 bytes each. */
struct event {
	uint64_t cells;   /* hash of all cells of its line: equal lines are one event */
	const char *note; /* its note's text */
	int32_t day;
	int32_t until; /* deferred only, else DAY_NONE */
	uint32_t contact;
	uint32_t line;
	uint32_t note_length : 24; /* a field has at most 1 MiB */
	uint32_t kind : 8;
};

/*
 * Day and kind of an event in 26 bits, in the order of days: the rules look at all events of all
 * contacts, and these lie side by side in the order in which they do.
 */
static inline uint32_t event_key(int32_t day, uint32_t kind)
{
	return (uint32_t)(day - DAY_MIN) << 4 | kind;
}

/* What the key was made of. */
static inline int32_t event_key_day(uint32_t key)
{
	return (int32_t)(key >> 4) + DAY_MIN;
}

static inline uint32_t event_key_kind(uint32_t key)
{
	return key & 15;
}

/* Its note, borrowed; empty where none was kept. */
static inline struct span event_note(const struct event *event)
{
	return span_of(event->note, event->note_length);
}

/* "asked" and so on. */
const char *event_name(enum event_kind kind);

/* The kind of that name, or -1. */
int event_kind_parse(struct span name);

/* The event that somebody meant who wrote name, which is none; or NULL. */
const char *event_suggest(struct span name);

#endif
