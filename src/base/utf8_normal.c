/* Normal forms: NFC, the derived id, the folded name. */
#include <stdlib.h>
#include <utf8proc.h>

#include "src/base/ascii.h"
#include "src/base/utf8.h"
#include "src/base/utf8_points.h"

static bool is_ascii(struct span s)
{
	unsigned char all = 0;

	for (size_t i = 0; i < s.n; i++)
		all |= (unsigned char)s.p[i];
	return all < 0x80;
}

static void encode(struct buf *b, int32_t codepoint)
{
	char *to = buf_reserve(b, 4);
	utf8proc_ssize_t n = utf8proc_encode_char(codepoint, (utf8proc_uint8_t *)to);

	b->n += (size_t)n;
	b->p[b->n] = '\0';
}

/* All below U+0300 stands alone and is composed: a first byte of less than 0xCC. */
static bool is_plain(struct span s)
{
	for (size_t i = 0; i < s.n; i++)
		if ((unsigned char)s.p[i] >= 0xCC)
			return false;
	return true;
}

struct span utf8_nfc(struct arena *a, struct span s)
{
	struct points points = {0};
	struct buf b = BUF_INIT;

	if (is_plain(s))
		return s;
	points_decompose(&points, s, UTF8PROC_STABLE | UTF8PROC_DECOMPOSE, NULL);
	points_compose(&points);
	for (size_t i = 0; i < points.n; i++)
		encode(&b, points.p[i]);
	free(points.p);
	if (!span_eq(buf_span(&b), s))
		s = arena_copy(a, buf_span(&b));
	buf_release(&b);
	return s;
}

static bool is_dropped(int32_t codepoint)
{
	return codepoint >= 0x300 && codepoint <= 0x36F;
}

/* Adds to an id; '-' for a run of what is no word, but not at the start. */
static void add_to_id(struct buf *b, int32_t codepoint)
{
	if (utf8_is_word((uint32_t)codepoint))
		encode(b, codepoint);
	else if (b->n > 0 && b->p[b->n - 1] != '-')
		buf_add_char(b, '-');
}

static struct span finish_id(struct arena *a, struct buf *b)
{
	struct span id = buf_span(b);

	if (id.n > ID_MAX) {
		id.n = ID_MAX;
		while (((unsigned char)id.p[id.n] & 0xC0) == 0x80)
			id.n--;
	}
	if (id.n > 0 && id.p[id.n - 1] == '-')
		id.n--;
	id = utf8_is_id(id) ? arena_copy(a, id) : SPAN_NONE;
	buf_release(b);
	return id;
}

static struct span derive_ascii(struct arena *a, struct span name)
{
	char id[ID_MAX];
	size_t n = 0;

	for (size_t i = 0; i < name.n && n < ID_MAX; i++) {
		char c = name.p[i];

		if (ascii_is_letter_or_digit(c))
			id[n++] = ascii_lower(c);
		else if (n > 0 && id[n - 1] != '-')
			id[n++] = '-';
	}
	if (n > 0 && id[n - 1] == '-')
		n--;
	return n > 0 ? arena_copy(a, span_of(id, n)) : SPAN_NONE;
}

/* Lower case of what is decomposed is decomposed too, so that composing it gives NFC. */
static int32_t lower_base(int32_t codepoint)
{
	return is_dropped(codepoint) ? -1 : utf8proc_tolower(codepoint);
}

struct span utf8_derive_id(struct arena *a, struct span name)
{
	struct points points = {0};
	struct buf b = BUF_INIT;

	if (is_ascii(name))
		return derive_ascii(a, name);
	points_decompose(&points, name, UTF8PROC_STABLE | UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT,
			 lower_base);
	points_compose(&points);
	for (size_t i = 0; i < points.n && b.n <= ID_MAX; i++)
		add_to_id(&b, points.p[i]);
	free(points.p);
	return finish_id(a, &b);
}

static int32_t keep_base(int32_t codepoint)
{
	return is_dropped(codepoint) ? -1 : codepoint;
}

static bool is_space(int32_t codepoint)
{
	if ((codepoint >= '\t' && codepoint <= '\r') || codepoint == 0x85)
		return true;

	utf8proc_category_t category = utf8proc_category(codepoint);
	return category >= UTF8PROC_CATEGORY_ZS && category <= UTF8PROC_CATEGORY_ZP;
}

static bool is_punctuation(int32_t codepoint)
{
	utf8proc_category_t category = utf8proc_category(codepoint);

	return category >= UTF8PROC_CATEGORY_PC && category <= UTF8PROC_CATEGORY_PO;
}

/* Adds to a folded text; white space becomes one space, none at the start. */
static void add_folded(struct buf *b, int32_t codepoint)
{
	if (codepoint >= 'a' && codepoint <= 'z') {
		buf_add_char(b, (char)codepoint);
	} else if (is_space(codepoint)) {
		if (b->n > 0 && b->p[b->n - 1] != ' ')
			buf_add_char(b, ' ');
	} else if (!is_punctuation(codepoint)) {
		encode(b, codepoint);
	}
}

static struct span without_last_space(struct span s)
{
	if (s.n > 0 && s.p[s.n - 1] == ' ')
		s.n--;
	return s;
}

/* In the copy itself: folding ASCII makes nothing longer. */
static struct span fold_ascii(struct arena *a, struct span s)
{
	static const char punctuation[] = "!\"#%&'()*,-./:;?@[\\]_{}";
	char *out = arena_string(a, s);
	size_t n = 0;

	for (size_t i = 0; i < s.n; i++) {
		char c = s.p[i];

		if (ascii_is_letter_or_digit(c))
			out[n++] = ascii_lower(c);
		else if (ascii_is_space(c) && n > 0 && out[n - 1] != ' ')
			out[n++] = ' ';
		else if (ascii_is_space(c))
			continue;
		else if (c == '\0' || strchr(punctuation, c) == NULL)
			out[n++] = c;
	}
	return without_last_space(span_of(out, n));
}

struct span utf8_fold(struct arena *a, struct span s)
{
	struct points points = {0};
	struct buf b = BUF_INIT;

	if (is_ascii(s))
		return fold_ascii(a, s);
	points_decompose(&points, s,
			 UTF8PROC_STABLE | UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD,
			 keep_base);
	points_compose(&points);
	for (size_t i = 0; i < points.n; i++)
		add_folded(&b, points.p[i]);
	free(points.p);
	struct span folded = arena_copy(a, without_last_space(buf_span(&b)));
	buf_release(&b);
	return folded;
}
