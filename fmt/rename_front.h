/*
 * The ids in the front matter of a note, changed in place.
 */
#ifndef NI_FMT_RENAME_FRONT_H
#define NI_FMT_RENAME_FRONT_H

#include "fmt/rename_parts.h"

/*
 * The new text of a note whose text is file->old into file->text and file->change: its contacts and
 * its referrals' ids that are the old id are the new one. It is read again, and nothing else may
 * be another. Returns 0; or -1 with diagnostics.
 */
int rename_front(struct renaming *r, struct renamed *file);

#endif
