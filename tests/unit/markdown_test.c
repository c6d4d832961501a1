/* The body: questions and answers, tasks and their dates, what counts as nothing, limits. */
#include "tests/unit/help.h"

#include "fmt/markdown.h"
#include "fmt/markdown_depth.h"
#include "fmt/note.h"

struct fixture {
	struct arena arena;
	struct diags diags;
	struct body body;
	int result;
};

static void read(struct fixture *f, const char *text)
{
	*f = (struct fixture){0};
	f->result = markdown_read(span_str(text), 1, SPAN("n.md"), &f->arena, &f->diags, &f->body);
	assert_int_equal(f->result, f->diags.errors > 0 ? -1 : 0);
	assert_true(f->body.read);
}

static void release(struct fixture *f)
{
	diags_release(&f->diags);
	arena_release(&f->arena);
}

static void assert_question(const struct fixture *f, uint32_t i, uint32_t line,
			    const char *category, const char *text, const char *answer)
{
	assert_true(i < f->body.question_count);
	assert_span(f->body.questions[i].text, text);
	assert_span(f->body.questions[i].answer, answer);
	assert_span(f->body.questions[i].category, category);
	assert_int_equal(f->body.questions[i].line, line);
	assert_int_equal(f->body.questions[i].answered, answer[0] != '\0');
}

static void heading_questions(void **state)
{
	struct fixture f;

	(void)state;
	read(&f, "# Jane\n\n## Career\n\n### How **did** you\nstart\n\nIn *2004*.\n\n"
		 "#### By the way\n\nLuck.\n### Why\xEF\xBC\x9F\n#### And `x`?\n> no\n\n\n"
		 "### Then\n- not?\n## \xD9\x85\xD8\xA7\xD8\x9F\nq\n");
	assert_int_equal(f.body.question_count, 4);
	assert_span(f.body.heading, "Jane");
	assert_question(&f, 0, 13, "By the way", "Why\xEF\xBC\x9F", "");
	assert_question(&f, 1, 14, "By the way", "And x?", "> no");
	assert_question(&f, 2, 19, "Then", "not?", "");
	assert_question(&f, 3, 20, "Then", "\xD9\x85\xD8\xA7\xD8\x9F", "q");
	release(&f);
	/* A lower heading that is no question belongs to the answer, with its lists. */
	read(&f, "## Why?\n\n  One.\n\n### Aside\n\n- really?\n  - and?\n\n# End\n- so?\n");
	assert_int_equal(f.body.question_count, 2);
	assert_question(&f, 0, 1, "", "Why?", "  One.\n\n### Aside\n\n- really?\n  - and?");
	assert_question(&f, 1, 11, "End", "so?", "");
	release(&f);
}

static void underlined_headings(void **state)
{
	struct fixture f;

	(void)state;
	/* cmark's end line of such a heading is one too many unless the text ends there. */
	read(&f, "Who\nare you?\n===\nMe.\nWhy?\n---\n\nSo.\n\nWhen?\n---");
	assert_int_equal(f.body.question_count, 3);
	assert_question(&f, 0, 1, "", "Who are you?", "");
	release(&f);
	read(&f, "Who?\n===\n\nMe.\n\nWhy?\n---\nSo.\n\nWhen?\n---");
	assert_int_equal(f.body.question_count, 3);
	assert_question(&f, 0, 1, "", "Who?", "Me.");
	assert_question(&f, 1, 6, "", "Why?", "So.");
	assert_question(&f, 2, 10, "", "When?", "");
	release(&f);
	read(&f, "Who?\n---\n---\n- a\n");
	assert_question(&f, 0, 1, "", "Who?", "---\n- a");
	release(&f);
}

static void item_questions(void **state)
{
	struct fixture f;

	(void)state;
	read(&f,
	     "## Work\n- How long\n  is a [day](u)? <!-- hint -->\n\n      code\n  Eight.\n  - sub?\n"
	     "- What? Nothing.\n  - Nested?\n    Not so.\n  - Deeper?\n\n    yes\n1. Last?\n"
	     "- - Inner?\n    - fine\n> - Quoted?\n>\n>   answer\n>     here\n");
	assert_int_equal(f.body.question_count, 5);
	assert_question(&f, 0, 2, "Work", "How long is a day?", "    code\nEight.\n- sub?");
	assert_question(&f, 1, 11, "Work", "Deeper?", "yes");
	assert_question(&f, 2, 14, "Work", "Last?", "");
	assert_question(&f, 3, 15, "Work", "Inner?", "- fine");
	assert_question(&f, 4, 17, "Work", "Quoted?", "answer\n  here");
	release(&f);
}

