/* UTF-8: validity against a naive reading, ids, folding, escaping, clipping. */
#include "tests/unit/help.h"

#include <utf8proc.h>

#include "src/base/utf8.h"

/* Encodes as RFC 3629 does, without asking whether it may; returns the length. */
static size_t put(char *to, uint32_t c)
{
	if (c < 0x80) {
		to[0] = (char)c;
		return 1;
	}
	size_t n = c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
	static const unsigned lead[5] = {0, 0, 0xC0, 0xE0, 0xF0};
	for (size_t i = n - 1; i > 0; i--, c >>= 6)
		to[i] = (char)(0x80 | (c & 0x3F));
	to[0] = (char)(lead[n] | c);
	return n;
}

static bool is_scalar(uint32_t c)
{
	return c < 0xD800 || (c > 0xDFFF && c < 0x110000);
}

static void every_code_point(void **state)
{
	(void)state;
	for (uint32_t c = 0; c < 0x1FFFFF; c++) {
		char text[4];
		size_t n = put(text, c), at = 0;
		size_t invalid = utf8_invalid(span_of(text, n));
		if (invalid != (is_scalar(c) ? n : 0))
			fail_msg("U+%04X", (unsigned)c);
		if (is_scalar(c) && (utf8_next(span_of(text, n), &at) != c || at != n))
			fail_msg("U+%04X decodes to something else", (unsigned)c);
		if (n > 1 && utf8_invalid(span_of(text, n - 1)) != 0)
			fail_msg("U+%04X cut short", (unsigned)c);
	}
}

/* Whether a code point's encoding stands at the start; its length. By trying all lengths. */
static size_t naive_length(const unsigned char *p, size_t n)
{
	for (size_t length = 1; length <= 4 && length <= n; length++) {
		uint32_t c = length == 1 ? p[0] : p[0] & (0xFFu >> (length + 1));
		for (size_t i = 1; i < length; i++)
			c = c << 6 | (p[i] & 0x3F);
		char again[4];
		if (is_scalar(c) && (c < 0x80 || length > 1) && put(again, c) == length &&
		    memcmp(again, p, length) == 0)
			return length;
	}
	return 0;
}

/* All texts of four bytes from the borders of the encoding's ranges. */
static void every_border(void **state)
{
	static const unsigned char byte[] = {0x00, 0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF,
					     0xC0, 0xC1, 0xC2, 0xDF, 0xE0, 0xE1, 0xEC, 0xED, 0xEE,
					     0xEF, 0xF0, 0xF1, 0xF3, 0xF4, 0xF5, 0xFE, 0xFF};
	const size_t count = sizeof(byte);

	(void)state;
	for (size_t i = 0; i < count * count * count * count; i++) {
		unsigned char text[4] = {byte[i % count], byte[i / count % count],
					 byte[i / count / count % count],
					 byte[i / count / count / count]};
		size_t at = 0, step;
		while (at < 4 && (step = naive_length(text + at, 4 - at)) > 0)
			at += step;
		if (utf8_invalid(span_of((const char *)text, 4)) != at)
			fail_msg("%02x %02x %02x %02x", text[0], text[1], text[2], text[3]);
	}
}

/* A bad byte at every place of texts of every length: the steps of eight bytes hide none. */
static void every_place(void **state)
{
	char text[140];

	(void)state;
	assert_int_equal(utf8_invalid(SPAN_NONE), 0);
	for (size_t n = 1; n < sizeof(text); n++) {
		memset(text, 'a', n);
		assert_int_equal(utf8_invalid(span_of(text, n)), n);
		for (size_t at = 0; at < n; at++) {
			text[at] = '\xFF';
			assert_int_equal(utf8_invalid(span_of(text, n)), at);
			text[at] = '\xC3';
			assert_int_equal(utf8_invalid(span_of(text, n)), at);
			if (at + 1 < n) {
				text[at + 1] = '\xA9';
				assert_int_equal(utf8_invalid(span_of(text, n)), n);
				text[at + 1] = 'a';
			}
			text[at] = 'a';
		}
	}
}

