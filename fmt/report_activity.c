/* What was done when: a table with bars, and a chart for readers that draw Mermaid. */
#include "fmt/report_parts.h"

enum {
	BAR_WIDTH = 16, /* so that a row fits into 80 columns */
	CHART_MOST = 30 /* rows whose labels can be read in a chart of the usual height */
};

/* How each step is called. */
static const struct step {
	const char *heading, *axis;
	size_t label_start, label_end; /* of what add_label writes: as a chart has room for it */
	size_t side_by_side;           /* as many labels as fit below a chart of the usual width */
} steps[] = {
	[STEP_WEEK] = {"Week", "each week", 5, 8, 17},
	[STEP_MONTH] = {"Month", "each month", 0, 7, 12},
	[STEP_YEAR] = {"Year", "each year", 0, 4, 18},
};

/* The table's largest number. */
static size_t find_largest(const struct report_activity *activity)
{
	size_t largest = 0;

	for (size_t i = 0; i < activity->count; i++) {
		const struct report_span *span = &activity->spans[i];

		largest = span->asked > largest ? span->asked : largest;
		largest = span->replied > largest ? span->replied : largest;
		largest = span->met > largest ? span->met : largest;
	}
	return largest;
}

/* "2026-W47", "2026-11", "2026"; or the part of it from start that a chart has room for. */
static void add_label(struct buf *b, int32_t day, enum report_step step, bool whole)
{
	char text[10];

	if (step == STEP_WEEK)
		date_week_write(text, day);
	else
		date_write(text, day);
	for (size_t i = whole ? 0 : steps[step].label_start; i < steps[step].label_end; i++)
		buf_add_char(b, text[i]);
}

/* A block for each; if there are more than have room, in proportion, to an eighth of a block. */
static void add_bar(struct buf *b, size_t number, size_t largest, bool ascii)
{
	size_t scale = largest > BAR_WIDTH ? largest : BAR_WIDTH;
	size_t eighths = (number * BAR_WIDTH * 8 + scale - 1) / scale;

	if (ascii)
		eighths = (eighths + 7) / 8 * 8;
	for (; eighths >= 8; eighths -= 8)
		buf_add_str(b, ascii ? "#" : "█");
	if (eighths > 0) { /* U+2589 is seven eighths, U+258F one */
		buf_add_str(b, "\xe2\x96");
		buf_add_char(b, (char)(0x90 - eighths));
	}
}

static void add_cell(const struct page *page, struct gfm_table *table, size_t number,
		     size_t largest)
{
	struct buf b = BUF_INIT;
	int width = 1;

	for (size_t rest = largest; rest >= 10; rest /= 10)
		width++;
	buf_add_format(&b, "%*zu", width, number);
	if (number > 0) {
		buf_add_char(&b, ' ');
		add_bar(&b, number, largest, page->view->ascii);
	}
	gfm_table_cell(table, buf_span(&b));
	buf_release(&b);
}

static void add_table(const struct page *page, const struct report_activity *activity)
{
	size_t largest = find_largest(activity);
	struct buf label = BUF_INIT;
	struct gfm_table table;

	gfm_table_start(&table, "llll");
	gfm_table_cell(&table, span_str(steps[activity->step].heading));
	gfm_table_cell(&table, SPAN("Requests"));
	gfm_table_cell(&table, SPAN("Replies"));
	gfm_table_cell(&table, SPAN("Interviews"));
	for (size_t i = 0; i < activity->count; i++) {
		const struct report_span *span = &activity->spans[i];

		buf_clear(&label);
		add_label(&label, span->from, activity->step, true);
		gfm_table_cell(&table, buf_span(&label));
		add_cell(page, &table, span->asked, largest);
		add_cell(page, &table, span->replied, largest);
		add_cell(page, &table, span->met, largest);
	}
	gfm_table_finish(&table, page->sink);
	buf_release(&label);
}

/* The spans from first on in a list: labels, or numbers, which are at `member` in a span. */
static void add_list(struct buf *b, const struct report_activity *activity, size_t first,
		     const char *name, size_t member)
{
	buf_add_format(b, "    %s [", name);
	for (size_t i = first; i < activity->count; i++) {
		const struct report_span *span = &activity->spans[i];

		if (i > first)
			buf_add_str(b, ", ");
		if (member == offsetof(struct report_span, from)) {
			buf_add_char(b, '"');
			add_label(b, span->from, activity->step, false);
			buf_add_char(b, '"');
		} else {
			size_t number;

			memcpy(&number, (const char *)span + member, sizeof(number));
			buf_add_number(b, (long long)number);
		}
	}
	buf_add_str(b, "]\n");
}

static void add_chart(const struct page *page, const struct report_activity *activity)
{
	const struct step *step = &steps[activity->step];
	size_t drawn = activity->count < CHART_MOST ? activity->count : CHART_MOST;
	size_t first = activity->count - drawn, most = 0;
	struct buf *b = &page->sink->buf;

	for (size_t i = first; i < activity->count; i++) {
		const struct report_span *span = &activity->spans[i];

		most = span->asked > most ? span->asked : most;
		most = span->met > most ? span->met : most;
	}
	if (drawn < 2 || most == 0)
		return; /* nothing to be seen */
	page_line(page, "");
	if (first > 0)
		buf_add_format(b, "The chart has the last %zu of these %zu rows.\n\n", drawn,
			       activity->count);
	buf_add_format(b, "```mermaid\nxychart-beta%s\n",
		       drawn > step->side_by_side ? " horizontal" : "");
	page_line(page, "    title \"Requests (bars) and interviews (line)\"");
	add_list(b, activity, first, "x-axis", offsetof(struct report_span, from));
	buf_add_format(b, "    y-axis \"%s\" 0 --> %zu\n", step->axis, most);
	add_list(b, activity, first, "bar", offsetof(struct report_span, asked));
	add_list(b, activity, first, "line", offsetof(struct report_span, met));
	page_line(page, "```");
}

/* Rows that the period cuts: "2026-W40 from 2026-10-01". */
static void add_cuts(const struct page *page, const struct report_activity *activity)
{
	struct buf *b = &page->sink->buf;
	bool begins = activity->begins != DAY_NONE, ends = activity->ends != DAY_NONE;

	if (!begins && !ends)
		return;
	buf_add_str(b, "\nOnly in part in this period: ");
	if (begins) {
		add_label(b, activity->spans[0].from, activity->step, true);
		buf_add_str(b, " from ");
		date_format(b, activity->begins);
	}
	if (ends) {
		if (!begins || activity->count > 1) {
			buf_add_str(b, begins ? ", " : "");
			add_label(b, activity->spans[activity->count - 1].from, activity->step,
				  true);
		}
		buf_add_str(b, " until ");
		date_format(b, activity->ends);
	}
	page_line(page, ".");
}

void report_add_activity(const struct page *page)
{
	const struct report_activity *activity = &page->report->activity;

	page_left_out(page, activity);
	if (activity->count > 0) {
		add_table(page, activity);
		add_cuts(page, activity);
		add_chart(page, activity);
	} else if (!activity->first_left.event && !activity->first_left.note) {
		page_line(page, period_is_all(&page->report->options.period)
					? "No requests, replies or interviews yet. "
					  "They come from `log.csv`, which `ni-log` writes, and "
					  "`notes/`."
					: "No requests, replies or interviews in this period, "
					  "as far as `log.csv` and `notes/` say.");
	}
}
