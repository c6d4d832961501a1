#include "fmt/markdown_internal.h"
#include "fmt/markdown_outline.h"

static void take_heading(struct outline *o, cmark_node *node)
{
	outline_add_heading(
		o, cmark_node_get_heading_level(node), markdown_plain(node, &o->scratch),
		(uint32_t)cmark_node_get_start_line(node), source_heading_end(o->source, node));
}

/* A list item that is no task, as a question: its first paragraph asks, its further blocks answer.
 */
static bool take_item_question(struct outline *o, cmark_node *item, unsigned quotes)
{
	cmark_node *paragraph = cmark_node_first_child(item);

	if (paragraph == NULL || cmark_node_get_type(paragraph) != CMARK_NODE_PARAGRAPH)
		return false;

	struct span text = markdown_plain(paragraph, &o->scratch);
	if (!outline_is_question(text))
		return false;

	struct question *question =
		outline_add_question(o, text, (uint32_t)cmark_node_get_start_line(item));
	cmark_node *block = paragraph;
	while (!question->answered && (block = cmark_node_next(block)) != NULL)
		question->answered = markdown_is_something(block, &o->scratch);
	outline_set_answer(o, question, (uint32_t)cmark_node_get_end_line(paragraph) + 1,
			   (uint32_t)cmark_node_get_end_line(item), quotes);
	return true;
}

/* Returns whether the item is a question, so that what is within it is an answer. */
static bool take_item(struct outline *o, cmark_node *item, unsigned quotes, bool in_answer)
{
	struct task task;

	switch (markdown_task(o->source, item, quotes, &o->scratch, o->arena, &task, &o->faulty)) {
	case TASK_READ:
		outline_add_task(o, &task);
		return false;
	case TASK_EMPTY:
		return false;
	case TASK_NONE:
		break;
	}
	return !in_answer && take_item_question(o, item, quotes);
}

/* The same for a list item that is in no container but its list: it may be an excerpt too. */
static bool take_top_item(struct outline *o, cmark_node *item)
{
	uint32_t tasks = o->body->task_count;
	bool question = take_item(o, item, 0, o->answering);

	if (outline_wants_excerpts(o) && markdown_is_something(item, &o->scratch))
		outline_add_item_excerpt(o, (uint32_t)cmark_node_get_start_line(item),
					 (uint32_t)cmark_node_get_end_line(item),
					 o->body->task_count > tasks ? tasks : UINT32_MAX);
	return question;
}

static bool holds_blocks(cmark_node *node)
{
	cmark_node_type type = cmark_node_get_type(node);

	return type == CMARK_NODE_LIST || type == CMARK_NODE_ITEM || type == CMARK_NODE_BLOCK_QUOTE;
}

/* Within a quote or list item: the one that has a heading Private above where we are. */
struct hiding {
	cmark_node *container;
	bool before; /* whether all of it is private */
};

static void end_hiding(struct outline *o, struct hiding *hiding, cmark_node *container)
{
	if (hiding->container != container)
		return;
	o->headings[2].private = hiding->before;
	hiding->container = NULL;
}

/* Whether something in a container makes what follows there private, or public again: a heading
 * there means nothing but this. */
static void look_for_private(struct outline *o, struct hiding *hiding, cmark_node *node)
{
	bool heading = cmark_node_get_type(node) == CMARK_NODE_HEADING;

	if (heading && cmark_node_get_heading_level(node) <= 2)
		end_hiding(o, hiding, cmark_node_parent(node));
	if (hiding->container != NULL ||
	    !(heading ? markdown_is_private(node, &o->scratch) : markdown_turns_private(node)))
		return;
	*hiding = (struct hiding){cmark_node_parent(node), o->headings[2].private};
	o->headings[2].private = true;
}

