#include "fmt/log_rows.h"

static const char *const columns[] = {"date",  "contact", "event",  "via",
				      "until", "note",    "anchor", NULL};

static void write_event(const struct network *network, uint32_t number, struct stream *out)
{
	const struct event *event = &network->events[number];

	writer_cell(&out->writer, span_str(event_name((enum event_kind)event->kind)));
	writer_cell(&out->writer, network->vias ? network->vias[number] : SPAN_NONE);
	stream_date(out, event->until);
	writer_cell(&out->writer, event_note(event));
	stream_anchor(out, network->files[network->log_file], event->line);
}

/* A part of the note's summary. */
static void part(struct buf *b, const char *format, ...) __attribute__((format(printf, 2, 3)));

static void part(struct buf *b, const char *format, ...)
{
	va_list args;

	if (b->n > 0)
		buf_add_str(b, "; ");
	va_start(args, format);
	buf_add_args(b, format, args);
	va_end(args);
}

static void part_span(struct buf *b, struct span text)
{
	if (text.n == 0)
		return;
	part(b, "%s", "");
	buf_add_span(b, text);
}

static void part_questions(struct buf *b, const struct body *body, bool planned)
{
	uint32_t answered = 0;

	for (uint32_t i = 0; i < body->question_count; i++)
		answered += body->questions[i].answered;
	if (body->question_count == 0)
		return;
	if (planned)
		part(b, "%u question%s", body->question_count,
		     body->question_count == 1 ? "" : "s");
	else
		part(b, "%u of %u questions answered", answered, body->question_count);
}

/* What somebody wants to know of an interview at a glance. */
static void summarize(const struct note *note, bool planned, struct buf *b)
{
	part_span(b, note->body.heading);
	if (planned) {
		part_span(b, note->time);
		part_span(b, note->place);
	}
	if (note->rating > 0)
		part(b, "rating %u", note->rating);
	part_questions(b, &note->body, planned);
	if (note->referral_count > 0)
		part(b, "%u name%s given", note->referral_count,
		     note->referral_count == 1 ? "" : "s");
	if (note->thanked == THANKED_ON) {
		part(b, "thanked ");
		date_format(b, note->thanked_on);
	}
}

static void write_note(const struct note *note, int32_t today, struct stream *out)
{
	enum note_state state = note_state(note, today);
	const char *what = state == NOTE_PLANNED     ? "planned interview"
			   : state == NOTE_UNWRITTEN ? "unwritten interview"
						     : outcome_interview(note->outcome);

	writer_cell(&out->writer, span_str(what));
	writer_cell(&out->writer, note->mode);
	writer_cell(&out->writer, SPAN_NONE);
	buf_clear(&out->text);
	summarize(note, state == NOTE_PLANNED, &out->text);
	writer_cell(&out->writer, buf_span(&out->text));
	stream_anchor(out, note->shown, 1);
}

int log_rows_write(const struct network *network, const struct history *history, int32_t today,
		   enum format format)
{
	struct stream out;

	stream_start(&out, format, columns, NULL);
	for (size_t i = 0; i < history->count; i++) {
		const struct history_item *item = &history->list[i];

		stream_date(&out, item->day);
		writer_cell(&out.writer, network_text(network, item->contact, TEXT_ID));
		if (item->is_note)
			write_note(&network->notes[item->number], today, &out);
		else
			write_event(network, item->number, &out);
		stream_end_row(&out);
	}
	return stream_finish(&out);
}
