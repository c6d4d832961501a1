/*
 * Merging contacts.csv: ni-merge(1).
 */
#ifndef NI_FMT_MERGE_H
#define NI_FMT_MERGE_H

#include "src/base/diag.h"

struct merge_paths {
	const char *base, *ours, *theirs;
	const char
		*path; /* how diagnostics call the file that the three are versions of, or NULL */
};

/*
 * Merges three versions into the file ours. Returns 0; 1 if the result has conflicts, of which each
 * is a warning; or -1 with diagnostics, and then ours is as it was.
 */
int merge_contacts(const struct merge_paths *paths, struct diags *diags);

#endif
