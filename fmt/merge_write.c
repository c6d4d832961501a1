#include "fmt/merge_write.h"

#include "src/base/utf8.h"

struct output {
	struct merge_rows *rows;
	struct buf *text;
	struct span shown;
	bool crlf;
	bool conflicts;
	size_t counted; /* how much of text has been counted as lines */
	uint32_t line;  /* how many they are */
};

static const struct merge_file *file_of(const struct output *out, enum merge_side side)
{
	return out->rows->readers[side].file;
}

/* What only one side has changed is as that side has it. */
static bool merge_flag(bool base, bool ours, bool theirs)
{
	return ours == base ? theirs : ours;
}

static void add_line_end(struct output *out)
{
	buf_add_str(out->text, out->crlf ? "\r\n" : "\n");
}

/* The end of a row as it stands there, unless it is none or the whole file's have changed. */
static void end_row(struct output *out, enum merge_side side)
{
	struct span end = merge_line_end(out->rows->readers[side].line);

	if (span_ends(end, SPAN("\n")) && out->crlf == file_of(out, side)->crlf)
		buf_add_span(out->text, end);
	else
		add_line_end(out);
}

static void add_blank(struct output *out, enum merge_side side)
{
	const struct merge_line *line = out->rows->readers[side].line;

	buf_add(out->text, line->p - line->blank, line->blank);
}

/* The side whose blank lines and line end a row has. */
static enum merge_side main_side(const struct output *out)
{
	return out->rows->readers[MERGE_OURS].line ? MERGE_OURS : MERGE_THEIRS;
}

static int keep_row(struct output *out, enum merge_side side)
{
	enum merge_side place = main_side(out);
	int result;

	add_blank(out, place);
	result = side == MERGE_BASE ? merge_rows_compose(out->rows, out->text)
				    : merge_rows_write_side(out->rows, side, out->text);
	end_row(out, side == MERGE_BASE ? place : side);
	return result;
}

/* The number of the line that is written next. */
static uint32_t next_line(struct output *out)
{
	const char *p;

	while ((p = memchr(out->text->p + out->counted, '\n', out->text->n - out->counted))) {
		out->counted = (size_t)(p - out->text->p) + 1;
		out->line++;
	}
	return out->line + 1;
}

static void add_names(const struct output *out, struct buf *names)
{
	const struct merge_order *columns = out->rows->columns;

	for (size_t i = 0; i < columns->count; i++) {
		enum merge_side side =
			columns->list[i].at[MERGE_OURS] != MERGE_NONE ? MERGE_OURS : MERGE_THEIRS;

		if (out->rows->from[i] != MERGE_BASE)
			continue;
		buf_add_str(names, names->n > 0 ? ", " : "");
		buf_add_span(names, file_of(out, side)->names.list[columns->list[i].at[side]]);
	}
}

/* Before the two rows are written, while it is known which cells contradict each other. */
static void tell(struct output *out, struct span id)
{
	bool ours = out->rows->readers[MERGE_OURS].line != NULL;
	bool theirs = out->rows->readers[MERGE_THEIRS].line != NULL;
	struct buf names = BUF_INIT;

	if (ours && theirs)
		add_names(out, &names);
	diag_add(out->rows->diags, DIAG_WARNING, out->shown, next_line(out), 0,
		 ours && theirs ? "conflict: '%.*s' has been changed by both: %.*s"
		 : ours         ? "conflict: '%.*s' has been changed by ours, deleted by theirs%.*s"
			: "conflict: '%.*s' has been deleted by ours, changed by theirs%.*s",
		 SPAN_ARG(id), SPAN_ARG(buf_span(&names)));
	buf_release(&names);
}

static void add_marker(struct output *out, const char *marker)
{
	buf_add_str(out->text, marker);
	add_line_end(out);
}

static int add_side(struct output *out, enum merge_side side)
{
	int result;

	if (!out->rows->readers[side].line)
		return 0;
	result = merge_rows_write_side(out->rows, side, out->text);
	end_row(out, side);
	return result;
}

static int add_conflict(struct output *out, struct span id)
{
	int ours, theirs;

	out->conflicts = true;
	add_blank(out, main_side(out));
	tell(out, id);
	add_marker(out, "<<<<<<< ours");
	ours = add_side(out, MERGE_OURS);
	add_marker(out, "=======");
	theirs = add_side(out, MERGE_THEIRS);
	add_marker(out, ">>>>>>> theirs");
	return ours != 0 || theirs != 0 ? -1 : 0;
}

static int add_row(struct output *out, const struct merge_item *item)
{
	enum merge_side side, has = MERGE_BASE; /* its id is what the row was called last */

	while (item->at[has] == MERGE_NONE)
		has++;
	merge_rows_look(out->rows, item);
	switch (merge_rows_decide(out->rows, &side)) {
	case MERGE_KEEP:
		return keep_row(out, side);
	case MERGE_CONFLICT:
		return add_conflict(out, file_of(out, has)->ids.list[item->at[has]]);
	case MERGE_DROP:
		break;
	}
	return 0;
}

/* The names of the columns as bytes of whoever has them. */
static int add_header(struct output *out)
{
	struct merge_rows *rows = out->rows;
	const struct merge_reader *theirs = &rows->readers[MERGE_THEIRS];
	enum merge_side side = MERGE_BASE;

	merge_rows_look_at_head(rows);
	if (theirs->same && merge_rows_equal(rows, MERGE_BASE, MERGE_OURS))
		return keep_row(out, MERGE_THEIRS);
	if (rows->readers[MERGE_OURS].same)
		side = MERGE_OURS;
	else if (theirs->same)
		side = MERGE_THEIRS;
	merge_rows_parse(rows);
	for (size_t i = 0; i < rows->columns->count; i++)
		rows->from[i] = rows->columns->list[i].at[MERGE_OURS] != MERGE_NONE ? MERGE_OURS
										    : MERGE_THEIRS;
	return keep_row(out, side);
}

static void cut_line_end(struct buf *text)
{
	text->n -= span_ends(buf_span(text), SPAN("\r\n")) ? 2 : 1;
}

/* The last row ends in a newline if that is how the file is to end. */
static void add_tail(struct output *out, bool ended)
{
	struct span tail = file_of(out, MERGE_OURS)->tail;

	if (tail.n > 0)
		buf_add_span(out->text, tail);
	else if (!ended && !out->conflicts)
		cut_line_end(out->text);
}

int merge_write(struct merge_rows *rows, const struct merge_order *order, struct span shown,
		struct buf *text)
{
	struct output out = {.rows = rows, .text = text, .shown = shown};
	const struct merge_file *base = file_of(&out, MERGE_BASE);
	const struct merge_file *ours = file_of(&out, MERGE_OURS);
	const struct merge_file *theirs = file_of(&out, MERGE_THEIRS);

	if (!base->exists)
		base = theirs;
	out.crlf = merge_flag(base->crlf, ours->crlf, theirs->crlf);
	if (merge_flag(base->bom, ours->bom, theirs->bom))
		buf_add_str(text, "\xEF\xBB\xBF");
	if (add_header(&out) != 0)
		return -1;
	for (size_t i = 0; i < order->count; i++)
		if (add_row(&out, &order->list[i]) != 0)
			return -1;
	add_tail(&out, merge_flag(base->ended, ours->ended, theirs->ended));
	return out.conflicts ? 1 : 0;
}
