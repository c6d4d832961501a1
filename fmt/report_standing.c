/* Where things stand with a person, in words. */
#include "fmt/report_person.h"

/* A statement, with a day: all but the first, which begins at start, after a semicolon. */
static void add_day(struct buf *b, size_t start, const char *what, int32_t day)
{
	if (b->n > start)
		buf_add_str(b, "; ");
	buf_add_format(b, "%s ", what);
	date_format(b, day);
}

static bool add_last(struct buf *b, size_t start, const struct standing *standing, const char *what,
		     enum event_kind kind)
{
	if (standing->last[kind] < 0)
		return false;
	add_day(b, start, what, standing_day(standing, standing->last[kind]));
	return true;
}

static void add_met(struct buf *b, size_t start, const struct report_person *person)
{
	if (person->first_met == person->last_met) {
		add_day(b, start, "met on", person->first_met);
		return;
	}
	add_day(b, start, "met first on", person->first_met);
	buf_add_str(b, ", last on ");
	date_format(b, person->last_met);
}

/* How far it has come with somebody who was not met. */
static void add_progress(struct buf *b, size_t start, const struct standing *standing)
{
	const uint32_t begun = EVENTS_TALK | EVENT_BIT(EVENT_ASKED) | EVENT_BIT(EVENT_DECLINED);

	if (standing_unasked(standing) && standing->last[EVENT_REOPENED] >= 0) {
		(void)add_last(b, start, standing, "not asked since reopened on", EVENT_REOPENED);
		return;
	}
	if (standing_last(standing, begun) < 0 && standing->live_note == DAY_NONE) {
		buf_add_str(b, standing->closed ? "never asked" : "not asked yet");
		return;
	}
	if (add_last(b, start, standing, "replied on", EVENT_REPLIED) ||
	    add_last(b, start, standing, "helped on", EVENT_HELPED) || standing->unanswered > 0)
		return;
	(void)add_last(b, start, standing, "asked on", EVENT_ASKED);
}

static void add_unanswered(struct buf *b, size_t start, const struct standing *standing)
{
	if (standing->unanswered == 0)
		return;
	if (b->n > start)
		buf_add_str(b, "; ");
	if (standing->unanswered > 1)
		buf_add_format(b, "asked %u times, last on ", standing->unanswered);
	else
		buf_add_str(b, "asked on ");
	date_format(b, standing_day(standing, standing->last_unanswered));
	buf_add_str(b, ", no answer yet");
}

void person_add_standing(const struct page *page, struct buf *b, const struct report_person *person)
{
	const struct standing *standing = &person->standing;
	size_t start = b->n;

	if (person->first_met != DAY_NONE)
		add_met(b, start, person);
	else
		add_progress(b, start, standing);
	add_unanswered(b, start, standing);
	if (person->next)
		add_day(b, start, "next meeting on", person->next->date);
	else if (person->first_met == DAY_NONE && standing->live_note != DAY_NONE)
		add_day(b, start, "interview to write up, of", standing->live_note);
	if (standing->declined)
		(void)add_last(b, start, standing, "declined on", EVENT_DECLINED);
	if (standing->deferred_until != DAY_NONE)
		add_day(b, start,
			standing->deferred_until > page->report->options.today
				? "deferred until"
				: "was deferred until",
			standing->deferred_until);
	if (standing->closed)
		(void)add_last(b, start, standing, "closed on", EVENT_CLOSED);
}
