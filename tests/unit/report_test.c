/* The report: its figures, its groups, what it withholds, and its text. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdlib.h>

#include "fmt/report.h"
#include "src/report.h"

enum { MOST = 16 };

static int32_t day(const char *text)
{
	int32_t value = DAY_NONE;

	assert_int_equal(date_parse(span_str(text), &value), 0);
	return value;
}

/* A network under construction, and what is made of it. */
struct fixture {
	struct network network;
	struct leads leads;
	struct diags diags;
	struct report report;
	struct sink sink;
	struct note notes[MOST];
	struct span ids[MOST][3];
	size_t note_count;
	uint64_t line;
};

static void start(struct fixture *f)
{
	memset(f, 0, sizeof(*f));
	f->sink = SINK_INIT(-1);
	network_init(&f->network, TEXT_BIT(TEXT_ORG) | TEXT_BIT(TEXT_FIELD) | TEXT_BIT(TEXT_EMAIL));
}

static void finish(struct fixture *f)
{
	report_release(&f->report);
	leads_release(&f->leads);
	network_release(&f->network);
	diags_release(&f->diags);
	sink_release(&f->sink);
}

static void person(
	struct fixture *f, const char *id, const char *name, const char *org, const char *field)
{
	struct contact_values values = {.added = DAY_NONE};

	values.text[TEXT_ID] = span_str(id);
	values.text[TEXT_NAME] = span_str(name);
	values.text[TEXT_ORG] = span_str(org);
	values.text[TEXT_FIELD] = span_str(field);
	uint32_t number = network_put(&f->network, &values, 0, 2);
	f->network.contacts[number].selected = true;
	f->network.contacts[number].listed = true;
}

static void event(struct fixture *f, const char *date, const char *id, enum event_kind kind)
{
	struct event e = {
		.cells = ++f->line,
		.note = "",
		.day = day(date),
		.until = DAY_NONE,
		.contact = network_find(&f->network, span_str(id)),
		.line = (uint32_t)f->line,
		.kind = kind,
	};

	assert_true(e.contact != CONTACT_NONE);
	network_add_event(&f->network, &e);
}

/* A note with one contact; more can be put into the result, up to three. */
static struct note *note(struct fixture *f, const char *shown, const char *date, const char *id,
	enum outcome outcome)
{
	struct note *n = &f->notes[f->note_count];

	f->ids[f->note_count][0] = span_str(id);
	*n = (struct note){
		.path = span_str(shown),
		.shown = span_str(shown),
		.ids = f->ids[f->note_count],
		.contact_count = 1,
		.date = day(date),
		.outcome = outcome,
		.thanked_on = DAY_NONE,
	};
	f->note_count++;
	return n;
}

/* The figures, what is due and the interviews, of all times. */
static const struct report_view view = {
	.order = {REPORT_SUMMARY, REPORT_DUE, REPORT_INTERVIEWS},
	.count = 3,
};

static void report(struct fixture *f, const struct report_item *items, size_t count)
{
	struct report_options options = {
		.today = day("2026-11-21"),
		.sections = report_sections_bits(&view),
		.period = PERIOD_ALL,
	};

	report_compute(&f->report, &f->network, &f->leads, items, count, &options);
}

static void compute(struct fixture *f, const struct report_item *items, size_t count)
{
	for (size_t i = 0; i < f->note_count; i++)
		network_add_note(&f->network, &f->notes[i]);
	network_join(&f->network, &f->diags);
	leads_find(&f->leads, &f->network, &f->diags);
	report(f, items, count);
}

static void expect_text(struct fixture *f, const char *want)
{
	report_render(&f->report, &view, &f->sink);
	assert_string_equal(f->sink.buf.p, want);
}

