/* ni-rename: whether the name of a note's file has the id, and what it will be. */
#include "fmt/rename_parts.h"
#include "src/base/date.h"
#include "src/base/utf8.h"
#include "src/check.h"

enum { DATE_LENGTH = 10 };

/* What is still to be read of a name, and what has been made of it. */
struct name {
	struct renaming *r;
	const struct note *note;
	struct span rest;
	struct buf made;
	bool changed;
};

static bool is_separator(char c)
{
	return c == '-' || c == '_' || c == '+' || c == ',' || c == ' ' || c == '.';
}

/* Whether the name goes on with id, as a whole. */
static bool goes_on(const struct name *n, struct span id)
{
	return span_starts(n->rest, id) && (n->rest.n == id.n || is_separator(n->rest.p[id.n]));
}

/* The longest of the note's ids, or the old one, with which the name goes on; or empty. */
static struct span next_id(const struct name *n)
{
	struct span longest = goes_on(n, n->r->old) ? n->r->old : SPAN_NONE;

	for (uint32_t i = 0; i < n->note->contact_count; i++)
		if (n->note->ids[i].n > longest.n && goes_on(n, n->note->ids[i]))
			longest = n->note->ids[i];
	return longest;
}

/* A number at the end tells interviews of one day apart. */
static bool is_number(struct span text)
{
	uint32_t number;

	return span_number(text, 1, 999, &number) == 0;
}

/* "jane-doe", "jane-doe-2", "jane-doe+sam-ito": ids, and nothing else. */
static bool read_ids(struct name *n)
{
	bool any = false;

	for (;;) {
		struct span id = next_id(n);

		if (id.n == 0) {
			buf_add_span(&n->made, n->rest);
			return any && is_number(n->rest);
		}
		any = true;
		n->changed |= span_eq(id, n->r->old);
		buf_add_span(&n->made, span_eq(id, n->r->old) ? n->r->new : id);
		n->rest = span_skip(n->rest, id.n);
		if (n->rest.n == 0)
			return true;
		buf_add_char(&n->made, n->rest.p[0]);
		n->rest = span_skip(n->rest, 1);
	}
}

/* What follows the old id, with which the stem begins as ni-check(1) has it; its p is NULL if that
 * is not so, or if a longer part of the stem is the id of another contact. */
static struct span tail_of(struct renaming *r, const struct note *note, struct span stem)
{
	struct span tail = SPAN_NONE,
		    first = check_name_id(note, utf8_nfc(&r->arena, stem), r->old);

	if (!span_eq(first, r->old))
		return tail;
	for (size_t i = 1; i <= stem.n; i++) {
		struct span id;

		if (i < stem.n && stem.p[i] != '-' && stem.p[i] != '.')
			continue;
		id = utf8_nfc(&r->arena, span_of(stem.p, i));
		if (span_eq(id, r->old))
			tail = span_of(stem.p + i, stem.n - i);
		else if (tail.p && network_find(&r->load->network, id) != CONTACT_NONE)
			return SPAN_NONE;
	}
	return tail;
}

/* The new stem after the folder and the date, if there is one. */
static bool read_stem(struct name *n, struct span stem)
{
	size_t before = n->made.n;
	struct span tail;

	n->rest = utf8_nfc(&n->r->arena, stem);
	if (read_ids(n))
		return n->changed;
	tail = tail_of(n->r, n->note, stem);
	n->made.n = before;
	buf_add_span(&n->made, n->r->new);
	buf_add_span(&n->made, tail);
	return tail.p != NULL;
}

/* The name without folder, date and suffix; empty if it has not this form. */
static struct span stem_of(struct span name)
{
	struct span suffix = SPAN(".md");
	int32_t day;

	if (name.n <= DATE_LENGTH + 1 + suffix.n || !span_ends(name, suffix) ||
	    name.p[DATE_LENGTH] != '-' || date_parse(span_of(name.p, DATE_LENGTH), &day) != 0)
		return SPAN_NONE;
	return span_of(name.p + DATE_LENGTH + 1, name.n - DATE_LENGTH - 1 - suffix.n);
}

static size_t folder_length(struct span path)
{
	while (path.n > 0 && path.p[path.n - 1] != '/')
		path.n--;
	return path.n;
}

const char *rename_file_name(struct renaming *r, const struct note *note)
{
	size_t folder = folder_length(note->shown);
	struct span stem = stem_of(span_skip(note->shown, folder));
	struct name n = {.r = r, .note = note, .made = BUF_INIT};
	const char *to = NULL;

	if (stem.n == 0)
		return NULL;
	buf_add(&n.made, note->shown.p, (size_t)(stem.p - note->shown.p));
	if (read_stem(&n, stem)) {
		buf_add_str(&n.made, ".md");
		to = arena_string(&r->arena, buf_span(&n.made));
	}
	buf_release(&n.made);
	return to;
}
