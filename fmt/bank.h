/*
 * The question bank: Markdown with a level-2 heading for each category and a list item for each
 * question. A network's own is questions.md; else the one that comes with ni.
 */
#ifndef NI_FMT_BANK_H
#define NI_FMT_BANK_H

#include "src/base/span.h"

/* The text of the bank that comes with ni (share/questions.md). */
struct span bank_standard(void);

#endif
