/* Front matter: the keys of ni-note(5), and each fault with its place. */
#include "tests/unit/help.h"

#include "fmt/frontmatter.h"
#include "fmt/note.h"

#define HEAD "contact: a\ndate: 2026-11-30\n"

struct fixture {
	struct arena arena;
	struct diags diags;
	struct note note;
	int result;
};

/* yaml is what stands from line 2 of a note on. */
static void read(struct fixture *f, struct span yaml)
{
	struct note_parts parts = {.front = yaml, .front_line = 2};

	*f = (struct fixture){0};
	f->result = front_matter_read(&parts, SPAN("n.md"), &f->arena, &f->diags, &f->note);
	assert_int_equal(f->result, f->diags.errors > 0 ? -1 : 0);
}

static void release(struct fixture *f)
{
	diags_release(&f->diags);
	arena_release(&f->arena);
}

static void assert_diag(const struct fixture *f, size_t i, uint32_t line, uint32_t column,
			const char *text)
{
	assert_true(i < f->diags.count);
	assert_span(f->diags.list[i].text, text);
	assert_int_equal(f->diags.list[i].line, line);
	assert_int_equal(f->diags.list[i].column, column);
}

/* yaml after HEAD has exactly this fault; line is counted from HEAD's first, which is line 2. */
static void assert_fault(const char *yaml, uint32_t line, uint32_t column, const char *text)
{
	struct buf all = BUF_INIT;
	struct fixture f;

	buf_add_str(&all, HEAD);
	buf_add_str(&all, yaml);
	read(&f, buf_span(&all));
	assert_int_equal(f.diags.count, 1);
	assert_diag(&f, 0, line, column, text);
	release(&f);
	buf_release(&all);
}

static void reads_every_key(void **state)
{
	struct fixture f;

	(void)state;
	read(&f,
	     SPAN("contact: [jane-doe, \"Zoe\xCC\x88\", jane-doe]\n"
		  "date: 2026-11-30   # required\ntime: 14:00 EST\nmode: video\nminutes: 25\n"
		  "place: https://meet.example/abc\nfield: data science\nsector: private\noutcome: met\n"
		  "rating: 4\nthanked: 2026-12-01\ntags: [alum, '', analytics]\nmine: {a: [1, {b: c}]}\n"));
	assert_int_equal(f.result, 0);
	assert_int_equal(f.note.contact_count, 2);
	assert_span(f.note.ids[0], "jane-doe");
	assert_span(f.note.ids[1], "Zo\xC3\xAB");
	assert_int_equal(f.note.contact_line, 2);
	assert_int_equal(f.note.date_line, 3);
	assert_int_equal(f.note.date, 20787);
	assert_span(f.note.time, "14:00 EST");
	assert_span(f.note.mode, "video");
	assert_span(f.note.place, "https://meet.example/abc");
	assert_span(f.note.field, "data science");
	assert_span(f.note.sector, "private");
	assert_int_equal(f.note.minutes, 25);
	assert_int_equal(f.note.rating, 4);
	assert_int_equal(f.note.outcome, OUTCOME_MET);
	assert_int_equal(f.note.thanked, THANKED_ON);
	assert_int_equal(f.note.thanked_on, 20788);
	assert_span(f.note.tags, "alum;analytics");
	release(&f);
}

static void reads_referrals(void **state)
{
	struct fixture f;
	const struct referral *r;

	(void)state;
	read(&f,
	     SPAN(HEAD
		  "referrals:\n  - name: Rosa Quispe\n    org: Acme\n    title: nurse\n"
		  "    email: r@x.example\n    phone: +1 2\n    note: ask her\n    may_use_name: Yes\n"
		  "    id: rosa-q\n    met_at: fair\n"
		  "  -\n    # who was that?\n\n    name: Sam Ito\n    skip: TRUE\n    may_use_name: no\n"
		  "  - # Kim\n    name: Kim\n    skip: false\n"
		  "  - {name: Lee}\n"));
	assert_int_equal(f.result, 0);
	assert_int_equal(f.note.referral_count, 4);
	r = f.note.referrals;
	assert_span(r[0].name, "Rosa Quispe");
	assert_span(r[0].org, "Acme");
	assert_span(r[0].title, "nurse");
	assert_span(r[0].email, "r@x.example");
	assert_span(r[0].phone, "+1 2");
	assert_span(r[0].note, "ask her");
	assert_span(r[0].id, "rosa-q");
	assert_int_equal(r[0].may_use_name, LEAVE_YES);
	assert_false(r[0].skip);
	assert_int_equal(r[0].line, 5);
	assert_int_equal(r[1].line, 14);
	assert_true(r[1].skip);
	assert_int_equal(r[1].may_use_name, LEAVE_NO);
	assert_int_equal(r[2].line, 20);
	assert_false(r[2].skip);
	assert_int_equal(r[2].may_use_name, LEAVE_UNKNOWN);
	assert_int_equal(r[3].line, 23);
	assert_span(r[3].name, "Lee");
	release(&f);
	read(&f, SPAN(HEAD "referrals: [{name: A},\n  {name: B}]\n"));
	assert_int_equal(f.note.referral_count, 2);
	assert_int_equal(f.note.referrals[1].line, 5);
	release(&f);
}

