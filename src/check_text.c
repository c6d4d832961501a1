/* What can be told of a text. */
#include "src/base/ascii.h"
#include "src/base/utf8.h"
#include "src/check.h"

/* The folded words of a text, each between bars: "|from|ann|lee|". */
static struct span words_of(struct arena *scratch, struct span text)
{
	struct buf words = BUF_INIT;
	struct span found;
	size_t start = 0, end;

	buf_add_char(&words, '|');
	for (size_t at = 0; start < text.n; start = at) {
		end = at = start;
		while (at < text.n && utf8_is_word(utf8_next(text, &at)))
			end = at;
		if (end == start)
			continue;
		buf_add_span(&words, utf8_fold(scratch, span_of(text.p + start, end - start)));
		buf_add_char(&words, '|');
	}
	found = arena_copy(scratch, buf_span(&words));
	buf_release(&words);
	return found;
}

/* Whether some words stand in a row in text; both as words_of gives them. */
static bool has_words(struct span text, struct span words)
{
	if (words.n < 3)
		return false;
	for (; text.n >= words.n; text = span_skip(text, 1))
		if (text.p[0] == '|' && memcmp(text.p, words.p, words.n) == 0)
			return true;
	return false;
}

#define GIVEN_NAME_LEAST 3 /* code points: "Al" is a word of many notes */

static struct span first_word(struct span words)
{
	const char *bar = words.n > 1 ? memchr(words.p + 1, '|', words.n - 1) : NULL;
	struct span first = bar ? span_of(words.p, (size_t)(bar - words.p) + 1) : SPAN_NONE;
	size_t points = 0;

	for (size_t at = 0; at < first.n; points++)
		(void)utf8_next(first, &at);
	return points >= GIVEN_NAME_LEAST + 2 ? first : SPAN_NONE;
}

bool check_names_referrer(const struct network *network, uint32_t contact, struct span text,
			  struct arena *scratch)
{
	uint32_t referrer = network->contacts[contact].referred_by;
	struct span words, name, given;

	if (referrer == CONTACT_NONE || text.n == 0)
		return false;
	words = words_of(scratch, text);
	name = words_of(scratch, network_name(network, referrer));
	if (has_words(words, name) ||
	    has_words(words, words_of(scratch, network_text(network, referrer, TEXT_ID))))
		return true;
	given = first_word(name);
	return has_words(words, given) &&
	       !has_words(words_of(scratch, network_name(network, contact)), given);
}

/* "+1 902 555 0101; +44 20 5550 123 ext. 4", "-5", "--": no letters but those of an extension, and
 * no second sign that would compute. */
static bool is_number(struct span cell)
{
	bool sign = true; /* may stand here */

	for (size_t i = 0; i < cell.n; i++) {
		struct span rest = span_skip(cell, i);

		if (span_starts(rest, SPAN("ext"))) {
			i += 2;
		} else if (ascii_is_digit(cell.p[i])) {
			sign = false;
		} else if (cell.p[i] == '+') {
			if (!sign)
				return false;
		} else if (cell.p[i] == ';') {
			sign = true;
		} else if (!strchr(" -.()/,x", cell.p[i]) || cell.p[i] == '\0') {
			return false;
		}
	}
	return true;
}

bool check_is_formula(struct span cell)
{
	if (cell.n > 0 && ((unsigned char)cell.p[0] > '@' || ascii_is_digit(cell.p[0])))
		return false; /* as most: neither one of the signs nor a blank before it */
	cell = span_trim(cell);
	if (cell.n == 0)
		return false;
	switch (cell.p[0]) {
	case '=':
	case '@':
		return cell.n > 1;
	case '+':
	case '-':
		return !is_number(cell);
	default:
		return false;
	}
}

static bool begins_with(struct span rest, struct span id)
{
	struct span after = span_skip(rest, id.n);

	return id.n > 0 && span_starts(rest, id) &&
	       (after.n == 0 || after.p[0] == '.' || after.p[0] == '-');
}

struct span check_name_id(const struct note *note, struct span rest, struct span also)
{
	struct span longest = begins_with(rest, also) ? also : SPAN_NONE;

	for (uint32_t i = 0; i < note->contact_count; i++)
		if (note->ids[i].n > longest.n && begins_with(rest, note->ids[i]))
			longest = note->ids[i];
	return longest;
}

bool check_is_habit(const struct note *note, struct arena *scratch)
{
	struct span name = note->path, rest;
	struct buf date = BUF_INIT;
	bool habit;

	while (span_cut(&name, '/', &rest) && name.p)
		;
	rest = utf8_nfc(scratch, rest);
	date_format(&date, note->date);
	buf_add_char(&date, '-');
	habit = span_starts(rest, buf_span(&date)) &&
		check_name_id(note, span_skip(rest, date.n), SPAN_NONE).n > 0;
	buf_release(&date);
	return habit;
}
