/* The report's tables: its figures and its interviews. */
#include "fmt/gfm.h"
#include "fmt/gfm_table.h"
#include "fmt/report_parts.h"

static void add_text(struct gfm_table *table, struct span text)
{
	struct buf b = BUF_INIT;

	gfm_text(&b, text);
	gfm_table_cell(table, buf_span(&b));
	buf_release(&b);
}

static void add_number(struct gfm_table *table, size_t number)
{
	struct buf b = BUF_INIT;

	buf_add_number(&b, (long long)number);
	gfm_table_cell(table, buf_span(&b));
	buf_release(&b);
}

/* A figure that is no part of another. */
static void add_figure(struct gfm_table *table, const char *name, size_t number)
{
	gfm_table_cell(table, span_str(name));
	add_number(table, number);
	gfm_table_cell(table, SPAN_NONE);
}

/* number of whole: "67% of 30 asked"; of one it is "100% of 1 contact". */
static void add_rate(struct gfm_table *table, const char *name, size_t number, size_t whole,
		     const char *one, const char *many)
{
	struct buf b = BUF_INIT;

	gfm_table_cell(table, span_str(name));
	add_number(table, number);
	if (whole > 0)
		buf_add_format(&b, "%zu%% of %zu %s", (number * 200 + whole) / (whole * 2), whole,
			       whole == 1 ? one : many);
	gfm_table_cell(table, buf_span(&b));
	buf_release(&b);
}

void report_add_summary(const struct report_summary *summary, struct sink *sink)
{
	struct gfm_table table;

	gfm_table_start(&table, "lrl");
	gfm_table_cell(&table, SPAN_NONE);
	gfm_table_cell(&table, SPAN("Number"));
	gfm_table_cell(&table, SPAN("Rate"));
	add_figure(&table, "Contacts", summary->contacts);
	add_rate(&table, "Asked", summary->asked, summary->contacts, "contact", "contacts");
	add_rate(&table, "Replied", summary->replied, summary->asked, "asked", "asked");
	add_rate(&table, "Met", summary->met, summary->contacts, "contact", "contacts");
	add_rate(&table, "Thanked in time", summary->thanked_in_time, summary->thanks,
		 "thank-you owed", "thank-yous owed");
	add_figure(&table, "Interviews held", summary->held);
	add_figure(&table, "Interviews planned", summary->planned);
	add_figure(&table, "Interviews to write up", summary->unwritten);
	add_figure(&table, "Interviews cancelled, missed or moved", summary->off);
	add_figure(&table, "Leads", summary->leads);
	gfm_table_finish(&table, sink);
}

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
	add_text(table, buf_span(&names));
	add_text(table, buf_span(&orgs));
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

static void add_note_link(struct gfm_table *table, const struct note *note)
{
	struct buf b = BUF_INIT;

	gfm_link(&b, note->shown, note->shown);
	gfm_table_cell(table, buf_span(&b));
	buf_release(&b);
}

static void add_date(struct gfm_table *table, int32_t day)
{
	char date[10];

	date_write(date, day);
	gfm_table_cell(table, span_of(date, sizeof(date)));
}

void report_add_interviews(const struct report *report, struct sink *sink)
{
	static const char *const names[] = {"Date", "Who",    "Organisation", "Field",
					    "Mode", "Rating", "Outcome",      "Note"};
	struct gfm_table table;

	gfm_table_start(&table, "lllllrll");
	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++)
		gfm_table_cell(&table, span_str(names[i]));
	for (size_t i = 0; i < report->interview_count; i++) {
		const struct note *note = report->interviews[i].note;
		add_date(&table, note->date);
		add_people(&table, report->network, note);
		add_text(&table, field_of(report->network, note));
		add_text(&table, note->mode);
		if (note->rating > 0)
			add_number(&table, note->rating);
		else
			gfm_table_cell(&table, SPAN_NONE);
		gfm_table_cell(&table, state_name(&report->interviews[i]));
		add_note_link(&table, note);
	}
	gfm_table_finish(&table, sink);
}
