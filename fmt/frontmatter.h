/*
 * The front matter of a note, with libyaml's events.
 */
#ifndef NI_FMT_FRONTMATTER_H
#define NI_FMT_FRONTMATTER_H

#include "src/base/arena.h"
#include "src/base/diag.h"
#include "src/note.h"

/* Where the parts of a note are. */
struct note_parts {
	struct span front;   /* between the delimiters */
	uint32_t front_line; /* its first line's number */
	struct span body;
	uint32_t body_line;
};

/*
 * Finds the delimiters: the first line is "---" (a BOM before it is skipped), the next "---" line
 * ends the front matter. Returns 0, or -1 with a diagnostic: none, not ended, too large.
 */
int note_split(struct span text, struct span shown, struct note_parts *parts, struct diags *diags);

/* Reads the known keys into note. Returns 0, or -1 with diagnostics; all faults are told. */
int front_matter_read(const struct note_parts *parts, struct span shown, struct arena *arena,
		      struct diags *diags, struct note *note);

#endif
