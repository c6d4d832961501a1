/*
 * What an ASCII character is, in every locale. Bytes from 0x80 on, of which UTF-8 makes all other
 * characters, are none of these.
 */
#ifndef NI_BASE_ASCII_H
#define NI_BASE_ASCII_H

#include <stdbool.h>

/* In one comparison each: they are asked for nearly every byte of a text. */
static inline bool ascii_is_digit(char c)
{
	return (unsigned)(unsigned char)c - '0' < 10;
}

static inline bool ascii_is_letter(char c)
{
	return ((unsigned)(unsigned char)c | 0x20) - 'a' < 26;
}

static inline bool ascii_is_letter_or_digit(char c)
{
	return ascii_is_letter(c) || ascii_is_digit(c);
}

/* A space or a tab. */
static inline bool ascii_is_blank(char c)
{
	return c == ' ' || c == '\t';
}

/* One of these, an end of line, a vertical tab or a form feed. */
static inline bool ascii_is_space(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

/* A capital letter as a small one; anything else as it is. */
static inline char ascii_lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c + ('a' - 'A')) : c;
}

#endif