static void empty_values_are_not_given(void **state)
{
	struct fixture f;

	(void)state;
	read(&f,
	     SPAN(HEAD
		  "time:\nmode: ''\nminutes:\nrating:\noutcome:\nthanked:\nreferrals:\ntags:\n"));
	assert_int_equal(f.result, 0);
	assert_int_equal(f.note.rating + f.note.minutes + f.note.referral_count, 0);
	assert_int_equal(f.note.outcome, OUTCOME_UNKNOWN);
	assert_int_equal(f.note.thanked, THANKED_NOT_YET);
	assert_int_equal(f.note.time.n + f.note.mode.n + f.note.tags.n, 0);
	release(&f);
	read(&f, SPAN(HEAD "thanked: N/A\noutcome: no-show\ntags: one tag\n"));
	assert_int_equal(f.note.thanked, THANKED_NONE_OWED);
	assert_int_equal(f.note.outcome, OUTCOME_NO_SHOW);
	assert_span(f.note.tags, "one tag");
	release(&f);
}

static void required_keys(void **state)
{
	static const char *const empties[] = {"", "# nothing\n", "\n\n"};
	struct fixture f;

	(void)state;
	for (size_t i = 0; i < sizeof(empties) / sizeof(*empties); i++) {
		read(&f, span_str(empties[i]));
		assert_int_equal(f.diags.count, 2);
		assert_diag(&f, 0, 1, 1, "missing key 'contact'");
		assert_diag(&f, 1, 1, 1, "missing key 'date'");
		release(&f);
	}
	/* Keys are case-sensitive: this one is the user's own. */
	read(&f, SPAN("Contact: a\ndate: 2026-11-30\n"));
	assert_int_equal(f.diags.count, 1);
	release(&f);
	read(&f, SPAN("contact:\ndate: 2026-11-30\n"));
	assert_diag(
		&f, 0, 2, 1,
		"contact: found nothing, expected an id such as jane-doe: letters, numbers, '-', '_', '.'");
	release(&f);
}

static void bad_values(void **state)
{
	(void)state;
	assert_fault("time: 1400\n", 4, 7,
		     "time: found '1400', expected a time such as 14:00 or 09:30 EST");
	assert_fault("time: 24:00\n", 4, 7,
		     "time: found '24:00', expected a time such as 14:00 or 09:30 EST");
	assert_fault("minutes: 1441\n", 4, 10,
		     "minutes: found '1441', expected a number from 1 to 1440");
	assert_fault("rating: 0\n", 4, 9, "rating: found '0', expected a number from 1 to 5");
	assert_fault("rating: [4]\n", 4, 9, "rating: found a list, expected a number from 1 to 5");
	assert_fault("mode: {a: b}\n", 4, 7, "mode: found keys and values, expected a text");
	assert_fault("outcome: Met\n", 4, 10,
		     "outcome: found 'Met', expected met, cancelled, no-show or moved; "
		     "did you mean 'met'?");
	assert_fault("thanked: yes\n", 4, 10,
		     "thanked: found 'yes', expected a date such as 2026-11-30, no, or n/a");
	assert_fault("thanked: 2026-02-30\n", 4, 10,
		     "thanked: found '2026-02-30', expected a date such as 2026-11-30, no, or n/a");
	assert_fault("tags: [[a]]\n", 4, 8, "tags: found a list, expected a text");
	assert_fault(
		"referrals: Rosa\n", 4, 12,
		"referrals: found 'Rosa', expected a list of items such as '- name: Rosa Quispe'");
	assert_fault("referrals:\n- Rosa\n", 5, 3,
		     "referrals: found 'Rosa', expected items such as '- name: Rosa Quispe'");
	assert_fault("referrals:\n- org: x\n", 5, 3, "referral: missing key 'name'");
	assert_fault("referrals:\n- name: ' '\n", 5, 3,
		     "name: found nothing, expected who was named");
	assert_fault("referrals:\n- name: '...'\n", 5, 9,
		     "name: no id can be derived from '...'; give the referral an id");
	assert_fault(
		"referrals:\n- name: a\n  id: -a\n", 6, 7,
		"id: found '-a', expected an id such as jane-doe: letters, numbers, '-', '_', '.'");
	assert_fault("referrals:\n- name: a\n  skip: maybe\n", 6, 9,
		     "skip: found 'maybe', expected yes or no");
}

