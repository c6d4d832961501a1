/*
 * What the diagrams of Mermaid have in common.
 */
#ifndef NI_FMT_MERMAID_H
#define NI_FMT_MERMAID_H

#include "src/base/buf.h"

/* Appends text in double quotes that is shown as it is: what means something, as #35;. */
void mermaid_text(struct buf *b, struct span text);

#endif
