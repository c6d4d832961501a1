/*
 * ni-rename: another id for a person in all files, or two people made one. ni-rename(1) says how.
 */
#ifndef NI_FMT_RENAME_H
#define NI_FMT_RENAME_H

#include "fmt/load.h"

struct rename_options {
	struct span old, new; /* ids as they were said */
	bool merge;           /* new is a contact, of whom old is to be a part */
	bool force;           /* also when cells are lost by that */
	bool dry;             /* nothing is written */
};

/*
 * Writes all files that change. load has read contacts.csv and the notes, without the log. Appends
 * to output what was changed (or with dry, would be), one file a line, after a line for each cell
 * that is lost; *refused is set when nothing was written because of these. Returns 0; or -1 with
 * diagnostics, and nothing was written.
 */
int rename_person(struct load *load, const struct rename_options *options, struct buf *output,
		  bool *refused, struct diags *diags);

#endif