static void refuses_what_is_more_than_plain_yaml(void **state)
{
	(void)state;
	assert_fault("x: &a b\n", 4, 4,
		     "anchors ('&') are not allowed; quote the value if it is text");
	assert_fault("x: *a\n", 4, 4,
		     "aliases ('*') are not allowed; quote the value if it is text");
	assert_fault("x: !!str b\n", 4, 4,
		     "tags ('!') are not allowed; quote the value if it is text");
	assert_fault("x: ! b\n", 4, 4, "tags ('!') are not allowed; quote the value if it is text");
	assert_fault("x: {a: 1, b: 2, a: 3}\n", 4, 17, "key 'a' stands twice, first on line 4");
	assert_fault("date: 2026-11-30\n", 4, 1, "key 'date' stands twice, first on line 3");
	assert_fault("contact: b\n", 4, 1, "key 'contact' stands twice, first on line 2");
	assert_fault("? [a]\n: b\n", 4, 3, "a key must be a text");
	assert_fault("x: \"\\e[31m\"\n", 4, 4, "control character in a value");
	assert_fault("x: \"\\0\"\n", 4, 4, "control character in a value");
	assert_fault("x: \"\\x9b\"\n", 4, 4, "control character in a value");
	/* The reader reads ahead, and its mark stays at 0: problem_offset tells the place. */
	assert_fault("x: y\n\xC3\xA9: a\x01z\n", 5, 6, "control characters are not allowed");
}

/* libyaml's columns are characters, ours are bytes. */
static void syntax_errors_have_byte_columns(void **state)
{
	struct fixture f;

	(void)state;
	read(&f, SPAN(HEAD "\xC3\xA9: \xE2\x80\xA8: y: z\n"));
	assert_int_equal(f.diags.count, 1);
	assert_int_equal(f.diags.list[0].line, 4);
	release(&f);
	assert_fault("\xC3\xA9\xC3\xA9: y: z\n", 4, 8,
		     "mapping values are not allowed in this context");
	assert_fault("x: [a\n", 5, 1,
		     "did not find expected ',' or ']' while parsing a flow sequence");
	/* A line separator ends a line for libyaml, not for us. */
	assert_fault("x: \"a\xE2\x80\xA8z\"\nrating: 9\n", 5, 9,
		     "rating: found '9', expected a number from 1 to 5");
}

static void a_second_document(void **state)
{
	(void)state;
	assert_fault("...\nx: y\n", 5, 1, "did not find expected <document start>");
}

static void depth(void **state)
{
	char yaml[200];
	struct fixture f;

	(void)state;
	/* The map at the top is the first level. */
	(void)snprintf(yaml, sizeof(yaml), HEAD "x: %.*s%.*s\n", 31,
		       "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[", 31,
		       "]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]");
	read(&f, span_str(yaml));
	assert_int_equal(f.result, 0);
	release(&f);
	(void)snprintf(yaml, sizeof(yaml), HEAD "x: %.*s%.*s\n", 32,
		       "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[", 32,
		       "]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]");
	read(&f, span_str(yaml));
	assert_int_equal(f.diags.count, 1);
	assert_diag(&f, 0, 4, 35, "more than 32 levels");
	release(&f);
}

static void tells_all_faults(void **state)
{
	struct fixture f;

	(void)state;
	read(&f, SPAN("contact: -a\nrating: 7\nrating: x\nminutes: 0\n"));
	assert_int_equal(f.diags.count, 6);
	release(&f);
}

static void not_keys_and_values(void **state)
{
	struct fixture f;

	(void)state;
	read(&f, SPAN("- a\n"));
	assert_diag(
		&f, 0, 2, 1,
		"front matter: found a list, expected keys and values such as 'date: 2026-11-30'");
	release(&f);
}

/* Scalars are what they look like: no booleans, numbers or nulls. */
static void scalars_are_text(void **state)
{
	struct fixture f;

	(void)state;
	read(&f, SPAN("contact: no\ndate: 2026-11-30\nmode: null\nplace: ~\nfield: 0x1F\n"
		      "sector: >\n  a\n  b\n"));
	assert_int_equal(f.result, 0);
	assert_span(f.note.ids[0], "no");
	assert_span(f.note.mode, "null");
	assert_span(f.note.place, "~");
	assert_span(f.note.field, "0x1F");
	assert_span(f.note.sector, "a b");
	release(&f);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(reads_every_key),
		cmocka_unit_test(reads_referrals),
		cmocka_unit_test(empty_values_are_not_given),
		cmocka_unit_test(required_keys),
		cmocka_unit_test(bad_values),
		cmocka_unit_test(refuses_what_is_more_than_plain_yaml),
		cmocka_unit_test(syntax_errors_have_byte_columns),
		cmocka_unit_test(a_second_document),
		cmocka_unit_test(depth),
		cmocka_unit_test(tells_all_faults),
		cmocka_unit_test(not_keys_and_values),
		cmocka_unit_test(scalars_are_text),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
