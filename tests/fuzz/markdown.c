/* Bodies: questions and tasks stand where they are said to, and CRLF makes no difference. */
#include <cmark.h>

#include "fmt/markdown.h"
#include "fmt/markdown_depth.h"
#include "fmt/note.h"
#include "fmt/plain.h"
#include "tests/fuzz/fuzz.h"
#include "tests/markdown_both.h"

static const uint32_t first_line = 7;

static void check_question(const struct question *question, size_t lines)
{
	REQUIRE(span_ends(question->text, SPAN("?")) ||
		span_ends(question->text, SPAN("\xEF\xBC\x9F")) ||
		span_ends(question->text, SPAN("\xD8\x9F")));
	REQUIRE(question->line >= first_line && question->line < first_line + lines);
	REQUIRE(!question->answered || span_trim(question->answer).n > 0);
	REQUIRE(question->answered || question->answer.n == 0);
	REQUIRE(count_lines(question->answer) <= lines);
}

static void check_task(const struct task *task, size_t lines)
{
	REQUIRE(span_trim(task->text).n > 0);
	REQUIRE(!holds(task->text, '\n') && !holds(task->text, '\r'));
	REQUIRE(task->line >= first_line && task->line < first_line + lines);
}

static void check_excerpt(const struct excerpt *excerpt, const struct body *body, size_t lines)
{
	REQUIRE(span_trim(excerpt->text).n > 0);
	REQUIRE(count_lines(excerpt->text) <= lines);
	REQUIRE(!holds(excerpt->text, '\r'));
	REQUIRE(excerpt->line >= first_line && excerpt->line < first_line + lines);
	REQUIRE(excerpt->kinds != 0);
	if (excerpt->task == UINT32_MAX)
		return;
	REQUIRE(excerpt->item && excerpt->task < body->task_count);
	REQUIRE(body->tasks[excerpt->task].line == excerpt->line);
	REQUIRE(!body->tasks[excerpt->task].confidential);
}

static void check_excerpts(struct span text, size_t lines)
{
	struct arena arena = {0};
	struct diags diags = {0};
	struct body body;

	(void)markdown_read_texts(text, first_line, SPAN("a"), &arena, &diags, &body);
	for (uint32_t i = 0; i < body.excerpt_count; i++) {
		check_excerpt(&body.excerpts[i], &body, lines);
		REQUIRE(i == 0 || body.excerpts[i].line > body.excerpts[i - 1].line);
	}
	diags_release(&diags);
	arena_release(&arena);
}

static void require_equal(const struct body *a, const struct body *b)
{
	REQUIRE(a->question_count == b->question_count && a->task_count == b->task_count);
	REQUIRE(a->researched == b->researched && span_eq(a->heading, b->heading));
	for (uint32_t i = 0; i < a->question_count; i++) {
		REQUIRE(span_eq(a->questions[i].text, b->questions[i].text));
		REQUIRE(span_eq(a->questions[i].answer, b->questions[i].answer));
		REQUIRE(a->questions[i].line == b->questions[i].line);
	}
	for (uint32_t i = 0; i < a->task_count; i++) {
		REQUIRE(span_eq(a->tasks[i].text, b->tasks[i].text));
		REQUIRE(a->tasks[i].due == b->tasks[i].due && a->tasks[i].line == b->tasks[i].line);
	}
}

static void read_with_returns(struct span text, struct arena *arena, const struct body *body)
{
	struct diags diags = {0};
	struct buf other = BUF_INIT;
	struct body again;

	for (size_t i = 0; i < text.n; i++) {
		if (text.p[i] == '\n')
			buf_add_char(&other, '\r');
		buf_add_char(&other, text.p[i]);
	}
	REQUIRE(markdown_read(buf_span(&other), first_line, SPAN("a"), arena, &diags, &again) == 0);
	require_equal(body, &again);
	buf_release(&other);
	diags_release(&diags);
}

/* What is read without cmark is read as with it. */
static void check_simple(struct span text)
{
	struct both both;

	if (text.n == 0)
		return;
	both_read(&both, text, first_line);
	REQUIRE(both.same);
	both_release(&both);
}

static size_t tree_depth(struct span text)
{
	cmark_node *root =
		cmark_parse_document(text.n > 0 ? text.p : "", text.n, CMARK_OPT_DEFAULT);
	cmark_iter *iter = cmark_iter_new(root);
	cmark_event_type event;
	size_t depth = 0, deepest = 0;

	while ((event = cmark_iter_next(iter)) != CMARK_EVENT_DONE) {
		cmark_node_type type = cmark_node_get_type(cmark_iter_get_node(iter));

		if (type != CMARK_NODE_ITEM && type != CMARK_NODE_BLOCK_QUOTE)
			continue;
		depth += event == CMARK_EVENT_ENTER ? 1 : (size_t)-1;
		deepest = depth > deepest ? depth : deepest;
	}
	cmark_iter_free(iter);
	cmark_node_free(root);
	return deepest;
}

static bool any_too_deep(struct span text, size_t limit)
{
	struct span rest = text, line;
	size_t column;

	while (span_cut(&rest, '\n', &line)) {
		if (markdown_too_deep(line, limit, &column)) {
			REQUIRE(column >= 1 && column <= line.n);
			return true;
		}
	}
	return false;
}

/* What is not found too deep is not nested deeper than the limit. */
static void check_depth(struct span text)
{
	size_t deepest = tree_depth(text);

	REQUIRE(deepest < 2 || any_too_deep(text, deepest - 1));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct span text = {(const char *)data, size};
	struct arena arena = {0};
	struct diags diags = {0};
	struct body body;

	if (size > NOTE_LIMIT || plain_check(text, SPAN("a"), &diags) != 0) {
		diags_release(&diags);
		return 0;
	}

	int result = markdown_read(text, first_line, SPAN("a"), &arena, &diags, &body);
	size_t lines = count_lines(text);
	REQUIRE((result == 0) == (diags.errors == 0));
	require_places(&diags, text, first_line);
	for (uint32_t i = 0; i < body.question_count; i++)
		check_question(&body.questions[i], lines);
	for (uint32_t i = 0; i < body.task_count; i++)
		check_task(&body.tasks[i], lines);
	REQUIRE(body.task_count == 0 || markdown_may_hold_task(text));
	REQUIRE(body.excerpt_count == 0);
	check_excerpts(text, lines);
	check_depth(text);
	check_simple(text);
	if (result == 0 && !holds(text, '\r'))
		read_with_returns(text, &arena, &body);
	diags_release(&diags);
	arena_release(&arena);
	return 0;
}
