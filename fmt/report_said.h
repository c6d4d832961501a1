/*
 * What was said, as the sections of a report quote it.
 */
#ifndef NI_FMT_REPORT_SAID_H
#define NI_FMT_REPORT_SAID_H

#include "fmt/report_parts.h"

/* A panel has fewer people; a note could name thousands, and each of its thousand lines again. */
enum { MOST_PEOPLE = 20 };

/* Whom of the note the report is about, each as add says it: "Jane Doe; John Roe"; of very many
 * people only the first, and how many others. */
void page_people(const struct page *page, const struct note *note,
		 void (*add)(const struct page *page, const struct note *note, uint32_t contact));

/*
 * A list item: text, which is what was said or a part of it, then who said it, when, and the
 * remark, which is Markdown and may be empty. Nothing, if there is nothing to be quoted.
 */
void page_said(const struct page *page, const struct said *said, struct span text,
	       struct span remark);

/* What a task says without the dates that it ends with, where it is one paragraph: for whoever says
 * these dates beside it. The whole text, where there is nothing else. */
struct span said_before_dates(const struct said *said);

/*
 * Whether what has been quoted, without the first prefix, is one paragraph, of which a line before
 * or behind it is a part: there is no blank line, it is no table, and it does not end in what would
 * break the line.
 */
bool page_is_paragraph(struct span quoted);

#endif