/* All list items within a block that is a child of the document, without recursion. */
static void take_items(struct outline *o, cmark_node *block)
{
	cmark_node *node = block, *answer = NULL; /* answer: the question item we are in */
	struct hiding hiding = {NULL, false};
	unsigned quotes = 0;

	while (node != NULL) {
		cmark_node_type type = cmark_node_get_type(node);
		cmark_node *child = holds_blocks(node) ? cmark_node_first_child(node) : NULL;

		if (type == CMARK_NODE_ITEM &&
		    (cmark_node_get_type(block) == CMARK_NODE_LIST &&
				     cmark_node_parent(node) == block
			     ? take_top_item(o, node)
			     : take_item(o, node, quotes, o->answering || answer != NULL)))
			answer = node;
		look_for_private(o, &hiding, node);
		if (child != NULL) {
			quotes += type == CMARK_NODE_BLOCK_QUOTE;
			node = child;
			continue;
		}
		while (node != block && cmark_node_next(node) == NULL) {
			if (node == answer)
				answer = NULL;
			node = cmark_node_parent(node);
			end_hiding(o, &hiding, node);
			quotes -= cmark_node_get_type(node) == CMARK_NODE_BLOCK_QUOTE;
		}
		if (node == answer)
			answer = NULL;
		node = node == block ? NULL : cmark_node_next(node);
	}
}

/* The last line of a block. cmark 0.30 gives HTML that ends by itself ("-->") one line too few. */
static uint32_t block_end(cmark_node *block)
{
	uint32_t end = (uint32_t)cmark_node_get_end_line(block);

	if (cmark_node_get_type(block) != CMARK_NODE_HTML_BLOCK)
		return end;
	end = (uint32_t)cmark_node_get_start_line(block) - 1;
	for (const char *p = cmark_node_get_literal(block); *p != '\0'; p++)
		end += *p == '\n';
	return end;
}

static void take_block(struct outline *o, cmark_node *block)
{
	if (outline_wants_something(o) && markdown_is_something(block, &o->scratch))
		outline_add_something(o);
	if (cmark_node_get_type(block) != CMARK_NODE_LIST && outline_wants_excerpts(o) &&
	    markdown_is_something(block, &o->scratch))
		outline_add_excerpt(o, (uint32_t)cmark_node_get_start_line(block),
				    block_end(block));
	if (holds_blocks(block))
		take_items(o, block);
	if (markdown_turns_private(block))
		o->headings[2].private = true; /* up to the next of such a level */
}

static bool is_literal(cmark_node *block)
{
	cmark_node_type type = cmark_node_get_type(block);

	return type == CMARK_NODE_CODE_BLOCK || type == CMARK_NODE_HTML_BLOCK;
}

/* Looks for definitions, of which cmark leaves none in its tree, from the lines of a block (NULL:
 * from the beginning) to the next block. */
static void take_definitions(const struct outline *o, cmark_node *block, cmark_node *next,
			     struct definitions *found)
{
	uint32_t first = 1, last = o->source->count;

	if (!o->source->excerpts || o->headings[2].private)
		return;
	if (block != NULL)
		first = is_literal(block) ? block_end(block) + 1
					  : (uint32_t)cmark_node_get_start_line(block);
	if (next != NULL)
		last = (uint32_t)cmark_node_get_start_line(next) - 1;
	markdown_find_definitions(o->source, first, last, found);
}

int markdown_walk(const struct source *source, cmark_node *document, struct arena *arena,
		  struct body *body)
{
	struct outline outline = {
		.source = source, .arena = arena, .body = body, .scratch = BUF_INIT};
	struct definitions definitions = {BUF_INIT, 0};

	take_definitions(&outline, NULL, cmark_node_first_child(document), &definitions);
	for (cmark_node *block = cmark_node_first_child(document); block != NULL;
	     block = cmark_node_next(block)) {
		if (cmark_node_get_type(block) == CMARK_NODE_HEADING)
			take_heading(&outline, block);
		else
			take_block(&outline, block);
		take_definitions(&outline, block, cmark_node_next(block), &definitions);
	}
	body->definitions = arena_copy(arena, buf_span(&definitions.lines));
	buf_release(&definitions.lines);
	return outline_end(&outline);
}
