#include "fmt/log_event.h"

#include "fmt/due_rows.h"
#include "fmt/log_add.h"
#include "fmt/log_answer.h"

int log_event_add(struct log_event *e, struct load_options *options, const struct log_said *said,
		  struct diags *diags)
{
	*e = (struct log_event){.options = options};
	options->texts = DUE_TEXTS;
	options->event_notes = DUE_EVENT_NOTES;
	options->note_want = NOTE_TASKS;
	if (log_entry_read(said, options->today, &e->arena, &e->entry, diags) != 0 ||
	    log_who_load(&e->before, options, said->who, diags) != 0)
		return -1;
	if (log_who_find(&e->before, said->who, &e->people, diags) != 0 ||
	    person_check(&e->before.network, e->people.list, e->people.count, diags) != 0) {
		diag_fail(diags, "nothing was logged, because of the errors above");
		return -1;
	}
	e->ids = arena_array(&e->arena, e->people.count, sizeof(*e->ids));
	for (size_t i = 0; i < e->people.count; i++)
		e->ids[i] = network_text(&e->before.network, e->people.list[i], TEXT_ID);
	if (e->people.count == 0)
		return 0;
	return log_add(e->before.log_path, &e->entry, e->ids, e->people.count, diags);
}

void log_event_doubt(const struct log_event *e, struct diags *diags)
{
	if (e->people.count > 0)
		diags_doubt(diags);
}

/*
 * Faults have been told, but for those that there are only now: then nothing is told from what
 * could be read.
 */
static int read_again(struct log_event *e, struct diags *diags)
{
	struct diags again = {0};
	int result = log_who_load(&e->after, e->options, NULL, &again);

	e->reread = true;
	if (again.errors > diags->errors)
		result = -1;
	if (result != 0)
		diags_adopt(diags, &again);
	diags_release(&again);
	return result;
}

/* All rows, shown or not, but for leads, whom the log does not touch. */
static void compute(struct due *due, const struct load *l, int32_t today)
{
	struct due_options options = {
		.today = today, .all = true, .kinds = ~ACTION_BIT(ACTION_ADD_LEAD)};

	due_compute(due, &l->network, &l->leads, &options);
}

int log_event_answer(struct log_event *e, struct diags *diags)
{
	struct due before = {0}, after = {0};
	struct due_changes changes = {0};
	struct log_answer answer = {.event = e, .changes = &changes};
	int error;

	if (e->people.count == 0)
		return 0;
	if (read_again(e, diags) == 0) {
		compute(&before, &e->before, e->options->today);
		compute(&after, &e->after, e->options->today);
		due_change_find(&changes, &before, &after, e->ids, e->people.count);
		answer.before = &before;
		answer.after = &after;
	}
	error = log_answer_write(&answer);
	due_change_release(&changes);
	due_release(&before);
	due_release(&after);
	return error;
}

void log_event_release(struct log_event *e)
{
	load_release(&e->before);
	if (e->reread)
		load_release(&e->after);
	arena_release(&e->arena);
}