static void funnel(void **state)
{
	struct fixture f;

	(void)state;
	start(&f);
	person(&f, "a", "A", "", ""); /* asked, held note after: replied, met */
	person(&f, "b", "B", "", ""); /* asked, no answer; an earlier reply does not count */
	person(&f, "c", "C", "", ""); /* met without being asked */
	person(&f, "d", "D", "", ""); /* asked, declined */
	person(&f, "e", "E", "", ""); /* nothing */
	person(&f, "f", "F", "", ""); /* asked twice, replied on the day of the first */
	person(&f, "g", "G", "", ""); /* not selected */
	person(&f, "h", "H", "", ""); /* left out */
	f.network.contacts[6].selected = false;
	f.network.contacts[7].left_out = true;
	event(&f, "2026-10-01", "a", EVENT_ASKED);
	event(&f, "2026-09-01", "b", EVENT_REPLIED);
	event(&f, "2026-10-01", "b", EVENT_ASKED);
	event(&f, "2026-10-02", "c", EVENT_MET);
	event(&f, "2026-10-01", "d", EVENT_ASKED);
	event(&f, "2026-10-02", "d", EVENT_DECLINED);
	event(&f, "2026-10-09", "f", EVENT_ASKED);
	event(&f, "2026-10-01", "f", EVENT_REPLIED);
	event(&f, "2026-10-01", "f", EVENT_ASKED);
	event(&f, "2026-10-01", "g", EVENT_ASKED);
	event(&f, "2026-10-01", "h", EVENT_MET);
	note(&f, "a1.md", "2026-10-05", "a", OUTCOME_MET);
	note(&f, "a2.md", "2026-11-21", "a", OUTCOME_UNKNOWN);
	note(&f, "b.md", "2026-11-20", "b", OUTCOME_UNKNOWN);
	note(&f, "c.md", "2026-11-20", "c", OUTCOME_NO_SHOW);
	note(&f, "g.md", "2026-11-20", "g", OUTCOME_MET);
	note(&f, "h.md", "2026-11-20", "h", OUTCOME_MET);
	compute(&f, NULL, 0);
	const struct report_summary *s = &f.report.summary;
	assert_int_equal(s->contacts, 6);
	assert_int_equal(s->asked, 4);
	assert_int_equal(s->replied, 2);
	assert_int_equal(s->met, 2);
	assert_int_equal(s->held, 1);
	assert_int_equal(s->planned, 1);
	assert_int_equal(s->unwritten, 1);
	assert_int_equal(s->off, 1);
	assert_int_equal(f.report.interview_count, 4);
	finish(&f);
}

/* One contact, a held note and events: thanks owed, thanks in time. */
static void thanks_are(enum thanked thanked, const char *note_date, const char *thanked_on,
	const char *met, const char *thanked_event, size_t owed, size_t in_time)
{
	struct fixture f;

	start(&f);
	person(&f, "a", "A", "", "");
	if (note_date != NULL) {
		struct note *n = note(&f, "a.md", note_date, "a", OUTCOME_MET);
		n->thanked = thanked;
		if (thanked_on != NULL)
			n->thanked_on = day(thanked_on);
	}
	if (met != NULL)
		event(&f, met, "a", EVENT_MET);
	if (thanked_event != NULL)
		event(&f, thanked_event, "a", EVENT_THANKED);
	compute(&f, NULL, 0);
	assert_int_equal(f.report.summary.thanks, owed);
	assert_int_equal(f.report.summary.thanked_in_time, in_time);
	finish(&f);
}

static void thanked_in_time(void **state)
{
	(void)state;
	thanks_are(THANKED_ON, "2026-11-01", "2026-11-03", NULL, NULL, 1, 1);
	thanks_are(THANKED_ON, "2026-11-01", "2026-11-04", NULL, NULL, 1, 0);
	thanks_are(THANKED_ON, "2026-11-01", "2026-11-04", NULL, "2026-11-02", 1, 1);
	thanks_are(THANKED_NOT_YET, "2026-11-01", NULL, NULL, NULL, 1, 0);
	thanks_are(THANKED_NOT_YET, "2026-11-01", NULL, NULL, "2026-11-01", 1, 1);
	thanks_are(THANKED_NOT_YET, "2026-11-01", NULL, NULL, "2026-10-31", 1, 0);
	thanks_are(THANKED_NONE_OWED, "2026-11-01", NULL, NULL, NULL, 0, 0);
	/* Two days are not over on 21 November for the 19th; they are for the 18th. */
	thanks_are(THANKED_NOT_YET, "2026-11-19", NULL, NULL, NULL, 0, 0);
	thanks_are(THANKED_NOT_YET, "2026-11-18", NULL, NULL, NULL, 1, 0);
	thanks_are(THANKED_NOT_YET, NULL, NULL, "2026-11-01", NULL, 1, 0);
	thanks_are(THANKED_NOT_YET, NULL, NULL, "2026-11-01", "2026-11-03", 1, 1);
	/* A meeting on the day of its note is one meeting. */
	thanks_are(THANKED_NOT_YET, "2026-11-01", NULL, "2026-11-01", "2026-11-03", 1, 1);
	thanks_are(THANKED_NONE_OWED, "2026-11-01", NULL, "2026-11-01", NULL, 0, 0);
	thanks_are(THANKED_NONE_OWED, "2026-11-01", NULL, "2026-11-02", NULL, 1, 0);
}

