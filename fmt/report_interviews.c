/* The interviews, as a table. */
#include "fmt/report_parts.h"

static struct span state_name(const struct report_interview *interview)
{
	if (interview->note->outcome != OUTCOME_UNKNOWN)
		return outcome_name(interview->note->outcome);
	return interview->state == NOTE_PLANNED ? SPAN("planned") : SPAN("to write up");
}

static struct span value_of(const struct network *network, const struct note *note, uint32_t i,
			    enum contact_text column)
{
	if (note->contacts[i] == CONTACT_NONE)
		return SPAN_NONE;
	return network_text(network, note->contacts[i], column);
}

/* Whether one of those before i is at the same organisation. */
static bool org_was(const struct network *network, const struct note *note, uint32_t i)
{
	struct span org = value_of(network, note, i, TEXT_ORG);

	for (uint32_t k = 0; k < i; k++)
		if (span_eq(value_of(network, note, k, TEXT_ORG), org))
			return true;
	return false;
}

static void add_joined(struct buf *b, struct span text)
{
	if (text.n == 0)
		return;
	if (b->n > 0)
		buf_add_str(b, "; ");
	buf_add_span(b, text);
}

static void add_people(struct gfm_table *table, const struct network *network,
		       const struct note *note)
{
	struct buf names = BUF_INIT, orgs = BUF_INIT;

	for (uint32_t i = 0; i < note->contact_count; i++) {
		add_joined(&names, network_note_name(network, note, i));
		if (!org_was(network, note, i))
			add_joined(&orgs, value_of(network, note, i, TEXT_ORG));
	}
	page_cell(table, buf_span(&names));
	page_cell(table, buf_span(&orgs));
	buf_release(&names);
	buf_release(&orgs);
}

static struct span field_of(const struct network *network, const struct note *note)
{
	struct span field = note->field;

	for (uint32_t i = 0; field.n == 0 && i < note->contact_count; i++)
		field = value_of(network, note, i, TEXT_FIELD);
	return field;
}

static void add_note_link(const struct page *page, struct gfm_table *table, const struct note *note)
{
	struct buf b = BUF_INIT;

	page_anchor(page, &b, "", note->shown, note->shown);
	gfm_table_cell(table, buf_span(&b));
	buf_release(&b);
}

void report_add_interviews(const struct page *page)
{
	const struct report *report = page->report;
	static const char *const names[] = {"Date", "Who",    "Organisation", "Field",
					    "Mode", "Rating", "Outcome",      "Note"};
	bool none = page->view->links.none; /* the last column */
	struct gfm_table table;

	if (report->interview_count == 0) {
		page_nothing(page, "interviews",
			     "Each one, planned or held, is a note in `notes/`.");
		return;
	}
	gfm_table_start(&table, none ? "lllllrl" : "lllllrll");
	for (size_t i = 0; i < sizeof(names) / sizeof(*names) - (none ? 1 : 0); i++)
		gfm_table_cell(&table, span_str(names[i]));
	for (size_t i = 0; i < report->interview_count; i++) {
		const struct note *note = report->interviews[i].note;
		page_cell_date(&table, note->date);
		add_people(&table, report->network, note);
		page_cell(&table, field_of(report->network, note));
		page_cell(&table, note->mode);
		if (note->rating > 0)
			page_cell_number(&table, note->rating);
		else
			gfm_table_cell(&table, SPAN_NONE);
		gfm_table_cell(&table, state_name(&report->interviews[i]));
		if (!none)
			add_note_link(page, &table, note);
	}
	gfm_table_finish(&table, page->sink);
}
