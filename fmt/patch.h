/*
 * A text with some places of it replaced, every other byte as it was. A zeroed struct patch with
 * its old text is one without a change.
 */
#ifndef NI_FMT_PATCH_H
#define NI_FMT_PATCH_H

#include "src/base/buf.h"

struct patch {
	struct span old; /* borrowed */
	size_t done;     /* how much of it is in text */
	struct buf text;
};

#define PATCH_INIT(of) ((struct patch){.old = (of), .text = BUF_INIT})

/* Replaces bytes of old, which lie behind those replaced before. */
void patch_put(struct patch *patch, struct span place, struct span with);

/* The new text, of which patch->text is the owner. */
struct span patch_finish(struct patch *patch);

#endif
