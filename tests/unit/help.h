/* What unit tests share: cmocka, spans and diagnostics compared, and chance that is the same each
 * time. */
#ifndef NI_TESTS_HELP_H
#define NI_TESTS_HELP_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include "src/base/diag.h"

#define COUNT(array) (sizeof(array) / sizeof(*(array)))

/* Below n, which is not 0 (xorshift64*; *chance must not be 0). */
static inline uint32_t chance_below(uint64_t *chance, uint32_t n)
{
	*chance ^= *chance >> 12;
	*chance ^= *chance << 25;
	*chance ^= *chance >> 27;
	return (uint32_t)((*chance * UINT64_C(2685821657736338717)) >> 33) % n;
}

/* Whether a thing that happens once in n times happens. */
static inline bool chance_one_in(uint64_t *chance, uint32_t n)
{
	return chance_below(chance, n) == 0;
}

static inline void assert_span(struct span s, const char *expected)
{
	if (!span_is(s, expected))
		fail_msg("found '%.*s', expected '%s'", (int)s.n, s.n > 0 ? s.p : "", expected);
}

/* Diagnostic i is this one. */
static inline void assert_told(const struct diags *diags, size_t i, enum diag_severity severity,
			       uint32_t line, uint32_t column, const char *text)
{
	if (i >= diags->count)
		fail_msg("%zu diagnostics, expected '%s'", diags->count, text);
	assert_span(diags->list[i].text, text);
	assert_int_equal(diags->list[i].severity, severity);
	assert_int_equal(diags->list[i].line, line);
	assert_int_equal(diags->list[i].column, column);
}

#endif
