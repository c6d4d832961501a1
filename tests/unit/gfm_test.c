/*
 * Escaping for Markdown: cmark has to find nothing but the text itself, for
 * random hostile texts, alone and within what a report puts around them.
 */
#include "tests/unit/help.h"

#include <cmark.h>

#include "fmt/gfm.h"
#include "src/base/utf8.h"

enum { ROUNDS = 60000 };

static uint64_t seed = 20261121;

static size_t below(size_t n)
{
	return chance_below(&seed, (uint32_t)n);
}

static void add_hostile(struct buf *b)
{
	static const char *const pieces[] = {
		"\\",
		"`",
		"``",
		"```",
		"*",
		"**",
		"_",
		"__",
		"[",
		"]",
		"](",
		")",
		"(",
		"<",
		">",
		"&",
		"~",
		"~~~",
		"|",
		"#",
		"## ",
		"!",
		"- ",
		"-",
		"---",
		"+ ",
		"* ",
		"1. ",
		"12) ",
		"123456789. ",
		"===",
		"    ",
		"\t",
		"\n",
		"\n\n",
		" ",
		" ",
		"a",
		"b",
		"word",
		"é",
		"日本",
		"&amp;",
		"&#65;",
		"&copy",
		";",
		"<b>",
		"<!--",
		"-->",
		"</script>",
		"<?",
		"<http://x.example>",
		"http://x.example/a_b",
		"https://x.example/~jane",
		"www.x.example",
		"mailto:",
		"jane_doe@x.example",
		"@jane",
		"[a]: /u",
		"![i](u)",
		"[x](y)",
		"[ ] ",
		"[x] ",
		"[^1]",
		"$x$",
		":",
		"\"",
		"'",
		"\x01",
		"\x7f",
		"\r\n",
		"{",
		"}",
		"=",
		".",
		"5",
		"%",
		"/",
		"\xE2\x80\xA8",
		"\xC2\x85",
		"\xC2\xA0",
	};

	for (size_t i = below(9); i > 0; i--)
		buf_add_str(b, pieces[below(sizeof(pieces) / sizeof(*pieces))]);
}

/* What is to be seen of s: runs of blanks and controls as one space, none at the ends. */
static void normalise(struct buf *b, struct span s)
{
	bool blank = false;

	for (size_t i = 0; i < s.n; i++) {
		unsigned char c = (unsigned char)s.p[i];
		size_t n = c <= ' ' || c == 0x7f ? 1 : 0;
		if (span_starts(span_skip(s, i), SPAN("\xC2\x85")))
			n = 2;
		if (span_starts(span_skip(s, i), SPAN("\xE2\x80\xA8")))
			n = 3;
		if (n > 0) {
			blank = true;
			i += n - 1;
			continue;
		}
		if (blank && b->n > 0)
			buf_add_char(b, ' ');
		blank = false;
		buf_add_char(b, (char)c);
	}
}

/* The text of node's children, which have to be nothing but text. */
static void add_text(struct buf *b, cmark_node *node)
{
	for (cmark_node *n = cmark_node_first_child(node); n != NULL; n = cmark_node_next(n)) {
		assert_int_equal(cmark_node_get_type(n), CMARK_NODE_TEXT);
		buf_add_str(b, cmark_node_get_literal(n));
	}
}

static cmark_node *only_child(cmark_node *node, cmark_node_type type)
{
	cmark_node *child = cmark_node_first_child(node);

	assert_non_null(child);
	assert_int_equal(cmark_node_get_type(child), type);
	assert_null(cmark_node_next(child));
	return child;
}

/* Parses markdown, which has to be blocks of the types one in the other, then the text. */
static void expect(const struct buf *markdown, const cmark_node_type *types, const struct buf *want)
{
	struct buf found = BUF_INIT;
	cmark_node *root = cmark_parse_document(markdown->p, markdown->n, CMARK_OPT_DEFAULT);
	cmark_node *node = root;

	assert_non_null(root);
	for (; *types != CMARK_NODE_NONE; types++)
		node = only_child(node, *types);
	add_text(&found, node);
	assert_string_equal(found.p, want->p);
	cmark_node_free(root);
	buf_release(&found);
}

#define TYPES(...) ((const cmark_node_type[]){__VA_ARGS__, CMARK_NODE_NONE})

static void prints_as_itself(void **state)
{
	(void)state;
	for (int round = 0; round < ROUNDS; round++) {
		struct buf text = BUF_INIT, want = BUF_INIT, out = BUF_INIT;

		add_hostile(&text);
		normalise(&want, buf_span(&text));
		if (want.n > 0) {
			gfm_text(&out, buf_span(&text));
			expect(&out, TYPES(CMARK_NODE_PARAGRAPH), &want);
			buf_clear(&out);
			buf_add_str(&out, "## ");
			gfm_text(&out, buf_span(&text));
			expect(&out, TYPES(CMARK_NODE_HEADING), &want);
			buf_clear(&out);
			buf_add_str(&out, "- ");
			gfm_text(&out, buf_span(&text));
			expect(&out, TYPES(CMARK_NODE_LIST, CMARK_NODE_ITEM, CMARK_NODE_PARAGRAPH),
			       &want);
		}
		buf_release(&text);
		buf_release(&want);
		buf_release(&out);
	}
}