static void panel_owes_each(void **state)
{
	struct fixture f;

	(void)state;
	start(&f);
	person(&f, "a", "A", "", "");
	person(&f, "b", "B", "", "");
	struct note *n = note(&f, "p.md", "2026-11-01", "a", OUTCOME_MET);
	f.ids[0][1] = SPAN("b");
	n->contact_count = 2;
	event(&f, "2026-11-02", "a", EVENT_THANKED);
	compute(&f, NULL, 0);
	assert_int_equal(f.report.summary.thanks, 2);
	assert_int_equal(f.report.summary.thanked_in_time, 1);
	assert_int_equal(f.report.summary.held, 1);
	finish(&f);
}

static struct report_item item(
	const char *due, const char *action, const char *reason, const char *anchor)
{
	return (struct report_item){
		.due = due[0] != '\0' ? day(due) : DAY_NONE,
		.action = span_str(action),
		.reason = span_str(reason),
		.anchor = span_str(anchor),
		.id = SPAN("a"),
		.name = SPAN("A"),
	};
}

static void groups_by_day(void **state)
{
	static const char *const dates[] = {"", "2026-11-20", "2026-11-21", "2026-11-22",
		"2026-11-28", "2026-11-29", "2025-01-01", ""};
	static const size_t want[REPORT_GROUPS] = {2, 1, 2, 1, 2};
	struct report_item items[8];
	struct fixture f;

	(void)state;
	start(&f);
	person(&f, "a", "A", "", "");
	for (size_t i = 0; i < 8; i++)
		items[i] = item(dates[i], "task", i == 7 ? "second" : "first", "n.md:1");
	compute(&f, items, 8);
	for (size_t g = 0; g < REPORT_GROUPS; g++)
		assert_int_equal(f.report.groups[g].count, want[g]);
	/* The order given stays: the later of these dates came first. */
	assert_int_equal(f.report.groups[REPORT_LATE].list[0].due, day("2026-11-20"));
	assert_true(span_is(f.report.groups[REPORT_UNDATED].list[0].reason, "first"));
	assert_true(span_is(f.report.groups[REPORT_UNDATED].list[1].reason, "second"));
	finish(&f);
}

