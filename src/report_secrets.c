/*
 * What stands under Private never leaves a note: tasks there are due like any other, but a report
 * says no more of them. Rows that come from outside carry only text and an
 * anchor, so they are recognised by both.
 */
#include "src/report_parts.h"

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

static bool contains(struct span text, struct span part)
{
	while (part.n > 0 && text.n >= part.n) {
		const char *found = memchr(text.p, part.p[0], text.n - part.n + 1);
		if (found == NULL)
			return false;
		text = span_skip(text, (size_t)(found - text.p));
		if (memcmp(text.p, part.p, part.n) == 0)
			return true;
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

/* line 0: the item is not known to stand in this note. */
static bool note_touches(const struct note *note, const struct report_item *item, uint32_t line)
{
	bool task = action_parse(item->action) == ACTION_TASK;

	for (uint32_t i = 0; i < note->body.task_count; i++) {
		const struct task *secret = &note->body.tasks[i];
		if (secret->confidential &&
			((task && secret->line == line) || contains(item->reason, secret->text)))
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

	if (number == CONTACT_NONE || !quotes_tasks(item))
		return false;
	for (uint32_t i = 0; i < network->contacts[number].note_count; i++)
		if (note_touches(contact_note(network, &network->contacts[number], i), item, 0))
			return true;
	return false;
}

bool secrets_touch(const struct secrets *secrets, const struct report_item *item)
{
	const struct note *note = NULL;
	struct span file;
	uint32_t line = 0;

	if (secrets->files.count == 0)
		return false;
	if (report_anchor(item->anchor, &file, &line) == 0)
		note = find_note(secrets, file);
	return note != NULL ? note_touches(note, item, line) : touches_any_note(secrets, item);
}