static void invalid_bytes_decode_one_by_one(void **state)
{
	struct span s = SPAN("\xED\xA0\x80");
	size_t at = 0;

	(void)state;
	for (size_t i = 0; i < 3; i++) {
		assert_int_equal(utf8_next(s, &at), 0xFFFD);
		assert_int_equal(at, i + 1);
	}
}

static void words(void **state)
{
	static const uint32_t word[] = {'a',    'Z',   '0',   0xE9,   0x3B1, 0xBC,
					0x2167, 0x301, 0x93F, 0x4E2D, 0xAC00};
	static const uint32_t other[] = {0,      ' ',    '-',   '_',    '.',     '@',   '[',
					 '`',    '{',    '/',   0x7F,   0xA0,    0xD7,  0x2014,
					 0x200D, 0x20AC, 0x378, 0xFFFD, 0x1F600, 0xE000};

	(void)state;
	for (size_t i = 0; i < sizeof(word) / sizeof(word[0]); i++)
		if (!utf8_is_word(word[i]))
			fail_msg("U+%04X", (unsigned)word[i]);
	for (size_t i = 0; i < sizeof(other) / sizeof(other[0]); i++)
		if (utf8_is_word(other[i]))
			fail_msg("U+%04X", (unsigned)other[i]);
}

static void ids(void **state)
{
	static const char *const good[] = {"a",      "9",     "jane-doe", "J_D.2", "søren-ø",
					   "김민수", "अनिता", "a--",      "x.",    "Ⅷ"};
	static const char *const bad[] = {"",         "-a",    ".a",    "_a",   "a b",       "a/b",
					  "a,b",      "a@b",   "a\n",   "‿a",   "\xCC\x81x", "a—b",
					  "a\u200Db", "\xFFz", "a\xFF", "a\x7F"};
	char text[ID_MAX + 1];

	(void)state;
	for (size_t i = 0; i < sizeof(good) / sizeof(good[0]); i++)
		if (!utf8_is_id(span_str(good[i])))
			fail_msg("%s", good[i]);
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++)
		if (utf8_is_id(span_str(bad[i])))
			fail_msg("%s", bad[i]);
	memset(text, 'a', sizeof(text));
	assert_true(utf8_is_id(span_of(text, ID_MAX)));
	assert_false(utf8_is_id(span_of(text, ID_MAX + 1)));
	assert_false(utf8_is_id(span_of("a\0b", 3)));
	assert_false(utf8_is_id(SPAN_NONE));
}

struct pair {
	const char *from, *to;
};

static void expect_all(const struct pair *pairs, size_t count,
		       struct span (*function)(struct arena *, struct span))
{
	struct arena a = {0};

	for (size_t i = 0; i < count; i++) {
		struct span s = function(&a, span_str(pairs[i].from));
		if (!span_is(s, pairs[i].to))
			fail_msg("'%s' gives '%.*s', not '%s'", pairs[i].from, SPAN_ARG(s),
				 pairs[i].to);
	}
	arena_release(&a);
}

static void derives_ids(void **state)
{
	static const struct pair pairs[] = {
		{"Zoë García-Ruiz", "zoe-garcia-ruiz"},
		{"Mary O'Neil", "mary-o-neil"},
		{"Søren Ø.", "søren-ø"},
		{"김민수", "김민수"},
		{"अनिता", "अनिता"},
		{"  --Jane   Doe!! ", "jane-doe"},
		{"J_D.", "j-d"},
		{"\u0130stanbul", "istanbul"},
		{"ΑΛΈΞΑΝΔΡΟΣ", "αλεξανδροσ"},
		{"ﬁne Ⅷ ½", "fine-viii-1-2"},
		{"Ｊａｎｅ", "jane"},
		{"Straße", "straße"},
		{"Zoe\u0308", "zoe"},
		{"—", ""},
		{"!?.", ""},
		{"", ""},
		{"\u0301", ""},
		{"\u093F\u0915", ""}, /* begins with a mark that is not dropped */
		{"- \u0301x", "x"},
		{"Jane\xFF"
		 "Doe",
		 "jane-doe"},
		{"가", "가"},
		{"\u1100\u1161", "가"},
	};

	(void)state;
	expect_all(pairs, sizeof(pairs) / sizeof(pairs[0]), utf8_derive_id);
}

