/* Decoding and checking; Unicode's tables are used in the utf8_*.c beside this file only. */
#include "src/base/utf8.h"

enum { REPLACEMENT = 0xFFFD };

static bool is_tail(unsigned char c)
{
	return (c & 0xC0) == 0x80;
}

static uint32_t tail(unsigned char c)
{
	return c & 0x3Fu;
}

/*
 * Length of the code point at p, n > 0; 0 if there is no valid one. The
 * second byte's range keeps out overlong forms, surrogates and what lies above U+10FFFF
 * (Unicode, table 3-7).
 */
static size_t decode(const unsigned char *p, size_t n, uint32_t *codepoint)
{
	unsigned char first = p[0];

	if (first < 0x80) {
		*codepoint = first;
		return 1;
	}
	if (first < 0xC2 || first > 0xF4 || n < 2 || !is_tail(p[1]))
		return 0;
	if (first < 0xE0) {
		*codepoint = (first & 0x1Fu) << 6 | tail(p[1]);
		return 2;
	}
	if (n < 3 || !is_tail(p[2]))
		return 0;
	if (first < 0xF0) {
		if ((first == 0xE0 && p[1] < 0xA0) || (first == 0xED && p[1] > 0x9F))
			return 0;
		*codepoint = (first & 0x0Fu) << 12 | tail(p[1]) << 6 | tail(p[2]);
		return 3;
	}
	if (n < 4 || !is_tail(p[3]) || (first == 0xF0 && p[1] < 0x90) ||
		(first == 0xF4 && p[1] > 0x8F))
		return 0;
	*codepoint = (first & 0x07u) << 18 | tail(p[1]) << 12 | tail(p[2]) << 6 | tail(p[3]);
	return 4;
}

/* How many bytes from p on are ASCII for certain; eight and more a step. */
static size_t ascii_run(const unsigned char *p, size_t n)
{
	const uint64_t top = UINT64_C(0x8080808080808080);
	size_t at = 0;
	uint64_t w[4];

	for (; n - at >= sizeof(w); at += sizeof(w)) {
		memcpy(w, p + at, sizeof(w));
		if (((w[0] | w[1] | w[2] | w[3]) & top) != 0)
			break;
	}
	for (; n - at >= sizeof(w[0]); at += sizeof(w[0])) {
		memcpy(w, p + at, sizeof(w[0]));
		if ((w[0] & top) != 0)
			break;
	}
	return at;
}

size_t utf8_invalid(struct span s)
{
	const unsigned char *p = (const unsigned char *)s.p;
	size_t at = 0;
	uint32_t codepoint;

	while (at < s.n) {
		if (p[at] < 0x80) {
			size_t run = ascii_run(p + at, s.n - at);
			at += run;
			while (at < s.n && p[at] < 0x80)
				at++;
			continue;
		}
		size_t n = decode(p + at, s.n - at, &codepoint);
		if (n == 0)
			return at;
		at += n;
	}
	return s.n;
}

uint32_t utf8_next(struct span s, size_t *at)
{
	uint32_t codepoint;
	size_t n = decode((const unsigned char *)s.p + *at, s.n - *at, &codepoint);

	if (n == 0) {
		*at += 1;
		return REPLACEMENT;
	}
	*at += n;
	return codepoint;
}
