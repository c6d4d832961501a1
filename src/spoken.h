/*
 * How long a text is to say.
 *
 * Words are what stands between blanks. Some scripts have no blanks between words; there characters
 * are counted: 300 a minute in Chinese and Japanese, 600 in Thai, Lao, Khmer and Burmese, which
 * write vowels and tones of their own.
 */
#ifndef NI_SPOKEN_H
#define NI_SPOKEN_H

#include "src/base/buf.h"

#define SPOKEN_WORDS_A_MINUTE 150 /* "30 s, about 75 words" */

struct spoken {
	size_t apart;      /* words between blanks */
	size_t characters; /* of scripts without */
	size_t words;      /* all: of characters as many as are said in their time, rounded up */
};

/* text is UTF-8. */
struct spoken spoken_measure(struct span text);

/* Appends "69 words", "120 characters, counted as 60 words", "4 words and 120 characters, ...". */
void spoken_say(const struct spoken *spoken, struct buf *b);

/* Rounded, and not 0: nobody says anything in none. */
size_t spoken_seconds(const struct spoken *spoken);

#endif
