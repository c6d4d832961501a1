#include "fmt/contacts.h"

#include "src/base/utf8.h"

const char *const contact_columns[COLUMN_COUNT + 1] = {
	[TEXT_ID] = "id",
	[TEXT_NAME] = "name",
	[TEXT_ORG] = "org",
	[TEXT_FIELD] = "field",
	[TEXT_EMAIL] = "email",
	[TEXT_REFERRED_BY] = "referred_by",
	[TEXT_TITLE] = "title",
	[TEXT_SECTOR] = "sector",
	[TEXT_CIRCLE] = "circle",
	[TEXT_SOURCE] = "source",
	[TEXT_PHONE] = "phone",
	[TEXT_NOTE] = "note",
	[COLUMN_ADDED] = "added",
	[COLUMN_CADENCE] = "cadence",
	[COLUMN_MAY_USE_NAME] = "may_use_name",
	[COLUMN_URL] = "url",
	[COLUMN_TAGS] = "tags",
};

static const char *const name_only[] = {"name", NULL};
static const char *const keys[] = {"id", "name", "contact", NULL};

const struct header_rules contacts_rules = {.known = contact_columns, .all_of = name_only};

struct header_rules stream_rules(const char *const *block)
{
	return (struct header_rules){.known = contact_columns, .one_of = keys, .block = block};
}

void contact_table_init(struct contact_table *table, const struct header *header, bool need_name)
{
	*table = (struct contact_table){.header = *header, .key = -1, .need_name = need_name};
	for (int i = 0; i < COLUMN_COUNT; i++) {
		table->at[i] = header_find(header, contact_columns[i]);
		if (i < TEXT_COUNT && table->at[i] >= 0)
			table->present |= TEXT_BIT(i);
	}
	if (table->at[COLUMN_ADDED] >= 0)
		table->present |= PRESENT_ADDED;
	if (table->at[COLUMN_CADENCE] >= 0)
		table->present |= PRESENT_CADENCE;
	if (table->at[COLUMN_MAY_USE_NAME] >= 0)
		table->present |= PRESENT_LEAVE;
	if (table->at[TEXT_ID] < 0 && table->at[TEXT_NAME] < 0)
		table->key = header_find(header, "contact");
}

static void read_texts(const struct csv *csv, const struct contact_table *table, uint32_t wanted,
		       struct arena *arena, struct contact_values *values)
{
	for (int i = 0; i < TEXT_COUNT; i++) {
		if (!(wanted & TEXT_BIT(i)))
			continue;
		values->text[i] = header_cell(&csv->row, table->at[i]);
		if (!csv->row.stays)
			values->text[i] = arena_copy(arena, values->text[i]);
	}
}

static const char id_form[] =
	"letters, numbers, '-', '_', '.', beginning with a letter or number, at most 180 bytes";

/* The id as given, or derived from the name. */
static int read_id(const struct csv *csv, const struct contact_table *table, struct arena *arena,
		   struct contact_values *values)
{
	int column = table->key >= 0 ? table->key : table->at[TEXT_ID];
	struct span given = header_cell(&csv->row, column);
	struct span *id = &values->text[TEXT_ID];

	if (given.n > 0) {
		*id = utf8_nfc(arena, table->key < 0 ? *id : arena_copy(arena, given));
		if (utf8_is_id(*id))
			return 0;
		header_expected(csv, column, table->key >= 0 ? "contact" : "id", id_form);
		diag_rule(csv->diags, "bad-id");
		return -1;
	}
	*id = utf8_derive_id(arena, values->text[TEXT_NAME]);
	if (id->n > 0)
		return 0;
	if (values->text[TEXT_NAME].n > 0)
		header_expected(csv, table->at[TEXT_NAME], "name",
				"a letter or number to make an id of, or an id");
	else
		header_expected(csv, table->key >= 0 ? table->key : table->at[TEXT_NAME],
				table->key >= 0 ? "contact" : "name",
				table->key >= 0 ? "an id" : "a name");
	diag_rule(csv->diags, values->text[TEXT_NAME].n > 0 ? "bad-id" : "missing-name");
	return -1;
}

static int parse_leave(struct span cell, enum leave *leave)
{
	bool yes;

	*leave = LEAVE_UNKNOWN;
	if (cell.n == 0)
		return 0;
	if (yes_no_parse(cell, &yes) != 0)
		return -1;
	*leave = yes ? LEAVE_YES : LEAVE_NO;
	return 0;
}

static int parse_cadence(struct span cell, struct duration *cadence)
{
	*cadence = (struct duration){0};
	if (cell.n == 0)
		return 0;
	if (span_eq_nocase(cell, SPAN("none"))) {
		cadence->unit = '-';
		return 0;
	}
	return duration_parse(cell, cadence);
}

static int parse_added(struct span cell, int32_t *day)
{
	*day = DAY_NONE;
	return cell.n == 0 ? 0 : date_parse(cell, day);
}

static void bad_value(const struct csv *csv, const struct contact_table *table,
		      enum contact_column column, const char *form, struct contact_values *values)
{
	header_expected(csv, table->at[column], contact_columns[column], form);
	values->left_out = true;
}

int contact_values_read(const struct csv *csv, const struct contact_table *table, uint32_t wanted,
			struct arena *arena, struct contact_values *values)
{
	const struct csv_row *row = &csv->row;

	*values = (struct contact_values){.present = table->present};
	read_texts(csv, table, wanted, arena, values);
	if (read_id(csv, table, arena, values) != 0)
		return -1;
	if (table->need_name && header_cell(row, table->at[TEXT_NAME]).n == 0) {
		bad_value(csv, table, (enum contact_column)TEXT_NAME, "a name", values);
		diag_rule(csv->diags, "missing-name");
	}
	if (parse_added(header_cell(row, table->at[COLUMN_ADDED]), &values->added) != 0) {
		bad_value(csv, table, COLUMN_ADDED, "a date, YYYY-MM-DD", values);
		diag_rule(csv->diags, "bad-date");
	}
	if (parse_cadence(header_cell(row, table->at[COLUMN_CADENCE]), &values->cadence) != 0)
		bad_value(csv, table, COLUMN_CADENCE,
			  "a duration such as " DURATION_FORMS ", or 'none'", values);
	if (parse_leave(header_cell(row, table->at[COLUMN_MAY_USE_NAME]), &values->may_use_name) !=
	    0)
		bad_value(csv, table, COLUMN_MAY_USE_NAME, "'yes', 'no' or nothing", values);
	return 0;
}
