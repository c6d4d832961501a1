/* Excerpts: what stands under headings with a meaning, block by block. */
#include "tests/unit/help.h"

#include "tests/markdown_both.h"

#include "fmt/markdown.h"

/* Each excerpt as "line kinds item task: text", newlines in it as '/', and '|' between them. */
static void describe(const struct body *body, struct buf *b)
{
	static const char letters[] = "RIOAP";

	for (uint32_t i = 0; i < body->excerpt_count; i++) {
		const struct excerpt *excerpt = &body->excerpts[i];

		buf_add_str(b, i > 0 ? "|" : "");
		buf_add_number(b, excerpt->line);
		for (unsigned kind = 0; letters[kind] != '\0'; kind++)
			if ((excerpt->kinds & 1u << kind) != 0)
				buf_add_char(b, letters[kind]);
		buf_add_str(b, excerpt->item ? "-" : "");
		if (excerpt->task != UINT32_MAX)
			buf_add_number(b, excerpt->task);
		buf_add_str(b, ": ");
		for (size_t k = 0; k < excerpt->text.n; k++)
			buf_add_char(b, excerpt->text.p[k] == '\n' ? '/' : excerpt->text.p[k]);
	}
}

static void assert_excerpts(const char *text, const char *expected)
{
	struct arena arena = {0};
	struct diags diags = {0};
	struct buf found = BUF_INIT;
	struct both both;
	struct body body;

	assert_int_equal(
		markdown_read_texts(span_str(text), 1, SPAN("n.md"), &arena, &diags, &body), 0);
	describe(&body, &found);
	if (!span_is(buf_span(&found), expected))
		fail_msg("%s\nfound    '%s'\nexpected '%s'", text, found.p, expected);
	both_read(&both, span_str(text), 1);
	assert_true(both.same);
	both_release(&both);
	assert_int_equal(markdown_read(span_str(text), 1, SPAN("n.md"), &arena, &diags, &body), 0);
	assert_int_equal(body.excerpt_count, 0);
	buf_release(&found);
	diags_release(&diags);
	arena_release(&arena);
}

static void headings_say_what_is_below(void **state)
{
	(void)state;
	assert_excerpts(
		"## Research\n\na\nb\n\n## insights\nc\n\n## OPENINGS\n\nd\n## Other\n\ne\n",
		"3R: a/b|7I: c|11O: d");
	assert_excerpts("# Insights\n\na\n\n### Research\n\nb\n\n## Insights now\n\nc\n", "");
	assert_excerpts("#### Advice for me\n\na\n\n##### More\n\nb\n\n### Else\n\nc\n",
			"3A: a|7A: b");
	assert_excerpts("# promised by her\n\na\n\n## Advice\n\nb\n", "3P: a|7AP: b");
	assert_excerpts("## Insights\n\n### Advice\n\na\n\n### b\n\nc\n", "5IA: a|9I: c");
	assert_excerpts("Insights\n--------\n\na\n", "4I: a");
	/* A heading within a list or quote heads nothing else. */
	assert_excerpts("> ## Advice\n\na\n\n- ## Advice\n\nb\n", "");
}

static void private_is_none(void **state)
{
	(void)state;
	assert_excerpts("## Private\n\n### Advice\n\na\n\n- b\n\n## Advice\n\nc\n", "11A: c");
	assert_excerpts("# Advice\n\na\n\n## private\n\nb\n\n### Promised\n\nc\n\n# Advice\n\nd\n",
			"3A: a|15A: d");
	assert_excerpts("# Advice\n\n### Private\n\na\n", "5A: a");
}

static void nothing_is_none(void **state)
{
	(void)state;
	assert_excerpts("## Insights\n\n<!-- a\n\n- b\n-->\n\n<!-- c --> <!-- d -->\n\n-\n- [ ]\n"
			"- <!-- e -->\n\n***\n\n[f]: g\n\n```\n```\n\n> <!-- h -->\n",
			"");
	assert_excerpts("## Insights\n", "");
	assert_excerpts("## Insights\n\n<!-- a --> b\n\n<!-- c\n--> d\n\n<pre>\n\n</pre>\n\n<b>\n",
			"3I: <!-- a --> b|5I: <!-- c/--> d|8I: <pre>//</pre>|12I: <b>");
	assert_excerpts("## Insights\n\n<b>\n\n- ![](a)\n", "3I: <b>|5I-: ![](a)");
}

