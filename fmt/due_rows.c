#include "fmt/due_rows.h"

#include <stdlib.h>
#include <unistd.h>

#include "fmt/lead_rows.h"
#include "src/base/jobs.h"
#include "src/base/mem.h"
#include "src/base/rounds.h"
#include "src/base/tool.h"

const char *const due_block[] = {"due", "days", "action", "reason", "anchor", NULL};

static bool is_late(const struct due *due, const struct action *action)
{
	return action->due != DAY_NONE && action->due < due->options.today;
}

static void extend_for_leads(struct rows *rows, const struct due *due, size_t count)
{
	const struct lead **list = mem_resize(NULL, count, sizeof(*list));
	size_t found = 0;

	for (size_t i = 0; i < count; i++)
		if (due->sorted[i]->kind == ACTION_ADD_LEAD)
			list[found++] = &due->leads->list[due->sorted[i]->contact];
	lead_rows_extend(rows, list, found);
	free(list);
}

static void write_block(struct due *due, const struct action *action, struct stream *out)
{
	stream_date(out, action->due);
	if (action->due == DAY_NONE)
		writer_cell(&out->writer, SPAN_NONE);
	else
		stream_number(out, (long long)action->due - due->options.today);
	writer_cell(&out->writer, span_str(action_name((enum action_kind)action->kind)));
	buf_clear(&out->text);
	due_reason(due, action, &out->text);
	writer_cell(&out->writer, buf_span(&out->text));
	stream_anchor(out, due->files[action->file], due_line(due, action));
}

static void write_person(struct load *l, struct due *due, const struct action *action,
			 struct stream *out)
{
	if (action->kind == ACTION_ADD_LEAD)
		lead_rows_write(&l->rows, &due->leads->list[action->contact], &out->writer,
				&out->text);
	else
		rows_write(&l->rows, &l->rows.list[l->rows.row_of[action->contact]], &out->rows);
}

/*
 * Asks for what a row to come will need. Rows come in the order of dates, their people and
 * events lie anywhere: waiting for memory would take most of the time.
 */
static void fetch_ahead(const struct load *l, const struct due *due, size_t i)
{
	const struct action *far = due->sorted[i + 16 < due->count ? i + 16 : i];
	const struct action *near = due->sorted[i + 8 < due->count ? i + 8 : i];

	PREFETCH(due->sorted[i + 24 < due->count ? i + 24 : i]);
	if (far->about == ABOUT_EVENT)
		PREFETCH(&l->network.events[far->subject]);
	if (far->about == ABOUT_CONTACT)
		PREFETCH(&l->network.contacts[far->subject]);
	if (far->kind != ACTION_ADD_LEAD)
		PREFETCH(&l->rows.list[l->rows.row_of[far->contact]]);
	if (near->about == ABOUT_EVENT)
		PREFETCH(l->network.events[near->subject].note);
	if (near->kind != ACTION_ADD_LEAD)
		rows_prefetch(&l->rows, l->rows.row_of[near->contact]);
}

static void write_range(struct load *l, struct due *due, size_t first, size_t end,
			struct stream *out)
{
	for (size_t i = first; i < end; i++) {
		fetch_ahead(l, due, i);
		write_block(due, due->sorted[i], out);
		write_person(l, due, due->sorted[i], out);
		if (is_late(due, due->sorted[i]))
			stream_mark_row(out);
		stream_end_row(out);
	}
}

struct to_write {
	struct load *load;
	struct due *due;
	struct stream *out;
};

static void make_part(void *data, size_t first, size_t end, struct buf *text)
{
	const struct to_write *all = data;
	struct stream branch;

	stream_branch(&branch, all->out, &all->load->rows, text);
	write_range(all->load, all->due, first, end, &branch);
	stream_leave(&branch, text);
}

/* Rows of a part: enough to make a thread worth while, not more than should wait in memory. */
#define PART_ROWS 4096

static void write_parts(struct load *l, struct due *due, size_t count, size_t jobs,
			struct stream *out)
{
	struct to_write all = {.load = l, .due = due, .out = out};
	struct rounds rounds = {
		.count = count, .share = PART_ROWS, .jobs = jobs, .make = make_part, .data = &all};

	due_prepare(due);
	rounds_write(&rounds, &out->sink);
}

/* On standard error, of all rows that were found. */
static void tell_summary(const struct due *due)
{
	struct buf text = BUF_INIT;
	size_t late = 0, today = 0, undated = 0;

	for (size_t i = 0; i < due->count; i++) {
		undated += due->list[i].due == DAY_NONE;
		late += is_late(due, &due->list[i]);
		today += due->list[i].due == due->options.today;
	}
	if (due->count == 0)
		buf_add_str(&text, "nothing is due");
	else
		buf_add_format(&text, "%zu late, %zu today, %zu to come", late, today,
			       due->count - late - today - undated);
	if (undated > 0)
		buf_add_format(&text, ", %zu without a date", undated);
	tool_tell(buf_span(&text));
	buf_release(&text);
}

int due_rows_write(struct load *l, struct due *due, enum format format, size_t most)
{
	size_t count = due->count < most ? due->count : most;
	size_t jobs = format == FORMAT_TABLE ? 1 : jobs_count(count, PART_ROWS);
	struct stream out;
	int error;

	extend_for_leads(&l->rows, due, count);
	stream_start(&out, format, due_block, &l->rows);
	if (jobs > 1)
		write_parts(l, due, count, jobs, &out);
	else
		write_range(l, due, 0, count, &out);
	error = stream_finish(&out);
	if (error == 0 && format == FORMAT_TABLE && isatty(STDOUT_FILENO))
		tell_summary(due);
	return error;
}
