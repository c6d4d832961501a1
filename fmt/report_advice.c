/* What was advised: first what is still to be done, and who is to be told. */
#include "fmt/report_said.h"

static bool was_told(const struct page *page, const struct said *said, uint32_t contact)
{
	return said_told_since(&page->report->said, contact, said_done_on(said)) != DAY_NONE;
}

/* Of several who advised it, and some of whom were told, those who were not. */
static void add_untold(const struct page *page, struct buf *b, const struct said *said)
{
	const struct network *network = page->report->network;
	const struct note *note = said->note;
	size_t count = 0;
	bool told = false;

	for (uint32_t i = 0; i < note->contact_count; i++)
		told |= report_about(network, note, i) && was_told(page, said, note->contacts[i]);
	for (uint32_t i = 0; told && i < note->contact_count; i++) {
		if (!report_about(network, note, i) || was_told(page, said, note->contacts[i]))
			continue;
		if (count++ >= MOST_PEOPLE)
			continue;
		buf_add_str(b, count > 1 ? ", " : "; not told yet: ");
		gfm_text(b, network_name(network, note->contacts[i]));
	}
	if (count > MOST_PEOPLE)
		buf_add_format(b, ", %zu others", count - MOST_PEOPLE);
}

/* The day by which all of them had been told. */
static void add_told(const struct page *page, struct buf *b, const struct said *said)
{
	const struct note *note = said->note;
	int32_t last = DAY_NONE;

	for (uint32_t i = 0; i < note->contact_count; i++) {
		int32_t day;

		if (!report_about(page->report->network, note, i))
			continue;
		day = said_told_since(&page->report->said, note->contacts[i], said_done_on(said));
		last = day > last ? day : last;
	}
	buf_add_str(b, ", told ");
	date_format(b, last);
}

static void add_done(struct buf *b, const struct task *task)
{
	buf_add_str(b, "; done");
	if (task->completed == DAY_NONE)
		return;
	buf_add_char(b, ' ');
	date_format(b, task->completed);
}

static void add_due(struct buf *b, const struct task *task, int32_t today)
{
	if (task->due == DAY_NONE)
		return;
	buf_add_str(b, "; due ");
	date_format(b, task->due);
	if (task->due < today)
		buf_add_str(b, ", late");
}

static void add_one(const struct page *page, const struct said *said, enum said_state state)
{
	const struct task *task = said_task(said);
	struct buf remark = BUF_INIT;

	if (state == SAID_TO_DO)
		add_due(&remark, task, page->report->options.today);
	if (state == SAID_DONE || state == SAID_TOLD)
		add_done(&remark, task);
	if (state == SAID_DONE)
		add_untold(page, &remark, said);
	if (state == SAID_TOLD)
		add_told(page, &remark, said);
	page_said(page, said, state == SAID_PLAIN ? said->excerpt->text : said_before_dates(said),
		  buf_span(&remark));
	buf_release(&remark);
}

/* Some of the advice of one state. */
struct advice {
	const struct said *list;
	enum said_state state;
};

static void add_some(const struct page *page, const void *things, size_t first, size_t end)
{
	const struct advice *advice = things;

	for (size_t i = first; i < end; i++)
		add_one(page, &advice->list[i], advice->state);
}

void report_add_advice(const struct page *page)
{
	static const char *const headings[SAID_STATES] = {
		[SAID_TO_DO] = "To do",
		[SAID_DONE] = "Acted on, not told yet",
		[SAID_TOLD] = "Acted on and told",
		[SAID_PLAIN] = "Other advice",
	};
	bool first = true;

	for (int state = 0; state < SAID_STATES; state++) {
		const struct said_list *advice = &page->report->said.advice[state];

		if (advice->count == 0)
			continue;
		buf_add_format(&page->sink->buf, "%s### %s\n\n", first ? "" : "\n",
			       headings[state]);
		page_add_many(page, add_some,
			      &(struct advice){advice->list, (enum said_state)state},
			      advice->count);
		first = false;
	}
	if (first)
		page_nothing(page, "advice",
			     "It is what stands in a note under a heading that begins with Advice, "
			     "best as a task.");
}
