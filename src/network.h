/*
 * A network: contacts, log and notes as values, joined and indexed by id.
 *
 * Order of use: network_init; network_put for each contact (contacts.csv first, then
 * selected rows); events and notes added; network_join once; then read only.
 * The network owns its arena, its arrays, and nothing else.
 */
#ifndef NI_NETWORK_H
#define NI_NETWORK_H

#include "src/base/arena.h"
#include "src/base/diag.h"
#include "src/event.h"
#include "src/index.h"
#include "src/note.h"
#include "src/settings.h"

#define CONTACT_NONE UINT32_MAX

/* The columns of a contact that are kept as text. */
enum contact_text {
	TEXT_ID,
	TEXT_NAME,
	TEXT_ORG,
	TEXT_FIELD,
	TEXT_EMAIL,
	TEXT_REFERRED_BY, /* given up by network_join for contact.referred_by */
	TEXT_TITLE,
	TEXT_SECTOR,
	TEXT_CIRCLE,
	TEXT_SOURCE,
	TEXT_PHONE,
	TEXT_NOTE,
	TEXT_COUNT
};

#define TEXT_BIT(text) (1u << (text))

struct contact {
	struct duration cadence; /* unit 0: the setting */
	int32_t added;
	uint32_t referred_by;              /* CONTACT_NONE: nobody, or nobody known */
	uint32_t file, line;               /* anchor */
	uint32_t first_event, event_count; /* in network.event_order */
	uint32_t first_note, note_count;   /* in network.note_order */
	uint8_t may_use_name;              /* enum leave */
	bool left_out;                     /* its row has a bad value: known, but has no rows */
	bool selected;                     /* has rows in the output */
	bool listed : 1;                   /* stands in contacts.csv */
	bool doubled : 1;                  /* more than once: who is meant cannot be told */
};

/* One row's values, on their way into the network. present: TEXT_BITs and the three below. */
#define PRESENT_ADDED (1u << 29)
#define PRESENT_CADENCE (1u << 30)
#define PRESENT_LEAVE (1u << 31)
struct contact_values {
	struct span text[TEXT_COUNT]; /* id in NFC, valid; must outlive the network */
	uint32_t present;             /* which columns the row has (even if empty) */
	struct duration cadence;
	int32_t added;
	enum leave may_use_name;
	bool left_out;
};

struct network {
	struct arena arena;
	struct settings settings;
	uint32_t wanted; /* TEXT_BITs of the columns to keep */
	struct contact *contacts;
	size_t contact_count, contact_cap;
	struct span *text[TEXT_COUNT]; /* column by column; NULL: not wanted */
	struct index ids;
	struct event *events; /* in the order read */
	size_t event_count, event_cap;
	struct span *vias; /* how each of them was, as via says; NULL: not wanted */
	size_t via_cap;
	uint32_t *event_order; /* by contact, then (day, line), repeats dropped */
	uint32_t *event_keys;  /* in that order: event_key() of each */
	struct note *notes;    /* by path */
	size_t note_count, note_cap;
	uint32_t *note_order; /* by contact, then (date, path) */
	struct span *files;   /* names as printed in anchors */
	size_t file_count, file_cap;
	uint32_t log_file;
};

/* wanted: TEXT_BITs besides id, name and referred_by, which are always kept. */
void network_init(struct network *network, uint32_t wanted);

/* Gives back what the network owns. */
void network_release(struct network *network);

/* Number for a file's printed name (copied). */
uint32_t network_file(struct network *network, struct span shown);

/* The contact with that id (in NFC), or CONTACT_NONE. */
uint32_t network_find(const struct network *network, struct span id);

/* The same for many at once, several times as fast: what each has to wait for, memory, comes for
 * all together. found[i] is the contact of ids[i]. */
void network_find_many(const struct network *network, const struct span *ids, uint32_t *found,
		       size_t count);

/* Makes room for count contacts, so that their index is made once. */
void network_reserve(struct network *network, size_t count);

/*
 * Instead of network_put, for several threads at once, into an empty network: network_fill gives a
 * contact its values, one thread each number, once network_room has made room for all numbers;
 * network_move closes gaps; and network_count_in then makes the first count contacts known.
 * It returns -1, and leaves the network empty, if an id stands twice.
 */
void network_room(struct network *network, size_t count);
void network_fill(struct network *network, uint32_t number, const struct contact_values *values,
		  uint32_t file, uint32_t line);
void network_move(struct network *network, size_t to, size_t from, size_t count);
int network_count_in(struct network *network, size_t count);

/* Adds a contact; its id must not be known yet. Returns its index. */
uint32_t network_put(struct network *network, const struct contact_values *values, uint32_t file,
		     uint32_t line);

/* Columns that are present in values replace those of the contact. */
void network_override(struct network *network, uint32_t contact,
		      const struct contact_values *values);

/* Adds an event, whose contact is set. */
void network_add_event(struct network *network, const struct event *event);

/* Moves the arena, the events and their vias of from, which has nothing else and is empty then, to
 * the end of network's. */
void network_adopt_events(struct network *network, struct network *from);

/* Keeps how the event was that has just been added; to be called for each or for none. */
void network_add_via(struct network *network, struct span via);

/* Makes room for count notes in all, whose files are as many more. */
void network_notes_room(struct network *network, size_t count);

/* Adds a note; to be called in the order of path. The note's arrays and text must outlive the
 * network. */
void network_add_note(struct network *network, const struct note *note);

/*
 * Resolves referred_by and the notes' ids, orders events and notes by contact,
 * and drops repeated events. Warns of notes of people who are no contacts.
 */
void network_join(struct network *network, struct diags *diags);

/* A text of a contact as its row has it, borrowed; empty where the column is not there or not
 * wanted. */
static inline struct span network_text(const struct network *network, uint32_t contact,
				       enum contact_text column)
{
	return network->text[column] ? network->text[column][contact] : SPAN_NONE;
}

/* The contact's name; the id of one who has none that is seen. */
struct span network_name(const struct network *network, uint32_t contact);

/* The name of the note's contact number i; the id as written where nobody knows it. */
struct span network_note_name(const struct network *network, const struct note *note, uint32_t i);

/* The contact's events in order, 0 <= i < contact.event_count. */
static inline const struct event *contact_event(const struct network *network,
						const struct contact *contact, uint32_t i)
{
	return &network->events[network->event_order[contact->first_event + i]];
}

/* The same event's event_key. */
static inline uint32_t contact_event_key(const struct network *network,
					 const struct contact *contact, uint32_t i)
{
	return network->event_keys[contact->first_event + i];
}

/* The contact's notes in order, 0 <= i < contact.note_count. */
static inline const struct note *contact_note(const struct network *network,
					      const struct contact *contact, uint32_t i)
{
	return &network->notes[network->note_order[contact->first_note + i]];
}

#endif
