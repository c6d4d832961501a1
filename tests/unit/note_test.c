/* A note file as a whole: its parts, its limits, how much of it is read, and what it is on a day.
 */
#include "tests/unit/help.h"

#include "fmt/frontmatter.h"
#include "fmt/note.h"

#define HEAD "---\ncontact: a\ndate: 2026-11-30\n---\n"
#define DAY 20787 /* 2026-11-30 */

struct fixture {
	struct arena arena;
	struct diags diags;
	struct note note;
	int result;
};

static void read(struct fixture *f, struct span text, enum note_want want, int32_t today)
{
	*f = (struct fixture){0};
	f->result = note_read(text, SPAN("n.md"), SPAN("notes/n.md"), want, today, &f->arena,
			      &f->diags, &f->note);
	assert_int_equal(f->result, f->diags.errors > 0 ? -1 : 0);
}

static void release(struct fixture *f)
{
	diags_release(&f->diags);
	arena_release(&f->arena);
}

static void assert_fault(struct span text, uint32_t line, uint32_t column, const char *expected)
{
	struct fixture f;

	read(&f, text, NOTE_BODY, DAY);
	assert_int_equal(f.diags.count, 1);
	assert_span(f.diags.list[0].text, expected);
	assert_span(f.diags.list[0].file, "notes/n.md");
	assert_int_equal(f.diags.list[0].line, line);
	assert_int_equal(f.diags.list[0].column, column);
	release(&f);
}

static void line_ends_and_bom(void **state)
{
	static const char *const texts[] = {
		"---\ncontact: a\ndate: 2026-11-30\n---\n# H\n- [ ] t\n  u",
		"\xEF\xBB\xBF---\r\ncontact: a\r\ndate: 2026-11-30\r\n---\r\n# H\r\n- [ ] t\r\n  u\r\n",
		"--- \t\ncontact: a\ndate: 2026-11-30\n---  \r\n# H\n- [ ] t\n  u\n\n",
	};
	struct fixture f;

	(void)state;
	for (size_t i = 0; i < 3; i++) {
		read(&f, span_str(texts[i]), NOTE_BODY, DAY);
		assert_int_equal(f.result, 0);
		assert_span(f.note.path, "n.md");
		assert_span(f.note.shown, "notes/n.md");
		assert_int_equal(f.note.date_line, 3);
		assert_span(f.note.body.heading, "H");
		assert_int_equal(f.note.body.task_count, 1);
		assert_span(f.note.body.tasks[0].text, "t u");
		assert_int_equal(f.note.body.tasks[0].line, 6);
		release(&f);
	}
	read(&f, SPAN("---\ncontact: a\ndate: 2026-11-30\n---"), NOTE_BODY, DAY);
	assert_int_equal(f.result, 0);
	assert_true(f.note.body.read);
	release(&f);
}

static void parts(void **state)
{
	struct span text = SPAN("---\na: b\n---\nx\n---\ny");
	struct diags diags = {0};
	struct note_parts p;

	(void)state;
	assert_int_equal(note_split(text, SPAN("n"), &p, &diags), 0);
	assert_span(p.front, "a: b\n");
	assert_span(p.body, "x\n---\ny");
	assert_int_equal(p.front_line, 2);
	assert_int_equal(p.body_line, 4);
	assert_int_equal(note_split(SPAN("---\n---"), SPAN("n"), &p, &diags), 0);
	assert_int_equal(p.front.n + p.body.n, 0);
	assert_int_equal(diags.count, 0);
}

static void no_front_matter(void **state)
{
	static const char *const none[] = {"", "\n---\n", "# H\n", "----\na: b\n---\n",
					   " ---\n---\n"};

	(void)state;
	for (size_t i = 0; i < sizeof(none) / sizeof(*none); i++)
		assert_fault(span_str(none[i]), 1, 1, "no front matter: expected a line '---'");
	assert_fault(SPAN("---\na: b\n"), 1, 1,
		     "front matter does not end: expected a line '---' after it");
	assert_fault(SPAN("---"), 1, 1,
		     "front matter does not end: expected a line '---' after it");
}

static void bytes(void **state)
{
	(void)state;
	assert_fault(SPAN(HEAD "\xC3\xA9\0"), 5, 3, "NUL byte");
	assert_fault(SPAN(HEAD "x\n\xC3\xA9z\xFF"), 6, 4, "invalid UTF-8");
	assert_fault(SPAN("---\nx: \xC3(\n---\n"), 2, 4, "invalid UTF-8");
	assert_fault(SPAN(HEAD "a\rb\n"), 5, 2,
		     "carriage return within a line: lines end in LF or CRLF");
	assert_fault(SPAN(HEAD "a\r"), 5, 2,
		     "carriage return within a line: lines end in LF or CRLF");
}

