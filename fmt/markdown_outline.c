#include <stdlib.h>

#include "fmt/markdown_internal.h"
#include "fmt/markdown_outline.h"
#include "src/base/mem.h"

bool outline_is_question(struct span text)
{
	return span_ends(text, SPAN("?")) || span_ends(text, SPAN("\xEF\xBC\x9F")) || /* U+FF1F */
	       span_ends(text, SPAN("\xD8\x9F"));                                     /* U+061F */
}

static bool begins_with(struct span text, struct span word)
{
	return text.n >= word.n && span_eq_nocase(span_of(text.p, word.n), word);
}

struct question *outline_add_question(struct outline *o, struct span text, uint32_t line)
{
	struct body *body = o->body;

	body->questions = mem_grow(body->questions, &o->question_cap, body->question_count + 1u,
				   sizeof(*body->questions));

	struct question *question = &body->questions[body->question_count++];
	*question = (struct question){.text = arena_copy(o->arena, text),
				      .category = o->category,
				      .line = o->source->line + line - 1,
				      .confidential = o->headings[2].private};
	return question;
}

/* Comments alone are no answer. */
void outline_set_answer(struct outline *o, struct question *question, uint32_t first, uint32_t last,
			unsigned quotes)
{
	if (!question->answered)
		return;
	buf_clear(&o->scratch);
	source_extract(o->source, first, last, quotes, &o->scratch);
	question->answer = arena_copy(o->arena, buf_span(&o->scratch));
}

static void end_answer(struct outline *o, uint32_t last)
{
	if (o->answering)
		outline_set_answer(o, &o->body->questions[o->body->question_count - 1],
				   o->answer_from, last, 0);
	o->answering = false;
}

/* What a heading means to what stands below it. */
static uint8_t heading_kinds(struct span text, int level)
{
	static const struct {
		struct span name;
		uint8_t kind;
	} names[] = {
		{{"Research", 8}, EXCERPT_RESEARCH},
		{{"Insights", 8}, EXCERPT_INSIGHT},
		{{"Openings", 8}, EXCERPT_OPENING},
	};
	uint8_t kinds = 0;

	for (size_t i = 0; level == 2 && i < sizeof(names) / sizeof(*names); i++)
		if (span_eq_nocase(text, names[i].name))
			kinds = names[i].kind;
	if (begins_with(text, SPAN("Advice")))
		kinds |= EXCERPT_ADVICE;
	if (begins_with(text, SPAN("Promised")))
		kinds |= EXCERPT_PROMISE;
	return kinds;
}

static void open_heading(struct outline *o, int level, struct span text)
{
	for (int i = level; i <= 6; i++)
		o->headings[i] = (struct outline_heading){0};
	o->headings[level] = (struct outline_heading){
		.text = text,
		.private = level == 2 && span_eq_nocase(text, SPAN("Private")),
		.kinds = heading_kinds(text, level),
	};
	o->section = text;
}

void outline_add_heading(struct outline *o, int level, struct span text, uint32_t first,
			 uint32_t last)
{
	bool question = outline_is_question(text);

	text = arena_copy(o->arena, text); /* it may be in scratch */
	open_heading(o, level, text);
	/* What is private is no part of an answer that others may see. */
	if (level <= o->answer_level || question || o->headings[level].private)
		end_answer(o, first - 1);
	if (o->body->heading.n == 0) {
		o->body->heading = text;
		o->body->titled = level == 1;
	}
	if (!question) {
		o->category = text;
		return;
	}
	(void)outline_add_question(o, text, first);
	o->answering = true;
	o->answer_level = level;
	o->answer_from = last + 1;
}

uint8_t outline_kinds(const struct outline *o)
{
	uint8_t kinds = 0;

	for (int level = 1; level <= 6; level++)
		kinds |= o->headings[level].kinds;
	return kinds;
}

void outline_add_task(struct outline *o, const struct task *task)
{
	struct body *body = o->body;

	body->tasks =
		mem_grow(body->tasks, &o->task_cap, body->task_count + 1u, sizeof(*body->tasks));

	struct task *added = &body->tasks[body->task_count++];
	*added = *task;
	added->section = o->section;
	added->confidential = o->headings[2].private;
	added->advice = (outline_kinds(o) & EXCERPT_ADVICE) != 0;
	added->promised = (outline_kinds(o) & EXCERPT_PROMISE) != 0;
}

static bool is_research(const struct outline *o)
{
	return (o->headings[2].kinds & EXCERPT_RESEARCH) != 0;
}

bool outline_wants_something(const struct outline *o)
{
	const struct body *body = o->body;

	return (is_research(o) && !body->researched) ||
	       (o->answering && !body->questions[body->question_count - 1].answered);
}

void outline_add_something(struct outline *o)
{
	o->body->researched |= is_research(o);
	if (o->answering)
		o->body->questions[o->body->question_count - 1].answered = true;
}

static void *keep(struct arena *arena, void *list, size_t count, size_t size)
{
	void *kept = NULL;

	if (count > 0)
		kept = memcpy(arena_array(arena, count, size), list, count * size);
	free(list);
	return kept;
}

int outline_end(struct outline *o)
{
	struct body *body = o->body;

	end_answer(o, o->source->count);
	body->questions =
		keep(o->arena, body->questions, body->question_count, sizeof(*body->questions));
	body->tasks = keep(o->arena, body->tasks, body->task_count, sizeof(*body->tasks));
	body->excerpts =
		keep(o->arena, body->excerpts, body->excerpt_count, sizeof(*body->excerpts));
	buf_release(&o->scratch);
	return o->faulty ? -1 : 0;
}
