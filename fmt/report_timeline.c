/* What has happened with a person, an event or a note each. */
#include "fmt/report_person.h"
#include "fmt/report_said.h"

/* The histories of very many people would each name all the others. */
void person_add_company(const struct page *page, struct buf *b, const struct note *note,
			uint32_t contact)
{
	const char *before = " with ";
	size_t count = 0;

	for (uint32_t i = 0; i < note->contact_count; i++) {
		if (note->contacts[i] == contact || count++ >= MOST_PEOPLE)
			continue;
		buf_add_str(b, before);
		gfm_text(b, network_note_name(page->report->network, note, i));
		before = " and ";
	}
	if (count > MOST_PEOPLE)
		buf_add_format(b, " and %zu other%s", count - MOST_PEOPLE,
			       count - MOST_PEOPLE == 1 ? "" : "s");
}

/* ", video, 25 min, rated 4, thanked 2026-10-03" */
static void add_facts(struct buf *b, const struct note *note)
{
	if (note->mode.n > 0) {
		buf_add_str(b, ", ");
		gfm_text(b, note->mode);
	}
	if (note->minutes > 0)
		buf_add_format(b, ", %u min", note->minutes);
	if (note->rating > 0)
		buf_add_format(b, ", rated %u", note->rating);
	if (note->thanked == THANKED_ON) {
		buf_add_str(b, ", thanked ");
		date_format(b, note->thanked_on);
	}
}

static const char *note_words(const struct note *note, int32_t today)
{
	switch (note_state(note, today)) {
	case NOTE_PLANNED:
		return "planned interview";
	case NOTE_UNWRITTEN:
		return "interview not written up yet";
	default:
		return outcome_interview(note->outcome);
	}
}

static void add_event(const struct page *page, struct buf *b, uint32_t number)
{
	const struct network *network = page->report->network;
	const struct event *event = &network->events[number];
	struct span via = network->vias ? network->vias[number] : SPAN_NONE;
	struct span note = event_note(event);

	date_format(b, event->day);
	buf_add_char(b, ' ');
	buf_add_str(b, event_name((enum event_kind)event->kind));
	if (event->until != DAY_NONE) {
		buf_add_str(b, " until ");
		date_format(b, event->until);
	}
	if (via.n > 0) {
		buf_add_str(b, ", ");
		gfm_text(b, via);
	}
	if (note.n > 0 && !page->view->share) {
		buf_add_str(b, ": ");
		gfm_text(b, note);
	}
}

void person_add_happening(const struct page *page, struct buf *b, const struct history_item *item)
{
	const struct network *network = page->report->network;

	if (item->is_note) {
		const struct note *note = &network->notes[item->number];

		page_note(page, b, note);
		buf_add_char(b, ' ');
		buf_add_str(b, note_words(note, page->report->options.today));
		person_add_company(page, b, note, item->contact);
		add_facts(b, note);
	} else {
		add_event(page, b, item->number);
	}
}
