#include "fmt/markdown.h"
#include "fmt/markdown_depth.h"
#include "fmt/markdown_internal.h"
#include "fmt/markdown_memory.h"
#include "fmt/note.h"

bool markdown_may_hold_task(struct span body)
{
	while (body.n >= 3) {
		const char *p = memchr(body.p, '[', body.n - 2);

		if (p == NULL)
			return false;
		if (p[2] == ']' && (p[1] == ' ' || p[1] == 'x' || p[1] == 'X'))
			return true;
		body = span_skip(body, (size_t)(p - body.p) + 1);
	}
	return false;
}

static void find_lines(struct source *source)
{
	struct span rest = source->text, line;
	uint32_t count = 0;

	while (span_cut(&rest, '\n', &line))
		count++;
	source->starts = markdown_memory_take(count * sizeof(*source->starts));
	rest = source->text;
	while (span_cut(&rest, '\n', &line))
		source->starts[source->count++] = (uint32_t)(line.p - source->text.p);
}

/* Refuses lines that are nested too deeply for cmark. */
static int check_depth(const struct source *source)
{
	int result = 0;

	for (uint32_t n = 1; n <= source->count; n++) {
		size_t column;

		if (!markdown_too_deep(source_line(source, n), BODY_DEPTH, &column))
			continue;
		diag_add(source->diags, DIAG_ERROR, source->shown, source->line + n - 1, column,
			 "nested more than %d deep", BODY_DEPTH);
		diag_rule(source->diags, "too-large");
		result = -1;
	}
	return result;
}

static int parse(const struct source *source, struct arena *arena, cmark_mem *memory,
		 struct body *body)
{
	cmark_parser *parser = cmark_parser_new_with_mem(CMARK_OPT_DEFAULT, memory);

	cmark_parser_feed(parser, source->text.p, source->text.n);
	return markdown_walk(source, cmark_parser_finish(parser), arena, body);
}

static int read_lines(struct source *source, struct arena *arena, cmark_mem *memory,
		      struct body *body)
{
	enum line_kind *kinds;

	find_lines(source);
	kinds = markdown_memory_take(source->count * sizeof(*kinds));
	if (markdown_is_simple(source, kinds))
		return markdown_read_simple(source, kinds, arena, body);
	return check_depth(source) == 0 ? parse(source, arena, memory, body) : -1;
}

static int read_source(struct source *source, struct arena *arena, struct body *body)
{
	struct markdown_memory blocks = {0};
	cmark_mem *memory = markdown_memory_start(&blocks);
	int result = 0;

	*body = (struct body){.read = true};
	if (source->text.n > 0)
		result = read_lines(source, arena, memory, body);
	markdown_memory_end(&blocks);
	return result;
}

int markdown_read(struct span text, uint32_t line, struct span shown, struct arena *arena,
		  struct diags *diags, struct body *body)
{
	struct source source = {.text = text, .shown = shown, .line = line, .diags = diags};

	return read_source(&source, arena, body);
}

int markdown_read_texts(struct span text, uint32_t line, struct span shown, struct arena *arena,
			struct diags *diags, struct body *body)
{
	struct source source = {
		.text = text, .shown = shown, .line = line, .excerpts = true, .diags = diags};

	return read_source(&source, arena, body);
}
