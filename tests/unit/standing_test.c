/* Where a contact stands, against the sentences of the definitions read one by one, at random. */
#include "tests/unit/help.h"

#include "src/standing.h"

enum { TODAY = 4, MOST = 12, ROUNDS = 60000 };

static void add_events(struct network *network, uint64_t *chance)
{
	uint32_t count = chance_below(chance, MOST);

	for (uint32_t i = 0; i < count; i++) {
		struct event event = {
			.day = (int32_t)chance_below(chance, 7),
			.until = DAY_NONE,
			.kind = chance_below(chance, EVENT_KINDS) & 0xff,
			.line = 2 + i,
			.cells = i,
		};

		if (event.kind == EVENT_DEFERRED)
			event.until = (int32_t)chance_below(chance, 20);
		network_add_event(network, &event);
	}
}

static void add_notes(struct network *network, uint64_t *chance)
{
	for (uint32_t i = chance_below(chance, 4); i > 0; i--) {
		struct note note = {.date = (int32_t)chance_below(chance, 7),
				    .contact_count = 1,
				    .shown = SPAN("n")};

		note.ids = arena_array(&network->arena, 1, sizeof(*note.ids));
		note.ids[0] = SPAN("ann");
		note.outcome = (enum outcome)chance_below(chance, 5);
		network_add_note(network, &note);
	}
}

/* ---- the second reading: over the lines as they stand in the log ---- */

static bool is_any(const struct event *event, uint32_t kinds)
{
	return (kinds & EVENT_BIT(event->kind)) != 0;
}

/* "The order of events is (date, line)". */
static bool after(const struct event *a, const struct event *b)
{
	return a->day > b->day || (a->day == b->day && a->line > b->line);
}

static const struct event *last_of(const struct network *network, uint32_t kinds)
{
	const struct event *last = NULL;

	for (size_t i = 0; i < network->event_count; i++)
		if (is_any(&network->events[i], kinds) &&
		    (!last || after(&network->events[i], last)))
			last = &network->events[i];
	return last;
}

static bool comes_after(const struct network *network, uint32_t kinds, const struct event *event)
{
	for (size_t i = 0; i < network->event_count; i++)
		if (is_any(&network->events[i], kinds) && after(&network->events[i], event))
			return true;
	return false;
}

static bool is_off(const struct note *note)
{
	return note->outcome == OUTCOME_CANCELLED || note->outcome == OUTCOME_NO_SHOW ||
	       note->outcome == OUTCOME_MOVED;
}

static bool note_after(const struct network *network, int32_t day, bool held_only)
{
	for (size_t i = 0; i < network->note_count; i++) {
		const struct note *note = &network->notes[i];

		if (note->date > day && (held_only ? note->outcome == OUTCOME_MET : !is_off(note)))
			return true;
	}
	return false;
}

static bool closed(const struct network *network)
{
	const struct event *last =
		last_of(network, EVENT_BIT(EVENT_CLOSED) | EVENT_BIT(EVENT_REOPENED));
	uint32_t undoing =
		EVENT_BIT(EVENT_REPLIED) | EVENT_BIT(EVENT_MET) | EVENT_BIT(EVENT_HELPED);

	return last && last->kind == EVENT_CLOSED && !comes_after(network, undoing, last) &&
	       !note_after(network, last->day, false);
}

static bool declined(const struct network *network)
{
	const struct event *last = last_of(
		network, EVENT_BIT(EVENT_REPLIED) | EVENT_BIT(EVENT_MET) | EVENT_BIT(EVENT_HELPED) |
				 EVENT_BIT(EVENT_DECLINED) | EVENT_BIT(EVENT_REOPENED));

	return last && last->kind == EVENT_DECLINED;
}

static int32_t deferred_until(const struct network *network)
{
	const struct event *last = last_of(network, EVENT_BIT(EVENT_DEFERRED));

	/* All but closed, and deferred itself. */
	if (!last ||
	    comes_after(network,
			EVENTS_ALL & ~(EVENT_BIT(EVENT_DEFERRED) | EVENT_BIT(EVENT_CLOSED)), last))
		return DAY_NONE;
	return note_after(network, last->day, true) ? DAY_NONE : last->until;
}

static bool is_unanswered(const struct network *network, const struct event *event)
{
	uint32_t answers = EVENT_BIT(EVENT_REPLIED) | EVENT_BIT(EVENT_DECLINED) |
			   EVENT_BIT(EVENT_MET) | EVENT_BIT(EVENT_HELPED) |
			   EVENT_BIT(EVENT_REOPENED);

	if (event->kind != EVENT_ASKED || comes_after(network, answers, event))
		return false;
	for (size_t i = 0; i < network->note_count; i++)
		if (!is_off(&network->notes[i]) && event->day <= network->notes[i].date)
			return false;
	return true;
}

