/* Both readings of a body, for unit tests and fuzz targets: without cmark and with it. */
#ifndef NI_TESTS_MARKDOWN_BOTH_H
#define NI_TESTS_MARKDOWN_BOTH_H

#include <cmark.h>
#include <stdlib.h>

#include "fmt/markdown_internal.h"
#include "src/base/mem.h"

struct both {
	struct arena arena;
	struct diags simple_diags, cmark_diags;
	struct body simple, cmark;
	bool is_simple, same; /* not simple: same, as there is nothing to compare */
};

static inline bool same_question(const struct question *a, const struct question *b)
{
	return span_eq(a->text, b->text) && span_eq(a->answer, b->answer) &&
	       span_eq(a->category, b->category) && a->line == b->line &&
	       a->answered == b->answered && a->confidential == b->confidential;
}

static inline bool same_task(const struct task *a, const struct task *b)
{
	return span_eq(a->text, b->text) && span_eq(a->section, b->section) && a->due == b->due &&
	       a->completed == b->completed && a->line == b->line && a->done == b->done &&
	       a->advice == b->advice && a->promised == b->promised &&
	       a->confidential == b->confidential;
}

static inline bool same_excerpt(const struct excerpt *a, const struct excerpt *b)
{
	return span_eq(a->text, b->text) && a->line == b->line && a->task == b->task &&
	       a->kinds == b->kinds && a->item == b->item;
}

static inline bool same_body(const struct body *a, const struct body *b)
{
	if (a->researched != b->researched || a->titled != b->titled ||
	    !span_eq(a->heading, b->heading) || a->question_count != b->question_count ||
	    a->task_count != b->task_count || a->excerpt_count != b->excerpt_count ||
	    !span_eq(a->definitions, b->definitions))
		return false;
	for (uint32_t i = 0; i < a->question_count; i++)
		if (!same_question(&a->questions[i], &b->questions[i]))
			return false;
	for (uint32_t i = 0; i < a->task_count; i++)
		if (!same_task(&a->tasks[i], &b->tasks[i]))
			return false;
	for (uint32_t i = 0; i < a->excerpt_count; i++)
		if (!same_excerpt(&a->excerpts[i], &b->excerpts[i]))
			return false;
	return true;
}

static inline bool same_diags(const struct diags *a, const struct diags *b)
{
	if (a->count != b->count)
		return false;
	for (size_t i = 0; i < a->count; i++)
		if (a->list[i].line != b->list[i].line || a->list[i].column != b->list[i].column ||
		    !span_eq(a->list[i].text, b->list[i].text))
			return false;
	return true;
}

static inline void read_both(struct both *both, struct source *source, enum line_kind *kinds)
{
	cmark_node *document = cmark_parse_document(source->text.p, source->text.n, 0);
	int simple, whole;

	source->diags = &both->simple_diags;
	simple = markdown_read_simple(source, kinds, &both->arena, &both->simple);
	source->diags = &both->cmark_diags;
	whole = markdown_walk(source, document, &both->arena, &both->cmark);
	cmark_node_free(document);
	both->same = simple == whole && same_body(&both->simple, &both->cmark) &&
		     same_diags(&both->simple_diags, &both->cmark_diags);
}

/* text is not empty. */
static inline void both_read(struct both *both, struct span text, uint32_t line)
{
	struct source source = {.text = text, .shown = SPAN("a"), .line = line, .excerpts = true};
	struct span rest = text, piece;
	enum line_kind *kinds;

	*both = (struct both){.same = true};
	source.starts = mem_resize(NULL, text.n, sizeof(*source.starts));
	kinds = mem_resize(NULL, text.n, sizeof(*kinds));
	while (span_cut(&rest, '\n', &piece))
		source.starts[source.count++] = (uint32_t)(piece.p - text.p);
	both->is_simple = markdown_is_simple(&source, kinds);
	if (both->is_simple)
		read_both(both, &source, kinds);
	free(source.starts);
	free(kinds);
}

static inline void both_release(struct both *both)
{
	diags_release(&both->simple_diags);
	diags_release(&both->cmark_diags);
	arena_release(&both->arena);
}

#endif
