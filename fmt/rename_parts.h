/*
 * What the files of fmt/rename share: not for others.
 */
#ifndef NI_FMT_RENAME_PARTS_H
#define NI_FMT_RENAME_PARTS_H

#include "fmt/patch.h"
#include "fmt/rename.h"

/* A file that changes. */
struct renamed {
	struct io_change change;
	struct buf old, text; /* owned, of what the change borrows; old not of contacts.csv */
	size_t places;
};

struct renaming {
	struct load *load;
	struct span old, new; /* in NFC */
	uint32_t from, to;    /* contacts, or CONTACT_NONE; one of them at least is one */
	bool merge;
	struct arena arena;
	struct renamed *files; /* in the order in which they are written */
	size_t count, cap;
	struct buf lost; /* a line for each cell that the merge loses */
	struct diags *diags;
};

/* A file without a change yet; it moves when another one is added. path is terminated. */
struct renamed *renaming_add(struct renaming *r, const char *path);

/* Whether a text that was read is the old id. */
bool renaming_is_old(struct renaming *r, struct span text);

/* Warns where a text that was read is the new id though no contact has it: who stands there is
 * mixed with whom gets it; or it was left there by a run that was killed. column may be 0. */
void renaming_look(struct renaming *r, struct span text, struct span file, uint32_t line,
		   uint32_t column);

/* Opens and reads a file of the network again, with its stamp, into file->old. Returns 1; 0 if it
 * is not there; or -1. limit as for io_read_all(). */
int renaming_read(struct renaming *r, struct renamed *file, size_t limit);

/* Each plans the changes to its files. Returns 0, or -1 with diagnostics. */
int rename_notes(struct renaming *r);
int rename_log(struct renaming *r);
int rename_contacts(struct renaming *r);

/*
 * A merge's cells: the value that column k of the person who stays gets from both. Says in r->lost
 * what is lost. The cells are those of whole rows, of that many columns.
 */
struct span rename_merged(struct renaming *r, size_t k, const struct span *stays,
			  const struct span *goes);

/* The new name of a note's file, its path from here, in the arena; NULL: it keeps its name. */
const char *rename_file_name(struct renaming *r, const struct note *note);

#endif