static void private_tasks_are_withheld(void **state)
{
	struct task tasks[] = {
		{.text = SPAN("buy milk"), .line = 9, .due = DAY_NONE, .completed = DAY_NONE},
		{.text = SPAN("ask about pay"),
			.line = 12,
			.due = DAY_NONE,
			.completed = DAY_NONE,
			.confidential = true},
	};
	struct report_item items[] = {
		item("", "task", "buy milk", "n/a.md:9"),
		item("", "task", "ask about pay", "n/a.md:12"),
		item("", "task", "changed since", "n/a.md:12"),
		item("", "report-back", "acted on: buy milk; ask about pay", "n/a.md:9"),
		item("", "task", "ask about pay", "../elsewhere/n/a.md:12"),
		item("", "task", "ask about pay", ""),
		item("", "thank", "ask about pay", "log.csv:12"),
		item("", "task", "ask about pa", "n/a.md:13"),
		item("", "task", "ask about pay", "n/other.md:12"),
	};
	static const bool want[] = {false, true, true, true, true, true, false, false, false};
	struct fixture f;

	(void)state;
	start(&f);
	person(&f, "a", "A", "", "");
	person(&f, "b", "B", "", "");
	struct note *n = note(&f, "n/a.md", "2026-11-01", "a", OUTCOME_MET);
	n->body = (struct body){.read = true, .tasks = tasks, .task_count = 2};
	note(&f, "n/other.md", "2026-11-01", "b", OUTCOME_MET);
	compute(&f, items, sizeof(items) / sizeof(*items));
	for (size_t i = 0; i < sizeof(want) / sizeof(*want); i++)
		assert_int_equal(f.report.groups[REPORT_UNDATED].list[i].confidential, want[i]);
	report_render(&f.report, &view, &f.sink);
	assert_non_null(strstr(f.sink.buf.p, "- [ ] **task** A: buy milk — [n/a.md:9](n/a.md)\n"));
	assert_non_null(strstr(f.sink.buf.p, "- [ ] **task** A: private — [n/a.md:12](n/a.md)\n"));
	assert_non_null(strstr(f.sink.buf.p, "- [ ] **report-back** A: private — ["));
	assert_null(strstr(f.sink.buf.p, "changed since"));
	finish(&f);
}

/* Rows of due_compute: the same text, anchors and order as ni-due's. */
static void items_of_due(void **state)
{
	struct task tasks[] = {{.text = SPAN("ask about pay"),
		.line = 12,
		.due = DAY_NONE,
		.completed = DAY_NONE,
		.confidential = true}};
	struct due_options options = {.today = day("2026-11-21"), .kinds = UINT32_MAX};
	struct arena arena = {0};
	struct report_item *items;
	struct fixture f;
	struct due due;

	(void)state;
	start(&f);
	(void)network_file(&f.network, SPAN("contacts.csv"));
	person(&f, "a", "Jane", "Acme", "");
	struct note *n = note(&f, "n/a.md", "2026-11-18", "a", OUTCOME_MET);
	n->rating = 4;
	n->date_line = 3;
	n->body = (struct body){.read = true, .tasks = tasks, .task_count = 1};
	network_add_note(&f.network, n);
	f.note_count = 0;
	network_join(&f.network, &f.diags);
	leads_find(&f.leads, &f.network, &f.diags);
	due_compute(&due, &f.network, &f.leads, &options);
	assert_int_equal(report_items_due(&arena, &due, &items), 2);
	assert_true(span_is(items[0].action, "thank"));
	assert_int_equal(items[0].due, day("2026-11-20"));
	assert_true(span_is(items[0].anchor, "n/a.md:3"));
	assert_true(span_starts(items[0].reason, SPAN("interview of 2026-11-18")));
	assert_true(span_is(items[0].name, "Jane") && span_is(items[0].org, "Acme"));
	assert_true(span_is(items[0].id, "a"));
	assert_true(span_is(items[1].action, "task") && items[1].due == DAY_NONE);
	report(&f, items, 2);
	assert_false(f.report.groups[REPORT_LATE].list[0].confidential);
	assert_true(f.report.groups[REPORT_UNDATED].list[0].confidential);
	due_release(&due);
	finish(&f);
	arena_release(&arena);
}

static void anchors(void **state)
{
	struct span file;
	uint32_t line;

	(void)state;
	assert_int_equal(report_anchor(SPAN("a:b.md:12"), &file, &line), 0);
	assert_true(span_is(file, "a:b.md"));
	assert_int_equal(line, 12);
	assert_int_equal(report_anchor(SPAN("-:3"), &file, &line), -1);
	assert_int_equal(report_anchor(SPAN(":3"), &file, &line), -1);
	assert_int_equal(report_anchor(SPAN("a.md"), &file, &line), -1);
	assert_int_equal(report_anchor(SPAN("a.md:x"), &file, &line), -1);
	assert_int_equal(report_anchor(SPAN("a.md:"), &file, &line), -1);
	assert_int_equal(report_anchor(SPAN_NONE, &file, &line), -1);
}

