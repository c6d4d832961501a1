/* log.csv: events, each fault with its place, people who are none. */
#include "tests/unit/help.h"

#include <unistd.h>

#include "fmt/log.h"

struct fixture {
	struct network network;
	struct diags diags;
	int result;
};

static void put(struct network *network, const char *id)
{
	struct contact_values values = {
		.text = {[TEXT_ID] = span_str(id), [TEXT_NAME] = span_str(id)}};

	network_put(network, &values, 0, 1);
}

static void read_log(struct fixture *f, struct span text)
{
	FILE *file = tmpfile();

	assert_non_null(file);
	assert_int_equal(fwrite(text.p, 1, text.n, file), text.n);
	assert_int_equal(fflush(file), 0);
	assert_int_equal(lseek(fileno(file), 0, SEEK_SET), 0);
	*f = (struct fixture){0};
	network_init(&f->network, 0);
	put(&f->network, "ann");
	put(&f->network, "\xC3\xA9va");
	f->result =
		log_read(fileno(file), SPAN("l"), EVENT_BIT(EVENT_REPLIED) | EVENT_BIT(EVENT_MET),
			 &f->network, &f->diags);
	assert_int_equal(fclose(file), 0);
}

static void release(struct fixture *f)
{
	network_release(&f->network);
	diags_release(&f->diags);
}

static void assert_event(const struct fixture *f, size_t i, uint32_t line, const char *date,
			 uint32_t contact, enum event_kind kind, const char *until,
			 const char *note)
{
	const struct event *event = &f->network.events[i];
	struct buf text = BUF_INIT;

	assert_int_equal(event->line, line);
	date_format(&text, event->day);
	assert_span(buf_span(&text), date);
	assert_int_equal(event->contact, contact);
	assert_int_equal(event->kind, kind);
	buf_clear(&text);
	if (event->until != DAY_NONE)
		date_format(&text, event->until);
	assert_span(buf_span(&text), until);
	assert_span(event_note(event), note);
	buf_release(&text);
}

static void events(void **state)
{
	struct fixture f;

	(void)state;
	read_log(&f, SPAN("note,event,mood,contact,date,until\r\n"
			  "\"yes, \"\"fine\"\"\",replied,x,ann,2026-02-03\r\n"
			  "\r\n"
			  "not kept,asked,,e\xCC\x81va,2026-01-03,\r\n"
			  ",deferred,,\xC3\xA9va,2026-01-04,2026-05-01\r\n"
			  ",met,,ann,2026-01-04,2026-05-01"));
	assert_int_equal(f.result, 0);
	assert_int_equal(f.diags.count, 0);
	assert_int_equal(f.network.event_count, 4);
	assert_event(&f, 0, 2, "2026-02-03", 0, EVENT_REPLIED, "", "yes, \"fine\"");
	assert_event(&f, 1, 4, "2026-01-03", 1, EVENT_ASKED, "", "");
	assert_event(&f, 2, 5, "2026-01-04", 1, EVENT_DEFERRED, "2026-05-01", "");
	assert_event(&f, 3, 6, "2026-01-04", 0, EVENT_MET, "2026-05-01", "");
	release(&f);
}

static void every_kind(void **state)
{
	struct buf text = BUF_INIT;
	struct fixture f;

	(void)state;
	buf_add_str(&text, "date,contact,event,until\n");
	for (int kind = 0; kind < EVENT_KINDS; kind++)
		buf_add_format(&text, "2026-01-01,ann,%s,2026-01-02\n",
			       event_name((enum event_kind)kind));
	read_log(&f, buf_span(&text));
	assert_int_equal(f.diags.count, 0);
	assert_int_equal(f.network.event_count, EVENT_KINDS);
	for (uint32_t kind = 0; kind < EVENT_KINDS; kind++)
		assert_int_equal(f.network.events[kind].kind, kind);
	release(&f);
	buf_release(&text);
	assert_int_equal(event_kind_parse(SPAN("Asked")), -1);
	assert_int_equal(event_kind_parse(SPAN("ask")), -1);
	assert_int_equal(event_kind_parse(SPAN("")), -1);
}

#define HEADER "date,contact,event,until\n"

/* The line is left out, the one before and the one after are not. */
static void assert_fault(const char *line, uint32_t column, const char *error)
{
	struct buf text = BUF_INIT;
	struct fixture f;

	buf_add_format(&text, HEADER "2026-01-01,ann,asked\n%s\n2026-01-02,ann,asked\n", line);
	read_log(&f, buf_span(&text));
	assert_told(&f.diags, 0, DIAG_ERROR, 3, column, error);
	assert_int_equal(f.diags.count, 1);
	assert_int_equal(f.result, 0);
	assert_int_equal(f.network.event_count, 2);
	release(&f);
	buf_release(&text);
}

