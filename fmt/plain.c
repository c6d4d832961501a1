#include "fmt/plain.h"
#include "src/base/utf8.h"

enum { MARKER = 7 }; /* characters of a conflict marker */

static void fault_at(struct span text, size_t offset, const char *what, struct span shown,
		     struct diags *diags)
{
	size_t line = 1, start = 0;
	const char *newline;

	while ((newline = memchr(text.p + start, '\n', offset - start)) != NULL) {
		start = (size_t)(newline - text.p) + 1;
		line++;
	}
	diag_add(diags, DIAG_ERROR, shown, line, offset - start + 1, "%s", what);
}

static int check_bytes(struct span text, struct span shown, struct diags *diags)
{
	const char *nul = memchr(text.p, '\0', text.n);
	size_t invalid = utf8_invalid(text);
	int result = 0;

	if (nul != NULL) {
		fault_at(text, (size_t)(nul - text.p), "NUL byte", shown, diags);
		diag_rule(diags, "encoding");
		result = -1;
	}
	if (invalid < text.n) {
		fault_at(text, invalid, "invalid UTF-8", shown, diags);
		diag_rule(diags, "encoding");
		result = -1;
	}
	return result;
}

/* Editors, libyaml and cmark disagree on what a lone CR is, so line numbers would. */
static int check_returns(struct span text, struct span shown, struct diags *diags)
{
	struct span rest = text;
	const char *cr;

	while (rest.n > 0 && (cr = memchr(rest.p, '\r', rest.n)) != NULL) {
		rest = span_skip(rest, (size_t)(cr - rest.p) + 1);
		if (rest.n == 0 || rest.p[0] != '\n') {
			fault_at(text, (size_t)(cr - text.p),
				 "carriage return within a line: lines end in LF or CRLF", shown,
				 diags);
			diag_rule(diags, "line-end");
			return -1;
		}
	}
	return 0;
}

static bool is_run(struct span line, char c)
{
	for (size_t i = 0; i < MARKER; i++)
		if (i >= line.n || line.p[i] != c)
			return false;
	return true;
}

/* Which marker a line is, or 0. inside: between an opening and a closing marker, where alone the
 * "=======" counts, since it can underline a heading too. */
static char marker(struct span line, bool inside)
{
	char c = line.n >= MARKER ? line.p[0] : '\0';

	if ((c != '<' && c != '>' && c != '|' && c != '=') || !is_run(line, c))
		return '\0';
	if (c == '=')
		return inside && span_trim(line).n == MARKER ? c : '\0';
	return line.n > MARKER && line.p[MARKER] == ' ' ? c : '\0';
}

/* Whether c stands anywhere as often in a row as in a marker. */
static bool has_run(struct span text, char c)
{
	const char *p;

	while (text.n > 0 && (p = memchr(text.p, c, text.n)) != NULL) {
		text = span_skip(text, (size_t)(p - text.p));
		if (is_run(text, c))
			return true;
		text = span_skip(text, 1);
	}
	return false;
}

static int check_conflicts(struct span text, struct span shown, struct diags *diags)
{
	struct span rest = text, line;
	bool inside = false;
	int result = 0;

	/* As nearly always: without one of these, "=======" is none either. */
	if (!has_run(text, '<') && !has_run(text, '|') && !has_run(text, '>'))
		return 0;
	for (size_t number = 1; span_cut(&rest, '\n', &line); number++) {
		char c = marker(line, inside);

		if (c == '\0')
			continue;
		inside = c != '>';
		diag_add(diags, DIAG_ERROR, shown, number, 1, "merge conflict left here: '%.*s'",
			 SPAN_ARG(span_trim(line)));
		diag_rule(diags, "conflict-marker");
		result = -1;
	}
	return result;
}

int plain_check(struct span text, struct span shown, struct diags *diags)
{
	if (text.n == 0)
		return 0;
	if (check_bytes(text, shown, diags) != 0)
		return -1;

	int returns = check_returns(text, shown, diags);
	int conflicts = check_conflicts(text, shown, diags);
	return returns != 0 || conflicts != 0 ? -1 : 0;
}

struct span plain_skip_bom(struct span text)
{
	return span_starts(text, SPAN("\xEF\xBB\xBF")) ? span_skip(text, 3) : text;
}
