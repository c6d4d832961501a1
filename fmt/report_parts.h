/*
 * What the report is made of; nobody else's business.
 */
#ifndef NI_FMT_REPORT_PARTS_H
#define NI_FMT_REPORT_PARTS_H

#include "fmt/gfm.h"
#include "fmt/gfm_table.h"
#include "fmt/report.h"

/* Where a section is written. */
struct page {
	struct sink *sink;
	const struct report *report;
	const struct report_view *view;
	bool is_part; /* of a section that is made by several jobs */
};

/* The sections, below their headings; each says in a line what it is where it is empty, and what to
 * do about it. */
void report_add_summary(const struct page *page);
void report_add_due(const struct page *page);
void report_add_activity(const struct page *page);
void report_add_interviews(const struct page *page);
void report_add_fields(const struct page *page);
void report_add_questions(const struct page *page);
void report_add_insights(const struct page *page);
void report_add_advice(const struct page *page);
void report_add_openings(const struct page *page);
void report_add_referrals(const struct page *page);
void report_add_people(const struct page *page);

/*
 * Calls add for count things of a section: for all of them, or for ranges of them, several at once,
 * with a page for each. The same bytes, so long as nothing that add writes depends on what stands
 * before it; and it may write to nothing but its page.
 */
void page_add_many(const struct page *page,
		   void (*add)(const struct page *page, const void *things, size_t first,
			       size_t end),
		   const void *things, size_t count);

/* A line of ours; and what has come together is written if it is a good deal. */
void page_line(const struct page *page, const char *text);

/* A heading with its blank line: mark, with what comes before it, as "### "; then text, escaped. */
void page_heading(const struct page *page, const char *mark, struct span text);

/* The line of a section that has nothing: "No WHAT yet", or, of a period, "No WHAT in this period",
 * for there may be some at other times; then what they are, a sentence. */
void page_nothing(const struct page *page, const char *what, const char *they_are);

/*
 * All links to the network's files: path as anchors call it. Where view's links are none, a file is
 * neither linked nor named.
 */

/* before, then anchor, which names a file, as a link to it; nothing without links. */
void page_anchor(const struct page *page, struct buf *b, const char *before, struct span anchor,
		 struct span path);

/* A date as a link to the file that says what happened; the date alone without links. */
void page_day(const struct page *page, struct buf *b, int32_t day, struct span path);

/* The same of a note. */
void page_note(const struct page *page, struct buf *b, const struct note *note);

/* Name (Organisation), each escaped; for a contact, and for any names. */
void page_person(struct buf *b, struct span name, struct span org);
void page_contact(const struct page *page, struct buf *b, uint32_t contact);

/* ": reason — anchor" of what is due, so far as it may be shown. */
void page_reason(const struct page *page, struct buf *b, const struct report_item *item);

/* sum / count with one decimal, rounded; count is not 0. */
void page_mean(struct buf *b, size_t sum, size_t count);

/* A paragraph on what the table of the activity leaves out, if it does. */
void page_left_out(const struct page *page, const struct report_activity *activity);

/* What stands in a note, as blocks with prefix before each line (fmt/quote.h). */
void page_quote(const struct page *page, struct buf *b, const struct note *note,
		struct span markdown, const char *prefix);

/* Cells of a table: text that is escaped, a number, a date (DAY_NONE: empty). */
void page_cell(struct gfm_table *table, struct span text);
void page_cell_number(struct gfm_table *table, size_t number);
void page_cell_date(struct gfm_table *table, int32_t day);

#endif