static void bad_values(void **state)
{
	(void)state;
	assert_fault("2026-02-30,ann,asked", 1,
		     "date: found '2026-02-30', expected a date, YYYY-MM-DD");
	assert_fault(",ann,asked", 1, "date: found '', expected a date, YYYY-MM-DD");
	assert_fault(
		"2026-02-03,ann,ask", 16,
		"event: found 'ask', expected asked, replied, declined, met, helped, thanked, reported, "
		"contacted, deferred, closed or reopened");
	assert_fault("2026-02-03,a b,asked", 12,
		     "contact: found 'a b', expected the id of a contact");
	assert_fault("2026-02-03,\"\",asked", 12,
		     "contact: found '', expected the id of a contact");
	assert_fault("2026-02-03,ann,deferred", 24,
		     "until: found '', expected a date, YYYY-MM-DD, with 'deferred'");
	assert_fault("2026-02-03,ann,deferred, soon", 26,
		     "until: found 'soon', expected a date, YYYY-MM-DD");
	assert_fault("2026-02-03,ann,asked,x", 22, "until: found 'x', expected a date, YYYY-MM-DD");
}

static void tells_all_faults(void **state)
{
	struct fixture f;

	(void)state;
	read_log(&f, SPAN(HEADER "x,-,y,z\n2026-01-01,ann,asked\n"));
	assert_int_equal(f.diags.errors, 4);
	assert_int_equal(f.network.event_count, 1);
	release(&f);
	/* An event is one line, however its cells are quoted. */
	read_log(
		&f,
		SPAN("date,contact,event,note\n2026-01-01,ann,asked,\"a\nb\"\n\"2026-01-01\",ann,\"asked\"\n"));
	assert_told(&f.diags, 0, DIAG_ERROR, 2, 1, "newline in a field: an event is one line");
	assert_int_equal(f.diags.count, 1);
	assert_int_equal(f.network.event_count, 1);
	assert_int_equal(f.network.events[0].line, 4);
	release(&f);
}

/* One warning for each line. */
static void people_who_are_none(void **state)
{
	struct fixture f;

	(void)state;
	read_log(&f, SPAN(HEADER
			  "2026-01-01,bob,asked\n2026-01-01, bob,asked\n2026-01-01,Ann,asked\n"));
	assert_int_equal(f.result, 0);
	assert_int_equal(f.diags.count, 3);
	assert_told(&f.diags, 0, DIAG_WARNING, 2, 12, "'bob' is no contact");
	assert_told(&f.diags, 1, DIAG_WARNING, 3, 13, "'bob' is no contact");
	assert_told(&f.diags, 2, DIAG_WARNING, 4, 12, "'Ann' is no contact");
	assert_int_equal(f.network.event_count, 0);
	release(&f);
}

static void faults_of_syntax(void **state)
{
	static const struct {
		const char *text;
		uint32_t line, column;
		const char *error;
	} cases[] = {
		{"", 1, 1, "empty file, expected a header line"},
		{"\n\n", 1, 1, "empty file, expected a header line"},
		{"date,contact\n", 1, 1, "no column 'event'"},
		{HEADER "2026-01-01,ann,asked,,\n", 2, 23,
		 "found 5 cells, expected at most the header's 4"},
		{HEADER "<<<<<<< HEAD\n2026-01-01,ann,asked\n", 2, 1,
		 "conflict marker: the merge has to be resolved first"},
		{HEADER "2026-01-01,\"ann\n", 2, 12, "quoted field is never closed"},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct fixture f;

		read_log(&f, span_str(cases[i].text));
		assert_told(&f.diags, 0, DIAG_ERROR, cases[i].line, cases[i].column,
			    cases[i].error);
		assert_int_equal(f.diags.count, 1);
		assert_int_equal(f.result, -1);
		release(&f);
	}
}

/* "Log lines that are equal in every cell are one event", and missing cells are empty. */
static void equal_lines(void **state)
{
	static const struct {
		const char *a, *b;
		bool equal;
	} pairs[] = {
		{"2026-01-01,ann,asked,,x", "2026-01-01,ann,asked,,x", true},
		{"2026-01-01,ann,asked,,x", " \"2026-01-01\",\"ann\" ,asked,,\"x\"", true},
		{"2026-01-01,ann,asked", "2026-01-01,ann,asked,,", true},
		{"2026-01-01,ann,asked,,x", "2026-01-01,ann,asked,,y", false},
		{"2026-01-01,ann,asked,,x", "2026-01-01,ann,asked,,\" x\"", false},
		{"2026-01-01,ann,asked,2026-01-01,", "2026-01-01,ann,asked,,2026-01-01", false},
		{"2026-01-01,ann,asked", "2026-01-01,ann,replied", false},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(pairs); i++) {
		struct buf text = BUF_INIT;
		struct fixture f;

		buf_add_format(&text, "date,contact,event,until,note\n%s\n%s\n", pairs[i].a,
			       pairs[i].b);
		read_log(&f, buf_span(&text));
		assert_int_equal(f.diags.count, 0);
		assert_int_equal(f.network.event_count, 2);
		network_join(&f.network, &f.diags);
		assert_int_equal(f.network.contacts[0].event_count, pairs[i].equal ? 1 : 2);
		assert_int_equal(contact_event(&f.network, &f.network.contacts[0], 0)->line, 2);
		release(&f);
		buf_release(&text);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(events),
		cmocka_unit_test(every_kind),
		cmocka_unit_test(bad_values),
		cmocka_unit_test(tells_all_faults),
		cmocka_unit_test(people_who_are_none),
		cmocka_unit_test(faults_of_syntax),
		cmocka_unit_test(equal_lines),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