static struct span repeat(struct buf *b, const char *text, size_t count)
{
	buf_clear(b);
	while (count-- > 0)
		buf_add_str(b, text);
	return buf_span(b);
}

static void derived_ids_are_cut(void **state)
{
	struct buf b = BUF_INIT;
	struct arena a = {0};

	(void)state;
	assert_int_equal(utf8_derive_id(&a, repeat(&b, "a", 500)).n, ID_MAX);
	assert_int_equal(utf8_derive_id(&a, repeat(&b, "ø", 500)).n, 180);
	assert_int_equal(utf8_derive_id(&a, repeat(&b, "민", 500)).n, 180);
	assert_int_equal(utf8_derive_id(&a, repeat(&b, "𐐨", 500)).n, 180);
	struct span id =
		utf8_derive_id(&a, (repeat(&b, "민", 59), buf_add_str(&b, "ab𐐨𐐨"), buf_span(&b)));
	assert_int_equal(id.n, 179);
	assert_true(span_ends(id, SPAN("ab")));
	id = utf8_derive_id(&a, (repeat(&b, "a", 179), buf_add_str(&b, "-b"), buf_span(&b)));
	assert_int_equal(id.n, 179);
	id = utf8_derive_id(&a, (repeat(&b, "민", 59), buf_add_str(&b, "ab-c"), buf_span(&b)));
	assert_int_equal(id.n, 179);
	assert_int_equal(utf8_derive_id(&a, repeat(&b, "a", 180)).n, 180);
	arena_release(&a);
	buf_release(&b);
}

/* What the derivation promises for any name, tried on every code point. */
static void derived_ids_are_ids_in_nfc(void **state)
{
	(void)state;
	for (uint32_t c = 0; c < 0x110000; c++) {
		struct arena a = {0};
		char text[16] = "a ";
		if (!is_scalar(c) || (c > 0x30000 && c % 64 != 0))
			continue;
		size_t n = 2 + put(text + 2, c);
		memcpy(text + n, "\u0327\u093Cz", 6);
		struct span id = utf8_derive_id(&a, span_of(text, n + 6));
		if (!utf8_is_id(id) || !span_eq(utf8_nfc(&a, id), id) ||
		    !span_eq(utf8_derive_id(&a, id), id))
			fail_msg("U+%04X gives '%.*s'", (unsigned)c, SPAN_ARG(id));
		arena_release(&a);
	}
}

static void normalizes(void **state)
{
	static const struct pair pairs[] = {
		{"plain", "plain"},
		{"", ""},
		{"é", "é"},
		{"e\u0301", "é"},
		{"\u212B", "Å"},
		{"q\u0307\u0323", "q\u0323\u0307"},
		{"\u1E0B\u0323", "\u1E0D\u0307"},
		{"\u1112\u1161\u11AB", "한"},
		{"\u0958", "\u0915\u093C"}, /* excluded from composition */
		{"ﬁ", "ﬁ"},
	};
	struct arena a = {0};

	(void)state;
	expect_all(pairs, sizeof(pairs) / sizeof(pairs[0]), utf8_nfc);
	struct span same = SPAN("Zoë 김민수");
	assert_ptr_equal(utf8_nfc(&a, same).p, same.p);
	arena_release(&a);
}