/* Text between what a report writes: bold before, parentheses around, a link after. */
static void stays_apart(void **state)
{
	(void)state;
	for (int round = 0; round < ROUNDS; round++) {
		struct buf text = BUF_INIT, want = BUF_INIT, out = BUF_INIT, found = BUF_INIT;

		add_hostile(&text);
		normalise(&want, buf_span(&text));
		buf_add_str(&out, "**thank** (");
		gfm_text(&out, buf_span(&text));
		buf_add_char(&out, ')');
		gfm_link(&out, buf_span(&text), SPAN("a (b).md"));
		cmark_node *root = cmark_parse_document(out.p, out.n, CMARK_OPT_DEFAULT);
		cmark_node *paragraph = only_child(root, CMARK_NODE_PARAGRAPH);
		cmark_node *strong = cmark_node_first_child(paragraph);
		cmark_node *link = cmark_node_last_child(paragraph);
		assert_int_equal(cmark_node_get_type(strong), CMARK_NODE_STRONG);
		assert_int_equal(cmark_node_get_type(link), CMARK_NODE_LINK);
		assert_string_equal(cmark_node_get_url(link), "a%20%28b%29.md");
		add_text(&found, link);
		assert_string_equal(found.p, want.p);
		cmark_node_unlink(strong);
		cmark_node_unlink(link);
		buf_clear(&found);
		add_text(&found, paragraph);
		assert_int_equal(found.n, want.n + 3);
		assert_memory_equal(found.p + 2, want.p, want.n);
		cmark_node_free(strong);
		cmark_node_free(link);
		cmark_node_free(root);
		buf_release(&text);
		buf_release(&want);
		buf_release(&out);
		buf_release(&found);
	}
}

static void text_is(const char *text, const char *want)
{
	struct buf b = BUF_INIT;

	gfm_text(&b, span_str(text));
	assert_string_equal(b.p, want);
	buf_release(&b);
}

static void escapes_only_where_needed(void **state)
{
	(void)state;
	text_is("Jane Doe (Acme), R&D, jane_doe@x.example #1 - 50% + a > b = c!d",
		"Jane Doe (Acme), R&D, jane_doe@x.example #1 - 50% + a > b = c!d");
	text_is("Ann Lee ", "Ann Lee");
	text_is("Ann  Lee", "Ann Lee");
	text_is("a|b*c*<script>", "a\\|b\\*c\\*\\<script>");
	text_is("1. x 2. y", "1\\. x 2. y");
	text_is("2026-11-20", "2026-11-20");
	text_is("- x", "\\- x");
	text_is("+44 20", "+44 20");
	text_is("&copy; &copy", "\\&copy; &copy");
	text_is("_a_b_", "\\_a_b\\_");
	text_is("https://x.example/a_b?c=d&e", "https://x.example/a_b?c=d&e");
	text_is("https://x.example/~jane", "https\\://x.example/\\~jane");
	text_is("www.x.example/~jane", "www\\.x.example/\\~jane");
	text_is("~a www.x.example", "\\~a www.x.example");
}

static void stays_on_its_line(void **state)
{
	(void)state;
	text_is(" \t a\r\n\x01 b\xE2\x80\xA9 ", "a b");
	text_is("", "");
	text_is("\n", "");
	text_is("a\xE2\x80\xAE"
		"b\xE2\x81\xA6"
		"c\xEF\xBB\xBF",
		"abc");
	text_is("\xD7\x90\xE2\x80\x8F", "\xD7\x90\xE2\x80\x8F");
	text_is("a\xFFz", "a\xEF\xBF\xBDz");
}

static void link_is(const char *text, const char *path, const char *want)
{
	struct buf b = BUF_INIT;

	gfm_link(&b, span_str(text), span_str(path));
	assert_string_equal(b.p, want);
	buf_release(&b);
}

static void links_are_paths(void **state)
{
	(void)state;
	link_is("notes/a.md:4", "notes/a.md", "[notes/a.md:4](notes/a.md)");
	link_is("x]", "a (b)/é?#%.md", "[x\\]](a%20%28b%29/%C3%A9%3F%23%25.md)");
	link_is("x", "javascript:alert(1)", "[x](javascript%3Aalert%281%29)");
	link_is("x", "///host/a.md", "[x](/host/a.md)");
	link_is("x", "../n/a.md", "[x](../n/a.md)");
}

/* What is taken as it is, because nothing in it can be markup, is the same as when all is looked
 * at, which the last letter makes sure of. */
static void harmless_text_is_no_other(void **state)
{
	static const char bytes[] = "aZ0 9,.:;/@'\"()+-?w ";
	struct buf text = BUF_INIT, alone = BUF_INIT, whole = BUF_INIT;
	size_t same = 0;

	(void)state;
	for (int i = 0; i < ROUNDS; i++) {
		buf_clear(&text);
		for (size_t n = 1 + below(9); n > 0; n--)
			buf_add_char(&text, bytes[below(sizeof(bytes) - 1)]);
		buf_add_char(&text, 'a');
		buf_clear(&alone);
		buf_clear(&whole);
		gfm_text(&alone, buf_span(&text));
		buf_add_str(&alone, "é");
		buf_add_str(&text, "é");
		gfm_text(&whole, buf_span(&text));
		assert_true(span_eq(buf_span(&alone), buf_span(&whole)));
		same += span_eq(buf_span(&alone), buf_span(&text));
	}
	assert_true(same > ROUNDS / 4 && same < ROUNDS);
	buf_release(&text);
	buf_release(&alone);
	buf_release(&whole);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(prints_as_itself),
		cmocka_unit_test(stays_apart),
		cmocka_unit_test(escapes_only_where_needed),
		cmocka_unit_test(stays_on_its_line),
		cmocka_unit_test(links_are_paths),
		cmocka_unit_test(harmless_text_is_no_other),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