static void answers_that_are_nothing(void **state)
{
	static const char *const nothing[] = {
		"",
		"<!-- a -->",
		"<!-- a -->\n<!-- b\nc -->",
		"-",
		"- \n- <!-- x -->",
		"***",
		"### Aside",
		"1.\n2.\n",
		">",
		"- [ ]",
		"- [x]\n- [ ] <!-- who -->",
		"> - [ ]",
		"```\n\n```",
		"[a]: b",
		"<!-- open",
	};
	static const char *const something[] = {
		"x",
		"<!-- a --> b",
		"- x",
		"> x",
		"`c`",
		"```\nx\n```",
		"![](a.png)",
		"<b>",
		"- [ ] t",
		"    code",
		"- [ ] <b>x</b>",
		"[ ]",
		"-\n\n  [ ]\n\n- -\n  - x",
	};
	struct buf text = BUF_INIT;
	struct fixture f;

	(void)state;
	for (size_t i = 0; i < sizeof(nothing) / sizeof(*nothing); i++) {
		buf_clear(&text);
		buf_add_format(&text, "## Research\n%s\n\n## Why?\n%s\n", nothing[i], nothing[i]);
		read(&f, text.p);
		if (f.body.researched)
			fail_msg("'%s' is nothing", nothing[i]);
		if (i + 1 < sizeof(nothing) / sizeof(*nothing)) /* the last hides the question */
			assert_question(&f, 0, f.body.questions[0].line,
					i == 6 ? "Aside" : "Research", "Why?", "");
		release(&f);
	}
	for (size_t i = 0; i < sizeof(something) / sizeof(*something); i++) {
		buf_clear(&text);
		buf_add_format(&text, "## rESEARCH\n%s\n\n## Why?\n%s\n", something[i],
			       something[i]);
		read(&f, text.p);
		if (!f.body.researched || !f.body.questions[0].answered)
			fail_msg("'%s' is something", something[i]);
		release(&f);
	}
	buf_release(&text);
}

static void research_is_a_section(void **state)
{
	struct fixture f;

	(void)state;
	read(&f, "## Research\n### The company\n\nIt makes soap.\n## Other\n");
	assert_true(f.body.researched);
	release(&f);
	read(&f, "## Research\n## Other\nx\n### Research\nx\n# Research\nx\n");
	assert_false(f.body.researched);
	release(&f);
	read(&f, "> ## Research\n\nx\n");
	assert_false(f.body.researched);
	release(&f);
}

static void assert_task(const char *text, const char *expected, bool done, int32_t due,
			int32_t completed)
{
	struct fixture f;

	read(&f, text);
	assert_int_equal(f.body.task_count, 1);
	assert_int_equal(f.body.question_count, 0);
	assert_span(f.body.tasks[0].text, expected);
	assert_int_equal(f.body.tasks[0].done, done);
	assert_int_equal(f.body.tasks[0].due, due);
	assert_int_equal(f.body.tasks[0].completed, completed);
	release(&f);
}

static void task_dates(void **state)
{
	const int32_t day = 20787; /* 2026-11-30 */

	(void)state;
	assert_task("- [ ] a due:2026-11-30", "a due:2026-11-30", false, day, DAY_NONE);
	assert_task("- [x] a (DUE 2026-11-30)", "a (DUE 2026-11-30)", true, day, DAY_NONE);
	assert_task("* [X] a Due:  2026-11-30.", "a Due:  2026-11-30.", true, day, DAY_NONE);
	assert_task("1) [ ] \xF0\x9F\x93\x85 2026-11-30 a", "\xF0\x9F\x93\x85 2026-11-30 a", false,
		    day, DAY_NONE);
	assert_task("+ [ ] a\xF0\x9F\x93\x85\xEF\xB8\x8F"
		    "2026-11-30",
		    "a\xF0\x9F\x93\x85\xEF\xB8\x8F"
		    "2026-11-30",
		    false, day, DAY_NONE);
	assert_task("- [x] a \xE2\x9C\x85 2026-11-30", "a \xE2\x9C\x85 2026-11-30", true, DAY_NONE,
		    day);
	assert_task("- [x] a done 2026-11-30 due:2026-12-01", "a done 2026-11-30 due:2026-12-01",
		    true, day + 1, day);
	assert_task("- [ ] a due 2026-11-30 due:2026-12-01", "a due 2026-11-30 due:2026-12-01",
		    false, day, DAY_NONE);
	assert_task("- [ ] a due\n2026-11-30", "a due 2026-11-30", false, day, DAY_NONE);
	assert_task("- [ ] overdue 2026-11-30", "overdue 2026-11-30", false, DAY_NONE, DAY_NONE);
	assert_task("- [ ] \xC3\xA9"
		    "due 2026-11-30",
		    "\xC3\xA9"
		    "due 2026-11-30",
		    false, DAY_NONE, DAY_NONE);
	assert_task("- [ ] due2026-11-30", "due2026-11-30", false, DAY_NONE, DAY_NONE);
	assert_task("- [ ] due 2026-11-301", "due 2026-11-301", false, DAY_NONE, DAY_NONE);
	assert_task("- [ ] due 2026-11-30T10:00", "due 2026-11-30T10:00", false, DAY_NONE,
		    DAY_NONE);
	assert_task("- [ ] due on 2026-11-30", "due on 2026-11-30", false, DAY_NONE, DAY_NONE);
	assert_task("- [ ] a\n\n  due 2026-11-30", "a", false, DAY_NONE, DAY_NONE);
}