static void items_are_one_each(void **state)
{
	(void)state;
	assert_excerpts("## Insights\n\n- a\n  b\n\n  c\n\n  - d\n- e\n\nf\n",
			"3I-: a/b//c//- d|9I-: e|11I: f");
	assert_excerpts("## Insights\n- a\n- b\n1. c\n12) d\n\n    e\n+ f\n",
			"2I-: a|3I-: b|4I-: c|5I-: d//e|8I-: f");
	assert_excerpts("## Insights\n\n   *   a\n\n       b\n", "3I-: a//b");
	/* The blanks are code's. */
	assert_excerpts("## Insights\n\n-      a\n\n-\n  b\n-\ta\n\n\t\tc\n",
			"3I-:      a|5I-: b|7I-: a//    c");
	assert_excerpts("## Insights\n\n> - a\n> - b\n> c\n\n> d\n", "3I: > - a/> - b/> c|7I: > d");
	assert_excerpts("## Insights\n\n> a\n> b\nc\n> d\n- e\n", "3I: > a/> b/c/> d|7I-: e");
	assert_excerpts("## Advice\n\n- What now?\n\n  Wait.\n\n### And then?\n\n- Go.\n",
			"3A-: What now?//Wait.|9A-: Go.");
}

static void text_stays_text(void **state)
{
	(void)state;
	assert_excerpts("## Insights\n\n- a\n===\nb\n\n10) c\n d\n", "3I-: a/\\===/b|7I-: c/ d");
	/* Blanks enough that it begins no block. */
	assert_excerpts("## Insights\n\n100) a\n    # b\n", "3I-: a/    # b");
	assert_excerpts("## Insights\n\n100) a\n    ===\n  =\n", "3I-: a/    ===/\\=");
	assert_excerpts("## Insights\n\n- a\n  ===\n\n  b\n", "3I-: a/===//b");
}

static void code_stays_code(void **state)
{
	(void)state;
	assert_excerpts("## Insights\n\n    a\n      b\n\n    c\n\nd\n",
			"3I:     a/      b//    c|8I: d");
	assert_excerpts("## Insights\n\n\ta\n", "3I:     a");
	assert_excerpts("## Insights\n\n- a\n\n      b\n\n  ```\n  c\n", "3I-: a//    b//```/c");
	assert_excerpts("## Insights\n\n```\n## Private\n\n- a\n```\n",
			"3I: ```/## Private//- a/```");
}

static void tasks_lose_their_box(void **state)
{
	(void)state;
	assert_excerpts("- [ ] z\n\n## Advice\n\n- [ ] a\n  b\n\n  - [ ] c\n- [x]  d\n- e\n",
			"5A-1: a/b//- [ ] c|9A-3: d|10A-: e");
	assert_excerpts("## Advice\n\n- [a]: b\n  [ ] [a]\n  c\n", "3A-0: [a]: b/[a]/c");
	assert_excerpts("## Advice\n\n- [ ] # a\n- [ ] - a\n- [ ] 1. a\n- [ ] ```\n- [ ] [a]: b\n"
			"- [ ] [a](b)\n- [ ] *a*\n- [ ] > a\n- [ ] 1a\n",
			"3A-0: \\# a|4A-1: \\- a|5A-2: 1\\. a|6A-3: \\```|7A-4: \\[a]: b|"
			"8A-5: [a](b)|9A-6: *a*|10A-7: \\> a|11A-8: 1a");
	/* A box without text is no task, and nested ones are not the item's. */
	assert_excerpts("## Advice\n\n- [ ]\n\n  a\n- - [ ] b\n", "3A-: [ ]//a|6A-: - [ ] b");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(headings_say_what_is_below),
		cmocka_unit_test(private_is_none),
		cmocka_unit_test(nothing_is_none),
		cmocka_unit_test(items_are_one_each),
		cmocka_unit_test(text_stays_text),
		cmocka_unit_test(code_stays_code),
		cmocka_unit_test(tasks_lose_their_box),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
