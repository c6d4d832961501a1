#include "fmt/canonical.h"

#include "fmt/canonical_parts.h"
#include "fmt/contacts.h"

/*
 * Blanks that were quoted stay in the others, id, referred_by, added, cadence and may_use_name:
 * there they are a bad value, and to take them away would be to read something else.
 */
static const char *const free_text[] = {"name",   "org",   "title", "field", "sector",
					"circle", "email", "phone", "url",   "tags",
					"source", "note",  NULL};

int canonical_empty(struct span shown, const struct canonical_options *options, struct diags *diags)
{
	if (options->empty_is_list)
		return 0;
	diag_add(diags, DIAG_ERROR, shown, 1, 1, "empty file, expected a header line");
	return -1;
}

/* All rows, in their order. */
static int add_rows(struct canonical_table *table, struct buf *into)
{
	int more;

	canonical_add_header(table, into);
	buf_add_char(into, '\n');
	while ((more = canonical_table_next(table)) > 0) {
		canonical_add_row(table, into);
		buf_add_char(into, '\n');
	}
	return more;
}

static int make_contacts(struct span text, struct span shown, const struct header_rules *rules,
			 const struct canonical_options *options, struct buf *into,
			 struct diags *diags)
{
	struct canonical_table table;
	struct canonical_ids ids = {0};
	size_t errors = diags->errors;
	int more = canonical_table_start(&table, text, shown, rules, free_text, diags);

	if (more == 0)
		more = canonical_empty(shown, options, diags);
	if (more > 0 && options->ids) {
		table.ids = &ids;
		more = canonical_ids_start(&ids, &table.csv, &table.header) == 0 ? 1 : -1;
	}
	if (more > 0)
		more = add_rows(&table, into);
	canonical_ids_release(&ids);
	canonical_table_release(&table);
	return more < 0 || diags->errors > errors ? -1 : 0;
}

int canonical_make(enum kind kind, struct span text, struct span shown,
		   const struct canonical_options *options, struct buf *into, struct diags *diags)
{
	struct header_rules rules = kind == KIND_CONTACTS ? contacts_rules : stream_rules(NULL);

	if (options->ids && (kind == KIND_LOG || kind == KIND_NOTE)) {
		diag_fail(diags, "'%.*s' has no contact rows to give ids to", SPAN_ARG(shown));
		return -1;
	}
	if (kind == KIND_LOG)
		return canonical_log(text, shown, options, into, diags);
	if (kind == KIND_NOTE)
		return canonical_note(text, shown, into, diags);
	return make_contacts(text, shown, &rules, options, into, diags);
}
