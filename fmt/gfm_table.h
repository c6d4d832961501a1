/*
 * A GFM table whose source is aligned too, for who reads it in a terminal.
 *
 *	gfm_table_start(&table, "lr");
 *	gfm_table_cell(&table, buf_span(&markdown));   row by row, the header first
 *	gfm_table_finish(&table, &sink);
 */
#ifndef NI_FMT_GFM_TABLE_H
#define NI_FMT_GFM_TABLE_H

#include "src/base/arena.h"
#include "src/base/io.h"

struct gfm_table {
	struct arena arena;
	struct span *cells;
	size_t count, cap;
	const char *alignment; /* a letter for each column: l or r */
};

/* alignment is borrowed. */
void gfm_table_start(struct gfm_table *table, const char *alignment);

/* The next cell: Markdown on one line, made with gfm_text and gfm_link. Copied. */
void gfm_table_cell(struct gfm_table *table, struct span markdown);

/* Writes the whole rows and releases the table. */
void gfm_table_finish(struct gfm_table *table, struct sink *sink);

#endif
