/*
 * Leads as contact rows.
 */
#ifndef NI_FMT_LEAD_ROWS_H
#define NI_FMT_LEAD_ROWS_H

#include "fmt/rows.h"
#include "src/leads.h"

#define LEAD_COLUMNS 11

/* id, name, org, title, source, referred_by, may_use_name, email, phone, added, note; then NULL. */
extern const char *const lead_columns[LEAD_COLUMNS + 1];

/* The lead's value in lead_columns[column]; text is used for what has to be made. */
struct span lead_cell(const struct lead *lead, size_t column, struct buf *text);

/* Gives rows the columns that the count leads in list fill and that rows lacks. */
void lead_rows_extend(struct rows *rows, const struct lead *const *list, size_t count);

/* Writes the lead under rows->columns. Does not end the row. */
void lead_rows_write(const struct rows *rows, const struct lead *lead, struct writer *w,
		     struct buf *text);

#endif