/* Long runs of marks are put into the same order as short ones, and soon. */
static void orders_marks(void **state)
{
	struct buf mixed = BUF_INIT, sorted = BUF_INIT;
	struct arena a = {0};

	(void)state;
	for (size_t count = 1; count <= 100000; count *= 10) {
		repeat(&mixed, "q\u0307\u0323", 1);
		for (size_t i = 1; i < count; i++)
			buf_add_str(&mixed, "\u0307\u0323");
		repeat(&sorted, "q", 1);
		for (size_t i = 0; i < 2 * count; i++)
			buf_add_str(&sorted, i < count ? "\u0323" : "\u0307");
		assert_true(span_eq(utf8_nfc(&a, buf_span(&mixed)), buf_span(&sorted)));
	}
	arena_release(&a);
	buf_release(&mixed);
	buf_release(&sorted);
}

static void folds(void **state)
{
	static const struct pair pairs[] = {
		{"Jane  DOE", "jane doe"},
		{" \t Mary O'Neil-Smith, Jr.\n", "mary oneilsmith jr"},
		{"a - b", "a b"},
		{"a+b=$5 <c>|^~`", "a+b=$5 <c>|^~`"},
		{"!\"#%&'()*,-./:;?@[\\]_{}", ""},
		{"Zoë GARCÍA\u00A0Ruiz", "zoe garcia ruiz"},
		{"STRASSE", "strasse"},
		{"Straße", "strasse"},
		{"ΣΊΣΥΦΟΣ", "σισυφοσ"},
		{"Σίσυφος", "σισυφοσ"},
		{"김민수", "김민수"},
		{"अनिता", "अनिता"},
		{"Søren — «Ø»", "søren ø"},
		{"Jose\u0301\u3000\u2003X", "jose x"},
		{"\u2028é\xC2\x85é ", "e e"},
		{"", ""},
		{" ", ""},
		{"\u00A0\u2014", ""},
	};
	struct arena a = {0};

	(void)state;
	expect_all(pairs, sizeof(pairs) / sizeof(pairs[0]), utf8_fold);
	assert_int_equal(utf8_fold(&a, SPAN_NONE).n, 0);
	assert_true(span_eq(utf8_fold(&a, span_of("A\0 b", 4)), span_of("a\0 b", 4)));
	arena_release(&a);
}

/* The quick way for ASCII agrees with the general one, which a last letter brings about. */
static void ascii_is_not_different(void **state)
{
	(void)state;
	for (int i = 0; i < 128 * 128; i++) {
		struct arena a = {0};
		char text[] = {'a', (char)(i / 128), (char)(i % 128), '\xC3', '\xB8'};
		struct span quick = utf8_fold(&a, (text[3] = 'o', span_of(text, 4)));
		struct span slow = utf8_fold(&a, (text[3] = '\xC3', span_of(text, 5)));
		if (slow.n != quick.n + 1 || memcmp(slow.p, quick.p, quick.n - 1) != 0)
			fail_msg("folding of a %d %d", i / 128, i % 128);
		quick = utf8_derive_id(&a, (text[3] = 'o', span_of(text, 4)));
		slow = utf8_derive_id(&a, (text[3] = '\xC3', span_of(text, 5)));
		if (slow.n != quick.n + 1 || memcmp(slow.p, quick.p, quick.n - 1) != 0)
			fail_msg("id of a %d %d", i / 128, i % 128);
		arena_release(&a);
	}
}

/* ---- what is done quickly for most texts, compared with utf8proc's own way ---- */

/* What composes, what only looks as if it did, and borders of the quick ways. */
static const uint32_t odd_points[] = {
	'a',    'Z',    ' ',    '-',    '9',    0x7F,   0xA0,   0xB7,   0xC5,   0xDF,   0xE9,
	0x130,  0x17F,  0x1C6,  0x2FF,  0x300,  0x301,  0x308,  0x323,  0x345,  0x36F,  0x370,
	0x374,  0x37E,  0x385,  0x387,  0x390,  0x3A3,  0x3C2,  0x3CA,  0x3D3,  0x401,  0x419,
	0x439,  0x457,  0x47E,  0x482,  0x483,  0x487,  0x4C1,  0x5D0,  0x5B7,  0x622,  0x653,
	0x915,  0x93C,  0x958,  0x9C7,  0x9BE,  0x1100, 0x1161, 0x11A8, 0x1E9B, 0x1F71, 0x2014,
	0x2028, 0x2126, 0x3099, 0x304B, 0xAC00, 0xFB01, 0xFF21,
};

