/* What was asked, and what everybody answered: each question once, however it was written. */
#include <stdlib.h>

#include "src/base/mem.h"
#include "src/names.h"
#include "src/report_parts.h"

#define NONE UINT32_MAX

/* A question, which has the number of its text. */
struct entry {
	struct report_question *question; /* what comes of it */
	uint32_t category;                /* NONE: no category */
	size_t answers, asked, answered;  /* the latter two are people */
	uint32_t asked_of, answered_by;   /* the last contact who was counted, or NONE */
	bool stands;                      /* in an interview */
};

struct finder {
	struct report *report;
	struct names texts, categories;
	struct entry *entries;
	size_t entry_cap;
	uint32_t *starts; /* by the number of a note: where its questions begin, or NONE */
	uint32_t *
		numbers; /* the entry of each question of each interview; NONE: it is not counted */
	size_t count;
};

static bool was_talk(enum note_state state)
{
	return state == NOTE_HELD || state == NOTE_UNWRITTEN;
}

static size_t note_number(const struct finder *f, const struct note *note)
{
	return (size_t)(note - f->report->network->notes);
}

/* The number of the entry; the category is that of one which is new. */
static uint32_t find_entry(struct finder *f, struct span text, struct span category)
{
	size_t known = f->texts.count;
	uint32_t number = names_add(&f->texts, text);

	if (f->texts.count == known)
		return number;
	f->entries = mem_grow(f->entries, &f->entry_cap, known + 1, sizeof(*f->entries));
	f->entries[number] = (struct entry){
		.category = category.n > 0 ? names_add(&f->categories, category) : NONE,
		.asked_of = NONE,
		.answered_by = NONE,
	};
	return number;
}

static void take_bank(struct finder *f)
{
	const struct bank *bank = &f->report->options.bank;

	for (size_t i = 0; i < bank->count; i++)
		(void)find_entry(f, bank->list[i].text, name_or_none(bank->list[i].category));
}

/* The title is told by where it lies: another heading may have its words. */
static struct span category_of(const struct body *body, const struct question *question)
{
	bool title = body->titled && question->category.p == body->heading.p;

	return title ? SPAN_NONE : name_or_none(question->category);
}

static void take_question(struct finder *f, const struct report_interview *interview,
			  const struct question *question)
{
	uint32_t number = NONE;

	if (!question->confidential && (question->answered || was_talk(interview->state))) {
		number = find_entry(f, question->text,
				    category_of(&interview->note->body, question));
		f->entries[number].stands = true;
		f->entries[number].answers += question->answered ? 1 : 0;
	}
	f->numbers[f->count++] = number;
}

static void take_interviews(struct finder *f)
{
	const struct report *report = f->report;
	size_t notes = report->network->note_count, questions = 0;

	for (size_t i = 0; i < report->interview_count; i++)
		questions += report->interviews[i].note->body.question_count;
	f->numbers = mem_resize(NULL, questions + 1, sizeof(*f->numbers));
	f->starts = mem_resize(NULL, notes + 1, sizeof(*f->starts));
	for (size_t i = 0; i < notes; i++)
		f->starts[i] = NONE;
	for (size_t i = 0; i < report->interview_count; i++) {
		const struct report_interview *interview = &report->interviews[i];
		const struct body *body = &interview->note->body;

		f->starts[note_number(f, interview->note)] = (uint32_t)f->count;
		for (uint32_t k = 0; k < body->question_count; k++)
			take_question(f, interview, &body->questions[k]);
	}
}

/* Counts contact for what was asked and answered in a note; whether they count at all. */
static bool count_note(struct finder *f, uint32_t contact, const struct note *note)
{
	uint32_t start = f->starts[note_number(f, note)];
	bool counts;

	if (start == NONE)
		return false;
	counts = was_talk(note_state(note, f->report->options.today));
	for (uint32_t i = 0; i < note->body.question_count; i++) {
		struct entry *entry;

		if (f->numbers[start + i] == NONE)
			continue;
		counts = true;
		entry = &f->entries[f->numbers[start + i]];
		entry->asked += entry->asked_of != contact ? 1 : 0;
		entry->asked_of = contact;
		if (!note->body.questions[i].answered)
			continue;
		entry->answered += entry->answered_by != contact ? 1 : 0;
		entry->answered_by = contact;
	}
	return counts;
}

