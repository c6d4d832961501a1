#include "fmt/notes_rows.h"

#include "fmt/stream.h"

/* One note under one of its contacts. */
struct entry {
	const struct network *network;
	const struct note *note;
	uint32_t which; /* of the note's contacts */
	struct stream *out;
};

static void text(const struct entry *e, struct span value)
{
	writer_cell(&e->out->writer, value);
}

/* A number of which 0 says that it was not given. */
static void given(const struct entry *e, uint32_t number)
{
	if (number > 0)
		stream_number(e->out, number);
	else
		text(e, SPAN_NONE);
}

/* The note's own value, else the contact's. */
static void own_or_contacts(const struct entry *e, struct span own, enum contact_text column)
{
	uint32_t contact = e->note->contacts[e->which];

	if (own.n == 0 && contact != CONTACT_NONE)
		own = network_text(e->network, contact, column);
	text(e, own);
}

static void thanked(const struct entry *e)
{
	if (e->note->thanked == THANKED_NONE_OWED)
		text(e, SPAN("n/a"));
	else
		stream_date(e->out,
			    e->note->thanked == THANKED_ON ? e->note->thanked_on : DAY_NONE);
}

static void contact_and_date(const struct entry *e)
{
	text(e, e->note->ids[e->which]);
	stream_date(e->out, e->note->date);
}

static void end_with_anchor(const struct entry *e, uint32_t line)
{
	stream_anchor(e->out, e->note->shown, line);
	stream_end_row(e->out);
}

static uint32_t count_answered(const struct body *body)
{
	uint32_t count = 0;

	for (uint32_t i = 0; i < body->question_count; i++)
		count += body->questions[i].answered;
	return count;
}

static uint32_t count_open(const struct body *body)
{
	uint32_t count = 0;

	for (uint32_t i = 0; i < body->task_count; i++)
		count += !body->tasks[i].done;
	return count;
}

static void write_note(const struct entry *e)
{
	const struct note *note = e->note;

	text(e, note->shown);
	contact_and_date(e);
	text(e, note->time);
	text(e, note->mode);
	given(e, note->minutes);
	text(e, note->place);
	own_or_contacts(e, note->field, TEXT_FIELD);
	own_or_contacts(e, note->sector, TEXT_SECTOR);
	text(e, outcome_name(note->outcome));
	given(e, note->rating);
	thanked(e);
	stream_number(e->out, note->body.question_count);
	stream_number(e->out, count_answered(&note->body));
	stream_number(e->out, note->referral_count);
	stream_number(e->out, count_open(&note->body));
	text(e, note->tags);
	text(e, note->body.heading);
	stream_end_row(e->out);
}

static void write_questions(const struct entry *e)
{
	for (uint32_t i = 0; i < e->note->body.question_count; i++) {
		const struct question *question = &e->note->body.questions[i];

		contact_and_date(e);
		text(e, question->category);
		text(e, question->text);
		text(e, question->answer);
		own_or_contacts(e, e->note->field, TEXT_FIELD);
		own_or_contacts(e, e->note->sector, TEXT_SECTOR);
		end_with_anchor(e, question->line);
	}
}

static void write_tasks(const struct entry *e)
{
	for (uint32_t i = 0; i < e->note->body.task_count; i++) {
		const struct task *task = &e->note->body.tasks[i];

		contact_and_date(e);
		text(e, task->done ? SPAN("yes") : SPAN("no"));
		stream_date(e->out, task->due);
		stream_date(e->out, task->completed);
		text(e, task->section);
		text(e, task->text);
		end_with_anchor(e, task->line);
	}
}

static void write_referrals(const struct entry *e)
{
	for (uint32_t i = 0; i < e->note->referral_count; i++) {
		const struct referral *referral = &e->note->referrals[i];

		contact_and_date(e);
		text(e, referral->id);
		text(e, referral->name);
		text(e, referral->org);
		text(e, referral->title);
		text(e, referral->email);
		text(e, referral->phone);
		text(e, leave_name(referral->may_use_name));
		text(e, referral->note);
		end_with_anchor(e, referral->line);
	}
}

static const char *const note_columns[] = {
	"file",      "contact",    "date",    "time",    "mode",    "minutes",   "place",
	"field",     "sector",     "outcome", "rating",  "thanked", "questions", "answered",
	"referrals", "open_tasks", "tags",    "heading", NULL};
static const char *const question_columns[] = {
	"contact", "date", "category", "question", "answer", "field", "sector", "anchor", NULL};
static const char *const task_columns[] = {"contact", "date", "done",   "due", "completed",
					   "section", "task", "anchor", NULL};
static const char *const referral_columns[] = {"contact",      "date",  "id",     "name",
					       "org",          "title", "email",  "phone",
					       "may_use_name", "note",  "anchor", NULL};

static const struct {
	const char *const *columns;
	void (*write)(const struct entry *e);
} forms[] = {
	[NOTES_NOTES] = {note_columns, write_note},
	[NOTES_QUESTIONS] = {question_columns, write_questions},
	[NOTES_TASKS] = {task_columns, write_tasks},
	[NOTES_REFERRALS] = {referral_columns, write_referrals},
};

int notes_rows_write(const struct network *network, enum notes_form form, enum format format)
{
	struct stream out;

	stream_start(&out, format, forms[form].columns, NULL);
	for (size_t i = 0; i < network->note_count; i++) {
		struct entry e = {.network = network, .note = &network->notes[i], .out = &out};

		for (; e.which < e.note->contact_count; e.which++)
			forms[form].write(&e);
	}
	return stream_finish(&out);
}
