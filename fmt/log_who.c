#include "fmt/log_who.h"

#include "fmt/due_rows.h"

static bool is_rows(const char *who)
{
	return who && strcmp(who, "-") == 0;
}

/* That somebody has a row does not mean that only they count: a referrer's rows may change too. */
static void select_all(struct network *network)
{
	for (size_t i = 0; i < network->contact_count; i++)
		network->contacts[i].selected = network->contacts[i].listed;
}

int log_who_load(struct load *l, struct load_options *options, char *who, struct diags *diags)
{
	bool rows = is_rows(who);

	options->block = rows ? due_block : NULL;
	options->no_rows = !rows;
	options->names_only = options->keep_leads = rows;
	if (load(l, options, &who, rows ? 1 : 0, diags) != 0)
		return -1;
	if (!l->place.found) {
		place_missing(diags);
		return -1;
	}
	select_all(&l->network);
	return 0;
}

/* A row that was at fault would have been somebody's. */
static bool rows_have_faults(const struct load *l, const struct diags *diags)
{
	for (size_t i = 0; i < diags->count; i++)
		if (diags->list[i].severity == DIAG_ERROR &&
		    span_eq(diags->list[i].file, l->rows.tables[0].shown))
			return true;
	return false;
}

static int refuse_row(const struct load *l, const struct row *row, struct span id,
		      struct diags *diags)
{
	diag_add(diags, DIAG_ERROR, l->rows.tables[row->table].shown, row->line, 1,
		 "'%.*s' is no contact%s", SPAN_ARG(id),
		 row->contact == CONTACT_NONE ? " yet: ni-refer --add makes one" : "");
	return -1;
}

static int find_in_rows(struct load *l, struct people *found, struct diags *diags)
{
	bool *seen = arena_array(&l->arena, l->network.contact_count, sizeof(*seen));
	size_t lead = 0;
	int result = rows_have_faults(l, diags) ? -1 : 0;

	*found = (struct people){
		.list = arena_array(&l->arena, l->network.contact_count, sizeof(*found->list))};
	for (size_t i = 0; i < l->rows.count; i++) {
		const struct row *row = &l->rows.list[i];

		if (row->contact == CONTACT_NONE) {
			result = refuse_row(l, row, l->lead_ids[lead++], diags);
		} else if (!l->network.contacts[row->contact].listed) {
			result = refuse_row(
				l, row, network_text(&l->network, row->contact, TEXT_ID), diags);
		} else if (!seen[row->contact]) {
			seen[row->contact] = true;
			found->list[found->count++] = row->contact;
		}
	}
	return result;
}

int log_who_find(struct load *l, const char *who, struct people *found, struct diags *diags)
{
	if (is_rows(who))
		return find_in_rows(l, found, diags);
	return whom_find(&l->network, span_str(who), &l->arena, found, diags);
}