static void add_point(struct buf *b, uint32_t point)
{
	char *to = buf_reserve(b, 4);

	b->n += (size_t)utf8proc_encode_char((utf8proc_int32_t)point, (utf8proc_uint8_t *)to);
	b->p[b->n] = '\0';
}

static void random_text(struct buf *b, uint64_t *chance)
{
	buf_clear(b);
	for (uint32_t n = chance_below(chance, 8); n > 0; n--)
		if (chance_one_in(chance, 4))
			add_point(b, 'A' + chance_below(chance, 58));
		else if (chance_one_in(chance, 4))
			add_point(b, 0x80 + chance_below(chance, 0x500));
		else
			add_point(b, odd_points[chance_below(chance, COUNT(odd_points))]);
}

static void map(struct buf *b, struct span s, int options)
{
	utf8proc_uint8_t *made;
	utf8proc_ssize_t n = utf8proc_map((const utf8proc_uint8_t *)(s.n > 0 ? s.p : ""),
					  (utf8proc_ssize_t)s.n, &made, (utf8proc_option_t)options);

	assert_true(n >= 0);
	buf_clear(b);
	buf_add(b, (const char *)made, (size_t)n);
	free(made);
}

static bool is_white(utf8proc_int32_t point, utf8proc_category_t category)
{
	return (point >= '\t' && point <= '\r') || point == 0x85 ||
	       category == UTF8PROC_CATEGORY_ZS || category == UTF8PROC_CATEGORY_ZL ||
	       category == UTF8PROC_CATEGORY_ZP;
}

/* As utf8.h says it, a step after the other. */
static void fold_slowly(struct buf *folded, struct span s)
{
	struct buf apart = BUF_INIT, bare = BUF_INIT, composed = BUF_INIT;

	map(&apart, s, UTF8PROC_STABLE | UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD);
	for (size_t at = 0; at < apart.n;) {
		uint32_t point = utf8_next(buf_span(&apart), &at);

		if (point < 0x300 || point > 0x36F)
			add_point(&bare, point);
	}
	map(&composed, buf_span(&bare), UTF8PROC_STABLE | UTF8PROC_COMPOSE);
	buf_clear(folded);
	for (size_t at = 0; at < composed.n;) {
		utf8proc_int32_t point = (utf8proc_int32_t)utf8_next(buf_span(&composed), &at);
		utf8proc_category_t category = utf8proc_category(point);

		if (is_white(point, category)) {
			if (folded->n > 0 && folded->p[folded->n - 1] != ' ')
				buf_add_char(folded, ' ');
		} else if (category < UTF8PROC_CATEGORY_PC || category > UTF8PROC_CATEGORY_PO) {
			add_point(folded, (uint32_t)point);
		}
	}
	if (folded->n > 0 && folded->p[folded->n - 1] == ' ')
		folded->n--;
	buf_release(&apart);
	buf_release(&bare);
	buf_release(&composed);
}

static void quick_is_not_different(void **state)
{
	struct buf text = BUF_INIT, slow = BUF_INIT;
	uint64_t chance = 11;

	(void)state;
	for (int round = 0; round < 100000; round++) {
		struct arena a = {0};

		random_text(&text, &chance);
		map(&slow, buf_span(&text), UTF8PROC_STABLE | UTF8PROC_COMPOSE);
		if (!span_eq(utf8_nfc(&a, buf_span(&text)), buf_span(&slow)))
			fail_msg("NFC of '%s'", text.p);
		fold_slowly(&slow, buf_span(&text));
		if (!span_eq(utf8_fold(&a, buf_span(&text)), buf_span(&slow)))
			fail_msg("folding of '%s'", text.p);
		arena_release(&a);
	}
	buf_release(&text);
	buf_release(&slow);
}

