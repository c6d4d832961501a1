/* The blocks below headings with a meaning, in their own words. */
#include "fmt/markdown_internal.h"
#include "fmt/markdown_outline.h"
#include "src/base/ascii.h"
#include "src/base/mem.h"

enum { TAB = 4, CODE = 4 /* columns that make a line code */, BOX = 3 };

/* A line, and how far it is read. */
struct place {
	struct span line;
	size_t at, column; /* byte; tabs reach to the next multiple of TAB */
};

static bool is_blank_at(const struct place *place)
{
	return place->at < place->line.n && ascii_is_blank(place->line.p[place->at]);
}

/* Reads a blank. */
static void pass_blank(struct place *place)
{
	place->column += place->line.p[place->at++] == '\t' ? TAB - place->column % TAB : 1;
}

/* The column of what is behind blanks at the head of a line. */
static size_t indent_of(struct span line)
{
	struct place place = {.line = line};

	while (is_blank_at(&place))
		pass_blank(&place);
	return place.column;
}

/* Appends the rest of the line; blanks at its head up to that column are passed over, further ones
 * become spaces, since a tab would reach elsewhere than before. */
static void add_from(struct buf *into, struct place place, size_t column)
{
	while (is_blank_at(&place))
		pass_blank(&place);
	if (place.at == place.line.n)
		return;
	for (size_t i = column; i < place.column; i++)
		buf_add_char(into, ' ');
	buf_add_span(into, span_skip(place.line, place.at));
}

/* Reads the marker of a list item, and what of the blanks behind it belongs to it (CommonMark
 * 5.2). Returns the column from which on lines are within the item. */
static size_t pass_marker(struct place *place)
{
	struct place content;
	size_t marker;

	while (is_blank_at(place))
		pass_blank(place);
	/* with the bullet, or what ends the number */
	marker = span_digits(span_skip(place->line, place->at)) + 1;
	place->at += marker;
	place->column += marker;
	content = *place;
	while (is_blank_at(&content))
		pass_blank(&content);
	return content.at == content.line.n || content.column == place->column ||
			       content.column - place->column > CODE
		       ? place->column + 1
		       : content.column;
}

/* A line that no item has to begin with, and yet goes on with its paragraph. A run of '=' in one
 * underlines nothing, as it would if the item's text stood by itself. */
static void add_lazy(struct buf *into, struct span line)
{
	struct span text = span_trim(line);

	if (indent_of(line) >= CODE || !span_starts(text, SPAN("="))) {
		buf_add_span(into, line);
		return;
	}
	buf_add_char(into, '\\');
	buf_add_span(into, text);
}

static void extract_item(const struct source *source, uint32_t first, uint32_t last,
			 struct buf *into)
{
	struct place place = {.line = source_line(source, first)};
	size_t content = pass_marker(&place);

	add_from(into, place, content);
	for (uint32_t n = first + 1; n <= last && n <= source->count; n++) {
		struct span line = source_line(source, n);

		buf_add_char(into, '\n');
		if (span_trim(line).n > 0 && indent_of(line) < content)
			add_lazy(into, line);
		else
			add_from(into, (struct place){.line = line}, content);
	}
}

/* As long as what begins here is code by its indent alone, it has to keep that. */
static void extract_block(const struct source *source, uint32_t first, uint32_t last,
			  struct buf *into)
{
	if (indent_of(source_line(source, first)) < CODE) {
		source_extract(source, first, last, 0, into);
		return;
	}
	for (uint32_t n = first; n <= last; n++) {
		if (n > first)
			buf_add_char(into, '\n');
		add_from(into, (struct place){.line = source_line(source, n)}, 0);
	}
}

/* Whether text begins like a link reference definition. */
static bool defines_link(struct span text)
{
	const char *end = text.n > 0 && text.p[0] == '[' ? memchr(text.p, ']', text.n) : NULL;

	return end != NULL && end + 1 < text.p + text.n && end[1] == ':';
}

