/* Each field with what was seen of it by sector, and who could tell more. */
#include "fmt/report_parts.h"

enum { ORGS_MOST = 10 }; /* in a cell of the table */

static void add_orgs(struct gfm_table *table, const struct report_sector *sector)
{
	size_t shown = sector->org_count < ORGS_MOST ? sector->org_count : ORGS_MOST;
	struct buf b = BUF_INIT;

	for (size_t i = 0; i < shown; i++) {
		if (i > 0)
			buf_add_str(&b, "; ");
		gfm_text(&b, sector->orgs[i]);
	}
	if (sector->org_count > shown)
		buf_add_format(&b, "; and %zu more", sector->org_count - shown);
	gfm_table_cell(table, buf_span(&b));
	buf_release(&b);
}

static void add_sector(struct gfm_table *table, const struct report_sector *sector)
{
	struct buf b = BUF_INIT;

	if (sector->name.n > 0)
		gfm_text(&b, sector->name);
	else
		buf_add_str(&b, "not known");
	gfm_table_cell(table, buf_span(&b));
	page_cell_number(table, sector->held);
	buf_clear(&b);
	if (sector->rated > 0)
		page_mean(&b, sector->ratings, sector->rated);
	gfm_table_cell(table, buf_span(&b));
	buf_release(&b);
	add_orgs(table, sector);
}

/* Of a field also the sectors without an interview: what is missing is to be seen. */
static void add_table(const struct page *page, const struct report_field *field)
{
	static const char *const names[] = {"Sector", "Interviews", "Rating", "Organisations"};
	struct gfm_table table;

	page_line(page, "");
	gfm_table_start(&table, "lrrl");
	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++)
		gfm_table_cell(&table, span_str(names[i]));
	for (size_t i = 0; i < field->sector_count; i++)
		if (field->sectors[i].held > 0 ||
		    (field->name.n > 0 && field->sectors[i].name.n > 0))
			add_sector(&table, &field->sectors[i]);
	gfm_table_finish(&table, page->sink);
}

/* How near they are, if a date says it: what stands before it. */
static const char *const since[] = {
	[NEAR_PLANNED] = "interview on ", [NEAR_UNWRITTEN] = "to write up: interview of ",
	[NEAR_REPLIED] = "replied on ",   [NEAR_HELPED] = "helped on ",
	[NEAR_ASKED] = "asked on ",       [NEAR_DEFERRED] = "deferred until ",
};

/* "  - Name (Organisation), asked on 2026-11-02". */
static void add_source(const struct page *page, const struct report_source *source,
		       const char *indent)
{
	const struct report *report = page->report;
	struct buf *b = &page->sink->buf;

	buf_add_format(b, "%s- ", indent);
	if (source->nearness == NEAR_LEAD) {
		const struct lead *lead = &report->leads->list[source->lead];

		page_person(b, lead->name, lead->org);
		buf_add_str(b, ", named by ");
		gfm_text(b, network_name(report->network, source->contact));
	} else {
		page_contact(page, b, source->contact);
		buf_add_str(b, ", ");
		if (source->nearness == NEAR_UNASKED) {
			buf_add_str(b, "not asked yet");
		} else {
			buf_add_str(b, since[source->nearness]);
			date_format(b, source->day);
		}
	}
	page_line(page, "");
}

static void add_sources(const struct page *page, const struct report_sources *sources,
			const char *indent)
{
	size_t shown = sources->count < REPORT_SOURCES ? sources->count : REPORT_SOURCES;

	for (size_t i = 0; i < shown; i++)
		add_source(page, &sources->list[i], indent);
	if (sources->count > shown) {
		buf_add_format(&page->sink->buf, "%s- and %zu more", indent,
			       sources->count - shown);
		page_line(page, "");
	}
}

/* "- **government**" and below it who is there. */
static void add_gap(const struct page *page, struct span name, const char *otherwise,
		    const struct report_sources *sources)
{
	struct buf *b = &page->sink->buf;

	buf_add_str(b, "- ");
	if (otherwise) {
		buf_add_str(b, otherwise);
	} else {
		buf_add_str(b, "**");
		gfm_text(b, name);
		buf_add_str(b, "**");
	}
	page_line(page, sources->count > 0 ? ":" : ": nobody yet");
	add_sources(page, sources, "  ");
}

/* The sectors that were not heard; where these are not enough, those that were. */
static void add_gaps(const struct page *page, const struct report_field *field)
{
	const struct report_sector *unknown = &field->sectors[field->sector_count - 1];
	bool heard = false;

	if (field->missing == 0 && field->unheard == 0)
		return;
	page_line(page, "\nWho could tell more:\n");
	for (const struct report_sector *sector = field->sectors; sector < unknown; sector++) {
		if (sector->heard)
			heard = true;
		else
			add_gap(page, sector->name, NULL, &sector->sources);
	}
	if (heard && field->missing > field->unheard)
		add_gap(page, SPAN_NONE, "from a sector heard already", &field->again);
	if (unknown->sources.count > 0)
		add_gap(page, SPAN_NONE, "sector not known", &unknown->sources);
}

static void add_held(struct buf *b, const struct page *page, const struct report_field *field)
{
	bool all = period_is_all(&page->report->options.period);

	if (field->held == 0)
		buf_add_str(b, all ? "No interview held yet" : "No interview held in this period");
	else
		buf_add_format(b, "%zu interview%s held%s", field->held,
			       field->held == 1 ? "" : "s", all ? "" : " in this period");
	if (field->rated > 0) {
		buf_add_str(b, ", rated ");
		page_mean(b, field->ratings, field->rated);
		buf_add_str(b, field->rated == 1 ? "" : " on average");
	}
	if (!all)
		buf_add_format(b, " (%zu in all)", field->views);
}

static void add_field(const struct page *page, const struct report_field *field, bool first)
{
	struct buf *b = &page->sink->buf;
	size_t wanted = page->report->network->settings.views;

	page_heading(page, first ? "### " : "\n### ", field->name);
	add_held(b, page, field);
	if (field->missing > 0)
		buf_add_format(b, "; %zu of %zu views still missing", field->missing, wanted);
	else
		buf_add_str(b, "; no view is missing");
	page_line(page, ".");
	if (field->held > 0)
		add_table(page, field);
	add_gaps(page, field);
}

/* Of no field no view can be missing. */
static void add_fieldless(const struct page *page, const struct report_field *field, bool first)
{
	struct buf *b = &page->sink->buf;

	buf_add_str(b, first ? "### No field\n\n" : "\n### No field\n\n");
	add_held(b, page, field);
	page_line(page, ".");
	if (field->held > 0)
		add_table(page, field);
	if (field->again.count == 0)
		return;
	page_line(page, "\nNot met yet, field not known:\n");
	add_sources(page, &field->again, "");
}

void report_add_fields(const struct page *page)
{
	const struct report_fields *fields = &page->report->fields;

	if (fields->count == 0) {
		page_line(page, "No fields yet. They are what the column `field` of `contacts.csv` "
				"says, or a note's `field`.");
		return;
	}
	for (size_t i = 0; i < fields->count; i++) {
		if (fields->list[i].name.n > 0)
			add_field(page, &fields->list[i], i == 0);
		else
			add_fieldless(page, &fields->list[i], i == 0);
	}
}
