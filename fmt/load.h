/*
 * From a working directory, options and operands to a network and a selection.
 */
#ifndef NI_FMT_LOAD_H
#define NI_FMT_LOAD_H

#include "fmt/note.h"
#include "fmt/place.h"
#include "fmt/rows.h"
#include "src/leads.h"

struct load_options {
	const char *log, *notes;  /* --log, --notes; NULL: the network's */
	const char *ids;          /* -i; NULL: everybody */
	const char *const *block; /* the program's own columns, NULL-terminated */
	uint32_t texts;           /* TEXT_BITs of the columns that are wanted */
	uint32_t event_notes;     /* EVENT_BITs whose notes are wanted; LOG_VIAS */
	enum note_want note_want;
	int32_t today;
	bool note_texts; /* of the network's notes, as they are, for load.texts */
	bool keep_leads; /* add-lead rows of ni-due's speak of leads, not of people as if added:
			  * they are kept as rows of nobody (CONTACT_NONE) */
	bool no_log;     /* not wanted */
	bool go_on;      /* after a fault of syntax too, which says nothing of the other files */
	bool no_notes;   /* not wanted */
	bool names_only; /* rows say who is meant, and nothing else of them is taken */
	bool no_rows;    /* the operands are note files and folders; everybody of contacts.csv is
			    selected, if there is one */
};

struct load {
	struct arena arena;
	struct place place;
	bool everybody; /* the selection is the network's contacts.csv, no rows were given */
	bool narrowed;  /* to whom -i names */
	bool unknown;   /* go_on: contacts.csv is at fault, so who is a contact is not known */
	struct network network; /* joined */
	struct rows rows;       /* of the selection */
	struct leads leads;
	struct note_texts texts; /* in the network's arena; empty if not wanted */
	struct span *lead_ids;   /* of the rows of leads (keep_leads), in their order */
	size_t lead_count, lead_cap;
	struct span contacts_path; /* contacts.csv from here, terminated; empty: no network */
	struct io_stamp contacts_stamp;
	struct span log_path;   /* the log from here, terminated; empty: none, and no network */
	struct table *contacts; /* where it was read for the network; NULL: not there */
	struct rows background; /* holds it, when it is not the selection */
};

/*
 * Reads everything. Returns 0, perhaps with errors in diags (bad values: the rest is answered); or
 * -1 when nothing is to be printed (a fault of syntax, a file that cannot be read, no network).
 */
int load(struct load *load, const struct load_options *options, char **operands, size_t count,
	 struct diags *diags);

/* Gives back all that was read; to be called whatever load returned. */
void load_release(struct load *load);

#endif
