#include "fmt/markdown_date.h"
#include "fmt/markdown_internal.h"

/*
 * Finds the box that a paragraph begins with. It stands at the paragraph's start,
 * unless link reference definitions do, which cmark counts in: then it is on a later line.
 */
static bool find_box(const struct source *source, cmark_node *paragraph, unsigned quotes,
		     struct buf *scratch, struct box *box)
{
	uint32_t line = (uint32_t)cmark_node_get_start_line(paragraph);
	uint32_t last = (uint32_t)cmark_node_get_end_line(paragraph);
	size_t column = (size_t)cmark_node_get_start_column(paragraph);
	struct span rest = span_skip(source_line(source, line), column > 0 ? column - 1 : 0);

	if (markdown_is_box(rest)) {
		*box = (struct box){line, rest};
		return true;
	}
	if (!span_starts(rest, SPAN("[")) || !markdown_is_box(markdown_plain(paragraph, scratch)))
		return false;
	while (++line <= last) {
		rest = span_trim(source_unquote(source_line(source, line), quotes));
		if (markdown_is_box(rest)) {
			*box = (struct box){line, rest};
			return true;
		}
	}
	return false;
}

static struct span task_text(const struct source *source, const struct box *box, uint32_t last,
			     unsigned quotes, struct buf *into)
{
	buf_clear(into);
	buf_add_span(into, span_trim(span_skip(box->rest, 3)));
	for (uint32_t line = box->line + 1; line <= last; line++) {
		buf_add_char(into, ' ');
		buf_add_span(into, span_trim(source_unquote(source_line(source, line), quotes)));
	}
	return span_trim(buf_span(into));
}

/* The column is found by looking for the date again in the source. */
static void wrong_date(const struct source *source, const struct box *box, uint32_t last,
		       struct span date)
{
	uint32_t found = box->line;
	size_t column = 1;

	for (uint32_t n = last; n >= box->line; n--) {
		struct span line = source_line(source, n);
		size_t at = n == box->line ? (size_t)(box->rest.p - line.p) : 0;

		for (; at + date.n <= line.n; at++) {
			if (memcmp(line.p + at, date.p, date.n) == 0) {
				found = n;
				column = at + 1;
				break;
			}
		}
	}
	diag_add(source->diags, DIAG_ERROR, source->shown, source->line + found - 1, column,
		 "task: found '%.*s', expected a date such as 2026-11-30", SPAN_ARG(date));
	diag_rule(source->diags, "bad-date");
}

enum task_kind markdown_boxed(const struct source *source, const struct box *box, uint32_t last,
			      unsigned quotes, struct buf *scratch, struct arena *arena,
			      struct task *task, bool *faulty)
{
	struct span text = task_text(source, box, last, quotes, scratch), wrong;

	if (markdown_only_comments(text))
		return TASK_EMPTY;
	*task = (struct task){.text = arena_copy(arena, text), .done = box->rest.p[1] != ' '};
	if (markdown_date(text, &markdown_due, &task->due, &wrong) > 0) {
		wrong_date(source, box, last, wrong);
		*faulty = true;
	}
	if (markdown_date(text, &markdown_done, &task->completed, &wrong) > 0) {
		wrong_date(source, box, last, wrong);
		*faulty = true;
	}
	return TASK_READ;
}

enum task_kind markdown_task(const struct source *source, cmark_node *item, unsigned quotes,
			     struct buf *scratch, struct arena *arena, struct task *task,
			     bool *faulty)
{
	cmark_node *paragraph = cmark_node_first_child(item);
	struct box box;

	if (paragraph == NULL || cmark_node_get_type(paragraph) != CMARK_NODE_PARAGRAPH ||
	    !find_box(source, paragraph, quotes, scratch, &box))
		return TASK_NONE;

	enum task_kind kind =
		markdown_boxed(source, &box, (uint32_t)cmark_node_get_end_line(paragraph), quotes,
			       scratch, arena, task, faulty);
	if (kind == TASK_READ)
		task->line = source_number(source, item);
	return kind;
}
