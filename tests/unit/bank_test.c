/* The question bank that comes with ni, and how a bank is read. */
#include "tests/unit/help.h"

#include "fmt/bank.h"
#include "src/base/utf8.h"

static const char *const categories[] = {
	"Career path",          "Daily work",          "Work environment", "Organisation",
	"Field and its future", "Skills and training", "Advice",           "Closing",
};

struct reading {
	struct arena arena;
	struct diags diags;
	struct bank bank;
};

static int read_bank(struct reading *r, struct span text)
{
	*r = (struct reading){0};
	return bank_read(text, SPAN("questions.md"), DIAG_ERROR, &r->arena, &r->diags, &r->bank);
}

static void release(struct reading *r)
{
	diags_release(&r->diags);
	arena_release(&r->arena);
}

static bool starts_item(struct span line)
{
	return span_starts(line, SPAN("- "));
}

static size_t lines_that(struct span text, bool (*is)(struct span line))
{
	size_t count = 0;

	for (struct span line; span_cut(&text, '\n', &line);)
		count += is(line);
	return count;
}

/* Its lines are looked at as they stand, so that no question is lost on the reader's way. */
static void standard_is_well_made(void **state)
{
	struct span text = bank_standard(), line;

	(void)state;
	assert_true(lines_that(text, starts_item) >= 60);
	while (span_cut(&text, '\n', &line)) {
		if (starts_item(line) && !span_ends(line, SPAN("?")))
			fail_msg("no question: '%.*s'", (int)line.n, line.p);
		if (line.n > 0 && span_trim(line).n != line.n)
			fail_msg("blanks at an end: '%.*s'", (int)line.n, line.p);
	}
}

static void standard_is_read_whole(void **state)
{
	struct reading r;

	(void)state;
	assert_int_equal(read_bank(&r, bank_standard()), 0);
	assert_int_equal(r.diags.count, 0); /* so no two are equal when folded */
	assert_int_equal(r.bank.count, lines_that(bank_standard(), starts_item));
	release(&r);
}

static void standard_has_these_categories(void **state)
{
	struct reading r;
	size_t n = 0, of_it = 0;

	(void)state;
	assert_int_equal(read_bank(&r, bank_standard()), 0);
	for (size_t i = 0; i < r.bank.count; i++, of_it++) {
		if (n > 0 && span_is(r.bank.list[i].category, categories[n - 1]))
			continue;
		assert_true(n < COUNT(categories));
		assert_span(r.bank.list[i].category, categories[n++]);
		assert_true(n == 1 || of_it >= 5);
		of_it = 0;
	}
	assert_int_equal(n, COUNT(categories));
	assert_true(of_it >= 5);
	release(&r);
}

/* The first of Closing asks for both: what every interview should end with. */
static void standard_asks_for_names_and_leave(void **state)
{
	struct reading r;
	bool asks = false;

	(void)state;
	assert_int_equal(read_bank(&r, bank_standard()), 0);
	for (size_t i = 0; i < r.bank.count && !asks; i++)
		asks = span_is(r.bank.list[i].category, "Closing") &&
		       span_is(r.bank.list[i].text,
			       "Who else should I talk to, and may I say that you sent me?");
	assert_true(asks);
	release(&r);
}

static void no_two_are_equal(void **state)
{
	struct reading r;

	(void)state;
	assert_int_equal(read_bank(&r, SPAN("## A\n\n- What now?\n- Why?\n\n## B\n\n- what  NOW?\n"
					    "- Why not?\n")),
			 0);
	assert_int_equal(r.bank.count, 3);
	assert_span(r.bank.list[2].text, "Why not?");
	assert_span(r.bank.list[2].category, "B");
	assert_int_equal(r.bank.list[2].line, 9);
	assert_int_equal(r.diags.count, 1);
	assert_told(&r.diags, 0, DIAG_WARNING, 8, 0, "question stands twice, first on line 3");
	release(&r);
}