static void empty_says_what_to_do(void **state)
{
	struct fixture f;

	(void)state;
	start(&f);
	compute(&f, NULL, 0);
	expect_text(&f,
		"# Networking report\n\n2026-11-21\n\n## Summary\n\n"
		"No contacts are selected. They are the rows of `contacts.csv`, "
		"or of the list that is given.\n\n## Due\n\n"
		"Nothing is due. To look further ahead: `ni-due --within 30d | ni-report -`\n\n"
		"## Interviews\n\n"
		"No interviews yet. Each one, planned or held, is a note in `notes/`.\n");
	finish(&f);
}

static void whole_text(void **state)
{
	struct report_item items[] = {
		item("2026-11-20", "thank", "line\nbreak <b>", "notes/é b.md:3"),
		item("2026-11-25", "request", "", "-:2"),
		item("", "", "odd", "x"),
	};
	struct fixture f;

	(void)state;
	start(&f);
	f.network.settings.me_name = SPAN("Ada *");
	person(&f, "a", "a|b*c*<script>", "Acme", "law");
	person(&f, "b", "Bo", "Acme", "art");
	event(&f, "2026-11-01", "a", EVENT_ASKED);
	items[0].name = SPAN("a|b*c*<script>");
	items[0].org = SPAN("Acme");
	items[1].name = SPAN_NONE;
	struct note *n = note(&f, "notes/p.md", "2026-11-18", "a", OUTCOME_MET);
	f.ids[0][1] = SPAN("b");
	f.ids[0][2] = SPAN("nobody");
	n->contact_count = 3;
	n->mode = SPAN("video");
	n->rating = 4;
	note(&f, "notes/a b.md", "2026-11-17", "b", OUTCOME_UNKNOWN);
	compute(&f, items, 3);
	expect_text(&f,
		"# Networking report\n\nAda \\*, 2026-11-21\n\n## Summary\n\n"
		"|                                       | Number | Rate                    |\n"
		"| ------------------------------------- | -----: | ----------------------- |\n"
		"| Contacts                              |      2 |                         |\n"
		"| Asked                                 |      1 | 50% of 2 contacts       |\n"
		"| Replied                               |      1 | 100% of 1 asked         |\n"
		"| Median days to a reply                |     17 | of 1 reply              |\n"
		"| Met                                   |      2 | 100% of 2 contacts      |\n"
		"| Thanked in time                       |      0 | 0% of 2 thank-yous owed |\n"
		"| Interviews held                       |      1 |                         |\n"
		"| Referrals per interview               |    0.0 | of 1 interview          |\n"
		"| Interviews planned                    |      0 |                         |\n"
		"| Interviews to write up                |      1 |                         |\n"
		"| Interviews cancelled, missed or moved |      0 |                         |\n"
		"| Leads                                 |      0 |                         |\n"
		"\n## Due\n\n### Late (1)\n\n"
		"- [ ] 2026-11-20 **thank** a\\|b\\*c\\*\\<script> (Acme): line break \\<b> — "
		"[notes/é b.md:3](notes/%C3%A9%20b.md)\n"
		"\n### Next seven days (1)\n\n- [ ] 2026-11-25 **request** a\n"
		"\n### No date (1)\n\n- [ ] A: odd\n"
		"\n## Interviews\n\n"
		"| Date       | Who                            | Organisation | Field | Mode  |"
		" Rating | Outcome     | Note                           |\n"
		"| ---------- | ------------------------------ | ------------ | ----- | ----- |"
		" -----: | ----------- | ------------------------------ |\n"
		"| 2026-11-17 | Bo                             | Acme         | art   |       |"
		"        | to write up | [notes/a b.md](notes/a%20b.md) |\n"
		"| 2026-11-18 | a\\|b\\*c\\*\\<script>; Bo; nobody | Acme         | law   | vid"
		"eo |      4 | met         | [notes/p.md](notes/p.md)       |\n");
	finish(&f);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(funnel),
		cmocka_unit_test(thanked_in_time),
		cmocka_unit_test(panel_owes_each),
		cmocka_unit_test(groups_by_day),
		cmocka_unit_test(private_tasks_are_withheld),
		cmocka_unit_test(items_of_due),
		cmocka_unit_test(anchors),
		cmocka_unit_test(empty_says_what_to_do),
		cmocka_unit_test(whole_text),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
