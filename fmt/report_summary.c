/* How far things have come, as a table; of a period beside the one before. */
#include "fmt/report_parts.h"

/* A row: a number, and what share it is of another, if of any. */
struct figure {
	const char *name;
	size_t number, whole;   /* offsets in struct report_summary; whole 0: none, nothing is a
				 * share of its first member */
	const char *one, *many; /* what the whole is called */
};

#define OF(member) offsetof(struct report_summary, member)

static const struct figure contacts = {"Contacts", OF(contacts), 0, NULL, NULL};
static const struct figure added = {"Contacts added", OF(contacts), 0, NULL, NULL};
static const struct figure asked = {"Asked", OF(asked), OF(known), "contact", "contacts"};
static const struct figure replied = {"Replied", OF(replied), OF(asked), "asked", "asked"};

static const struct figure people[] = {
	{"Met", OF(met), OF(known), "contact", "contacts"},
	{"Thanked in time", OF(thanked_in_time), OF(thanks), "thank-you owed", "thank-yous owed"},
	{"Interviews held", OF(held), 0, NULL, NULL},
};

static const struct figure interviews[] = {
	{"Interviews planned", OF(planned), 0, NULL, NULL},
	{"Interviews to write up", OF(unwritten), 0, NULL, NULL},
	{"Interviews cancelled, missed or moved", OF(off), 0, NULL, NULL},
	{"Leads", OF(leads), 0, NULL, NULL},
};

static size_t value(const struct report_summary *summary, size_t offset)
{
	size_t number;

	memcpy(&number, (const char *)summary + offset, sizeof(number));
	return number;
}

/* number of whole: "67% of 30 asked"; of one it is "100% of 1 contact". The names of the wholes
 * are told once in a row. */
static void add_share(struct gfm_table *table, const struct figure *figure,
		      const struct report_summary *summary, bool names)
{
	size_t number = value(summary, figure->number);
	size_t whole = figure->whole > 0 ? value(summary, figure->whole) : 0;
	struct buf b = BUF_INIT;

	page_cell_number(table, number);
	if (whole > 0)
		buf_add_format(&b, "%zu%% of %zu", (number * 200 + whole) / (whole * 2), whole);
	if (whole > 0 && names)
		buf_add_format(&b, " %s", whole == 1 ? figure->one : figure->many);
	gfm_table_cell(table, buf_span(&b));
	buf_release(&b);
}

static void add_figure(const struct report *report, struct gfm_table *table,
		       const struct figure *figure)
{
	gfm_table_cell(table, span_str(figure->name));
	add_share(table, figure, &report->summary, true);
	if (report->compares)
		add_share(table, figure, &report->summary_before, false);
}

static void add_figures(const struct report *report, struct gfm_table *table,
			const struct figure *figures, size_t count)
{
	for (size_t i = 0; i < count; i++)
		add_figure(report, table, &figures[i]);
}

/* Of how many things the cell before is: "of 7 interviews"; both are empty where there are none. */
static void add_of(struct gfm_table *table, size_t count, const char *name)
{
	struct buf b = BUF_INIT;

	if (count > 0)
		buf_add_format(&b, "of %zu%s", count, name);
	gfm_table_cell(table, buf_span(&b));
	buf_release(&b);
}

static void add_median(struct gfm_table *table, const struct report_summary *summary, bool names)
{
	size_t count = summary->replied;
	struct buf b = BUF_INIT;

	if (count > 0)
		buf_add_format(&b, "%u%s", (unsigned)summary->reply_halves / 2,
			       summary->reply_halves % 2 > 0 ? ".5" : "");
	gfm_table_cell(table, buf_span(&b));
	add_of(table, count, !names ? "" : count == 1 ? " reply" : " replies");
	buf_release(&b);
}

static void add_named(struct gfm_table *table, const struct report_summary *summary, bool names)
{
	size_t count = summary->held;
	struct buf b = BUF_INIT;

	if (count > 0)
		page_mean(&b, summary->named, count);
	gfm_table_cell(table, buf_span(&b));
	add_of(table, count, !names ? "" : count == 1 ? " interview" : " interviews");
	buf_release(&b);
}

static void add_header(const struct report *report, struct gfm_table *table)
{
	gfm_table_cell(table, SPAN_NONE);
	gfm_table_cell(table, SPAN("Number"));
	gfm_table_cell(table, SPAN("Rate"));
	if (!report->compares)
		return;
	gfm_table_cell(table, SPAN("Before"));
	gfm_table_cell(table, SPAN("Rate"));
}

static void add_rows(const struct report *report, struct gfm_table *table)
{
	add_figure(report, table, period_is_all(&report->options.period) ? &contacts : &added);
	add_figure(report, table, &asked);
	add_figure(report, table, &replied);
	gfm_table_cell(table, SPAN("Median days to a reply"));
	add_median(table, &report->summary, true);
	if (report->compares)
		add_median(table, &report->summary_before, false);
	add_figures(report, table, people, sizeof(people) / sizeof(*people));
	gfm_table_cell(table, SPAN("Referrals per interview"));
	add_named(table, &report->summary, true);
	if (report->compares)
		add_named(table, &report->summary_before, false);
	add_figures(report, table, interviews, sizeof(interviews) / sizeof(*interviews));
}

/* "from 2026-10-01 to 2026-12-31", "from 2026-10-01 on", "until 2026-12-31". */
static void add_days(struct buf *b, const struct period *period)
{
	if (period->from > DAY_MIN) {
		buf_add_str(b, "from ");
		date_format(b, period->from);
	}
	if (period->to == DAY_MAX) {
		buf_add_str(b, " on");
		return;
	}
	buf_add_str(b, period->from > DAY_MIN ? " to " : "until ");
	date_format(b, period->to);
}

/* Who compares a period that is not over has to know. */
static void add_so_far(struct buf *b, const struct period *period, int32_t today)
{
	if (today < period->from)
		buf_add_str(b, " (still to come)");
	else if (today < period->to && period->from > DAY_MIN && period->to < DAY_MAX)
		buf_add_format(b, " (%d of %d days so far)", (int)(today - period->from) + 1,
			       (int)(period->to - period->from) + 1);
}

static void add_period(const struct page *page)
{
	const struct report *report = page->report;
	const struct period *period = &report->options.period;
	struct buf *b = &page->sink->buf;

	if (period_is_all(period))
		return;
	buf_add_str(b, "What happened ");
	add_days(b, period);
	add_so_far(b, period, report->options.today);
	if (report->compares) {
		buf_add_str(b, "; before: ");
		add_days(b, &report->before);
	}
	page_line(page, ".\n");
}

void report_add_summary(const struct page *page)
{
	const struct report *report = page->report;
	struct gfm_table table;

	if (report->selected == 0) {
		page_line(page, "No contacts are selected. They are the rows of `contacts.csv`, "
				"or of the list that is given.");
		return;
	}
	add_period(page);
	gfm_table_start(&table, report->compares ? "lrlrl" : "lrl");
	add_header(report, &table);
	add_rows(report, &table);
	gfm_table_finish(&table, page->sink);
}
