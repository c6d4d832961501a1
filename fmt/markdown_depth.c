#include "fmt/markdown_depth.h"
#include "fmt/markdown_internal.h"
#include "src/base/ascii.h"

struct place {
	struct span line;
	size_t at;     /* byte */
	size_t column; /* from 0, tabs reach to the next multiple of 4 */
	size_t blanks; /* columns of blanks so far */
};

/* What has to follow a list marker: for cmark also a vertical tab or a form feed will do. */
static bool is_space_at(struct span line, size_t at)
{
	return at >= line.n || ascii_is_space(line.p[at]);
}

static void skip_blanks(struct place *place)
{
	for (; place->at < place->line.n; place->at++) {
		char c = place->line.p[place->at];
		size_t width = c == '\t' ? 4 - place->column % 4 : 1;

		if (c != ' ' && c != '\t')
			return;
		place->column += width;
		place->blanks += width;
	}
}

/* Only one of -, * and blanks up to the end of the line, three of it at least: no list items. */
static bool is_thematic_break(struct span line, size_t at)
{
	char c = line.p[at];
	size_t count = 0;

	for (; at < line.n; at++) {
		if (line.p[at] == c)
			count++;
		else if (line.p[at] != ' ' && line.p[at] != '\t' && line.p[at] != '\r')
			return false;
	}
	return count >= 3;
}

/* Bytes of the marker of a quote or list item here; 0 if there is none. */
static size_t marker_length(struct span line, size_t at)
{
	size_t digits;

	if (at >= line.n)
		return 0;
	switch (line.p[at]) {
	case '>':
		return 1;
	case '-':
	case '*':
		return is_space_at(line, at + 1) && !is_thematic_break(line, at) ? 1 : 0;
	case '+':
		return is_space_at(line, at + 1) ? 1 : 0;
	default:
		break;
	}
	digits = markdown_number(span_skip(line, at));
	if (digits == 0 || digits > 9)
		return 0;
	return is_space_at(line, at + digits + 1) ? digits + 1 : 0;
}

bool markdown_too_deep(struct span line, size_t limit, size_t *column)
{
	struct place place = {.line = line};
	size_t markers = 0, length;

	for (;;) {
		skip_blanks(&place);
		length = marker_length(line, place.at);
		if (length == 0)
			return false;
		if (++markers + place.blanks / 2 > limit) {
			*column = place.at + 1;
			return true;
		}
		place.at += length;
		place.column += length;
		/* One blank belongs to the marker. */
		if (place.at < line.n && line.p[place.at] == ' ') {
			place.at++;
			place.column++;
		}
	}
}
