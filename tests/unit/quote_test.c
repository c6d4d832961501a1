/* Quoted Markdown: what becomes of each construct; and random hostile texts, which must do nothing
 * to the document around them and still say all that they said. */
#include "tests/unit/help.h"

#include "tests/quoted.h"

enum { ROUNDS = 60000 };

static void quote_into(struct buf *b, struct span text, const char *prefix)
{
	quote_blocks(b, &quote_of_note, text, prefix);
}

struct expectation {
	const char *text, *quoted;
};

static void assert_quoted(const struct expectation *list, size_t count)
{
	struct buf found = BUF_INIT;

	for (size_t i = 0; i < count; i++) {
		buf_clear(&found);
		quote_into(&found, span_str(list[i].text), "");
		if (!span_is(buf_span(&found), list[i].quoted))
			fail_msg("%s\nfound:\n%s\nexpected:\n%s", list[i].text, found.p,
				 list[i].quoted);
	}
	buf_release(&found);
}

#define ASSERT_QUOTED(list) assert_quoted(list, COUNT(list))

static void plain_text_is_left_alone(void **state)
{
	static const struct expectation list[] = {
		{"", ""},
		{"\n\n", ""},
		{"One line.", "One line.\n"},
		{"Two\nlines, 3 - 4 (x) \xE2\x80\x9Cy\xE2\x80\x9D: \"z\"? #1\n\n\nand more\n",
		 "Two\nlines, 3 - 4 (x) \xE2\x80\x9Cy\xE2\x80\x9D: \"z\"? #1\n\nand more\n"},
		{"2026 was\n3d too", "2026 was\n3d too\n"},
		{"Blanks \nat ends. \n", "Blanks\nat ends.\n"},
		{"a_b 50% of it's x@y.example https://a.example/b?c=d&e",
		 "a_b 50% of it's x@y.example https://a.example/b?c=d&e\n"},
		{"\xE4\xBB\x8A**\xE9\x87\x8D\xE7\x82\xB9**\xE3\x81\xAF",
		 "\xE4\xBB\x8A**\xE9\x87\x8D\xE7\x82\xB9**\xE3\x81\xAF\n"},
	};

	(void)state;
	ASSERT_QUOTED(list);
}

static void markup_is_kept(void **state)
{
	static const struct expectation list[] = {
		{"*a* _b_ **c *d* __e__** f**g**h", "*a* *b* **c *d* e** f**g**h\n"},
		{"`a` ``b`c`` ` `` `", "`a` ``b`c`` ``` `` ```\n"},
		{"a  \nb\\\nc<br>d", "a\\\nb\\\nc\\\nd\n"},
		{"- a\n- b\n\n  c\n", "- a\n\n- b\n\n  c\n"},
		{"* a\n  * b\n+ c\n", "- a\n  - b\n\n* c\n"},
		{"3) a\n4) b\n   1. c\n", "3. a\n4. b\n   1. c\n"},
		{"> a\nb\n> > c\n", "> a\n> b\n>\n> > c\n"},
		{"- [ ] a\n- [x] `b`\n- [ ]\n", "- [ ] a\n- [x] `b`\n- \\[ \\]\n"},
		{"```sh x\na\n\n``\n```\n", "```sh\na\n\n``\n```\n"},
		{"~~~\n```\n", "````\n```\n````\n"},
		{"    a\n\n    b\n", "```\na\n\nb\n```\n"},
		{"a\n\n---\n\nb", "a\n\n___\n\nb\n"},
		{"~~a~~ ~~~b", "~~a~~ \\~\\~\\~b\n"},
		{"&amp;lt; &copy; &#42;a*", "\\&lt; \xC2\xA9 \\*a\\*\n"},
	};

	(void)state;
	ASSERT_QUOTED(list);
}

