/*
 * Code points in an array, for normalizing: for src/base/utf8*.c only. They are decomposed one by
 * one and put into canonical order here, because utf8proc's own ordering takes quadratic time on
 * a long run of marks.
 */
#ifndef NI_BASE_UTF8_POINTS_H
#define NI_BASE_UTF8_POINTS_H

#include "src/base/span.h"

struct points {
	int32_t *p; /* owned; free() it */
	size_t n, cap;
};

/* What a code point is changed to; -1: it is dropped. */
typedef int32_t points_change(int32_t codepoint);

/* Appends s, decomposed by utf8proc's options, each result changed (change NULL: as it is). */
void points_decompose(struct points *to, struct span s, int options, points_change *change);

/* Into canonical order, then composed: NFC, if all is decomposed. */
void points_compose(struct points *points);

#endif
