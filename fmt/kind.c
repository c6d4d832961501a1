#include "fmt/kind.h"

#include "fmt/log.h"
#include "fmt/plain.h"

static struct span last_component(struct span path)
{
	size_t at = path.n;

	while (at > 0 && path.p[at - 1] != '/')
		at--;
	return span_skip(path, at);
}

static bool has_cell(const struct csv_row *row, const char *name)
{
	for (size_t i = 0; i < row->count; i++)
		if (span_is(row->cells[i], name))
			return true;
	return false;
}

static bool is_log(struct span text)
{
	struct diags untold = {0}; /* who reads the text for good tells its faults */
	struct csv csv;
	bool found;

	csv_from_memory(&csv, text, SPAN_NONE, &untold);
	found = csv_next(&csv) > 0;
	for (const char *const *name = log_rules.all_of; found && *name; name++)
		found = has_cell(&csv.row, *name);
	csv_release(&csv);
	diags_release(&untold);
	return found;
}

enum kind kind_of(struct span name, struct span text)
{
	struct span file = last_component(name), rest = plain_skip_bom(text), line;

	if (span_is(file, "contacts.csv"))
		return KIND_CONTACTS;
	if (span_is(file, "log.csv"))
		return KIND_LOG;
	if (span_ends(file, SPAN(".md")))
		return KIND_NOTE;
	if (span_cut(&rest, '\n', &line) && span_is(span_trim(line), "---"))
		return KIND_NOTE;
	return is_log(text) ? KIND_LOG : KIND_ROWS;
}
