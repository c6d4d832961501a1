#include "fmt/draft.h"

#include <stdlib.h>

#include "fmt/gfm.h"
#include "fmt/yaml.h"
#include "src/base/mem.h"

static void add_date(struct buf *text, int32_t day, struct duration after)
{
	date_format(text, date_add(day, after));
}

static void add_value(struct buf *text, const char *key, struct span value)
{
	buf_add_str(text, key);
	buf_add_char(text, ':');
	if (value.n > 0) {
		buf_add_char(text, ' ');
		yaml_write(text, value);
	}
	buf_add_char(text, '\n');
}

/* A time is written as it is usually seen, unquoted, where its tail allows that. */
static void add_time(struct buf *text, struct span time)
{
	if (time.n != 5) {
		add_value(text, "time", time);
		return;
	}
	buf_add_str(text, "time: ");
	buf_add_span(text, time);
	buf_add_char(text, '\n');
}

static void add_front_matter(const struct draft *d, struct buf *text)
{
	buf_add_str(text, "---\n");
	add_value(text, "contact", network_text(d->network, d->contact, TEXT_ID));
	buf_add_str(text, "date: ");
	date_format(text, d->date);
	buf_add_char(text, '\n');
	add_time(text, d->time);
	add_value(text, "mode", d->mode);
	buf_add_format(text, "minutes: %lu\n", (unsigned long)d->minutes);
	if (d->place.n > 0)
		add_value(text, "place", d->place);
	buf_add_str(text, "# afterwards: met, cancelled, no-show or moved; 1 to 5; the day\n"
			  "outcome:\n"
			  "rating:\n"
			  "thanked:\n"
			  "# referrals:\n"
			  "#   - name: Rosa Quispe\n"
			  "#     org: Acme Health\n"
			  "#     email: rosa@acme.example\n"
			  "#     may_use_name: yes\n"
			  "---\n\n");
}

static bool drop_end(struct span *s, struct span end)
{
	bool there = span_ends(*s, end);

	if (there)
		s->n -= end.n;
	return there;
}

/* A heading that ended in a question mark would be a question. */
static struct span without_question(struct span name)
{
	do
		name = span_trim(name);
	while (drop_end(&name, SPAN("?")) || drop_end(&name, SPAN("\xEF\xBC\x9F")) ||
	       drop_end(&name, SPAN("\xD8\x9F")));
	return name;
}

static void add_title(const struct draft *d, struct buf *text)
{
	struct buf clean = BUF_INIT;

	gfm_clean(&clean, network_name(d->network, d->contact));

	struct span name = without_question(buf_span(&clean));
	if (name.n == 0)
		name = network_text(d->network, d->contact, TEXT_ID);
	buf_add_str(text, "# ");
	gfm_text(text, name);
	buf_add_char(text, '\n');
	buf_release(&clean);
}

static void add_advice_prompt(const struct draft *d, struct buf *text)
{
	buf_add_str(text,
		    "\n<!-- What they advise. What you will do of it is a task: - [ ] TEXT due:");
	add_date(text, d->date, (struct duration){1, 'w'});
	buf_add_str(text, " -->\n");
}

static void add_names_prompt(const struct draft *d, struct buf *text)
{
	uint32_t names = d->network->settings.names;

	buf_add_format(text,
		       "\n<!-- Ask for %lu name%s, and with each whether you may say who sent you. "
		       "They go to referrals, above. -->\n",
		       (unsigned long)names, names == 1 ? "" : "s");
}

/* What a reader of notes knows as the section of advice. */
static bool is_advice(struct span category)
{
	return category.n >= 6 && span_eq_nocase(span_of(category.p, 6), SPAN("Advice"));
}

/* The questions in their order, each once; and which prompts have been written. */
struct questions {
	const struct draft *draft;
	size_t *list; /* of the bank, BANK_DONE when it is written */
	size_t count;
	bool advice, closing;
};

#define BANK_DONE SIZE_MAX

static void find_questions(struct questions *q)
{
	q->list = mem_resize(NULL, q->draft->bank->count + 1, sizeof(*q->list));
	for (size_t i = 0; i < q->draft->bank->count; i++)
		if (q->draft->chosen[i])
			q->list[q->count++] = i;
}

static void add_category(struct questions *q, size_t first, struct buf *text)
{
	const struct bank_question *list = q->draft->bank->list;
	struct span category = list[q->list[first]].category;

	buf_add_str(text, "\n## ");
	gfm_text(text, category);
	buf_add_char(text, '\n');
	if (is_advice(category) && !q->advice) {
		q->advice = true;
		add_advice_prompt(q->draft, text);
	}
	if (prepare_same_category(category, SPAN("Closing"))) {
		q->closing = true;
		add_names_prompt(q->draft, text);
	}
	for (size_t i = first; i < q->count; i++) {
		if (q->list[i] == BANK_DONE ||
		    !prepare_same_category(list[q->list[i]].category, category))
			continue;
		buf_add_str(text, "\n### ");
		gfm_text(text, list[q->list[i]].text);
		buf_add_char(text, '\n');
		q->list[i] = BANK_DONE;
	}
}

static void add_rest(const struct questions *q, struct buf *text)
{
	const struct draft *d = q->draft;

	if (!q->advice) {
		buf_add_str(text, "\n## Advice\n");
		add_advice_prompt(d, text);
	}
	buf_add_str(text, "\n## Insights\n\n"
			  "<!-- What it means for you. How well it fits you is the rating. -->\n"
			  "\n## Next steps\n");
	if (!q->closing)
		add_names_prompt(d, text);
	buf_add_str(text, "\n<!-- Thank them by ");
	add_date(text, d->date, d->network->settings.thank_within);
	buf_add_str(text, ". Tasks: - [ ] TEXT due:");
	add_date(text, d->date, (struct duration){1, 'w'});
	buf_add_str(text, ". What they will do for you goes below a heading Promised. -->\n");
}

void draft_write(const struct draft *draft, struct buf *text)
{
	struct questions q = {.draft = draft};

	find_questions(&q);
	add_front_matter(draft, text);
	add_title(draft, text);
	draft_write_research(draft, text);
	for (size_t i = 0; i < q.count; i++)
		if (q.list[i] != BANK_DONE)
			add_category(&q, i, text);
	add_rest(&q, text);
	free(q.list);
}