static void task_shapes(void **state)
{
	static const char *const none[] = {
		"- []  a",        "- [ ]a",     "- [y] a",          "- \\[ ] a", "[ ] a",
		"- a [ ] b",      "- [ ]",      "- [ ] <!-- a -->", "- > [ ] a", "    - [ ] a",
		"- [ ] a\n  ---", "- [x](a) b", "- [x]: b",         "- # [ ] a"};
	struct fixture f;

	(void)state;
	assert_task("- [ ]\ta\n  b\nc", "a b c", false, DAY_NONE, DAY_NONE);
	assert_task("- [ ]\n  a", "a", false, DAY_NONE, DAY_NONE);
	assert_task("-\n  [ ] a", "a", false, DAY_NONE, DAY_NONE);
	assert_task("- [ ] *a* <!-- b --> \\* &amp;", "*a* <!-- b --> \\* &amp;", false, DAY_NONE,
		    DAY_NONE);
	assert_task("> - [ ] a\n>   b\nc", "a b c", false, DAY_NONE, DAY_NONE);
	assert_task("- > 1. [x] a\n  >    b", "a b", true, DAY_NONE, DAY_NONE);
	assert_task("-\t[ ] ask why?", "ask why?", false, DAY_NONE, DAY_NONE);
	assert_task("- [x]: u\n  [ ] a", "a", false, DAY_NONE, DAY_NONE);
	assert_task("- [x] a\n\n[x]: u", "a", true, DAY_NONE, DAY_NONE);
	for (size_t i = 0; i < sizeof(none) / sizeof(*none); i++) {
		read(&f, none[i]);
		if (f.body.task_count > 0)
			fail_msg("'%s' is no task", none[i]);
		release(&f);
	}
}

static void tasks_know_their_sections(void **state)
{
	struct fixture f;
	const struct task *t;

	(void)state;
	read(&f,
	     "- [ ] a\n# advice for me\n### Books?\n- [ ] b\n  - [x] c\n> ## Promised\n> - [ ] d\n"
	     "# Promised by her\n## Private\n### More\n- [ ] e\n## Next\n- [ ] f\n# Misadvice\n- [ ] g\n");
	assert_int_equal(f.body.task_count, 7);
	t = f.body.tasks;
	assert_span(t[0].section, "");
	assert_span(t[1].section, "Books?");
	assert_int_equal(t[1].line, 4);
	assert_span(t[2].text, "c");
	assert_int_equal(t[2].line, 5);
	assert_true(t[1].advice && t[2].advice && t[3].advice && !t[0].advice && !t[4].advice);
	assert_true(!t[3].promised && t[4].promised && t[5].promised && !t[6].promised &&
		    !t[6].advice);
	assert_true(t[4].confidential && !t[3].confidential && !t[5].confidential);
	assert_span(t[4].section, "More");
	release(&f);
}

/* What is private is no part of an answer, and its questions say that they are private. */
static void private_sections(void **state)
{
	struct fixture f;

	(void)state;
	read(&f,
	     "# Why?\nSo.\n## PRIVATE\nHe drinks.\n### Really?\nYes.\n# Open?\nYes.\n### Private\nx\n");
	assert_int_equal(f.body.question_count, 3);
	assert_question(&f, 0, 1, "", "Why?", "So.");
	assert_question(&f, 1, 5, "PRIVATE", "Really?", "Yes.");
	assert_question(&f, 2, 7, "PRIVATE", "Open?", "Yes.\n### Private\nx");
	assert_true(f.body.questions[1].confidential);
	assert_false(f.body.questions[0].confidential || f.body.questions[2].confidential);
	release(&f);
}