static void conflicts(void **state)
{
	struct fixture f;

	(void)state;
	read(&f, SPAN(HEAD "<<<<<<< HEAD\na\n||||||| base\nb\n=======\nc\n>>>>>>> other\r\n"),
	     NOTE_HEAD, DAY);
	assert_int_equal(f.diags.count, 4);
	assert_int_equal(f.diags.list[0].line, 5);
	assert_int_equal(f.diags.list[1].line, 7);
	assert_int_equal(f.diags.list[2].line, 9);
	assert_int_equal(f.diags.list[3].line, 11);
	assert_span(f.diags.list[3].text, "merge conflict left here: '>>>>>>> other'");
	release(&f);
	/* Alone it underlines a heading. */
	read(&f, SPAN(HEAD "Title\n=======\n<<<<<<<\n<<<<<<<< x\n a <<<<<<< b\n"), NOTE_BODY, DAY);
	assert_int_equal(f.diags.count, 0);
	assert_span(f.note.body.heading, "Title");
	release(&f);
}

static void sizes(void **state)
{
	struct buf text = BUF_INIT;
	struct fixture f;

	(void)state;
	buf_add_str(&text, HEAD);
	while (text.n < NOTE_LIMIT)
		buf_add_char(&text, '\n');
	read(&f, buf_span(&text), NOTE_BODY, DAY);
	assert_int_equal(f.result, 0);
	release(&f);
	buf_add_char(&text, '\n');
	assert_fault(buf_span(&text), 1, 1, "note is larger than 256 KiB");

	buf_clear(&text);
	buf_add_str(&text, "---\ncontact: a\ndate: 2026-11-30\n#");
	while (text.n < FRONT_MATTER_LIMIT + 3)
		buf_add_char(&text, 'x');
	buf_add_str(&text, "\n---\n");
	read(&f, buf_span(&text), NOTE_BODY, DAY);
	assert_int_equal(f.result, 0);
	release(&f);
	text.n -= 5;
	buf_add_str(&text, "x\n---\n");
	assert_fault(buf_span(&text), 1, 1, "front matter is larger than 64 KiB");
	buf_release(&text);
}

static void faults_of_both_parts(void **state)
{
	struct fixture f;

	(void)state;
	read(&f, SPAN("---\ncontact: a\ndate: x\n---\n- [ ] t due:2026-02-30\n"), NOTE_TASKS, DAY);
	assert_int_equal(f.diags.count, 2);
	assert_int_equal(f.diags.list[1].line, 5);
	assert_int_equal(f.diags.list[1].column, 13);
	release(&f);
}

static bool body_read(struct span text, enum note_want want, int32_t today)
{
	struct fixture f;

	read(&f, text, want, today);
	assert_int_equal(f.result, 0);
	bool was_read = f.note.body.read;
	release(&f);
	return was_read;
}

static void how_much_is_read(void **state)
{
	static const char off[] = "---\ncontact: a\ndate: 2026-11-30\noutcome: moved\n---\nx\n";

	(void)state;
	assert_false(body_read(SPAN(HEAD "- [ ] t\n"), NOTE_HEAD, DAY));
	assert_true(body_read(SPAN(HEAD "- [ ] t\n"), NOTE_TASKS, DAY + 1));
	assert_true(body_read(SPAN(HEAD "- [X] t\n"), NOTE_TASKS, DAY + 1));
	assert_false(body_read(SPAN(HEAD "- [] [y] [x t\n"), NOTE_TASKS, DAY + 1));
	assert_true(body_read(SPAN(HEAD "x\n"), NOTE_TASKS, DAY));
	assert_false(body_read(SPAN(HEAD "x\n"), NOTE_TASKS, DAY + 1));
	assert_false(body_read(span_str(off), NOTE_TASKS, DAY));
	assert_true(body_read(SPAN(HEAD), NOTE_BODY, DAY + 1));
}

static void states(void **state)
{
	struct note note = {.date = DAY};

	(void)state;
	assert_int_equal(note_state(&note, DAY - 1), NOTE_PLANNED);
	assert_int_equal(note_state(&note, DAY), NOTE_PLANNED);
	assert_int_equal(note_state(&note, DAY + 1), NOTE_UNWRITTEN);
	note.outcome = OUTCOME_MET;
	assert_int_equal(note_state(&note, DAY - 1), NOTE_HELD);
	note.outcome = OUTCOME_CANCELLED;
	assert_int_equal(note_state(&note, DAY + 1), NOTE_OFF);
	note.outcome = OUTCOME_NO_SHOW;
	assert_int_equal(note_state(&note, DAY), NOTE_OFF);
	note.outcome = OUTCOME_MOVED;
	assert_int_equal(note_state(&note, DAY), NOTE_OFF);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(line_ends_and_bom),
		cmocka_unit_test(parts),
		cmocka_unit_test(no_front_matter),
		cmocka_unit_test(bytes),
		cmocka_unit_test(conflicts),
		cmocka_unit_test(sizes),
		cmocka_unit_test(faults_of_both_parts),
		cmocka_unit_test(how_much_is_read),
		cmocka_unit_test(states),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
