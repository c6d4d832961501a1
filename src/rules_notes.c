/*
 * The rules that look at notes.
 */
#include "src/rules_parts.h"

static void rule_meet(struct rules *r, const struct note *note, enum note_state state)
{
	if (!spared(r, ACTION_MEET, state != NOTE_PLANNED, "no interview is planned"))
		arise_on(r, action_at_note(r, ACTION_MEET, note, note->date_line),
			 step_on(note->date));
}

static void rule_thank_note(struct rules *r, const struct note *note, enum note_state state)
{
	if (spared(r, ACTION_THANK, state != NOTE_HELD && state != NOTE_UNWRITTEN,
		   "no interview has been held") ||
	    spared(r, ACTION_THANK, note->thanked != THANKED_NOT_YET,
		   "the interview's note says that they are thanked, or need not be") ||
	    spared(r, ACTION_THANK,
		   standing_since(&r->standing, EVENT_BIT(EVENT_THANKED), note->date),
		   "thanked since the interview"))
		return;
	arise_from(r, action_at_note(r, ACTION_THANK, note, note->date_line), note->date,
		   step_after(note->date, rules_settings(r)->thank_within, "thank_within"));
}

static void rule_prepare(struct rules *r, const struct note *note, enum note_state state)
{
	const struct settings *settings = rules_settings(r);

	if (spared(r, ACTION_PREPARE, state != NOTE_PLANNED, "no interview is planned") ||
	    spared(r, ACTION_PREPARE,
		   note->body.question_count >= settings->questions_least && note->body.researched,
		   "the interview is prepared: questions and research are there"))
		return;
	arise_from(r, action_at_note(r, ACTION_PREPARE, note, 1),
		   date_subtract(note->date, settings->prepare_before),
		   step_before(note->date, (struct duration){1, 'd'}));
}

static void rule_write_up(struct rules *r, const struct note *note, enum note_state state)
{
	if (spared(r, ACTION_WRITE_UP, state == NOTE_PLANNED || state == NOTE_OFF,
		   "no interview has been held") ||
	    spared(r, ACTION_WRITE_UP, state == NOTE_HELD && note->rating != 0,
		   "the interview has an outcome and a rating"))
		return;
	arise_from(r, action_at_note(r, ACTION_WRITE_UP, note, 1), note->date,
		   step_after(note->date, rules_settings(r)->write_up_within, "write_up_within"));
}

static void rule_tasks(struct rules *r, const struct note *note)
{
	for (uint32_t i = 0; i < note->body.task_count; i++) {
		const struct task *task = &note->body.tasks[i];
		struct action action = action_at_note(r, ACTION_TASK, note, task->line);

		if (spared(r, ACTION_TASK, task->done, "the tasks in their notes are done") ||
		    spared(r, ACTION_TASK, task->promised, "tasks that they promised are theirs"))
			continue;
		action.number = i;
		arise_from(r, action,
			   task->due == DAY_NONE
				   ? DAY_MIN
				   : date_subtract(task->due, rules_settings(r)->task_lead),
			   step_on(task->due));
	}
}

bool rules_untold(int32_t told, const struct note *note, const struct task *task)
{
	int32_t day = task->completed != DAY_NONE ? task->completed : note->date;

	return task->done && task->advice && told < day;
}

/* report-back (a): advice acted on, of which they have not been told. */
static void rule_report_advice(struct rules *r, const struct note *note, enum note_state state)
{
	int32_t last = r->standing.last[EVENT_REPORTED];
	int32_t told = last < 0 ? DAY_NONE : standing_day(&r->standing, last);
	int32_t earliest = DAY_NONE;
	struct action action;
	uint32_t line = 0;

	if (state != NOTE_HELD)
		return;
	for (uint32_t i = 0; i < note->body.task_count; i++) {
		const struct task *task = &note->body.tasks[i];
		int32_t day = task->completed != DAY_NONE ? task->completed : note->date;

		if (!rules_untold(told, note, task))
			continue;
		if (earliest == DAY_NONE || day < earliest)
			earliest = day;
		if (line == 0)
			line = task->line;
	}
	if (line == 0)
		return;
	action = action_at_note(r, ACTION_REPORT_BACK, note, line);
	action.number = told == DAY_NONE ? 0 : (uint32_t)(told - DAY_MIN + 1); /* for the reason */
	arise_from(r, action, DAY_MIN,
		   step_after(earliest, rules_settings(r)->report_within, "report_within"));
}

void rules_of_notes(struct rules *r)
{
	for (uint32_t i = 0; i < r->standing.contact->note_count; i++) {
		const struct note *note = standing_note(&r->standing, (int32_t)i);
		enum note_state state = note_state(note, rules_today(r));

		rule_meet(r, note, state);
		rule_thank_note(r, note, state);
		rule_prepare(r, note, state);
		rule_write_up(r, note, state);
		rule_tasks(r, note);
		rule_report_advice(r, note, state);
	}
}
