/*
 * The question bank: Markdown with a level-2 heading for each category and a list item for each
 * question. A network's own is questions.md; else the one that comes with ni.
 */
#ifndef NI_FMT_BANK_H
#define NI_FMT_BANK_H

#include "fmt/place.h"
#include "src/prepare.h"

#define BANK_LIMIT (256u * 1024) /* bytes of a bank: it is read as a note's body is */

/* The text of the bank that comes with ni (share/questions.md). */
struct span bank_standard(void);

/*
 * Reads a bank, all of whose text is copied into the arena. A question that stands twice is taken
 * once, with a warning. Returns 0; or -1 with diagnostics as shown:line:column: text that is none,
 * too large, a question without a category; and where no_question is DIAG_ERROR, no question at
 * all. The bank has the questions without fault then, for whom some are better than none.
 */
int bank_read(struct span text, struct span shown, enum diag_severity no_question,
	      struct arena *arena, struct diags *diags, struct bank *bank);

/* The network's questions.md if there is one, else the bank that comes with ni. Returns as
 * bank_read does. */
int bank_load(const struct place *place, enum diag_severity no_question, struct arena *arena,
	      struct diags *diags, struct bank *bank);

#endif
