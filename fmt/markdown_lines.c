/*
 * Bodies read without cmark, of which headings, paragraphs, plain lists and quotes are the most:
 * what paragraphs say does not count, and cmark's time goes into just that. Whatever could mean
 * something else to cmark makes a body not simple.
 */
#include "fmt/markdown_internal.h"
#include "fmt/markdown_outline.h"
#include "src/base/ascii.h"

enum { LEVELS = 6, INDENT = 2 /* of what stands in an item or quote */ };

/* Whether what begins here is text and no block: the first character is one that says something.
 * Those of U+0080-00BF, of which some are blanks, and of U+F000-FFFF, with the BOM, are not sure
 * to. */
static bool is_text(struct span text)
{
	unsigned char c = text.n > 0 ? (unsigned char)text.p[0] : 0;

	if (ascii_is_digit((char)c))
		return markdown_number(text) == 0;
	return ascii_is_letter((char)c) || c == '"' || c == '(' || (c > 0xC2 && c != 0xEF);
}

/* Whether its plain text may be another than itself: also because of control characters, of which
 * cmark takes some for blanks. */
static bool has_markup(struct span text)
{
	for (size_t i = 0; i < text.n; i++) {
		switch (text.p[i]) {
		case '\\':
		case '`':
		case '*':
		case '_':
		case '[':
		case ']':
		case '<':
		case '&':
			return true;
		default:
			if ((unsigned char)text.p[i] < ' ')
				return true;
		}
	}
	return false;
}

static size_t heading_level(struct span line)
{
	size_t level = 0;

	while (level < line.n && line.p[level] == '#')
		level++;
	return level;
}

static enum line_kind heading_kind(struct span line)
{
	size_t level = heading_level(line);
	struct span text = span_skip(line, level);

	if (level > LEVELS || !span_starts(text, SPAN(" ")) || span_trim(text).n == 0 ||
	    span_ends(span_trim(text), SPAN("#")) || has_markup(text))
		return LINE_OTHER;
	return LINE_HEADING;
}

static enum line_kind item_kind(struct span line)
{
	struct span text = span_skip(line, INDENT);

	if (!span_starts(line, SPAN("- ")))
		return LINE_OTHER;
	if (markdown_is_box(text))
		return is_text(span_skip(text, 4)) ? LINE_ITEM : LINE_OTHER;
	return is_text(text) && !has_markup(text) ? LINE_ITEM : LINE_OTHER;
}

static enum line_kind kind_of(struct span line)
{
	switch (line.n > 0 ? line.p[0] : '\0') {
	case '#':
		return heading_kind(line);
	case '-':
		return item_kind(line);
	case '>':
		return span_starts(line, SPAN("> ")) && is_text(span_skip(line, INDENT))
			       ? LINE_QUOTE
			       : LINE_OTHER;
	case ' ':
	case '\0':
		if (span_trim(line).n == 0)
			return LINE_BLANK;
		return span_starts(line, SPAN("  ")) && is_text(span_skip(line, INDENT))
			       ? LINE_INNER
			       : LINE_OTHER;
	default:
		return is_text(line) ? LINE_TEXT : LINE_OTHER;
	}
}

static bool goes_on(enum line_kind kind)
{
	return kind == LINE_TEXT || kind == LINE_INNER;
}

bool markdown_is_simple(const struct source *source, enum line_kind *kinds)
{
	bool asks = false; /* within the first paragraph of an item that may be a question */

	for (uint32_t n = 1; n <= source->count; n++) {
		struct span line = source_line(source, n);
		enum line_kind kind = kind_of(line);

		if (kind == LINE_OTHER || (asks && goes_on(kind) && has_markup(line)))
			return false;
		if (!goes_on(kind))
			asks = kind == LINE_ITEM && !markdown_is_box(span_skip(line, INDENT));
		kinds[n - 1] = kind;
	}
	return true;
}

struct simple {
	struct outline outline;
	const enum line_kind *kinds;
};