static void count_people(struct finder *f)
{
	const struct network *network = f->report->network;

	for (uint32_t i = 0; i < network->contact_count; i++) {
		const struct contact *contact = &network->contacts[i];
		bool counts = false;

		for (uint32_t k = 0; report_counts(contact) && k < contact->note_count; k++)
			counts |= count_note(f, i, contact_note(network, contact, k));
		f->report->questions.people += counts ? 1 : 0;
	}
}

static bool is_asked(const struct finder *f, size_t number)
{
	const struct entry *entry = &f->entries[number];

	return entry->stands && (entry->answers > 0 || !f->report->options.shared);
}

static bool is_open(const struct finder *f, size_t number)
{
	return number < f->report->options.bank.count && f->entries[number].answers == 0;
}

/* The place of an entry's category: those without one come last. */
static size_t place_of(const struct finder *f, const struct entry *entry)
{
	return entry->category == NONE ? f->categories.count : entry->category;
}

static void put(struct finder *f, size_t number, struct report_category *category)
{
	struct entry *entry = &f->entries[number];
	struct report_question *question = &category->questions[category->count++];

	*question = (struct report_question){.text = f->texts.list[number].text,
					     .asked = entry->asked,
					     .answered = entry->answered};
	entry->question = question;
}

/* Those entries which are wanted, by category. */
static void group(struct finder *f, bool (*wanted)(const struct finder *f, size_t number),
		  struct report_categories *categories)
{
	struct arena *arena = &f->report->arena;
	size_t places = f->categories.count + 1;
	struct report_category *list = arena_array(arena, places, sizeof(*list));

	for (size_t i = 0; i < f->texts.count; i++)
		list[place_of(f, &f->entries[i])].count += wanted(f, i) ? 1 : 0;
	for (size_t i = 0; i < places; i++) {
		list[i].questions = arena_array(arena, list[i].count, sizeof(*list[i].questions));
		list[i].count = 0;
		if (i < f->categories.count)
			list[i].name = f->categories.list[i].text;
	}
	for (size_t i = 0; i < f->texts.count; i++)
		if (wanted(f, i))
			put(f, i, &list[place_of(f, &f->entries[i])]);
	*categories = (struct report_categories){list, 0};
	for (size_t i = 0; i < places; i++)
		if (list[i].count > 0)
			list[categories->count++] = list[i];
}

static void put_answers(struct finder *f)
{
	const struct report *report = f->report;
	const uint32_t *number = f->numbers;

	for (size_t i = 0; i < report->interview_count; i++) {
		const struct note *note = report->interviews[i].note;

		for (uint32_t k = 0; k < note->body.question_count; k++, number++) {
			struct report_question *question;

			if (*number == NONE || !note->body.questions[k].answered)
				continue;
			question = f->entries[*number].question;
			if (question->answers == NULL)
				question->answers =
					arena_array(&f->report->arena, f->entries[*number].answers,
						    sizeof(*question->answers));
			question->answers[question->answer_count++] =
				(struct report_answer){note, &note->body.questions[k]};
		}
	}
}

void report_find_questions(struct report *report)
{
	struct finder f = {.report = report};

	f.entries =
		mem_grow(NULL, &f.entry_cap, report->options.bank.count + 1, sizeof(*f.entries));
	take_bank(&f);
	take_interviews(&f);
	count_people(&f);
	group(&f, is_open, &report->questions.open);
	group(&f, is_asked, &report->questions.asked);
	put_answers(&f);
	names_release(&f.texts);
	names_release(&f.categories);
	free(f.entries);
	free(f.starts);
	free(f.numbers);
}
