/*
 * What was said, as the sections of a report quote it.
 */
#ifndef NI_FMT_REPORT_SAID_H
#define NI_FMT_REPORT_SAID_H

#include "fmt/report_parts.h"

/* Whom of the note the report is about: "Jane Doe (Acme); John Roe". */
void page_people(const struct page *page, struct buf *b, const struct note *note);

/*
 * A list item: text, which is what was said or a part of it, then who said it, when, and the
 * remark, which is Markdown and may be empty. Nothing, if there is nothing to be quoted.
 */
void page_said(const struct page *page, const struct said *said, struct span text,
	       struct span remark);

#endif