static enum line_kind kind_at(const struct simple *s, uint32_t n)
{
	return n <= s->outline.source->count ? s->kinds[n - 1] : LINE_OTHER;
}

/* The last line of the paragraph on line n. */
static uint32_t paragraph_end(const struct simple *s, uint32_t n)
{
	while (goes_on(kind_at(s, n + 1)))
		n++;
	return n;
}

/* The last line of an item whose first paragraph ends on line n. */
static uint32_t item_end(const struct simple *s, uint32_t n)
{
	for (uint32_t next = n + 1;; next++) {
		if (kind_at(s, next) == LINE_INNER)
			n = next = paragraph_end(s, next);
		else if (kind_at(s, next) != LINE_BLANK)
			return n;
	}
}

static void take_heading(struct outline *o, uint32_t n)
{
	struct span line = source_line(o->source, n);
	size_t level = heading_level(line);

	outline_add_heading(o, (int)level, span_trim(span_skip(line, level)), n, n);
}

static void take_question(struct outline *o, uint32_t first, uint32_t last, uint32_t end)
{
	buf_clear(&o->scratch);
	buf_add_span(&o->scratch, span_trim(span_skip(source_line(o->source, first), INDENT)));
	for (uint32_t n = first + 1; n <= last; n++) {
		buf_add_char(&o->scratch, ' ');
		buf_add_span(&o->scratch, span_trim(source_line(o->source, n)));
	}
	if (!outline_is_question(buf_span(&o->scratch)))
		return;

	struct question *question = outline_add_question(o, buf_span(&o->scratch), first);
	question->answered = end > last;
	outline_set_answer(o, question, last + 1, end, 0);
}

/* The item whose first paragraph is on the lines first to last. */
static void take_item(struct outline *o, uint32_t first, uint32_t last, uint32_t end)
{
	const struct box box = {first, span_skip(source_line(o->source, first), INDENT)};
	struct task task;

	if (!markdown_is_box(box.rest)) {
		if (!o->answering)
			take_question(o, first, last, end);
		return;
	}
	/* It has text: an item without is not simple. */
	(void)markdown_boxed(o->source, &box, last, 0, &o->scratch, o->arena, &task, &o->faulty);
	task.line = o->source->line + first - 1;
	outline_add_task(o, &task);
}

/* A list item that begins on line n. Returns its last line. */
static uint32_t take_item_block(struct simple *s, uint32_t n)
{
	struct outline *o = &s->outline;
	uint32_t last = paragraph_end(s, n), end = item_end(s, last);
	uint32_t tasks = o->body->task_count;

	take_item(o, n, last, end);
	if (outline_wants_excerpts(o))
		outline_add_item_excerpt(o, n, end,
					 o->body->task_count > tasks ? tasks : UINT32_MAX);
	return end;
}

/* A paragraph, quote or item that begins on line n. Returns its last line. */
static uint32_t take_block(struct simple *s, uint32_t n)
{
	uint32_t end = paragraph_end(s, n);

	outline_add_something(&s->outline);
	if (kind_at(s, n) == LINE_ITEM)
		return take_item_block(s, n);
	while (kind_at(s, n) == LINE_QUOTE && kind_at(s, end + 1) == LINE_QUOTE)
		end = paragraph_end(s, end + 1);
	if (outline_wants_excerpts(&s->outline))
		outline_add_excerpt(&s->outline, n, end);
	return end;
}

int markdown_read_simple(const struct source *source, const enum line_kind *kinds,
			 struct arena *arena, struct body *body)
{
	struct simple s = {
		.outline = {.source = source, .arena = arena, .body = body, .scratch = BUF_INIT},
		.kinds = kinds};
	uint32_t end;

	for (uint32_t n = 1; n <= source->count; n = end + 1) {
		end = n;
		if (kind_at(&s, n) == LINE_HEADING)
			take_heading(&s.outline, n);
		else if (kind_at(&s, n) != LINE_BLANK)
			end = take_block(&s, n);
	}
	return outline_end(&s.outline);
}
