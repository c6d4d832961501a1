/* Quoted Markdown: what becomes of each construct; and random hostile texts, which must do nothing
 * to the document around them and still say all that they said. */
#include "tests/unit/help.h"

#include <cmark.h>

#include "fmt/gfm.h"
#include "fmt/markdown_internal.h"
#include "fmt/quote.h"

enum { ROUNDS = 60000 };

static void quote_into(struct buf *b, struct span text, const char *prefix)
{
	const struct links links = {SPAN_NONE, SPAN_NONE};
	const struct quote quote = {&links, SPAN("notes/sub/a.md")};

	quote_blocks(b, &quote, text, prefix);
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
		{"# A *b*", "**A *b***\n"},
		{"A\n===\n\nB\n---\n", "**A**\n\n**B**\n"},
		{"#", ""},
		{"<div>\n# a\n</div>", "\\<div>\n\\# a\n\\</div>\n"},
		{"a <b>c</b>", "a \\<b>c\\</b>\n"},
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
		{"1<!-- -->. a", "1\\. a\n"},
		{"> a\n\nb\n===\n", "> a\n\n**b**\n"},
		{"- a\n  <!-- b -->\n  2. c", "- a\n\n  2. c\n"},
		{"a\\", "a\\\\\n"},
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
		{"![*a* ](b)!", "![a](notes/sub/b)\\!\n"},
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

/* Adds text as it is compared: without white space and all that is never written. */
static void add_compared(struct buf *b, struct span text)
{
	struct buf clean = BUF_INIT;

	gfm_clean(&clean, text);
	for (size_t i = 0; i < clean.n; i++)
		if (clean.p[i] != ' ')
			buf_add_char(b, clean.p[i]);
	buf_release(&clean);
}

static void add_without_comments(struct buf *b, struct span html)
{
	struct buf rest = BUF_INIT;

	while (html.n > 0) {
		size_t length = markdown_comment(html);

		if (length == 0)
			buf_add_char(&rest, html.p[0]);
		html = span_skip(html, length > 0 ? length : 1);
	}
	add_compared(b, buf_span(&rest));
	buf_release(&rest);
}

static bool hides(cmark_node *node, bool private)
{
	struct buf text = BUF_INIT;

	if (cmark_node_get_type(node) != CMARK_NODE_HEADING ||
	    cmark_node_get_heading_level(node) > 2)
		return private;
	private = cmark_node_get_heading_level(node) == 2 &&
		  span_eq_nocase(markdown_plain(node, &text), SPAN("private"));
	buf_release(&text);
	return private;
}

/* The text of a block as it is, but no further than what looks like the heading Private. */
static struct span until_private(cmark_node *node)
{
	struct span text = span_str(cmark_node_get_literal(node));

	for (size_t i = 0; i < text.n; i++) {
		size_t end = i + 2;

		if ((i > 0 && text.p[i - 1] != '\n' && text.p[i - 1] != ' ') ||
		    !span_starts(span_skip(text, i), SPAN("##")))
			continue;
		while (end < text.n && text.p[end] == ' ')
			end++;
		if (text.n - end >= 7 && span_eq_nocase(span_of(text.p + end, 7), SPAN("private")))
			return span_of(text.p, i);
	}
	return text;
}

/* All that a tree says. */
static void add_said(struct buf *b, cmark_node *parent)
{
	bool private = false;

	for (cmark_node *node = cmark_node_first_child(parent); node != NULL;
	     node = cmark_node_next(node)) {
		const char *literal = cmark_node_get_literal(node);
		cmark_node_type type = cmark_node_get_type(node);

		private = hides(node, private);
		if (private)
			continue;
		if (type == CMARK_NODE_HTML_BLOCK) {
			add_without_comments(b, until_private(node));
		} else if (type == CMARK_NODE_CODE_BLOCK) {
			add_compared(b, until_private(node));
		} else if (type == CMARK_NODE_HTML_INLINE) {
			if (!span_is(span_str(literal), "<br>"))
				add_without_comments(b, span_str(literal));
		} else if (literal != NULL) {
			add_compared(b, span_str(literal));
		} else if (type == CMARK_NODE_IMAGE) {
			struct buf alternative = BUF_INIT;

			add_compared(b, markdown_plain(node, &alternative));
			buf_release(&alternative);
		} else {
			size_t before = b->n;

			add_said(b, node);
			if (type == CMARK_NODE_LINK && b->n == before &&
			    !span_starts(span_str(cmark_node_get_url(node)), SPAN("javascript:")))
				add_compared(b, span_str(cmark_node_get_url(node)));
		}
	}
}

static void said_by(struct buf *b, struct span text)
{
	cmark_node *document = cmark_parse_document(text.p, text.n, CMARK_OPT_DEFAULT);

	buf_clear(b);
	add_said(b, document);
	cmark_node_free(document);
}

/* Whether nothing in a tree is a heading, raw HTML or a link that runs something. */
static bool is_tame(cmark_node *document)
{
	cmark_iter *iter = cmark_iter_new(document);
	bool tame = true;
	cmark_event_type event;

	while ((event = cmark_iter_next(iter)) != CMARK_EVENT_DONE) {
		cmark_node *node = cmark_iter_get_node(iter);
		cmark_node_type type = cmark_node_get_type(node);

		if (type == CMARK_NODE_HEADING || type == CMARK_NODE_HTML_BLOCK ||
		    type == CMARK_NODE_HTML_INLINE)
			tame = false;
		if ((type == CMARK_NODE_LINK || type == CMARK_NODE_IMAGE) &&
		    span_starts(span_str(cmark_node_get_url(node)), SPAN("javascript")))
			tame = false;
	}
	cmark_iter_free(iter);
	return tame;
}

static bool is_paragraph(cmark_node *node, const char *text)
{
	struct buf b = BUF_INIT;
	bool is = node != NULL && cmark_node_get_type(node) == CMARK_NODE_PARAGRAPH &&
		  span_is(markdown_plain(node, &b), text);

	buf_release(&b);
	return is;
}

/* Whether the document is as it was meant: two paragraphs, and between them the quote within one
 * container of that type (CMARK_NODE_NONE: in none). */
static bool is_contained(cmark_node *document, cmark_node_type container)
{
	cmark_node *first = cmark_node_first_child(document);
	cmark_node *last = cmark_node_last_child(document), *middle;

	if (!is_tame(document) || !is_paragraph(first, "before") || !is_paragraph(last, "after"))
		return false;
	middle = cmark_node_next(first);
	if (container == CMARK_NODE_NONE)
		return true;
	if (container == CMARK_NODE_BLOCK_QUOTE && middle == last)
		return true; /* it said nothing */
	return cmark_node_get_type(middle) == container && cmark_node_next(middle) == last &&
	       (container != CMARK_NODE_LIST ||
		cmark_node_next(cmark_node_first_child(middle)) == NULL);
}

static void assert_contained(struct span text, const char *before, const char *prefix,
			     cmark_node_type container)
{
	struct buf whole = BUF_INIT;
	cmark_node *document;

	buf_add_str(&whole, "before\n\n");
	buf_add_str(&whole, before);
	quote_into(&whole, text, prefix);
	buf_add_str(&whole, "\nafter\n");
	document = cmark_parse_document(whole.p, whole.n, CMARK_OPT_DEFAULT);
	if (!is_contained(document, container))
		fail_msg("not contained:\n%.*s\n== as ==\n%s", (int)text.n, text.p, whole.p);
	cmark_node_free(document);
	buf_release(&whole);
}

static void random_texts_are_contained_and_whole(void **state)
{
	uint64_t chance = 20261121;
	struct buf text = BUF_INIT, quoted = BUF_INIT, said = BUF_INIT, expected = BUF_INIT;

	(void)state;
	for (int i = 0; i < ROUNDS; i++) {
		buf_clear(&text);
		buf_clear(&quoted);
		add_hostile(&text, &chance);
		assert_contained(buf_span(&text), "", "", CMARK_NODE_NONE);
		assert_contained(buf_span(&text), "", "> ", CMARK_NODE_BLOCK_QUOTE);
		assert_contained(buf_span(&text), "- item\n\n", "  ", CMARK_NODE_LIST);
		quote_into(&quoted, buf_span(&text), "");
		said_by(&said, buf_span(&quoted));
		said_by(&expected, buf_span(&text));
		if (!span_eq(buf_span(&said), buf_span(&expected)))
			fail_msg("%s\n== as ==\n%s\nsays    '%s'\ninstead '%s'", text.p, quoted.p,
				 said.p, expected.p);
	}
	buf_release(&text);
	buf_release(&quoted);
	buf_release(&said);
	buf_release(&expected);
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
