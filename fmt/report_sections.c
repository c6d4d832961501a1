/* The sections of a report: what they are called, and in which order they come. */
#include "fmt/report_parts.h"
#include "src/base/jobs.h"

struct section {
	const char *name, *heading, *meaning;
	void (*add)(const struct page *page);
};

static const struct section sections[REPORT_SECTIONS] = {
	[REPORT_SUMMARY] = {"summary", "Summary", "how far things have come, with rates",
			    report_add_summary},
	[REPORT_DUE] = {"due", "Due", "a task list of what is due", report_add_due},
	[REPORT_ACTIVITY] = {"activity", "Activity",
			     "requests, replies and interviews by week or month",
			     report_add_activity},
	[REPORT_INTERVIEWS] = {"interviews", "Interviews", "each interview, with its note",
			       report_add_interviews},
	[REPORT_FIELDS] = {"fields", "Fields",
			   "fields by sector: what was seen of each, and who could tell more",
			   report_add_fields},
	[REPORT_QUESTIONS] = {"questions", "Questions",
			      "every question with every answer side by side",
			      report_add_questions},
	[REPORT_INSIGHTS] = {"insights", "Insights", "what was learnt, by field",
			     report_add_insights},
	[REPORT_ADVICE] = {"advice", "Advice", "what was advised, whether acted on and told",
			   report_add_advice},
	[REPORT_OPENINGS] = {"openings", "Openings", "the jobs heard of", report_add_openings},
	[REPORT_REFERRALS] = {"referrals", "Referrals", "who named whom, and what came of it",
			      report_add_referrals},
	[REPORT_PEOPLE] = {"people", "People", "one dossier each", report_add_people},
};

static int find_section(struct span name)
{
	for (int i = 0; i < REPORT_SECTIONS; i++)
		if (span_is(name, sections[i].name))
			return i;
	return -1;
}

int report_sections_parse(struct span list, struct report_view *view, struct span *unknown)
{
	view->count = 0;
	while (span_item(&list, unknown)) {
		int section = find_section(*unknown);

		if (section < 0)
			return -1;
		if (!(report_sections_bits(view) & SECTION_BIT(section)))
			view->order[view->count++] = (enum report_section)section;
	}
	return 0;
}

void report_sections_all(struct report_view *view)
{
	for (view->count = 0; view->count < REPORT_SECTIONS; view->count++)
		view->order[view->count] = (enum report_section)view->count;
}

uint32_t report_sections_bits(const struct report_view *view)
{
	uint32_t bits = 0;

	for (size_t i = 0; i < view->count; i++)
		bits |= SECTION_BIT(view->order[i]);
	return bits;
}

void report_sections_help(struct sink *sink)
{
	for (int i = 0; i < REPORT_SECTIONS; i++)
		buf_add_format(&sink->buf, "%-11s %s\n", sections[i].name, sections[i].meaning);
}

static void add_title(const struct page *page)
{
	const struct report *report = page->report;
	struct span name = report->network->settings.me_name;
	struct buf *b = &page->sink->buf;

	page_line(page, "# Networking report\n");
	if (name.n > 0) {
		gfm_text(b, name);
		buf_add_str(b, ", ");
	}
	date_format(b, report->options.today);
	page_line(page, "");
}

static void add_section(const struct page *page, enum report_section section)
{
	buf_add_format(&page->sink->buf, "\n## %s\n\n", sections[section].heading);
	sections[section].add(page);
}

/* A section that a job makes. */
struct part {
	JOB_ALIGNED struct page page;
	struct sink sink;
	enum report_section section;
};

static void make_part(void *job)
{
	struct part *part = job;

	add_section(&part->page, part->section);
}

/* As measured; so that no long one is begun when the other threads are nearly through. */
static const enum report_section longest_first[] = {
	REPORT_QUESTIONS,  REPORT_PEOPLE,  REPORT_ADVICE,   REPORT_REFERRALS,
	REPORT_INTERVIEWS, REPORT_DUE,     REPORT_INSIGHTS, REPORT_ACTIVITY,
	REPORT_FIELDS,     REPORT_SUMMARY, REPORT_OPENINGS,
};

_Static_assert(sizeof(longest_first) / sizeof(*longest_first) == REPORT_SECTIONS,
	       "each section has its place among the longest");

/* The parts of the sections asked for, the longest first; of: by section. Returns how many. */
static size_t plan_parts(const struct page *page, struct part *parts, struct part **of)
{
	uint32_t wanted = report_sections_bits(page->view);
	size_t count = 0;

	for (size_t i = 0; i < REPORT_SECTIONS; i++) {
		struct part *part = &parts[count];

		if (!(wanted & SECTION_BIT(longest_first[i])))
			continue;
		*part = (struct part){.page = *page, .section = longest_first[i]};
		part->sink = SINK_INIT(-1);
		part->page.sink = &part->sink;
		part->page.is_part = true;
		of[part->section] = part;
		count++;
	}
	return count;
}

/* Several sections are made at once, then written in their order. */
static void add_at_once(const struct page *page, size_t threads)
{
	const struct report_view *view = page->view;
	struct part parts[REPORT_SECTIONS], *of[REPORT_SECTIONS];
	size_t count = plan_parts(page, parts, of);
	struct jobs jobs;

	jobs_start(&jobs, make_part, parts, count, sizeof(*parts), threads);
	jobs_finish(&jobs);
	for (size_t i = 0; i < view->count; i++) {
		struct sink *sink = &of[view->order[i]]->sink;

		sink_take(page->sink, &sink->buf);
		sink_release(sink);
	}
}

/* Sections of few people and notes are too short to be divided, and may wait in memory. */
enum { FEW_MOST = 8192, FEW_LEAST = 128 };

void report_render(const struct report *report, const struct report_view *view, struct sink *sink)
{
	struct page page = {.sink = sink, .report = report, .view = view};
	size_t things = report->network->contact_count + report->network->note_count;
	size_t jobs = things < FEW_MOST ? jobs_count(things, FEW_LEAST) : 1;

	add_title(&page);
	if (jobs > 1 && view->count > 1) {
		add_at_once(&page, jobs - 1);
		return;
	}
	for (size_t i = 0; i < view->count; i++)
		add_section(&page, view->order[i]);
}
