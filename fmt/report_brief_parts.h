/*
 * What the brief is made of; nobody else's business. Each part begins with an empty line and its
 * heading, or is not there.
 */
#ifndef NI_FMT_REPORT_BRIEF_PARTS_H
#define NI_FMT_REPORT_BRIEF_PARTS_H

#include "fmt/report_person.h"
#include "src/report_brief.h"

/* "## HEADING", a literal, and the blank lines around it. */
void brief_add_heading(const struct page *page, const char *heading);

/* What they said before; what was promised; what is to be asked; what they have not answered. */
void brief_add_said(const struct page *page, const struct report_brief *brief);
void brief_add_promises(const struct page *page, const struct report_brief *brief);
void brief_add_prepared(const struct page *page, const struct report_brief *brief);
void brief_add_unanswered(const struct page *page, const struct report_brief *brief);

#endif
