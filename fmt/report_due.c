/* What is due, as a task list. */
#include "fmt/report_parts.h"
#include "src/base/utf8.h"

static void add_anchor(const struct page *page, struct buf *b, struct span anchor)
{
	struct span file;
	uint32_t line;

	if (report_anchor(anchor, &file, &line) != 0)
		return;
	page_anchor(page, b, " — ", anchor, file);
}

/* Whether the reason is not for others: it says where a meeting is, which may be a phone number or
 * a link that lets in whoever has it; or it is the note of a log line: of these two only, and where
 * no note is the anchor. */
static bool is_for_me(const struct report_item *item)
{
	enum action_kind kind = action_parse(item->action);
	struct span file = SPAN_NONE;
	uint32_t line;

	if (kind == ACTION_MEET)
		return true;
	if (kind != ACTION_REPLY && kind != ACTION_THANK)
		return false;
	return report_anchor(item->anchor, &file, &line) != 0 || !span_ends(file, SPAN(".md"));
}

static struct span shown_reason(const struct page *page, const struct report_item *item)
{
	if (item->confidential)
		return SPAN("private");
	return page->view->share && is_for_me(item) ? SPAN_NONE : item->reason;
}

void page_reason(const struct page *page, struct buf *b, const struct report_item *item)
{
	struct span reason = shown_reason(page, item);

	if (reason.n > 0) {
		buf_add_str(b, ": ");
		gfm_text(b, reason);
	}
	add_anchor(page, b, item->anchor);
}

/* - [ ] 2026-11-20 **thank** Jane Doe (Acme): interview of … — [notes/a.md:4](notes/a.md) */
static void add_item(const struct page *page, const struct report_item *item)
{
	struct buf *b = &page->sink->buf;

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
	page_person(b, utf8_shows(item->name) ? item->name : item->id, item->org);
	page_reason(page, b, item);
	page_line(page, "");
}

static void add_some(const struct page *page, const void *items, size_t first, size_t end)
{
	const struct report_item *list = items;

	for (size_t i = first; i < end; i++)
		add_item(page, &list[i]);
}

static void add_group(const struct page *page, const char *heading,
		      const struct report_items *items, bool first)
{
	buf_add_format(&page->sink->buf, "%s### %s (%zu)\n\n", first ? "" : "\n", heading,
		       items->count);
	page_add_many(page, add_some, items->list, items->count);
}

void report_add_due(const struct page *page)
{
	static const char *const headings[REPORT_GROUPS] = {
		[REPORT_LATE] = "Late",
		[REPORT_TODAY] = "Today",
		[REPORT_SOON] = "Next seven days",
		[REPORT_LATER] = "Later",
		[REPORT_UNDATED] = "No date",
	};
	const struct report_items *groups = page->report->groups;
	bool first = true;

	for (int g = 0; g < REPORT_GROUPS; g++) {
		if (groups[g].count == 0)
			continue;
		add_group(page, headings[g], &groups[g], first);
		first = false;
	}
	if (first)
		page_line(page, "Nothing is due. To look further ahead: "
				"`ni-due --within 30d | ni-report -`");
}