static void wrong_dates(void **state)
{
	struct fixture f;

	(void)state;
	*(&f) = (struct fixture){0};
	f.result = markdown_read(
		SPAN("- [ ] 2026-02-30\n- [ ] \xC3\xA9 due:\n  2026-02-30 done 2026-13-01\n"), 10,
		SPAN("n.md"), &f.arena, &f.diags, &f.body);
	assert_int_equal(f.result, -1);
	assert_int_equal(f.diags.count, 2);
	assert_span(f.diags.list[0].text,
		    "task: found '2026-02-30', expected a date such as 2026-11-30");
	assert_int_equal(f.diags.list[0].line, 12);
	assert_int_equal(f.diags.list[0].column, 3);
	assert_int_equal(f.diags.list[1].line, 12);
	assert_int_equal(f.diags.list[1].column, 19);
	release(&f);
}

static void repeat(struct buf *into, const char *s, size_t times)
{
	while (times-- > 0)
		buf_add_str(into, s);
}

static void depth(void **state)
{
	static const char *const markers[] = {"> ", "- ", "1. ", "+ ", ">"};
	struct buf text = BUF_INIT;
	struct fixture f;

	(void)state;
	for (size_t i = 0; i < sizeof(markers) / sizeof(*markers); i++) {
		buf_clear(&text);
		buf_add_str(&text, "x\n\n");
		repeat(&text, markers[i], 100);
		buf_add_str(&text, "a");
		read(&f, text.p);
		assert_int_equal(f.result, 0);
		release(&f);
		text.n--;
		buf_add_format(&text, "%sa", markers[i]);
		read(&f, text.p);
		assert_int_equal(f.diags.count, 1);
		assert_span(f.diags.list[0].text, "nested more than 100 deep");
		assert_int_equal(f.diags.list[0].line, 3);
		assert_int_equal(f.diags.list[0].column, 100 * span_str(markers[i]).n + 1);
		release(&f);
	}
	buf_clear(&text);
	for (size_t i = 0; i < 101; i++) {
		repeat(&text, "  ", i);
		buf_add_str(&text, "- a\n");
		read(&f, text.p);
		assert_int_equal(f.result, i < 100 ? 0 : -1);
		release(&f);
	}
	/* Not nested at all. */
	buf_clear(&text);
	repeat(&text, "- ", 500);
	buf_add_str(&text, "\n");
	repeat(&text, "\t", 500);
	buf_add_str(&text, "x\n");
	read(&f, text.p);
	assert_int_equal(f.result, 0);
	release(&f);
	buf_release(&text);
}

static void finds_boxes(void **state)
{
	(void)state;
	assert_true(markdown_may_hold_task(SPAN("[ ]")));
	assert_true(markdown_may_hold_task(SPAN("a [[x] b")));
	assert_true(markdown_may_hold_task(SPAN("[[[X]")));
	assert_false(markdown_may_hold_task(SPAN("")));
	assert_false(markdown_may_hold_task(SPAN("[")));
	assert_false(markdown_may_hold_task(SPAN("[ ")));
	assert_false(markdown_may_hold_task(SPAN("[]] [y] [x")));
	assert_false(markdown_may_hold_task(SPAN_NONE));
}

static void empty_texts(void **state)
{
	static const char *const empties[] = {"", "\n", "\n\n\n", "   "};
	struct fixture f;

	(void)state;
	for (size_t i = 0; i < sizeof(empties) / sizeof(*empties); i++) {
		read(&f, empties[i]);
		assert_int_equal(f.result, 0);
		assert_int_equal(f.body.question_count + f.body.task_count, 0);
		assert_int_equal(f.body.heading.n, 0);
		release(&f);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(heading_questions),
		cmocka_unit_test(underlined_headings),
		cmocka_unit_test(item_questions),
		cmocka_unit_test(answers_that_are_nothing),
		cmocka_unit_test(research_is_a_section),
		cmocka_unit_test(task_dates),
		cmocka_unit_test(task_shapes),
		cmocka_unit_test(tasks_know_their_sections),
		cmocka_unit_test(private_sections),
		cmocka_unit_test(wrong_dates),
		cmocka_unit_test(depth),
		cmocka_unit_test(finds_boxes),
		cmocka_unit_test(empty_texts),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