/* Of any bytes: what utf8_unseen finds is the first that utf8_escape changes; each byte counts. */
static void unseen_is_what_is_escaped(void **state)
{
	static const char *const pieces[] = {
		"seen",         "a",
		"\x1f",         "\x20",
		"\x7e",         "\x7f",
		"\xC2\x80",     "\xC2\xA0",
		"\xC3\xA9",     "\xD8\x9C",
		"\xD8\x9D",     "\xE2\x80\x8E",
		"\xE2\x80\x94", "\xE2\x81\xA6",
		"\xE3\x81\x82", "\xEF\xBB\xBF",
		"\xEF\xBC\xA1", "\xF0\x9F\x98\x80",
		"\x1b",
	};
	struct buf text = BUF_INIT, escaped = BUF_INIT;
	uint64_t chance = 12;

	(void)state;
	for (int round = 0; round < 100000; round++) {
		size_t width = 0, same = 0;

		buf_clear(&text);
		for (uint32_t n = chance_below(&chance, 12); n > 0; n--)
			buf_add_str(&text, chance_one_in(&chance, 3)
						   ? pieces[chance_below(&chance, COUNT(pieces))]
						   : "seen");
		buf_clear(&escaped);
		utf8_escape(&escaped, buf_span(&text));
		while (same < text.n && text.p[same] == escaped.p[same])
			same++;
		assert_int_equal(utf8_unseen(buf_span(&text)), same);
		for (size_t at = 0; at < text.n;) {
			size_t start = at, clipped;

			(void)utf8_next(buf_span(&text), &at);
			(void)utf8_clip(span_of(text.p + start, at - start), 99, &clipped);
			width += clipped;
		}
		assert_int_equal(utf8_width(buf_span(&text)), width);
	}
	buf_release(&text);
	buf_release(&escaped);
}

static void escapes(void **state)
{
	static const struct pair pairs[] = {
		{"plain \\ text é 김", "plain \\ text é 김"},
		{"a\nb\tc\rd", "a\\nb\\tc\\rd"},
		{"\x1B[31m\x01\x7F", "\\x1b[31m\\x01\\x7f"},
		{"\xC2\x85\xC2\x9B", "\\u{85}\\u{9b}"},
		{"\u202Eevil\u2066\u2069\u200F\u061C",
		 "\\u{202e}evil\\u{2066}\\u{2069}\\u{200f}\\u{61c}"},
		{"\u2028\uFEFF", "\\u{2028}\\u{feff}"},
		{"\xFF\xC3(\xE2\x82", "\\xff\\xc3(\\xe2\\x82"},
		{"\uFFFD\u200D", "\uFFFD\u200D"},
		{"", ""},
	};
	struct buf b = BUF_INIT;

	(void)state;
	for (size_t i = 0; i < sizeof(pairs) / sizeof(pairs[0]); i++) {
		buf_clear(&b);
		utf8_escape(&b, span_str(pairs[i].from));
		assert_string_equal(b.p, pairs[i].to);
	}
	buf_clear(&b);
	utf8_escape(&b, span_of("a\0b", 3));
	utf8_escape(&b, SPAN_NONE);
	assert_string_equal(b.p, "a\\x00b");
	buf_release(&b);
}