static void other_forms(void **state)
{
	struct reading r;

	(void)state;
	assert_int_equal(
		read_bank(&r, SPAN("\xEF\xBB\xBF## A *b*\r\n\r\n* Which of `x`\r\n  or y?\r\n"
				   "* no question\r\n1. [ ] Is a task none?\r\n\r\n### Why?\r\n\r\n"
				   "- Is this an answer?\r\n\r\n## C\r\n\r\n1. Z\xEF\xBC\x9F\r\n")),
		0);
	assert_int_equal(r.bank.count, 3);
	assert_span(r.bank.list[0].text, "Which of x or y?");
	assert_span(r.bank.list[0].category, "A b");
	assert_span(r.bank.list[1].text, "Why?");
	assert_span(r.bank.list[2].text, "Z\xEF\xBC\x9F");
	release(&r);
}

static void fault(const char *text, uint32_t line, uint32_t column, const char *told)
{
	struct reading r;

	assert_int_equal(read_bank(&r, span_str(text)), -1);
	assert_told(&r.diags, 0, DIAG_ERROR, line, column, told);
	assert_span(r.diags.list[0].file, "questions.md");
	release(&r);
}

static void faults(void **state)
{
	struct buf large = BUF_INIT;

	(void)state;
	fault("", 1, 1, "no question: expected a list item that ends in '?'");
	fault("## A\n\n- Nothing\n", 1, 1, "no question: expected a list item that ends in '?'");
	fault("\n- Who?\n", 2, 1, "question without a category: expected a heading above it");
	buf_add_str(&large, "## A\n\n- Who?\n");
	while (large.n <= BANK_LIMIT)
		buf_add_char(&large, '\n');
	fault(large.p, 1, 1, "question bank is larger than 256 KiB");
	buf_release(&large);
}

/* For whom some questions are better than none. */
static void what_is_left(void **state)
{
	struct reading r;

	(void)state;
	assert_int_equal(read_bank(&r, SPAN("- Who?\n\n## A\n\n- Why?\n- Who?\n")), -1);
	assert_int_equal(r.diags.count, 1);
	assert_int_equal(r.bank.count, 2);
	assert_span(r.bank.list[0].text, "Why?");
	assert_span(r.bank.list[1].text, "Who?");
	assert_span(r.bank.list[1].category, "A");
	release(&r);
	assert_int_equal(read_bank(&r, SPAN("## A\n\n- Who\xFF?\n")), -1);
	assert_int_equal(r.bank.count, 0);
	release(&r);
	r = (struct reading){0};
	assert_int_equal(bank_read(SPAN("\n"), SPAN("questions.md"), DIAG_WARNING, &r.arena,
				   &r.diags, &r.bank),
			 0);
	assert_int_equal(r.bank.count, 0);
	assert_told(&r.diags, 0, DIAG_WARNING, 1, 1,
		    "no question: expected a list item that ends in '?'");
	release(&r);
}

static void unreadable(void **state)
{
	struct reading r;

	(void)state;
	assert_int_equal(read_bank(&r, SPAN("## A\n\n- Who\xFF?\n")), -1);
	assert_int_equal(r.diags.list[0].line, 3);
	assert_int_equal(r.diags.list[0].column, 6);
	release(&r);
	assert_int_equal(read_bank(&r, SPAN("## A\n\n<<<<<<< ours\n- Who?\n")), -1);
	assert_int_equal(r.diags.list[0].line, 3);
	release(&r);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(standard_is_well_made),
		cmocka_unit_test(standard_is_read_whole),
		cmocka_unit_test(standard_has_these_categories),
		cmocka_unit_test(standard_asks_for_names_and_leave),
		cmocka_unit_test(no_two_are_equal),
		cmocka_unit_test(other_forms),
		cmocka_unit_test(faults),
		cmocka_unit_test(what_is_left),
		cmocka_unit_test(unreadable),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
