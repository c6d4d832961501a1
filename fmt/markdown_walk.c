#include <stdlib.h>

#include "fmt/markdown_internal.h"
#include "src/base/mem.h"

/* A heading whose section is being read. */
struct heading {
	struct span text;
	bool advice, promised, private, research;
};

struct reader {
	const struct source *source;
	struct arena *arena;
	struct body *body;
	struct buf scratch;
	struct heading headings[7]; /* by level */
	struct span section, category;
	size_t question_cap, task_cap;
	bool answering; /* the last question is a heading, and this is its answer */
	int answer_level;
	uint32_t answer_from;
	bool faulty;
};

static bool ends_in_question(struct span text)
{
	return span_ends(text, SPAN("?")) || span_ends(text, SPAN("\xEF\xBC\x9F")) || /* U+FF1F */
	       span_ends(text, SPAN("\xD8\x9F"));                                     /* U+061F */
}

static bool begins_with(struct span text, struct span word)
{
	return text.n >= word.n && span_eq_nocase(span_of(text.p, word.n), word);
}

static struct question *add_question(struct reader *r, struct span text, cmark_node *node)
{
	struct body *body = r->body;

	body->questions = mem_grow(body->questions, &r->question_cap, body->question_count + 1u,
				   sizeof(*body->questions));

	struct question *question = &body->questions[body->question_count++];
	*question = (struct question){.text = text,
				      .category = r->category,
				      .line = source_number(r->source, node),
				      .confidential = r->headings[2].private};
	return question;
}

/* Sets the answer to the lines first to last; comments alone are none. */
static void set_answer(struct reader *r, struct question *question, uint32_t first, uint32_t last,
		       unsigned quotes)
{
	if (!question->answered)
		return;
	buf_clear(&r->scratch);
	source_extract(r->source, first, last, quotes, &r->scratch);
	question->answer = arena_copy(r->arena, buf_span(&r->scratch));
}

static void end_answer(struct reader *r, uint32_t last)
{
	if (r->answering)
		set_answer(r, &r->body->questions[r->body->question_count - 1], r->answer_from,
			   last, 0);
	r->answering = false;
}

static void open_heading(struct reader *r, int level, struct span text)
{
	for (int i = level; i <= 6; i++)
		r->headings[i] = (struct heading){0};
	r->headings[level] = (struct heading){
		.text = text,
		.advice = begins_with(text, SPAN("Advice")),
		.promised = begins_with(text, SPAN("Promised")),
		.private = level == 2 && span_eq_nocase(text, SPAN("Private")),
		.research = level == 2 && span_eq_nocase(text, SPAN("Research")),
	};
	r->section = text;
}

static void take_heading(struct reader *r, cmark_node *node)
{
	struct span text = arena_copy(r->arena, markdown_plain(node, &r->scratch));
	int level = cmark_node_get_heading_level(node);
	bool question = ends_in_question(text);

	open_heading(r, level, text);
	/* What is private is no part of an answer that others may see. */
	if (level <= r->answer_level || question || r->headings[level].private)
		end_answer(r, (uint32_t)cmark_node_get_start_line(node) - 1);
	if (r->body->heading.n == 0)
		r->body->heading = text;
	if (!question) {
		r->category = text;
		return;
	}
	(void)add_question(r, text, node);
	r->answering = true;
	r->answer_level = level;
	r->answer_from = source_heading_end(r->source, node) + 1;
}

static void add_task(struct reader *r, const struct task *task)
{
	struct body *body = r->body;

	body->tasks =
		mem_grow(body->tasks, &r->task_cap, body->task_count + 1u, sizeof(*body->tasks));

	struct task *added = &body->tasks[body->task_count++];
	*added = *task;
	added->section = r->section;
	added->confidential = r->headings[2].private;
	for (int level = 1; level <= 6; level++) {
		added->advice |= r->headings[level].advice;
		added->promised |= r->headings[level].promised;
	}
}

/* A list item that is no task, as a question: its first paragraph asks, its further blocks answer.
 */
