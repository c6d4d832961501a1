/*
 * Which kind of a network's files a text is.
 */
#ifndef NI_FMT_KIND_H
#define NI_FMT_KIND_H

#include "src/base/span.h"

enum kind {
	KIND_CONTACTS, /* contacts.csv */
	KIND_ROWS,     /* contact rows in a stream */
	KIND_LOG,
	KIND_NOTE
};

/* By the name, if that says it (contacts.csv, log.csv, *.md); else by how the text begins. */
enum kind kind_of(struct span name, struct span text);

#endif
