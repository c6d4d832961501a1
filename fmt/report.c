/*
 * The report's frame, and what is due. All that comes from data goes through gfm_text.
 */
#include "fmt/report.h"
#include "fmt/gfm.h"
#include "fmt/report_parts.h"

static void add_line(struct sink *sink, const char *text)
{
	buf_add_str(&sink->buf, text);
	buf_add_char(&sink->buf, '\n');
	sink_flush_some(sink);
}

static void add_title(const struct report *report, struct sink *sink)
{
	struct span name = report->network->settings.me_name;

	add_line(sink, "# Networking report\n");
	if (name.n > 0) {
		gfm_text(&sink->buf, name);
		buf_add_str(&sink->buf, ", ");
	}
	date_format(&sink->buf, report->today);
	add_line(sink, "");
}

static void add_person(struct buf *b, const struct report_item *item)
{
	gfm_text(b, item->name.n > 0 ? item->name : item->id);
	if (item->org.n == 0)
		return;
	buf_add_str(b, " (");
	gfm_text(b, item->org);
	buf_add_char(b, ')');
}

static void add_anchor(struct buf *b, struct span anchor)
{
	struct span file;
	uint32_t line;

	if (report_anchor(anchor, &file, &line) != 0)
		return;
	buf_add_str(b, " — ");
	gfm_link(b, anchor, file);
}

/* - [ ] 2026-11-20 **thank** Jane Doe (Acme): interview of … — [notes/a.md:4](notes/a.md) */
static void add_item(struct sink *sink, const struct report_item *item)
{
	struct buf *b = &sink->buf;
	struct span reason = item->confidential ? SPAN("private") : item->reason;

	buf_add_str(b, "- [ ] ");
	if (item->due != DAY_NONE) {
		date_format(b, item->due);
		buf_add_char(b, ' ');
	}
	if (item->action.n > 0) {
		buf_add_str(b, "**");
		gfm_text(b, item->action);
		buf_add_str(b, "** ");
	}
	add_person(b, item);
	if (reason.n > 0) {
		buf_add_str(b, ": ");
		gfm_text(b, reason);
	}
	add_anchor(b, item->anchor);
	add_line(sink, "");
}

static void add_group(struct sink *sink, const char *heading, const struct report_items *items)
{
	buf_add_format(&sink->buf, "\n### %s (%zu)\n\n", heading, items->count);
	for (size_t i = 0; i < items->count; i++)
		add_item(sink, &items->list[i]);
}

static void add_due(const struct report *report, struct sink *sink)
{
	static const char *const headings[REPORT_GROUPS] = {
		[REPORT_LATE] = "Late",
		[REPORT_TODAY] = "Today",
		[REPORT_SOON] = "Next seven days",
		[REPORT_LATER] = "Later",
		[REPORT_UNDATED] = "No date",
	};
	bool nothing = true;

	add_line(sink, "\n## Due");
	for (int g = 0; g < REPORT_GROUPS; g++) {
		if (report->groups[g].count == 0)
			continue;
		nothing = false;
		add_group(sink, headings[g], &report->groups[g]);
	}
	if (nothing)
		add_line(sink,
			"\nNothing is due. To look further ahead: "
			"`ni-due --within 30d | ni-report -`");
}

void report_render(const struct report *report, struct sink *sink)
{
	add_title(report, sink);
	add_line(sink, "\n## Summary\n");
	if (report->summary.contacts > 0)
		report_add_summary(&report->summary, sink);
	else
		add_line(sink,
			"No contacts are selected. They are the rows of `contacts.csv`, "
			"or of the list that is given.");
	add_due(report, sink);
	add_line(sink, "\n## Interviews\n");
	if (report->interview_count > 0)
		report_add_interviews(report, sink);
	else
		add_line(sink,
			"No interviews yet. Each one, planned or held, is a note in `notes/`.");
}
