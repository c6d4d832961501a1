/*
 * Contact rows (ni-contacts(5)): from cells to values.
 */
#ifndef NI_FMT_CONTACTS_H
#define NI_FMT_CONTACTS_H

#include "fmt/header.h"
#include "src/network.h"

/* The columns that mean something, the kept texts of enum contact_text first. */
enum contact_column {
	COLUMN_ADDED = TEXT_COUNT,
	COLUMN_CADENCE,
	COLUMN_MAY_USE_NAME,
	COLUMN_URL,
	COLUMN_TAGS,
	COLUMN_COUNT
};

/* Names of all of them, in the order of enum contact_column. */
extern const char *const contact_columns[COLUMN_COUNT + 1];

/* contacts.csv needs a name; rows in a stream need an id, a name or a contact. block: the filter's
 * own columns, which are borrowed. */
extern const struct header_rules contacts_rules;
struct header_rules stream_rules(const char *const *block);

/* Where a table's columns are. */
struct contact_table {
	struct header header;
	int at[COLUMN_COUNT]; /* -1: not there */
	int key;          /* the column "contact", where there is neither id nor name; else -1 */
	uint32_t present; /* for struct contact_values */
	bool need_name;   /* contacts.csv: a row without a name is at fault */
};

/* Finds the columns of a table with that header, whose names are borrowed. */
void contact_table_init(struct contact_table *table, const struct header *header, bool need_name);

/*
 * The values of csv->row. Texts that would not stay are copied into arena, of
 * the columns in wanted. Returns 0, with values->left_out set if a value was bad; or -1 if not even
 * the id can be had. Faults are added to csv->diags.
 */
int contact_values_read(const struct csv *csv, const struct contact_table *table, uint32_t wanted,
			struct arena *arena, struct contact_values *values);

#endif