/* How many days; *last is the last such event. */
static uint32_t unanswered(const struct network *network, const struct event **last)
{
	uint32_t days = 0;

	*last = NULL;
	for (int32_t day = 0; day < 7; day++) {
		bool found = false;

		for (size_t i = 0; i < network->event_count; i++)
			if (network->events[i].day == day &&
			    is_unanswered(network, &network->events[i])) {
				found = true;
				*last = &network->events[i];
			}
		days += found;
	}
	return days;
}

static bool unasked(const struct network *network)
{
	const struct event *reopened = last_of(network, EVENT_BIT(EVENT_REOPENED));
	uint32_t begun = EVENT_BIT(EVENT_ASKED) | EVENT_BIT(EVENT_REPLIED) |
			 EVENT_BIT(EVENT_DECLINED) | EVENT_BIT(EVENT_MET) | EVENT_BIT(EVENT_HELPED);

	if (closed(network) || note_after(network, DAY_MIN, false))
		return false;
	return reopened ? !comes_after(network, begun, reopened) : !last_of(network, begun);
}

/* ---- the two compared ---- */

static void compare_places(const struct network *network, const struct standing *s)
{
	const struct event *last = NULL, *first_met = NULL;

	for (uint32_t kind = 0; kind < EVENT_KINDS; kind++) {
		last = last_of(network, EVENT_BIT(kind));
		assert_int_equal(s->last[kind] >= 0, last != NULL);
		if (last)
			assert_ptr_equal(standing_event(s, s->last[kind]), last);
	}
	for (size_t i = 0; i < network->event_count; i++)
		if (network->events[i].kind == EVENT_MET &&
		    (!first_met || after(first_met, &network->events[i])))
			first_met = &network->events[i];
	assert_int_equal(s->first_met >= 0, first_met != NULL);
	if (first_met)
		assert_ptr_equal(standing_event(s, s->first_met), first_met);
}

static void compare_notes(const struct network *network, const struct standing *s)
{
	const struct note *held = NULL, *first = NULL;
	int32_t live = DAY_NONE;

	for (size_t i = 0; i < network->note_count; i++) {
		const struct note *note = &network->notes[i];

		if (!is_off(note) && note->date > live)
			live = note->date;
		if (note->outcome != OUTCOME_MET)
			continue;
		/* "of two notes the later file by bytes" is the later one. */
		if (!held || note->date >= held->date)
			held = note;
		if (!first || note->date < first->date)
			first = note;
	}
	assert_int_equal(s->live_note, live);
	assert_int_equal(s->held >= 0, held != NULL);
	if (held) {
		assert_ptr_equal(standing_note(s, s->held), held);
		assert_ptr_equal(standing_note(s, s->first_held), first);
	}
}

static void compare_days(const struct network *network, const struct standing *s, uint32_t kinds)
{
	for (int32_t day = 0; day < 8; day++) {
		bool since = false, note_on = false;

		for (size_t i = 0; i < network->event_count; i++)
			since = since || (is_any(&network->events[i], kinds) &&
					  network->events[i].day >= day);
		for (size_t i = 0; i < network->note_count; i++)
			note_on = note_on ||
				  (!is_off(&network->notes[i]) && network->notes[i].date == day);
		assert_int_equal(standing_since(s, kinds, day), since);
		assert_int_equal(standing_note_on(s, day, TODAY), note_on);
	}
}

static void compare(const struct network *network, uint64_t *chance)
{
	uint32_t kinds = chance_below(chance, EVENTS_ALL) + 1, days;
	const struct event *last;
	struct standing s;

	standing_find(&s, network, 0, TODAY);
	assert_int_equal(s.closed, closed(network));
	assert_int_equal(s.declined, declined(network));
	assert_int_equal(s.deferred_until, deferred_until(network));
	assert_int_equal(standing_unasked(&s), unasked(network));
	days = unanswered(network, &last);
	assert_int_equal(s.unanswered, days);
	if (last)
		assert_ptr_equal(standing_event(&s, s.last_unanswered), last);
	last = last_of(network, kinds);
	assert_int_equal(standing_last(&s, kinds) >= 0, last != NULL);
	if (last)
		assert_ptr_equal(standing_event(&s, standing_last(&s, kinds)), last);
	compare_places(network, &s);
	compare_notes(network, &s);
	compare_days(network, &s, kinds);
}

static void as_the_definitions_say(void **state)
{
	uint64_t chance = 3;

	(void)state;
	for (int round = 0; round < ROUNDS; round++) {
		struct contact_values values = {.text = {[TEXT_ID] = SPAN("ann")}};
		struct network network;
		struct diags diags = {0};

		network_init(&network, 0);
		network_put(&network, &values, 0, 1);
		add_events(&network, &chance);
		add_notes(&network, &chance);
		network_join(&network, &diags);
		compare(&network, &chance);
		network_release(&network);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(as_the_definitions_say),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