/* Bytes of text up to a character that would make it a block if it stood at the head of a line,
 * where it did not stand before; SIZE_MAX if it would remain a paragraph. */
static size_t block_character(struct span text)
{
	static const char fences[][4] = {"```", "~~~"};
	size_t digits = markdown_number(text);
	bool blank = text.n < 2 || text.p[1] == ' ' || text.p[1] == '\t' || text.p[1] == '\n';

	if (text.n == 0)
		return SIZE_MAX;
	if (text.p[0] == '#' || text.p[0] == '>' || (blank && strchr("-+*", text.p[0]) != NULL))
		return 0;
	for (size_t i = 0; i < sizeof(fences) / sizeof(*fences); i++)
		if (span_starts(text, span_str(fences[i])))
			return 0;
	if (defines_link(text))
		return 0;
	return digits > 0 ? digits : SIZE_MAX;
}

/* Appends what stands behind a box: part of a paragraph, which it has to remain. */
static void add_boxed(struct buf *into, struct span text)
{
	size_t escaped;

	while (text.n > 0 && ascii_is_blank(text.p[0]))
		text = span_skip(text, 1);
	escaped = block_character(text);
	if (escaped < text.n) {
		buf_add(into, text.p, escaped);
		buf_add_char(into, '\\');
		text = span_skip(text, escaped);
	}
	buf_add_span(into, text);
}

/* Replaces the text of a task by the same without its box, which stands at the head of the first
 * line, unless link reference definitions do. */
static void drop_box(struct buf *text)
{
	struct span rest = buf_span(text), line;
	struct buf without = BUF_INIT;

	while (span_cut(&rest, '\n', &line)) {
		struct span from = span_trim(line);

		if (!markdown_is_box(from))
			continue;
		buf_add(&without, text->p, (size_t)(line.p - text->p));
		from = span_skip(from, BOX);
		add_boxed(&without, span_of(from.p, (size_t)(text->p + text->n - from.p)));
		break;
	}
	if (without.n > 0) {
		buf_clear(text);
		buf_add_span(text, buf_span(&without));
	}
	buf_release(&without);
}

bool outline_wants_excerpts(const struct outline *o)
{
	return o->source->excerpts && !o->headings[2].private && outline_kinds(o) != 0;
}

/* Adds the text in scratch, but for blank lines at its ends. */
static struct excerpt *add_excerpt(struct outline *o, uint32_t line)
{
	struct body *body = o->body;
	struct span text = buf_span(&o->scratch), rest = text, first;

	while (span_cut(&rest, '\n', &first) && span_trim(first).n == 0)
		text = rest;
	while (text.n > 0 && strchr(" \t\r\n", text.p[text.n - 1]) != NULL)
		text.n--;
	body->excerpts = mem_grow(body->excerpts, &o->excerpt_cap, body->excerpt_count + 1u,
				  sizeof(*body->excerpts));

	struct excerpt *excerpt = &body->excerpts[body->excerpt_count++];
	*excerpt = (struct excerpt){
		.text = arena_copy(o->arena, text),
		.line = o->source->line + line - 1,
		.task = UINT32_MAX,
		.kinds = outline_kinds(o),
	};
	return excerpt;
}

void outline_add_excerpt(struct outline *o, uint32_t first, uint32_t last)
{
	buf_clear(&o->scratch);
	extract_block(o->source, first, last, &o->scratch);
	(void)add_excerpt(o, first);
}

void outline_add_item_excerpt(struct outline *o, uint32_t first, uint32_t last, uint32_t task)
{
	struct excerpt *excerpt;

	buf_clear(&o->scratch);
	extract_item(o->source, first, last, &o->scratch);
	if (task != UINT32_MAX)
		drop_box(&o->scratch);
	excerpt = add_excerpt(o, first);
	excerpt->task = task;
	excerpt->item = true;
}
