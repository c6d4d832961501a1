#include "fmt/header.h"

#include "fmt/plain.h"
#include "src/base/ascii.h"
#include "src/suggest.h"

/* A diagnostic at the start of cell k. */
#define AT_CELL(csv, k, severity, ...)                                                   \
	do {                                                                             \
		uint32_t at_line, at_column;                                             \
		csv_position(&(csv)->row, k, &at_line, &at_column);                      \
		diag_add((csv)->diags, severity, (csv)->lines.shown, at_line, at_column, \
			 __VA_ARGS__);                                                   \
		diag_rule((csv)->diags, "header");                                       \
	} while (0)

int header_find(const struct header *header, const char *name)
{
	return header_find_span(header, span_str(name));
}

int header_find_span(const struct header *header, struct span name)
{
	for (size_t i = header->skip; i < header->count; i++)
		if (span_eq(header->names[i], name))
			return (int)i;
	return -1;
}

static bool is_listed(const char *const *list, struct span name)
{
	for (; list && *list; list++)
		if (span_is(name, *list))
			return true;
	return false;
}

static size_t list_length(const char *const *list)
{
	size_t n = 0;

	while (list && list[n])
		n++;
	return n;
}

static void find_block(const struct header_rules *rules, struct header *header)
{
	size_t n = list_length(rules->block);

	for (size_t i = 0; i < n; i++)
		if (i >= header->count || !span_is(header->names[i], rules->block[i]))
			return;
	header->skip = n;
}

/* A column that is nameless, stands twice, or is called like one of the filter's own. */
static void check_names(const struct csv *csv, const struct header_rules *rules,
			const struct header *header)
{
	for (size_t i = header->skip; i < header->count; i++) {
		struct span name = header->names[i];

		if (name.n == 0)
			AT_CELL(csv, i, DIAG_ERROR, "column without a name");
		else if (!rules->names_only && is_listed(rules->block, name))
			AT_CELL(csv, i, DIAG_ERROR,
				"column '%.*s' is what this program puts in front: rename it",
				SPAN_ARG(name));
		for (size_t k = header->skip; name.n > 0 && k < i; k++)
			if (span_eq(name, header->names[k])) {
				AT_CELL(csv, i, DIAG_ERROR, "column '%.*s' stands twice",
					SPAN_ARG(name));
				break;
			}
	}
}

static void suggest(const struct csv *csv, const struct header_rules *rules,
		    const struct header *header)
{
	for (size_t i = header->skip; i < header->count; i++) {
		if (is_listed(rules->known, header->names[i]))
			continue;
		for (const char *const *known = rules->known; known && *known; known++)
			if (span_is_slip(header->names[i], span_str(*known)) &&
			    header_find(header, *known) < 0) {
				AT_CELL(csv, i, DIAG_WARNING, "'%.*s': did you mean '%s'?",
					SPAN_ARG(header->names[i]), *known);
				diag_rule(csv->diags, "misspelt-column");
			}
	}
}

/* What a header that lacks a required column most likely is. */
static const char *likely_cause(const struct header *header)
{
	struct span first = header->names[0];

	if (span_eq_nocase(first, SPAN("Notes:")) || header_find(header, "First Name") >= 0)
		return "; this looks like a LinkedIn export: delete the lines above its header, "
		       "join 'First Name' and 'Last Name' into 'name', and call Company 'org' and "
		       "Position 'title'; ni-contacts(5) has a command";
	if (header->count > 1 || first.n == 0)
		return "";
	if (memchr(first.p, ';', first.n))
		return "; the separator is ';' here, and has to be ','";
	if (memchr(first.p, '\t', first.n))
		return "; the separator is a tab here, and has to be ','";
	return "";
}

static bool has_one_of(const struct header *header, const char *const *names)
{
	for (; *names; names++)
		if (header_find(header, *names) >= 0)
			return true;
	return false;
}

