/* The network: ids, overriding, and joining against a naive reading on random networks. */
#include "tests/unit/help.h"

#include "src/network.h"

static uint32_t put(struct network *network, const char *id, const char *referred_by)
{
	struct contact_values values = {.added = DAY_NONE};

	values.text[TEXT_ID] = span_str(id);
	values.text[TEXT_NAME] = span_str(id);
	values.text[TEXT_REFERRED_BY] = span_str(referred_by);
	return network_put(network, &values, 3, 7);
}

static void contacts(void **state)
{
	struct network network;
	struct contact_values values = {.added = 5, .may_use_name = LEAVE_NO};

	(void)state;
	network_init(&network, TEXT_BIT(TEXT_ORG) | TEXT_BIT(TEXT_EMAIL));
	assert_int_equal(network_find(&network, SPAN("ann")), CONTACT_NONE);
	assert_int_equal(put(&network, "ann", ""), 0);
	assert_int_equal(put(&network, "bob", ""), 1);
	assert_int_equal(network_find(&network, SPAN("bob")), 1);
	assert_int_equal(network_find(&network, SPAN("Bob")), CONTACT_NONE);
	assert_int_equal(network_find(&network, SPAN("bo")), CONTACT_NONE);
	assert_int_equal(network_find(&network, SPAN("")), CONTACT_NONE);
	assert_int_equal(network.contacts[1].file, 3);
	assert_int_equal(network.contacts[1].line, 7);
	/* What the row has replaces what was there, even if it is empty; the id stays. */
	values.text[TEXT_ID] = SPAN("else");
	values.text[TEXT_NAME] = SPAN("Bob Ray");
	values.text[TEXT_ORG] = SPAN("Acme");
	values.text[TEXT_EMAIL] = SPAN("a@b.org");
	values.present =
		TEXT_BIT(TEXT_ID) | TEXT_BIT(TEXT_NAME) | TEXT_BIT(TEXT_ORG) | PRESENT_ADDED;
	network_override(&network, 1, &values);
	assert_span(network_text(&network, 1, TEXT_ID), "bob");
	assert_span(network_text(&network, 1, TEXT_NAME), "Bob Ray");
	assert_span(network_text(&network, 1, TEXT_ORG), "Acme");
	assert_span(network_text(&network, 1, TEXT_EMAIL), "");
	assert_int_equal(network.contacts[1].added, 5);
	assert_int_equal(network.contacts[1].may_use_name, LEAVE_UNKNOWN);
	values.text[TEXT_ORG] = SPAN_NONE;
	values.present = TEXT_BIT(TEXT_ORG) | PRESENT_LEAVE;
	network_override(&network, 1, &values);
	assert_span(network_text(&network, 1, TEXT_ORG), "");
	assert_int_equal(network.contacts[1].may_use_name, LEAVE_NO);
	/* Not wanted: not kept. */
	assert_span(network_text(&network, 1, TEXT_FIELD), "");
	network_release(&network);
}

static void many_contacts(void **state)
{
	enum { MANY = 50000 };
	struct network network;
	struct buf id = BUF_INIT;

	(void)state;
	network_init(&network, 0);
	for (uint32_t i = 0; i < MANY; i++) {
		buf_clear(&id);
		buf_add_format(&id, "p%u", i);
		assert_int_equal(put(&network, arena_string(&network.arena, buf_span(&id)), ""), i);
	}
	for (uint32_t i = 0; i < 2 * MANY; i++) {
		buf_clear(&id);
		buf_add_format(&id, "p%u", i);
		assert_int_equal(network_find(&network, buf_span(&id)),
				 i < MANY ? i : CONTACT_NONE);
	}
	buf_release(&id);
	network_release(&network);
}

static void referrers(void **state)
{
	struct network network;
	struct diags diags = {0};

	(void)state;
	network_init(&network, 0);
	put(&network, "ann", "\x65\xCC\x81va");
	put(&network, "\xC3\xA9va", "");
	put(&network, "cy", "nobody");
	put(&network, "dee", "dee");
	network_join(&network, &diags);
	assert_int_equal(network.contacts[0].referred_by, 1);
	assert_int_equal(network.contacts[1].referred_by, CONTACT_NONE);
	assert_int_equal(network.contacts[2].referred_by, CONTACT_NONE);
	assert_int_equal(network.contacts[3].referred_by, 3);
	assert_int_equal(diags.count, 0);
	network_release(&network);
}

/* ---- joining, at random ---- */

enum { PEOPLE = 5, MOST = 60 };

static const char *const ids[] = {"a", "b", "c", "d", "e", "nobody"};

