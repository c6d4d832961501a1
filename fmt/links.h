/*
 * Where a document's links lead: paths as anchors call files, from the working directory, are made
 * relative to the folder that the document lies in. Of a document for somebody who has none of the
 * files none leads to one of them.
 */
#ifndef NI_FMT_LINKS_H
#define NI_FMT_LINKS_H

#include "src/base/arena.h"
#include "src/base/buf.h"
#include "src/base/diag.h"

struct links {
	/* Both absolute, or both empty: the document lies in the working directory. */
	struct span here;  /* the working directory */
	struct span there; /* the document's folder */
	bool none;         /* its reader has none of the files */
};

/* For a document that is to be written to file. Returns 0; or -1 with a diagnostic: its folder is
 * not there. */
int links_find(struct links *links, const char *file, struct arena *arena, struct diags *diags);

/* Appends path, relative to the working directory or absolute, as a link in the document has to
 * say it, if it is to have any; nothing in it is encoded yet. */
void links_add_path(struct buf *b, const struct links *links, struct span path);

#endif
