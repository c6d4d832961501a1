/*
 * Text as Unicode. The only place that includes utf8proc. Inputs are valid
 * UTF-8 (readers check with utf8_invalid first); on invalid bytes the functions
 * still end, without undefined behaviour, and treat each as U+FFFD.
 */
#ifndef NI_BASE_UTF8_H
#define NI_BASE_UTF8_H

#include "src/base/arena.h"

#define ID_MAX 180 /* bytes; file names are made from ids */

/* What an id is, for messages. */
#define ID_RULE                                                                            \
	"letters, numbers, '-', '_', '.', beginning with a letter or number, at most 180 " \
	"bytes"

/* Offset of the first byte that is no valid UTF-8; s.n if all is well. NUL is valid here. */
size_t utf8_invalid(struct span s);

/* Decodes the code point at s.p[*at], *at < s.n, and moves *at behind it. */
uint32_t utf8_next(struct span s, size_t *at);

/* Letters, numbers and marks (categories L, N, M). */
bool utf8_is_word(uint32_t codepoint);

/* In NFC. Returns s itself when it is pure ASCII or already so, else a copy in the arena. */
struct span utf8_nfc(struct arena *a, struct span s);

/*
 * Whether s may be an id: 1 to ID_MAX bytes, letters, numbers and marks of any
 * script, '-', '_', '.', beginning with a letter or number (not a mark).
 */
bool utf8_is_id(struct span s);

/*
 * The id derived from a name: NFKD, U+0300-036F dropped, lower case, NFC, each run of anything but
 * letters, numbers and marks becomes one '-', none at the ends, cut at ID_MAX bytes between code
 * points (and no '-' left at the end by the cut). Empty when nothing is left, or when what is left
 * is no id (begins with a mark).
 */
struct span utf8_derive_id(struct arena *a, struct span name);

/* For comparing names: case folded, NFKD, U+0300-036F dropped, NFC, punctuation (P*) dropped,
 * white space collapsed to one space and trimmed. What only NFKD turns into letters
 * is case folded too. */
struct span utf8_fold(struct arena *a, struct span s);

/* Columns on a terminal; control characters count as they print escaped by utf8_escape. */
size_t utf8_width(struct span s);

/*
 * Appends s with control characters (C0, DEL, C1), bidirectional formatting characters (U+061C,
 * U+200E-200F, U+202A-202E, U+2066-2069), U+2028-2029 and U+FEFF as \n, \t, \r, \xHH (ASCII) or
 * \u{HEX}; bytes that are no UTF-8 as \xHH; digits in lower case. For terminals and diagnostics.
 */
void utf8_escape(struct buf *b, struct span s);

/*
 * Offset of the first character that is not seen, s.n if there is none: those that utf8_escape
 * escapes, but for tab, newline and the carriage return before a newline.
 */
size_t utf8_unseen(struct span s);

/* Whether anything of s is seen where it is printed: not if all is white space, control and format
 * characters, or such as Unicode says to ignore where they are not known. */
bool utf8_shows(struct span s);

/* The longest prefix of s of at most width columns, between grapheme-safe code points
 * (zero-width marks stay with their base). *columns says how wide it is. */
struct span utf8_clip(struct span s, size_t width, size_t *columns);

#endif
