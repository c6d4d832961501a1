#include "src/spoken.h"
#include "src/base/ascii.h"

#include "src/base/utf8.h"

/* What a character is worth, in quarters of a word; or what else it is. */
enum worth {
	PART = -1, /* of a word between blanks */
	NOTHING,   /* a blank, or a mark that is as good as one */
	LETTER,    /* 600 a minute */
	SYLLABLE,  /* 300 a minute */
	WORD = 4
};

/* Blocks of scripts that have no blanks between words, in order. */
static const struct block {
	uint32_t first, last;
	enum worth worth;
} blocks[] = {
	{0x0E00, 0x0EFF, LETTER},     /* Thai, Lao */
	{0x1000, 0x109F, LETTER},     /* Burmese */
	{0x1780, 0x17FF, LETTER},     /* Khmer */
	{0x2E80, 0x2FDF, SYLLABLE},   /* radicals */
	{0x3000, 0x3098, SYLLABLE},   /* punctuation, hiragana */
	{0x3099, 0x309A, NOTHING},    /* a part of the one before */
	{0x309B, 0x312F, SYLLABLE},   /* katakana, bopomofo */
	{0x31A0, 0x31FF, SYLLABLE},   /* more of these */
	{0x3400, 0x4DBF, SYLLABLE},   /* Han */
	{0x4E00, 0x9FFF, SYLLABLE},   /* Han */
	{0xF900, 0xFAFF, SYLLABLE},   /* Han */
	{0xFF66, 0xFF9D, SYLLABLE},   /* katakana of half width */
	{0xFF9E, 0xFF9F, NOTHING},    /* a part of the one before */
	{0x20000, 0x3FFFF, SYLLABLE}, /* Han */
};

static enum worth worth_of(uint32_t c)
{
	if (c < 0x80)
		return ascii_is_space((char)c) ? NOTHING : PART;
	for (size_t i = 0; i < sizeof(blocks) / sizeof(*blocks); i++)
		if (c >= blocks[i].first && c <= blocks[i].last)
			return utf8_is_word(c) ? blocks[i].worth : NOTHING;
	return PART;
}

/* Marks that are no ASCII are not said by themselves: dashes, quotation marks, symbols. */
static bool begins_word(uint32_t c)
{
	return c < 0x80 || utf8_is_word(c);
}

struct spoken spoken_measure(struct span text)
{
	struct spoken spoken = {0};
	size_t quarters = 0;
	bool inside = false;

	for (size_t at = 0; at < text.n;) {
		uint32_t c = utf8_next(text, &at);
		enum worth worth = worth_of(c);

		if (worth == PART) {
			bool begins = !inside && begins_word(c);

			spoken.apart += begins;
			inside |= begins;
			continue;
		}
		inside = false;
		spoken.characters += worth != NOTHING;
		quarters += (size_t)worth;
	}
	spoken.words = spoken.apart + (quarters + WORD - 1) / WORD;
	return spoken;
}

void spoken_say(const struct spoken *spoken, struct buf *b)
{
	if (spoken->apart > 0 || spoken->characters == 0)
		buf_add_format(b, "%zu word%s", spoken->apart, spoken->apart == 1 ? "" : "s");
	if (spoken->characters == 0)
		return;
	buf_add_format(b, "%s%zu character%s, counted as %zu word%s",
		       spoken->apart > 0 ? " and " : "", spoken->characters,
		       spoken->characters == 1 ? "" : "s", spoken->words,
		       spoken->words == 1 ? "" : "s");
}

size_t spoken_seconds(const struct spoken *spoken)
{
	size_t seconds = (spoken->words * 60 + SPOKEN_WORDS_A_MINUTE / 2) / SPOKEN_WORDS_A_MINUTE;

	return seconds > 0 ? seconds : 1;
}
