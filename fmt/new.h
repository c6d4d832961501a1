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
 * Makes the note, in a network whose notes were read with their bodies (NOTE_BODY). The file must
 * not exist, nor any other note of the contact on that day. What was made is appended to output:
 * its path and a newline; or the note, with print. path is the file's, for an editor. Returns 0, or
 * -1 with diagnostics, and then nothing was written.
 */
int new_note(struct load *load, const struct new_options *options, struct buf *path,
	     struct buf *output, struct diags *diags);

#endif
