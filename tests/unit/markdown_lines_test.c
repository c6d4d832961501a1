/* Bodies: what is read without cmark is read as with it, on random texts; and what has to be left
 * to it. */
#include "tests/unit/help.h"

#include "tests/markdown_both.h"

#define RANDOM_TEXTS 200000

static bool is_simple(struct span text)
{
	struct both both;

	both_read(&both, text, 7);
	if (!both.same)
		fail_msg("not read as by cmark:\n%.*s", (int)text.n, text.p);
	both_release(&both);
	return both.is_simple;
}

static void add_piece(struct buf *text, uint64_t *chance, const char *const *pieces, size_t count)
{
	buf_add_str(text, pieces[chance_below(chance, (uint32_t)count)]);
}

static void add_line(struct buf *text, uint64_t *chance)
{
	static const char *const begins[] = {
		"",     "",     "",     "- ",    "- ",   "- [ ] ", "- [x] ",       "  ",
		"  ",   "# ",   "## ",  "## ",   "### ", "> ",     "* ",           "1. ",
		"    ", "- - ", "> - ", "#",     "====", "---",    "```",          "<!--",
		"-->",  "\t",   " ",    "[a]: ", "-",    "  - ",   "\xEF\xBB\xBF",
	};
	static const char *const words[] = {
		"What",
		"why?",
		"Research",
		"Advice",
		"Promised",
		"Private",
		"Openings",
		"insights",
		"due:2026-11-30",
		"a (b) c",
		"he is",
		"done:2026-13-01",
		"Zo\xC3\xAB",
		"\"x\"",
		"2026",
		"*b*",
		"`c`",
		"<!-- c -->",
		"&amp;",
		"#",
		"[a]",
		"\\",
		"\f",
		"-->",
		"  ",
		"3.",
		"\xC2\xA0",
		"\xEF\xBC\x9F",
		"\xD8\x9F",
	};
	bool tidy = !chance_one_in(chance, 40);

	add_piece(text, chance, begins, tidy ? 14 : COUNT(begins));
	for (uint32_t n = chance_below(chance, 4); n > 0; n--) {
		add_piece(text, chance, words, chance_one_in(chance, 40) ? COUNT(words) : 15);
		if (n > 1 || chance_one_in(chance, 20))
			buf_add_char(text, ' ');
	}
}

static void simple_texts_are_read_as_by_cmark(void **state)
{
	uint64_t chance = 2026;
	struct buf text = BUF_INIT;
	size_t simple = 0;

	(void)state;
	for (int i = 0; i < RANDOM_TEXTS; i++) {
		const char *end = chance_one_in(&chance, 20) ? "\r\n" : "\n";

		buf_clear(&text);
		for (uint32_t n = 1 + chance_below(&chance, 10); n > 0; n--) {
			if (!chance_one_in(&chance, 3))
				add_line(&text, &chance);
			if (n > 1 || !chance_one_in(&chance, 4))
				buf_add_str(&text, end);
		}
		simple += text.n > 0 && is_simple(buf_span(&text));
	}
	buf_release(&text);
	/* Else nothing was compared. */
	assert_true(simple > RANDOM_TEXTS / 10);
	assert_true(simple < RANDOM_TEXTS);
}

static void usual_bodies_are_simple(void **state)
{
	static const char *const texts[] = {
		"\n# Jane Doe\n\n## Research\n\nShe draws maps.\nOf *rivers*.\n\n## Private\n\n> No.\n",
		"## Work\n\n### What is a usual day?\n\nMaps, [all](x) of it.\n\n### Pay?\n- some\n",
		"- How long did it take?\n- Why\n  maps?\n\n  Rivers `move`.\n\nSo they do.\n",
		"## Advice\n\n- [ ] read *it* due:2026-12-01\n- [x] ask\n  Rosa done:2026-11-20\n",
		"\r\n# Jane\r\n\r\nShe draws.\r\n",
	};

	(void)state;
	for (size_t i = 0; i < COUNT(texts); i++)
		if (!is_simple(span_str(texts[i])))
			fail_msg("not simple: %s", texts[i]);
}

static void what_is_not_sure_is_left_to_cmark(void **state)
{
	static const char *const texts[] = {
		"Why?\n---\n",
		"Why?\n===\n",
		"```\n# a\n```\n",
		"<!--\n# a\n-->\n",
		"# *Why?*\n",
		"# a #\n",
		"#\n",
		"    code\n",
		"1. Why?\n",
		"10) Why?\n",
		"* Why?\n",
		"- a\n  - Why?\n",
		"- *Why?*\n",
		"- a\n  `why`?\n",
		"- [ ]\n",
		"- [ ] <!-- a -->\n",
		"[a]: b\nWhy?\n",
		"\xEF\xBB\xBF# a\n",
		"\xC2\xA0\n",
		"> - Why?\n",
		"- [a] b\n",
		"-\n  why?\n",
		"# \ta\n> # b\n",
		"- \n",
	};

	(void)state;
	for (size_t i = 0; i < COUNT(texts); i++)
		if (is_simple(span_str(texts[i])))
			fail_msg("simple: %s", texts[i]);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(simple_texts_are_read_as_by_cmark),
		cmocka_unit_test(usual_bodies_are_simple),
		cmocka_unit_test(what_is_not_sure_is_left_to_cmark),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
