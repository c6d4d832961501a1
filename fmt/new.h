/*
 * ni-new: a new note for an interview, at notes/DATE-ID.md.
 */
#ifndef NI_FMT_NEW_H
#define NI_FMT_NEW_H

#include "fmt/load.h"

/* What the new note needs to know of contacts (load_options.texts). */
#define NEW_TEXTS                                                           \
	(TEXT_BIT(TEXT_ORG) | TEXT_BIT(TEXT_TITLE) | TEXT_BIT(TEXT_FIELD) | \
	 TEXT_BIT(TEXT_SECTOR) | TEXT_BIT(TEXT_NOTE))

struct new_options {
	struct span contact; /* an id, or any part of a name */
	int32_t date;
	struct span time, mode, place; /* empty: not given */
	uint32_t minutes, questions;   /* 0: what the settings say */
	const char *notes;             /* --notes; NULL: the network's */
	bool print;                    /* to standard output, and no file */
};

/*
 * Reads the network for new_note. Returns 0, perhaps with errors in rows of contacts.csv; or -1
 * with diagnostics, the last of which says that nothing was written, if there is an error in
 * anything else: which questions are chosen depends on all notes and settings.
 */
int new_load(struct load *load, const struct load_options *options, struct diags *diags);

/*
 * Makes the note, in a network that new_load has read, notes with their bodies (NOTE_BODY). Neither
 * the contact's row nor the question bank may have an error. The file must not exist, nor any other
 * note of the contact on that day. What was made is appended to output: its path and a newline; or
 * the note, with print. path is the file's, for an editor. Returns 0, or -1 with diagnostics, and
 * then nothing was written.
 */
int new_note(struct load *load, const struct new_options *options, struct buf *path,
	     struct buf *output, struct diags *diags);

#endif
