/* YAML: what is read without libyaml is read as by libyaml, on random texts; and what has to be
 * left to it. */
#include "tests/unit/help.h"

#include "tests/yaml_trees.h"

#define RANDOM_TEXTS 150000

struct reading {
	struct arena arena;
	struct diags diags;
	struct yaml yaml;
};

static void start(struct reading *r, struct span text)
{
	*r = (struct reading){0};
	r->yaml = (struct yaml){.text = text, .line = 2, .shown = SPAN("f"), .diags = &r->diags};
}

static void end(struct reading *r)
{
	diags_release(&r->diags);
	arena_release(&r->arena);
}

/* Whether it is plain, and then libyaml reads the same. */
static bool is_plain(struct span text)
{
	struct reading ours, theirs;

	start(&ours, text);
	start(&theirs, text);

	bool plain = yaml_read_plain(&ours.yaml, &ours.arena);
	int result = yaml_read_events(&theirs.yaml, &theirs.arena);
	assert_int_equal(ours.diags.count, 0);
	assert_true(plain == (ours.yaml.root != NULL));
	if (plain && (result != 0 || !yaml_same(ours.yaml.root, theirs.yaml.root)))
		fail_msg("not read as by libyaml:\n%.*s", (int)text.n, text.p);
	end(&ours);
	end(&theirs);
	return plain;
}

static void add_piece(struct buf *text, uint64_t *chance, const char *const *pieces, size_t count)
{
	buf_add_str(text, pieces[chance_below(chance, (uint32_t)count)]);
}

#define ADD(text, chance, pieces) add_piece(text, chance, pieces, COUNT(pieces))

static void add_value(struct buf *text, uint64_t *chance)
{
	static const char *const whole[] = {
		"",
		"2026-11-30",
		"jane-doe",
		"https://meet.example/a",
		"a  b",
		"\"a: b\"",
		"'# c'",
		"\"\"",
		"[a, b c]",
		"[ a-1 ,b/c ]",
		"Zo\xC3\xAB",
		"(a) 'b'",
		"\xE2\x80\x93",
		"+1 902 ~",
		"\"a\\n\"",
		"'it''s'",
		"[]",
		"[a, ]",
		"[\"a\"]",
		"|",
		">",
		"&a b",
		"*a",
		"!b c",
		"{a: b}",
		"- a",
	};
	static const char odd[] = "ab1 :#,[]-?'\"\\{}%@`&*!|>=\t_./()+\x7F\r";
	static const char *const pieces[] = {": ",       " #",           "- ",
					     "...",      "---",          "\xC3\xA9",
					     "\xC2\x85", "\xE2\x80\xA8", "\xEF\xBB\xBF"};

	if (!chance_one_in(chance, 6)) {
		add_piece(text, chance, whole, chance_one_in(chance, 4) ? COUNT(whole) : 14);
		return;
	}
	for (uint32_t n = chance_below(chance, 5); n > 0; n--)
		if (chance_one_in(chance, 4))
			ADD(text, chance, pieces);
		else
			buf_add_char(text, odd[chance_below(chance, sizeof(odd) - 1)]);
}

static const char *const keys[] = {"a",     "b", "name", "may_use_name", "x-y",     "1",
				   "\"a\"", "",  "a b",  "-a",           "\xC3\xA9"};
static const char *const tails[] = {"", "", " ", " # c", "   # c: d", "#", " #"};

/* As notes have them, nearly. */
static void add_tidy_line(struct buf *text, uint64_t *chance)
{
	static const char *const begins[] = {"",     "",   "",   "  - ",  "    ",
					     "    ", "- ", "  ", "      "};

	ADD(text, chance, begins);
	if (!chance_one_in(chance, 5)) {
		add_piece(text, chance, keys, 6);
		buf_add_number(text, chance_below(chance, 50));
		buf_add_char(text, ':');
		if (chance_one_in(chance, 4))
			return;
		buf_add_char(text, ' ');
	}
	add_value(text, chance);
	add_piece(text, chance, tails, 5);
}

