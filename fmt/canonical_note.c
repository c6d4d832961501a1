/* A note in canonical form: LF, plain delimiters, one blank line after the front matter. */
#include "fmt/canonical_parts.h"
#include "fmt/frontmatter.h"
#include "fmt/note.h"
#include "fmt/plain.h"
#include "fmt/yaml.h"

static int check_front(const struct note_parts *parts, struct span shown, struct diags *diags)
{
	struct arena arena = {0};
	struct yaml yaml = {
		.text = parts->front, .line = parts->front_line, .shown = shown, .diags = diags};
	int result = yaml_read(&yaml, &arena);

	arena_release(&arena);
	return result;
}

/* Returns stand only before newlines: plain_check has seen to that. */
static void add_without_returns(struct buf *into, struct span text)
{
	const char *cr;

	while (text.n > 0 && (cr = memchr(text.p, '\r', text.n)) != NULL) {
		buf_add(into, text.p, (size_t)(cr - text.p));
		text = span_skip(text, (size_t)(cr - text.p) + 1);
	}
	buf_add_span(into, text);
}

static struct span without_blank_lines(struct span body)
{
	struct span rest = body, line;

	while (span_cut(&rest, '\n', &line) && span_trim(line).n == 0)
		body = rest;
	return body;
}

static void add_body(struct buf *into, struct span body)
{
	body = without_blank_lines(body);
	if (body.n == 0)
		return;
	buf_add_char(into, '\n');
	add_without_returns(into, body);
	if (into->p[into->n - 1] != '\n')
		buf_add_char(into, '\n');
}

static int too_large(struct span shown, struct diags *diags, const char *what)
{
	diag_add(diags, DIAG_ERROR, shown, 1, 1, "%s", what);
	return -1;
}

int canonical_note(struct span text, struct span shown, struct buf *into, struct diags *diags)
{
	struct note_parts parts;
	size_t start = into->n;

	if (text.n > NOTE_LIMIT)
		return too_large(shown, diags, "note is larger than 256 KiB");
	if (plain_check(text, shown, diags) != 0 || note_split(text, shown, &parts, diags) != 0 ||
	    check_front(&parts, shown, diags) != 0)
		return -1;
	buf_add_str(into, "---\n");
	add_without_returns(into, parts.front);
	buf_add_str(into, "---\n");
	add_body(into, parts.body);
	if (into->n - start > NOTE_LIMIT)
		return too_large(shown, diags, "note would be larger than 256 KiB");
	return 0;
}