/* For every code point: the width of what is escaped is that of its escape. */
static void widths(void **state)
{
	struct buf b = BUF_INIT;

	(void)state;
	for (uint32_t c = 0; c < 0x110000; c++) {
		char text[4];
		if (!is_scalar(c))
			continue;
		struct span s = span_of(text, put(text, c));
		buf_clear(&b);
		utf8_escape(&b, s);
		if (utf8_width(s) != utf8_width(buf_span(&b)) || utf8_invalid(buf_span(&b)) != b.n)
			fail_msg("U+%04X", (unsigned)c);
	}
	buf_release(&b);
	assert_int_equal(utf8_width(SPAN("Zoë")), 3);
	assert_int_equal(utf8_width(SPAN("Zoe\u0308")), 3);
	assert_int_equal(utf8_width(SPAN("김민수")), 6);
	assert_int_equal(utf8_width(SPAN("👍")), 2);
	assert_int_equal(utf8_width(SPAN("\x1B\n\xFF")), 10);
	assert_int_equal(utf8_width(SPAN_NONE), 0);
}

static void expect_clip(const char *text, size_t width, const char *prefix, size_t columns)
{
	size_t wide = 99;
	struct span s = utf8_clip(span_str(text), width, &wide);

	assert_true(span_is(s, prefix));
	assert_int_equal(wide, columns);
}

static void clips(void **state)
{
	size_t wide;

	(void)state;
	expect_clip("hello", 3, "hel", 3);
	expect_clip("hello", 5, "hello", 5);
	expect_clip("hello", 99, "hello", 5);
	expect_clip("hello", 0, "", 0);
	expect_clip("김민수", 3, "김", 2);
	expect_clip("김민수", 4, "김민", 4);
	expect_clip("e\u0301\u0302x", 1, "e\u0301\u0302", 1);
	expect_clip("a\nb", 2, "a", 1);
	expect_clip("a\nb", 3, "a\n", 3);
	assert_int_equal(utf8_clip(SPAN_NONE, 5, &wide).n, 0);
	assert_int_equal(wide, 0);
}

static void what_shows(void **state)
{
	static const char *const seen[] = {
		"a",        " .",           "\xE2\x80\x8B-",   "\xE6\xA3\xAE",
		"\xCC\x81", "\xEF\xBF\xBD", "\xF0\x9F\x8E\x89"};
	/* U+00A0, U+00AD, U+061C, U+115F, U+200B-F, U+2028, U+202E, U+2060, U+3000, U+3164, U+FE0F,
	 * U+FEFF, U+E0020 */
	static const char *const unseen[] = {
		"",
		" \t\n\r\x7f",
		"\xC2\x85\xC2\xA0\xC2\xAD\xD8\x9C\xE1\x85\x9F",
		"\xE2\x80\x8B\xE2\x80\x8D\xE2\x80\x8F\xE2\x80\xA8\xE2\x80\xAE\xE2\x81\xA0",
		"\xE3\x80\x80\xE3\x85\xA4\xEF\xB8\x8F\xEF\xBB\xBF\xF3\xA0\x80\xA0",
	};

	(void)state;
	for (size_t i = 0; i < COUNT(seen); i++)
		assert_true(utf8_shows(span_str(seen[i])));
	for (size_t i = 0; i < COUNT(unseen); i++)
		assert_false(utf8_shows(span_str(unseen[i])));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_code_point),
		cmocka_unit_test(every_border),
		cmocka_unit_test(every_place),
		cmocka_unit_test(invalid_bytes_decode_one_by_one),
		cmocka_unit_test(words),
		cmocka_unit_test(ids),
		cmocka_unit_test(derives_ids),
		cmocka_unit_test(derived_ids_are_cut),
		cmocka_unit_test(derived_ids_are_ids_in_nfc),
		cmocka_unit_test(normalizes),
		cmocka_unit_test(orders_marks),
		cmocka_unit_test(folds),
		cmocka_unit_test(ascii_is_not_different),
		cmocka_unit_test(quick_is_not_different),
		cmocka_unit_test(unseen_is_what_is_escaped),
		cmocka_unit_test(escapes),
		cmocka_unit_test(widths),
		cmocka_unit_test(what_shows),
		cmocka_unit_test(clips),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
