/*
 * What the parts of fmt/canonical.c share: tables, the log and ids, notes.
 */
#ifndef NI_FMT_CANONICAL_PARTS_H
#define NI_FMT_CANONICAL_PARTS_H

#include "fmt/canonical.h"
#include "fmt/header.h"
#include "src/index.h"

/* The ids of contact rows: those that stand there, and those derived from names. */
struct canonical_ids {
	int id, name; /* columns; id -1: a new one, before name */
	struct span *list;
	uint32_t *lines; /* of list */
	size_t count, list_cap, lines_cap;
	struct index index;
	struct arena arena;
};

/* Looks for the columns. Returns 0, or -1 with a diagnostic: ids have nothing to be made of. */
int canonical_ids_start(struct canonical_ids *ids, const struct csv *csv,
			const struct header *header);

/*
 * The id of the row, as it stands or derived; empty with a diagnostic if there is none, or if
 * another row has it too. Valid until the ids are released.
 */
struct span canonical_ids_take(struct canonical_ids *ids, const struct csv *csv);

/* At any time after canonical_ids_start. */
void canonical_ids_release(struct canonical_ids *ids);

/* A table on its way to its canonical form. */
struct canonical_table {
	struct csv csv;
	struct header header;
	struct arena arena;
	bool *free_text; /* of each column: blanks at the ends of its values mean nothing */
	struct canonical_ids *ids; /* NULL: not wanted */
};

/*
 * Begins to read text. known and free_text say of which columns the values are free text. Returns
 * 1; 0 if there is no header; -1 with diagnostics. The table is to be released in any case.
 */
int canonical_table_start(struct canonical_table *table, struct span text, struct span shown,
			  const struct header_rules *rules, const char *const *free_text,
			  struct diags *diags);

/* Gives back what the table owns; its ids are not its own. */
void canonical_table_release(struct canonical_table *table);

/* The next row into table->csv.row: 1; 0 at the end; -1 after a fault. */
int canonical_table_next(struct canonical_table *table);

/* Whether the bytes of the row are canonical as they stand. */
bool canonical_row_is_raw(const struct canonical_table *table);

/* Appends the header or the row, without newline. */
void canonical_add_header(const struct canonical_table *table, struct buf *into);
void canonical_add_row(const struct canonical_table *table, struct buf *into);

/* canonical_make of a log, and of a note. */
int canonical_log(struct span text, struct span shown, const struct canonical_options *options,
		  struct buf *into, struct diags *diags);
int canonical_note(struct span text, struct span shown, struct buf *into, struct diags *diags);

/* No header: 0, or -1 with a diagnostic, as the options say. */
int canonical_empty(struct span shown, const struct canonical_options *options,
		    struct diags *diags);

#endif
