/* What lies so far before all else that a table with it would be one of empty rows. */
#include "fmt/report_parts.h"

/* "2 requests" among others. */
static void add_number(struct buf *b, size_t number, const char *one, const char *many,
		       const char *before)
{
	if (number > 0)
		buf_add_format(b, "%s%zu %s", before, number, number == 1 ? one : many);
}

/* 0026-03-01 (log.csv:5) */
static void add_deed(const struct page *page, const struct report_deed *deed)
{
	const struct network *network = page->report->network;
	uint32_t file = deed->note ? deed->note->file : network->log_file;
	struct buf anchor = BUF_INIT, *b = &page->sink->buf;

	date_format(b, deed->day);
	buf_add_anchor(&anchor, network->files[file],
		       deed->note ? deed->note->date_line : deed->event->line);
	page_anchor(page, b, " (", buf_span(&anchor), network->files[file]);
	buf_add_str(b, page->view->links.none ? "" : ")");
	buf_release(&anchor);
}

void page_left_out(const struct page *page, const struct report_activity *activity)
{
	const struct report_span *left = &activity->left_out;
	size_t number = left->asked + left->replied + left->met;
	struct buf *b = &page->sink->buf;

	if (number == 0)
		return;
	buf_add_str(b, "Left out, since nothing follows for more than ten years: ");
	add_number(b, left->asked, "request", "requests", "");
	add_number(b, left->replied, "reply", "replies", left->asked > 0 ? ", " : "");
	add_number(b, left->met, "interview", "interviews",
		   left->asked + left->replied > 0 ? ", " : "");
	buf_add_str(b, number == 1 ? " on " : ", the first on ");
	add_deed(page, &activity->first_left);
	if (number > 1) {
		buf_add_str(b, ", the last on ");
		add_deed(page, &activity->last_left);
	}
	page_line(page, activity->count > 0 ? ".\n" : ".");
}
