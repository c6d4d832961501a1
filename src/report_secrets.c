/*
 * What stands under Private never leaves a note: tasks there are due like any other, but a report
 * says no more of them. Rows that come from outside carry only text and an
 * anchor, so they are recognised by both.
 */
#include "src/report_parts.h"

/* How the reason of report-back begins that quotes tasks. */
static const struct span acted_on = {"acted on: ", sizeof("acted on: ") - 1};

void secrets_find(struct secrets *secrets, const struct network *network)
{
	*secrets = (struct secrets){.network = network};
	for (size_t i = 0; i < network->note_count; i++)
		index_add(&secrets->files, hash_bytes(network->notes[i].shown, 0), (uint32_t)i);
}

void secrets_release(struct secrets *secrets)
{
	index_release(&secrets->files);
}

/* Whether part stands in text as a whole: between the start or "; " and "; " or the end. */
static bool quotes(struct span text, struct span part)
{
	while (text.n >= part.n && part.n > 0) {
		struct span rest = span_skip(text, part.n);
		const char *next;

		if (span_starts(text, part) && (rest.n == 0 || span_starts(rest, SPAN("; "))))
			return true;
		do {
			next = memchr(text.p, ';', text.n);
			if (next == NULL)
				return false;
			text = span_skip(text, (size_t)(next - text.p) + 1);
		} while (!span_starts(text, SPAN(" ")));
		text = span_skip(text, 1);
	}
	return false;
}

/* Whether the item's action is one whose reasons quote tasks. */
static bool quotes_tasks(const struct report_item *item)
{
	enum action_kind kind = action_parse(item->action);

	return kind == ACTION_TASK || kind == ACTION_REPORT_BACK;
}

/* The task on that line, or NULL; they are in the order of lines. */
static const struct task *task_at(const struct body *body, uint32_t line)
{
	uint32_t low = 0, high = body->task_count;

	while (low < high) {
		uint32_t middle = low + (high - low) / 2;

		if (body->tasks[middle].line < line)
			low = middle + 1;
		else
			high = middle;
	}
	return low < body->task_count && body->tasks[low].line == line ? &body->tasks[low] : NULL;
}

/* line 0: the item is not known to stand in this note. */
static bool note_touches(const struct note *note, const struct report_item *item, uint32_t line)
{
	struct span said = item->reason;
	const struct task *task;

	if (!quotes_tasks(item))
		return false;
	task = task_at(&note->body, line);
	if (task != NULL && span_eq(task->text, said)) /* as most are: no need to look at all */
		return task->confidential;
	if (span_starts(said, acted_on))
		said = span_skip(said, acted_on.n);
	for (uint32_t i = 0; i < note->body.task_count; i++) {
		const struct task *secret = &note->body.tasks[i];

		if (secret->confidential && (secret->line == line || quotes(said, secret->text)))
			return true;
	}
	return false;
}

/* The note whose file is called so in anchors, or NULL. */
static const struct note *find_note(const struct secrets *secrets, struct span file)
{
	uint64_t hash = hash_bytes(file, 0);
	size_t at = index_start(&secrets->files, hash);
	uint32_t number;

	while (index_next(&secrets->files, hash, &at, &number))
		if (span_eq(secrets->network->notes[number].shown, file))
			return &secrets->network->notes[number];
	return NULL;
}

/* For rows whose anchors are relative to another folder. */
static bool touches_any_note(const struct secrets *secrets, const struct report_item *item)
{
	const struct network *network = secrets->network;
	uint32_t number = network_find(network, item->id);

	if (number == CONTACT_NONE)
		return false;
	for (uint32_t i = 0; i < network->contacts[number].note_count; i++)
		if (note_touches(contact_note(network, &network->contacts[number], i), item, 0))
			return true;
	return false;
}

/* Whether an open task of theirs, not under Private, is called as the item says. */
static bool is_known_task(const struct network *network, const struct report_item *item)
{
	uint32_t number = network_find(network, item->id);
	const struct contact *contact;

	if (number == CONTACT_NONE || action_parse(item->action) != ACTION_TASK)
		return false;
	contact = &network->contacts[number];
	for (uint32_t i = 0; i < contact->note_count; i++) {
		const struct body *body = &contact_note(network, contact, i)->body;

		for (uint32_t k = 0; k < body->task_count; k++)
			if (!body->tasks[k].confidential &&
			    span_eq(body->tasks[k].text, item->reason))
				return true;
	}
	return false;
}

/*
 * Whether the item quotes a note that was not read, so that nobody can tell what stands in it
 * under Private: then its words are not shown.
 */
static bool quotes_unread(const struct network *network, const struct report_item *item,
			  struct span file)
{
	if (!span_ends(file, SPAN(".md")) || !quotes_tasks(item))
		return false;
	if (action_parse(item->action) == ACTION_REPORT_BACK)
		return span_starts(item->reason, acted_on);
	return !is_known_task(network, item);
}

bool secrets_touch(const struct secrets *secrets, const struct report_item *item)
{
	const struct note *note = NULL;
	struct span file = SPAN_NONE;
	uint32_t line = 0;

	if (report_anchor(item->anchor, &file, &line) == 0)
		note = find_note(secrets, file);
	if (note != NULL)
		return note_touches(note, item, line);
	return quotes_unread(secrets->network, item, file) || touches_any_note(secrets, item);
}
