/* The brief: who they are, and what there is between us. */
#include "fmt/report_brief.h"

#include "fmt/refer_drawn.h"
#include "fmt/report_brief_parts.h"
#include "src/spoken.h"

enum {
	HAPPENINGS_MOST = 12, /* the latest; the rest is counted */
	PATHS_MOST = 3,       /* of equally short ones */
};

void brief_add_heading(const struct page *page, const char *heading)
{
	buf_add_format(&page->sink->buf, "\n## %s\n\n", heading);
}

/* Closed, declined: to be known before all else. */
static void add_warning(const struct page *page, const struct standing *standing,
			enum event_kind kind, const char *what)
{
	struct buf *b = &page->sink->buf;
	const struct event *event = standing_event(standing, standing->last[kind]);

	buf_add_format(b, "\n**%s on ", what);
	date_format(b, event->day);
	buf_add_str(b, "**");
	if (event_note(event).n > 0 && !page->view->share) {
		buf_add_str(b, ": ");
		gfm_text(b, event_note(event));
	}
	page_line(page, "");
}

static void add_labelled(const struct page *page, const char *label, const struct buf *text)
{
	if (text->n == 0)
		return;
	buf_add_format(&page->sink->buf, "- **%s:** ", label);
	buf_add_span(&page->sink->buf, buf_span(text));
	page_line(page, "");
}

static void add_who(const struct page *page, const struct report_person *person)
{
	struct buf text = BUF_INIT;

	brief_add_heading(page, "Who they are");
	(void)person_add_work(page, &text, person->contact);
	add_labelled(page, "Work", &text);
	buf_clear(&text);
	person_add_standing(page, &text, person);
	add_labelled(page, "Stands", &text);
	buf_clear(&text);
	(void)person_add_reach(page, &text, person->contact);
	add_labelled(page, "Reach", &text);
	buf_clear(&text);
	if (!page->view->share)
		gfm_text(&text, network_text(page->report->network, person->contact, TEXT_NOTE));
	add_labelled(page, "Note", &text);
	buf_clear(&text);
	person_add_named(page, &text, person->contact);
	add_labelled(page, "Named", &text);
	buf_release(&text);
}

static void add_paths(const struct page *page, uint32_t contact)
{
	struct buf *b = &page->sink->buf;
	struct buf sentence = BUF_INIT;
	struct path path;
	int count = 0;

	path_start(&path, &page->report->graph, contact);
	while (count <= PATHS_MOST && path_next(&path)) {
		if (count++ == PATHS_MOST) {
			page_line(page, "- and in other ways: `ni-refer --path` lists them");
			break;
		}
		buf_clear(&sentence);
		refer_draw_path(&sentence, &path, !page->view->links.none);
		buf_add_str(b, "- ");
		gfm_text(b, buf_span(&sentence));
		page_line(page, "");
	}
	if (!path.found)
		page_line(page, "- nobody whom I know without a referral named them, or who did");
	path_release(&path);
	buf_release(&sentence);
}

static void add_known(const struct page *page, uint32_t contact)
{
	brief_add_heading(page, "How I come to know them");
	buf_add_str(&page->sink->buf, "- ");
	person_add_known(page, &page->sink->buf, contact);
	page_line(page, "");
	add_paths(page, contact);
}

static void add_timeline(const struct page *page, const struct history *history)
{
	struct buf *b = &page->sink->buf;

	brief_add_heading(page, "Timeline");
	for (size_t i = 0; i < history->count && i < HAPPENINGS_MOST; i++) {
		buf_add_str(b, "- ");
		person_add_happening(page, b, &history->list[i]);
		page_line(page, "");
	}
	if (history->count > HAPPENINGS_MOST) {
		buf_add_format(b, "- and %zu earlier, from ", history->count - HAPPENINGS_MOST);
		date_format(b, history->list[history->count - 1].day);
		page_line(page, " on");
	}
	if (history->count == 0)
		page_line(page, "Nothing yet.");
}

static void add_due(const struct page *page, const struct report_person *person)
{
	if (person->item_count == 0)
		return;
	brief_add_heading(page, "Due");
	for (size_t i = 0; i < person->item_count; i++) {
		buf_add_str(&page->sink->buf, "- ");
		person_add_item(page, &page->sink->buf, person->items[i]);
		page_line(page, "");
	}
}

/* "69 words, about 28 seconds; 7 over 75" */
static void add_length(const struct page *page, struct span text)
{
	struct buf *b = &page->sink->buf;
	uint32_t most = page->report->network->settings.introduction_words;
	struct spoken spoken = spoken_measure(text);
	size_t seconds = spoken_seconds(&spoken);

	buf_add_char(b, '\n');
	spoken_say(&spoken, b);
	buf_add_format(b, ", about %zu second%s", seconds, seconds == 1 ? "" : "s");
	if (spoken.words > most)
		buf_add_format(b, "; %zu over %u", spoken.words - most, most);
	page_line(page, "");
}

/* A paragraph each on a line of its own: so nothing in them is a block. */
static void add_introduction(const struct page *page)
{
	struct span text = span_trim(page->report->network->settings.me_introduction);
	struct span rest = text, line;
	bool begun = false, apart = false;

	brief_add_heading(page, "My introduction");
	if (text.n == 0) {
		page_line(page, "None yet. It stands in `ni.yaml`, under `me:`, as "
				"`introduction:`.");
		return;
	}
	while (span_cut(&rest, '\n', &line)) {
		line = span_trim(line);
		if (line.n == 0) {
			apart = begun;
			continue;
		}
		buf_add_str(&page->sink->buf, !begun ? "> " : apart ? "\n>\n> " : " ");
		gfm_text(&page->sink->buf, line);
		begun = true;
		apart = false;
	}
	page_line(page, "");
	add_length(page, text);
}

/* "Next: 2026-11-24, 13:00 AST, video, 25 min, …" */
static void add_head(const struct page *page, const struct report_person *person)
{
	struct buf *b = &page->sink->buf;

	buf_add_str(b, "# ");
	gfm_text(b, network_name(page->report->network, person->contact));
	buf_add_str(b, "\n\nBrief of ");
	date_format(b, page->report->options.today);
	page_line(page, "");
	if (person->next) {
		buf_add_str(b, "\n**Next meeting:** ");
		page_note(page, b, person->next);
		person_add_appointment(page, b, person->next);
		page_line(page, "");
	}
	if (person->standing.closed)
		add_warning(page, &person->standing, EVENT_CLOSED, "Closed");
	else if (person->standing.declined)
		add_warning(page, &person->standing, EVENT_DECLINED, "Declined");
}

void report_brief(const struct report *report, const struct report_view *view, uint32_t contact,
		  struct sink *sink)
{
	struct page page = {.sink = sink, .report = report, .view = view};
	struct report_brief brief;

	report_brief_find(report, contact, &brief);
	add_head(&page, &brief.person);
	add_who(&page, &brief.person);
	add_known(&page, contact);
	add_timeline(&page, &brief.person.history);
	brief_add_said(&page, &brief);
	brief_add_promises(&page, &brief);
	add_due(&page, &brief.person);
	brief_add_prepared(&page, &brief);
	brief_add_unanswered(&page, &brief);
	add_introduction(&page);
	report_brief_release(&brief);
}