static bool take_item_question(struct reader *r, cmark_node *item, unsigned quotes)
{
	cmark_node *paragraph = cmark_node_first_child(item);

	if (paragraph == NULL || cmark_node_get_type(paragraph) != CMARK_NODE_PARAGRAPH)
		return false;

	struct span text = markdown_plain(paragraph, &r->scratch);
	if (!ends_in_question(text))
		return false;

	struct question *question = add_question(r, arena_copy(r->arena, text), item);
	cmark_node *block = paragraph;
	while (!question->answered && (block = cmark_node_next(block)) != NULL)
		question->answered = markdown_is_something(block, &r->scratch);
	set_answer(r, question, (uint32_t)cmark_node_get_end_line(paragraph) + 1,
		   (uint32_t)cmark_node_get_end_line(item), quotes);
	return true;
}

/* Returns whether the item is a question, so that what is within it is an answer. */
static bool take_item(struct reader *r, cmark_node *item, unsigned quotes, bool in_answer)
{
	struct task task;

	switch (markdown_task(r->source, item, quotes, &r->scratch, r->arena, &task, &r->faulty)) {
	case TASK_READ:
		add_task(r, &task);
		return false;
	case TASK_EMPTY:
		return false;
	case TASK_NONE:
		break;
	}
	return !in_answer && take_item_question(r, item, quotes);
}

static bool holds_blocks(cmark_node *node)
{
	cmark_node_type type = cmark_node_get_type(node);

	return type == CMARK_NODE_LIST || type == CMARK_NODE_ITEM || type == CMARK_NODE_BLOCK_QUOTE;
}

/* All list items within a block that is a child of the document, without recursion. */
static void take_items(struct reader *r, cmark_node *block)
{
	cmark_node *node = block, *answer = NULL; /* answer: the question item we are in */
	unsigned quotes = 0;

	while (node != NULL) {
		cmark_node_type type = cmark_node_get_type(node);
		cmark_node *child = holds_blocks(node) ? cmark_node_first_child(node) : NULL;

		if (type == CMARK_NODE_ITEM &&
		    take_item(r, node, quotes, r->answering || answer != NULL))
			answer = node;
		if (child != NULL) {
			quotes += type == CMARK_NODE_BLOCK_QUOTE;
			node = child;
			continue;
		}
		while (node != block && cmark_node_next(node) == NULL) {
			if (node == answer)
				answer = NULL;
			node = cmark_node_parent(node);
			quotes -= cmark_node_get_type(node) == CMARK_NODE_BLOCK_QUOTE;
		}
		if (node == answer)
			answer = NULL;
		node = node == block ? NULL : cmark_node_next(node);
	}
}

static void take_block(struct reader *r, cmark_node *block)
{
	struct body *body = r->body;
	bool wanted = (r->headings[2].research && !body->researched) ||
		      (r->answering && !body->questions[body->question_count - 1].answered);

	if (wanted && markdown_is_something(block, &r->scratch)) {
		body->researched |= r->headings[2].research;
		if (r->answering)
			body->questions[body->question_count - 1].answered = true;
	}
	if (holds_blocks(block))
		take_items(r, block);
}

static void take_blocks(struct reader *r, cmark_node *document)
{
	for (cmark_node *block = cmark_node_first_child(document); block != NULL;
	     block = cmark_node_next(block)) {
		if (cmark_node_get_type(block) == CMARK_NODE_HEADING)
			take_heading(r, block);
		else
			take_block(r, block);
	}
	end_answer(r, r->source->count);
}

static void *keep(struct arena *arena, void *list, size_t count, size_t size)
{
	void *kept = NULL;

	if (count > 0)
		kept = memcpy(arena_array(arena, count, size), list, count * size);
	free(list);
	return kept;
}

int markdown_walk(const struct source *source, cmark_node *document, struct arena *arena,
		  struct body *body)
{
	struct reader r = {.source = source, .arena = arena, .body = body, .scratch = BUF_INIT};

	take_blocks(&r, document);
	body->questions =
		keep(arena, body->questions, body->question_count, sizeof(*body->questions));
	body->tasks = keep(arena, body->tasks, body->task_count, sizeof(*body->tasks));
	buf_release(&r.scratch);
	return r.faulty ? -1 : 0;
}