static void check_required(const struct csv *csv, const struct header_rules *rules,
			   const struct header *header)
{
	const char *cause = likely_cause(header);

	for (const char *const *name = rules->all_of; name && *name; name++)
		if (header_find(header, *name) < 0)
			AT_CELL(csv, 0, DIAG_ERROR, "no column '%s'%s", *name, cause);
	if (rules->one_of && !has_one_of(header, rules->one_of))
		AT_CELL(csv, 0, DIAG_ERROR, "no column 'id' or 'name'%s", cause);
}

int header_read(struct csv *csv, const struct header_rules *rules, struct arena *arena,
		struct header *header)
{
	size_t errors = csv->diags->errors;
	int more = csv_next(csv);

	*header = (struct header){0};
	if (csv->diags->errors > errors)
		return -1;
	if (more <= 0)
		return more;
	if (csv->row.count > COLUMNS_LIMIT) {
		AT_CELL(csv, COLUMNS_LIMIT, DIAG_ERROR, "found %zu columns, expected at most %d",
			csv->row.count, COLUMNS_LIMIT);
		diag_rule(csv->diags, "too-large");
		return -1;
	}
	header->count = csv->row.count;
	header->names = arena_array(arena, header->count, sizeof(*header->names));
	for (size_t i = 0; i < header->count; i++)
		header->names[i] = arena_copy(arena, csv->row.cells[i]);
	find_block(rules, header);
	check_names(csv, rules, header);
	if (header->count > header->skip || header->skip == 0)
		check_required(csv, rules, header);
	suggest(csv, rules, header);
	return csv->diags->errors > errors ? -1 : 1;
}

/* Whether a comma in the row, out of quotes, has a blank and then text after it, as in prose. */
static bool has_prose_comma(struct span raw)
{
	bool quoted = false, comma = false, blank = false; /* what came last */

	for (size_t i = 0; i < raw.n; i++) {
		char c = raw.p[i];

		if (ascii_is_blank(c)) {
			blank = true;
			continue;
		}
		if (comma && blank && c != ',')
			return true;
		quoted ^= c == '"';
		comma = c == ',' && !quoted;
		blank = false;
	}
	return false;
}

/* Whether a field with a comma in it is what made cells too many, and not commas at the end. */
static bool lacks_quotes(const struct csv_row *row, size_t columns)
{
	for (size_t i = columns; i < row->count; i++)
		if (row->cells[i].n > 0)
			return true;
	return has_prose_comma(row->raw);
}

/* Whether the row is the header once more, as where files were joined: each may begin with a byte
 * order mark, and one have fewer columns. */
static bool is_header_again(const struct csv_row *row, const struct header *header)
{
	if (!span_eq(plain_skip_bom(row->cells[0]), header->names[0]))
		return false;
	for (size_t i = 1; i < row->count; i++)
		if (!span_eq(row->cells[i], header->names[i]))
			return false;
	return true;
}

/* Tells of a row after which nothing can be trusted. */
static bool is_misplaced(const struct csv *csv, const struct header *header)
{
	if (csv->row.count > header->count) {
		AT_CELL(csv, header->count, DIAG_ERROR,
			"found %zu cells, expected at most the header's %zu%s", csv->row.count,
			header->count,
			lacks_quotes(&csv->row, header->count)
				? "; a field that holds a comma needs quotes around it"
				: "");
		diag_rule(csv->diags, "extra-cells");
		return true;
	}
	if (!is_header_again(&csv->row, header))
		return false;
	AT_CELL(csv, 0, DIAG_ERROR,
		"the header line stands here a second time; name several files one by one "
		"instead of joining them");
	return true;
}

/* A row of a file that has failed is still read, for its own faults. */
int header_next_row(struct csv *csv, const struct header *header)
{
	int more;

	while ((more = csv_next(csv)) > 0) {
		if (!is_misplaced(csv, header))
			return 1;
		csv->failed = true;
	}
	return csv->failed ? -1 : more;
}

void header_expected(const struct csv *csv, int column, const char *name, const char *form)
{
	struct span found = header_cell(&csv->row, column);

	AT_CELL(csv, column < 0 ? 0 : (size_t)column, DIAG_ERROR, "%s: found '%.*s', expected %s",
		name, SPAN_ARG(found), form);
	diag_rule(csv->diags, "bad-value");
}
