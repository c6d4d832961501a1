/* What users take for the heading Private of a note, and what keeps nothing out of reports. */
#include <stdlib.h>
#include <string.h>

#include "fmt/check_parts.h"
#include "fmt/markdown_internal.h"
#include "fmt/markdown_memory.h"
#include "src/base/mem.h"
#include "src/base/utf8.h"
#include "src/suggest.h"

enum {
	LETTERS = 6, /* of the seven in Private, that a slip leaves */
	MOST = 11,   /* bytes of Private with a slip in it */
	LINE = 60    /* bytes of a line that may have it: those of a paragraph are longer */
};

/* A line of the body that looks so; whether it is a heading only cmark knows. */
struct suspect {
	uint32_t line;
	size_t column;
	bool marked; /* in bold or italics, or by ## without a blank */
};

struct search {
	struct check *check;
	const struct note_parts *parts;
	struct span shown;
	struct arena *scratch;
	struct suspect *list;
	size_t count, next;
	cmark_node *hider; /* the container (or document) of which the rest is private, or NULL */
	struct buf text;
};

static struct span cut_start(struct span text, const char *these)
{
	while (text.n > 0 && strchr(these, text.p[0]) != NULL)
		text = span_skip(text, 1);
	return text;
}

static struct span cut_end(struct span text, const char *these)
{
	while (text.n > 0 && strchr(these, text.p[text.n - 1]) != NULL)
		text.n--;
	return text;
}

static struct span cut_word(struct span text, struct span word)
{
	if (text.n > word.n && span_eq_nocase(span_skip(text, text.n - word.n), word))
		text.n -= word.n;
	return text;
}

/* A word that has too few of the letters has no slip alone: most words, and quickly. */
static bool has_letters(struct span word)
{
	size_t count = 0;

	for (size_t i = 0; i < word.n; i++)
		count += word.p[i] != '\0' && strchr("privatePRIVATE", word.p[i]) != NULL;
	return count >= LETTERS;
}

/* Private, Private notes, Privat: what somebody means to hide by it. */
static bool resembles(struct span text, struct arena *scratch)
{
	text = cut_end(text, ":. \t");
	if (text.n > MOST + SPAN(" notes").n)
		return false;
	text = span_trim(cut_word(cut_word(text, SPAN(" notes")), SPAN(" note")));
	if (text.n > MOST || !has_letters(text))
		return false;
	return span_near(utf8_fold(scratch, text), SPAN("private"));
}

/* The heading itself, as nearly everybody writes it, is none to look into. */
static bool is_exact(struct span line)
{
	return span_starts(line, SPAN("## ")) &&
	       span_eq_nocase(span_trim(span_skip(line, 3)), SPAN("Private"));
}

static bool is_marked(struct span text)
{
	struct span end = cut_end(text, ":. \t");

	if (span_starts(text, SPAN("##")))
		return true;
	return cut_start(text, "*_").n < text.n && cut_end(end, "*_").n < end.n;
}

static bool is_suspect(struct span line, struct span text, struct arena *scratch)
{
	struct span word = cut_end(cut_start(cut_start(text, "# \t"), "*_`"), "*_`#:. \t");

	return resembles(word, scratch) && !is_exact(line);
}

static void find_suspects(struct search *s)
{
	struct span rest = s->parts->body, line;
	size_t cap = 0;

	for (uint32_t n = 1; span_cut(&rest, '\n', &line); n++) {
		struct span text;

		if (line.n < LETTERS || line.n > LINE)
			continue;
		text = markdown_unmarked(line);
		if (!is_suspect(line, text, s->scratch))
			continue;
		s->list = mem_grow(s->list, &cap, s->count + 1, sizeof(*s->list));
		s->list[s->count++] =
			(struct suspect){n, (size_t)(text.p - line.p) + 1, is_marked(text)};
	}
}

/* The next suspect on the lines up to last. */
static const struct suspect *take_suspect(struct search *s, uint32_t first, uint32_t last)
{
	while (s->next < s->count && s->list[s->next].line < first)
		s->next++;
	return s->next < s->count && s->list[s->next].line <= last ? &s->list[s->next++] : NULL;
}

static void tell(struct search *s, uint32_t line, size_t column, bool inner)
{
	CHECK_FOUND(s->check, "not-private", s->shown, s->parts->body_line + line - 1, column, "%s",
		    inner ? "within a quote or list '## Private' hides no more of it than what "
			    "follows there"
			  : "only '## Private' keeps what follows out of reports");
}

static void look_at_heading(struct search *s, cmark_node *heading)
{
	cmark_node *parent = cmark_node_parent(heading);
	uint32_t line = (uint32_t)cmark_node_get_start_line(heading);
	const struct suspect *suspect = take_suspect(s, line, line);
	bool private = markdown_is_private(heading, &s->text);
	bool inner = private && cmark_node_get_type(parent) != CMARK_NODE_DOCUMENT;

	if (s->hider == parent && cmark_node_get_heading_level(heading) <= 2)
		s->hider = NULL;
	if (s->hider)
		return;
	if (inner || (!private && resembles(markdown_plain(heading, &s->text), s->scratch)))
		tell(s, line, suspect ? suspect->column : 1, inner);
	if (private)
		s->hider = parent;
}

static void look_at_paragraph(struct search *s, cmark_node *paragraph)
{
	uint32_t first = (uint32_t)cmark_node_get_start_line(paragraph);
	uint32_t last = (uint32_t)cmark_node_get_end_line(paragraph);
	const struct suspect *suspect;

	while ((suspect = take_suspect(s, first, last)) != NULL)
		if (suspect->marked && !s->hider)
			tell(s, suspect->line, suspect->column, false);
}

static bool is_within(cmark_node *node, const cmark_node *container)
{
	while (node && node != container)
		node = cmark_node_parent(node);
	return node != NULL;
}

/* Returns whether blocks are in it. */
static bool look_at(struct search *s, cmark_node *node)
{
	if (s->hider && !is_within(node, s->hider))
		s->hider = NULL;
	switch (cmark_node_get_type(node)) {
	case CMARK_NODE_HEADING:
		look_at_heading(s, node);
		return false;
	case CMARK_NODE_PARAGRAPH:
		look_at_paragraph(s, node);
		return false;
	case CMARK_NODE_HTML_BLOCK:
		if (!s->hider && markdown_turns_private(node))
			s->hider = cmark_node_parent(node);
		return false;
	case CMARK_NODE_BLOCK_QUOTE:
	case CMARK_NODE_LIST:
	case CMARK_NODE_ITEM:
		return true;
	default:
		return false;
	}
}

static void look_through(struct search *s)
{
	struct markdown_memory blocks = {0};
	cmark_parser *parser =
		cmark_parser_new_with_mem(CMARK_OPT_DEFAULT, markdown_memory_start(&blocks));
	cmark_node *document, *node;

	cmark_parser_feed(parser, s->parts->body.p, s->parts->body.n);
	document = cmark_parser_finish(parser);
	node = cmark_node_first_child(document);
	while (node)
		node = look_at(s, node) ? markdown_next(node, document)
					: markdown_after(node, document);
	markdown_memory_end(&blocks);
}

void check_private(struct check *check, const struct note_parts *parts, struct span shown,
		   struct arena *scratch)
{
	struct search s = {.check = check,
			   .parts = parts,
			   .shown = shown,
			   .scratch = scratch,
			   .text = BUF_INIT};

	find_suspects(&s);
	if (s.count > 0)
		look_through(&s);
	buf_release(&s.text);
	free(s.list);
}
