/*
 * Shared by the files of ni-check: not for others.
 */
#ifndef NI_FMT_CHECK_PARTS_H
#define NI_FMT_CHECK_PARTS_H

#include "fmt/frontmatter.h"
#include "fmt/load.h"
#include "fmt/yaml.h"
#include "src/check.h"

struct check {
	const struct load *load;
	struct diags *found;
	struct diags quiet;   /* what the readers have told before is told here again */
	struct arena scratch; /* as long as the check */
	int32_t today;
	const struct check_clash *clashes;
	size_t first, end; /* of load->texts: the notes that check_notes() looks at */
};

/* Adds a finding; check_rules decides whether it is an error. */
#define CHECK_FOUND(check, rule, file, line, column, ...)                                \
	do {                                                                             \
		diag_add((check)->found, DIAG_WARNING, file, line, column, __VA_ARGS__); \
		diag_rule((check)->found, rule);                                         \
	} while (0)

/* The same at cell k of the row of a csv. */
#define CHECK_CELL(check, rule, csv, k, ...)                                                       \
	do {                                                                                       \
		uint32_t cell_line, cell_column;                                                   \
		csv_position(&(csv)->row, (size_t)(k), &cell_line, &cell_column);                  \
		CHECK_FOUND(check, rule, (csv)->lines.shown, cell_line, cell_column, __VA_ARGS__); \
	} while (0)

/* The same at the value of a key. */
#define CHECK_VALUE(check, rule, yaml, node, ...) \
	CHECK_FOUND(check, rule, (yaml)->shown, (node)->line, (node)->column, __VA_ARGS__)

/* What holds for a row of any table: cells that lack, formulas, characters that are not seen. */
void check_row(struct check *check, const struct csv *csv, const struct header *header);

/* Characters that are not seen, the first of each line; text begins in the given line and column.
 */
void check_unseen(struct check *check, struct span text, struct span file, uint32_t line,
		  size_t column);

/* The one of names, ended by NULL, that was meant by value, which is none of them; or NULL. */
const char *check_meant(const char *const *names, struct span value);

/* The value of a key of a map, or NULL. */
const struct yaml_node *check_key(const struct yaml_node *map, const char *key);

/* Appends the file to text, a byte more than limit at most. Returns 0; or -1 if it is not there, or
 * cannot be read, which is added to diags. */
int check_read(const char *path, size_t limit, struct buf *text, struct diags *diags);

/* All of what follows, and what is said as leads are found, divided among the processors. */
void check_everything(struct load *load, int32_t today, struct diags *found);

/* What is found in each kind of file; each reads it again where values do not tell. */
void check_contacts(struct check *check);
void check_log(struct check *check);
void check_notes(struct check *check);
/* Of the body of a good note: headings that are taken for Private, and hide nothing. */
void check_private(struct check *check, const struct note_parts *parts, struct span shown,
		   struct arena *scratch);
void check_settings(struct check *check);
void check_questions(struct check *check);

#endif