static void what_would_reach_out_does_not(void **state)
{
	static const struct expectation list[] = {
		{"# A *b*", "**A _b_**\n"},
		{"A\n===\n\nB\n---\n", "**A**\n\n**B**\n"},
		{"#", ""},
		{"<div>\n# a\n</div>", "\\<div>\n\\# a\n\\</div>\n"},
		{"a <b>c</b>", "a \\<b>c\\</b>\n"},
		{"*a* b\n\n<div>c</div>\n\nd", "*a* b\n\n\\<div>c\\</div>\n\nd\n"},
		{"<!-- a\n\n# b", ""},
		{"a <!-- b --> c\n<!-- d -->\n", "a c\n"},
		{"```\n# a", "```\n# a\n```\n"},
		{"- ```\n  # a\nb", "- ```\n  # a\n  ```\n\nb\n"},
		{"[^1]: a\n\nb[^1]", "\\[^1\\]: a\n\nb\\[^1\\]\n"},
		{"a $x$ | b", "a \\$x\\$ \\| b\n"},
		{"a\n:-", "a\n\\:-\n"},
		{"a\xE2\x80\xAE"
		 "b\xEF\xBB\xBF"
		 "c\x01"
		 "d",
		 "abc d\n"},
		{"a *<!-- b --> c* *d <!-- e -->*", "a *&#32;c* *d&#32;*\n"},
		{"*a*<!-- -->*b*<!-- -->**c**", "*ab*c\n"},
		{"# *a*b*c*", "**_a_&#98;_c_**\n"},
		{"**_a_ b *c***", "**_a_ b _c_**\n"},
		{"a**b*c***", "&#97;**&#98;_c_**\n"},
		{"\t``\x15`", "````\n```\n````\n"},
		{"1<!-- -->. a", "1\\. a\n"},
		{"> a\n\nb\n===\n", "> a\n\n**b**\n"},
		{"- a\n  <!-- b -->\n  2. c", "- a\n\n  2. c\n"},
		{"a\\", "a\\\\\n"},
		{"*a!* b!\n\\!", "*a!* b!\n!\n"},
		{"a\\![b](c.md)!", "a\\![b](notes/sub/c.md)!\n"},
		/* A bare URL would swallow what touches it. */
		{"https://a.b/c*d*<script>", "https\\://a.b/c*d*\\<script>\n"},
		{"https://a.b/c~~d~~<b>", "https\\://a.b/c~~d~~\\<b>\n"},
		{"www.a.b/c`d` [https://a.b](c.md)",
		 "www\\.a.b/c`d` [https://a.b](notes/sub/c.md)\n"},
		{"*https://a.b* **https://a.b**c https://a.b *c*\nhttps://a.b\nd",
		 "*https://a.b* **https\\://a.b**c https://a.b *c*\nhttps://a.b\nd\n"},
	};

	(void)state;
	ASSERT_QUOTED(list);
}

static void private_is_left_out(void **state)
{
	static const struct expectation list[] = {
		{"a\n\n## Private\n\nb\n\n### c\n\nd\n\n## e\n\nf", "a\n\n**e**\n\nf\n"},
		{"a\n\n**Private**\n---\n\nb\n\n# c", "a\n\n**c**\n"},
		{"- ## PRIVATE\n\n  a\n- b\n", "- b\n"},
		{"> a\n>\n> ## private\n> b\n\nc", "> a\n\nc\n"},
		{"### Private\n\na", "**Private**\n\na\n"},
		{"a\n\n```\nb\n## Private\nc", "a\n\n```\nb\n```\n"},
		{"a\n\n```\n## private ##\nc\n```\n\nd", "a\n\nd\n"},
		{"<script>\na\n\n## Private\n\nb", "\\<script>\na\n"},
		{"<!--\n## Private\na\n-->\n\nb", "b\n"},
		{"<!-- a\n\n## Private\n\nb", ""},
		{"```\na\n- ## Private\nb", "```\na\n```\n"},
		{"```\na\n> 12. ## **Private** ##\nb", "```\na\n```\n"},
		{"```\na\nPrivate\n---\nb", "```\na\n```\n"},
		{"```\na\n> private\n> -\nb", "```\na\n```\n"},
		{"```\n### Private\na\n```", "```\n### Private\na\n```\n"},
		{"```\n-## Private\n## Privates\nPrivate\n\n---\n```",
		 "```\n-## Private\n## Privates\nPrivate\n\n---\n```\n"},
		{"<details>\na\n## Private\n\nb\n\n### c\n\nd\n\n## e",
		 "\\<details>\na\n\n**e**\n"},
		{"> <details>\n> - ## Private\n>\n> b\n\nc", "> \\<details>\n\nc\n"},
	};

	(void)state;
	ASSERT_QUOTED(list);
}

static void links_lead_where_they_led(void **state)
{
	static const struct expectation list[] = {
		{"[a](b.md)", "[a](notes/sub/b.md)\n"},
		{"[a](../b%20c.md?d#e)", "[a](notes/b%20c.md?d#e)\n"},
		{"[a](<../../../b c.md>)", "[a](../b%20c.md)\n"},
		{"[a](./b/../c/)", "[a](notes/sub/c/)\n"},
		{"[a](../..)", "[a](./)\n"},
		{"[a](#b)", "[a](notes/sub/a.md#b)\n"},
		{"[a](./x:y)", "[a](notes/sub/x%3Ay)\n"},
		{"[a](/b) [c](//d.example/e)", "[a](/b) [c](//d.example/e)\n"},
		{"[a](HTTP://b.example/(c)?d=1&lt;e \"f \\\"g\\\"\")",
		 "[a](HTTP://b.example/%28c%29?d=1%3Ce \"f \\\"g\\\"\")\n"},
		{"<https://a.example/_b_>, <mailto:c@d.example> <e@f.example>",
		 "<https://a.example/_b_>, <mailto:c@d.example> [e@f.example](mailto:e@f.example)\n"},
		{"![a](b.png) ![c](http://d.example)",
		 "![a](notes/sub/b.png) ![c](http://d.example)\n"},
		{"[a](javascript:b) [c](JaVa&#115;cript:d) [e](<java\tscript:f>) ![g](data:h)",
		 "a c e g\n"},
		{"[a](&#1;javascript:b) [c](vbscript:d) [e](file:///f) <x-y:z>", "a c e x-y:z\n"},
		{"[a][b] [c]\n\n[b]: d.md", "[a](notes/sub/d.md) \\[c\\]\n"},
		{"[](a) [b]()", "[a](notes/sub/a) b\n"},
		{"[^a](b)", "[\\^a](notes/sub/b)\n"},
		{"http://a.example/_b_/__c__. x/_d_ www.e.example/*f*g",
		 "http\\://a.example/_b_/__c__. x/*d* www\\.e.example/*f*g\n"},
		{"![*a* ](b)!", "![a](notes/sub/b)!\n"},
	};

	(void)state;
	ASSERT_QUOTED(list);
}