static void add_line(struct buf *text, uint64_t *chance)
{
	static const char *const indents[] = {"", "", "  ", "    ", " ", "\t"};
	static const char *const marks[] = {"", "- ", "-  ", "-", "- - ", "? "};
	static const char *const colons[] = {": ", ":", ":   ", " : "};

	ADD(text, chance, indents);
	ADD(text, chance, marks);
	ADD(text, chance, keys);
	ADD(text, chance, colons);
	add_value(text, chance);
	ADD(text, chance, tails);
}

static void plain_texts_are_read_as_by_libyaml(void **state)
{
	uint64_t chance = 2026;
	struct buf text = BUF_INIT;
	size_t plain = 0;

	(void)state;
	for (int i = 0; i < RANDOM_TEXTS; i++) {
		buf_clear(&text);
		for (uint32_t n = chance_below(&chance, 5); n > 0; n--) {
			if (chance_one_in(&chance, 12))
				add_line(&text, &chance);
			else
				add_tidy_line(&text, &chance);
			if (n > 1 || !chance_one_in(&chance, 4))
				buf_add_char(&text, '\n');
		}
		plain += is_plain(buf_span(&text)) && text.n > 0;
	}
	buf_release(&text);
	/* Else nothing was compared. */
	assert_true(plain > RANDOM_TEXTS / 10);
	assert_true(plain < RANDOM_TEXTS);
}

static void usual_front_matter_is_plain(void **state)
{
	static const char *const texts[] = {
		"contact: jane-doe\ndate: 2026-11-30\ntime: 14:00 EST\n",
		"outcome:             # met, cancelled, no-show, moved\nrating:\nthanked:",
		"referrals:\n  - name: Rosa Quispe\n    org: \"Lumen, Inc.\"\n  - name: X\ntags: [a, b c]\n",
		"contact:\n- jane-doe\n- zo\xC3\xAB\n\n# mine\nmine: 'a: b'   # c\n",
		"format: 1\npractice:\n  attempts: 2 # or 3\n  names: 2\n",
	};

	(void)state;
	for (size_t i = 0; i < COUNT(texts); i++)
		if (!is_plain(span_str(texts[i])))
			fail_msg("not plain: %s", texts[i]);
}

static void faults_are_left_to_libyaml(void **state)
{
	static const char *const texts[] = {
		"",
		"# nothing\n",
		"a: 1\nb: 2\na: 3\n",
		"a: b\n  c\n",
		"a: b: c\n",
		"a: &b c\n",
		"a: \"\\x01\"\n",
		"a: \"b\n  c\"\n",
		"a: b\n---\nc: d\n",
		"- a\n",
		"a\n",
		"a: [b\n",
		"a:\tb\n",
		"a: b\r\n",
		"a: \xC2\x85\n",
		"a: \xE2\x80\xA8\n",
		"a: \xEF\xBB\xBF\n",
		" a: b\nc: d\n",
	};

	(void)state;
	for (size_t i = 0; i < COUNT(texts); i++)
		if (is_plain(span_str(texts[i])))
			fail_msg("plain: %s", texts[i]);
}

/* The limits of the other reading are not reached where there are none. */
static void depth_and_count_are_bounded(void **state)
{
	struct buf deep = BUF_INIT, many = BUF_INIT;

	(void)state;
	for (int i = 0; i < 2000; i++) {
		for (int blank = 0; blank < i; blank++)
			buf_add_char(&deep, ' ');
		buf_add_str(&deep, "a:\n");
		buf_add_format(&many, "a%d: b\n", i);
	}
	assert_false(is_plain(buf_span(&deep)));
	assert_false(is_plain(buf_span(&many)));
	buf_release(&deep);
	buf_release(&many);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(plain_texts_are_read_as_by_libyaml),
		cmocka_unit_test(usual_front_matter_is_plain),
		cmocka_unit_test(faults_are_left_to_libyaml),
		cmocka_unit_test(depth_and_count_are_bounded),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
