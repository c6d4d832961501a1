/* What was said under the headings with a meaning. */
#include "src/report_parts.h"

const struct task *said_task(const struct said *said)
{
	const struct body *body = &said->note->body;

	return said->excerpt->task < body->task_count ? &body->tasks[said->excerpt->task] : NULL;
}

/* Whether it is a question of which only the question is there; both are in the order of lines. */
static bool is_unanswered(const struct body *body, const struct excerpt *excerpt)
{
	uint32_t low = 0, high = body->question_count;

	while (low < high) {
		uint32_t middle = low + (high - low) / 2;

		if (body->questions[middle].line < excerpt->line)
			low = middle + 1;
		else
			high = middle;
	}
	return excerpt->item && low < body->question_count &&
	       body->questions[low].line == excerpt->line && !body->questions[low].answered;
}

bool said_in_note(const struct note *note, unsigned kinds, uint32_t *at, struct said *said)
{
	while (*at < note->body.excerpt_count) {
		const struct excerpt *excerpt = &note->body.excerpts[(*at)++];

		if ((excerpt->kinds & kinds) == 0 || is_unanswered(&note->body, excerpt))
			continue;
		*said = (struct said){note, excerpt};
		return true;
	}
	return false;
}

bool said_next(struct said_walk *walk, unsigned kinds, struct said *said)
{
	for (; walk->note < walk->contact->note_count; walk->note++, walk->at = 0)
		if (said_in_note(contact_note(walk->network, walk->contact, walk->note), kinds,
				 &walk->at, said))
			return true;
	return false;
}

void report_find_said(struct report *report)
{
	(void)report;
}