static void prefixes_stand_before_each_line(void **state)
{
	struct buf found = BUF_INIT;

	(void)state;
	quote_into(&found, SPAN("a\nb\n\n- c\n\n      d"), "> ");
	assert_string_equal(found.p, "> a\n> b\n>\n> - c\n>\n>   ```\n>   d\n>   ```\n");
	buf_clear(&found);
	quote_into(&found, SPAN("a\n\nb"), "   ");
	assert_string_equal(found.p, "   a\n\n   b\n");
	buf_release(&found);
}

static void depth_does_no_harm(void **state)
{
	struct buf text = BUF_INIT, found = BUF_INIT;

	(void)state;
	for (int i = 0; i < 100; i++)
		buf_add_str(&text, "> ");
	buf_add_str(&text, "a\n");
	for (int i = 0; i < 20000; i++)
		buf_add_str(&text, "b\n");
	quote_into(&found, buf_span(&text), "");
	assert_true(found.n < text.n * 20);
	buf_clear(&found);
	for (int i = 0; i < 200; i++)
		buf_add_str(&text, "> ");
	buf_add_str(&text, "# c");
	quote_into(&found, buf_span(&text), "");
	assert_true(span_ends(buf_span(&found), SPAN("> # c\n")));
	assert_true(span_starts(buf_span(&found), SPAN("\\>")));
	buf_release(&text);
	buf_release(&found);
}

/* ---- random texts */

static void add_hostile(struct buf *text, uint64_t *chance)
{
	static const char *const pieces[] = {
		"\n",
		"\n",
		"\n\n",
		"\n\n",
		"\n- ",
		"\n  - ",
		"\n1. ",
		"\n2) ",
		"\n> ",
		"\n# ",
		"\n## Private\n",
		"\n===\n",
		"\n---\n",
		"\n```\n",
		"\n~~~",
		"\n    ",
		"\n\t",
		"\n- [ ] ",
		"\n<div>\n",
		"<!--",
		"-->",
		"<b>",
		"</b>",
		"*",
		"**",
		"***",
		"_",
		"__",
		"`",
		"``",
		"[",
		"]",
		"](",
		"](b.md)",
		"](javascript:x)",
		")",
		"!",
		"\\",
		"|",
		"\n| - |\n",
		"\n:-",
		"~~",
		"~~~",
		"$",
		"&lt;",
		"&#42;",
		"&#10;",
		"&nbsp;",
		"<http://a.example>",
		"  \n",
		"\\\n",
		" ",
		" ",
		" ",
		"a",
		"word",
		"1",
		".",
		"?",
		"www.a.b/",
		"http://a.example/",
		"\xC3\xA9",
		"\xE2\x80\xAE",
		"\x01",
		"<br>",
		"\n+ ",
		"\n* ",
		"=",
		"-",
		"+",
		"#",
		">",
		"\xF0\x9F\x8E\x89",
		"\xE3\x80\x80",
		"\xE2\x80\x9C",
		"\n[a]: b\n",
		"[a]",
		"<script>",
		"\n<pre>\n",
		":",
		"(",
		"\xE9\x87\x8D",
	};

	for (uint32_t n = 1 + chance_below(chance, 24); n > 0; n--)
		buf_add_str(text, pieces[chance_below(chance, COUNT(pieces))]);
}

static void random_texts_are_contained_and_whole(void **state)
{
	uint64_t chance = 20261121;
	struct buf text = BUF_INIT;

	(void)state;
	for (int i = 0; i < ROUNDS; i++) {
		buf_clear(&text);
		add_hostile(&text, &chance);
		for (size_t place = 0; place < QUOTED_PLACES; place++)
			if (!quoted_contained(buf_span(&text), place))
				fail_msg("not contained in place %zu:\n%s", place, text.p);
		if (!quoted_says_all(buf_span(&text)))
			fail_msg("does not say all that it said:\n%s", text.p);
	}
	buf_release(&text);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(plain_text_is_left_alone),
		cmocka_unit_test(markup_is_kept),
		cmocka_unit_test(what_would_reach_out_does_not),
		cmocka_unit_test(private_is_left_out),
		cmocka_unit_test(links_lead_where_they_led),
		cmocka_unit_test(prefixes_stand_before_each_line),
		cmocka_unit_test(depth_does_no_harm),
		cmocka_unit_test(random_texts_are_contained_and_whole),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