static void add_events(struct network *network, uint64_t *chance)
{
	uint32_t count = chance_below(chance, MOST);

	for (uint32_t i = 0; i < count; i++) {
		struct event event = {
			.day = (int32_t)chance_below(chance, 6) - 3,
			.contact = chance_below(chance, PEOPLE),
			.kind = chance_below(chance, EVENT_KINDS) & 0xff,
			.line = 2 + 2 * i,
		};

		/* Equal lines have equal cells, and name one contact, day and kind. */
		event.cells = ((uint64_t)event.contact * 100 + (uint64_t)(event.day + 3)) * 100 +
			      event.kind;
		if (chance_one_in(chance, 4))
			event.cells += UINT64_C(1) << (40 + chance_below(chance, 2));
		network_add_event(network, &event);
	}
}

static size_t add_notes(struct network *network, uint64_t *chance)
{
	uint32_t count = chance_below(chance, MOST / 4);
	size_t unknown = 0;

	for (uint32_t i = 0; i < count; i++) {
		uint32_t first = chance_below(chance, PEOPLE + 1);
		struct note note = {.date = (int32_t)chance_below(chance, 4),
				    .shown = SPAN("n"),
				    .contact_line = 2};

		note.contact_count = 1 + chance_below(chance, PEOPLE + 1 - first);
		note.ids = arena_array(&network->arena, note.contact_count, sizeof(*note.ids));
		for (uint32_t k = 0; k < note.contact_count; k++)
			note.ids[k] = span_str(ids[first + k]);
		unknown += first + note.contact_count > PEOPLE;
		network_add_note(network, &note);
	}
	return unknown;
}

/* Whether an earlier line has the same cells. */
static bool is_repeat(const struct network *network, size_t number)
{
	for (size_t i = 0; i < number; i++)
		if (network->events[i].cells == network->events[number].cells)
			return true;
	return false;
}

/* How many of the contact's events come before this one: an earlier day, or the same and an earlier
 * line. */
static uint32_t place_of(const struct network *network, const bool *repeats, size_t number)
{
	const struct event *event = &network->events[number];
	uint32_t place = 0;

	for (size_t i = 0; i < network->event_count; i++) {
		const struct event *other = &network->events[i];

		if (other->contact == event->contact && !repeats[i] &&
		    (other->day < event->day ||
		     (other->day == event->day && other->line < event->line)))
			place++;
	}
	return place;
}

static void check_events(const struct network *network, const bool *repeats)
{
	uint32_t counts[PEOPLE] = {0};

	for (size_t i = 0; i < network->event_count; i++) {
		const struct contact *contact = &network->contacts[network->events[i].contact];

		if (repeats[i])
			continue;
		counts[network->events[i].contact]++;
		assert_ptr_equal(contact_event(network, contact, place_of(network, repeats, i)),
				 &network->events[i]);
	}
	for (uint32_t c = 0; c < PEOPLE; c++)
		assert_int_equal(network->contacts[c].event_count, counts[c]);
}

static bool names(const struct note *note, uint32_t contact)
{
	for (uint32_t i = 0; i < note->contact_count; i++)
		if (span_is(note->ids[i], ids[contact]))
			return true;
	return false;
}

static void check_notes(const struct network *network)
{
	for (uint32_t c = 0; c < PEOPLE; c++) {
		uint32_t count = 0;

		for (size_t n = 0; n < network->note_count; n++) {
			const struct note *note = &network->notes[n];
			uint32_t place = 0;

			if (!names(note, c))
				continue;
			for (size_t k = 0; k < network->note_count; k++)
				place += names(&network->notes[k], c) &&
					 (network->notes[k].date < note->date ||
					  (k < n && network->notes[k].date == note->date));
			count++;
			assert_ptr_equal(contact_note(network, &network->contacts[c], place), note);
		}
		assert_int_equal(network->contacts[c].note_count, count);
	}
}

static void joins_as_a_naive_reader_would(void **state)
{
	uint64_t chance = 11;

	(void)state;
	for (int round = 0; round < 5000; round++) {
		struct network network;
		struct diags diags = {0};
		bool repeats[MOST];
		size_t unknown;

		network_init(&network, 0);
		for (uint32_t c = 0; c < PEOPLE; c++)
			put(&network, ids[c], "");
		add_events(&network, &chance);
		unknown = add_notes(&network, &chance);
		for (size_t i = 0; i < network.event_count; i++)
			repeats[i] = is_repeat(&network, i);
		network_join(&network, &diags);
		check_events(&network, repeats);
		check_notes(&network);
		assert_int_equal(diags.count, unknown);
		for (size_t i = 0; i < diags.count; i++)
			assert_told(&diags, i, DIAG_WARNING, 2, diags.list[i].column,
				    "'nobody' is no contact");
		diags_release(&diags);
		network_release(&network);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(contacts),
		cmocka_unit_test(many_contacts),
		cmocka_unit_test(referrers),
		cmocka_unit_test(joins_as_a_naive_reader_would),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
