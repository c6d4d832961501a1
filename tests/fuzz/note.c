/* Whole notes: what note_read accepts is usable, what it refuses has a reason with a place. */
#include "fmt/note.h"
#include "src/base/utf8.h"
#include "tests/fuzz/fuzz.h"

static void check_head(const struct note *note, size_t lines)
{
	REQUIRE(note->contact_count >= 1);
	for (uint32_t i = 0; i < note->contact_count; i++)
		REQUIRE(utf8_is_id(note->ids[i]));
	REQUIRE(note->date >= DAY_MIN && note->date <= DAY_MAX);
	REQUIRE(note->date_line >= 2 && note->date_line < lines);
	REQUIRE(note->contact_line >= 2 && note->contact_line < lines);
	REQUIRE(note->rating <= 5 && note->minutes <= 1440);
	REQUIRE((note->thanked == THANKED_ON) == (note->thanked_on != DAY_NONE));
	for (uint32_t i = 0; i < note->referral_count; i++) {
		const struct referral *referral = &note->referrals[i];

		REQUIRE(referral->name.n > 0);
		REQUIRE(referral->id.n == 0 || utf8_is_id(referral->id));
		REQUIRE(referral->line > 2 && referral->line < lines);
		REQUIRE(i == 0 || referral->line >= referral[-1].line);
		REQUIRE(!holds(referral->name, '\r') && !holds(referral->name, '\0'));
	}
}

static void check_body(const struct body *body, size_t lines)
{
	REQUIRE(body->read);
	for (uint32_t i = 0; i < body->question_count; i++) {
		REQUIRE(body->questions[i].line > 2 && body->questions[i].line <= lines);
		REQUIRE(!holds(body->questions[i].answer, '\r'));
	}
	for (uint32_t i = 0; i < body->task_count; i++)
		REQUIRE(body->tasks[i].line > 2 && body->tasks[i].line <= lines);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct span text = {(const char *)data, size};
	struct arena arena = {0};
	struct diags diags = {0}, less = {0};
	struct note note, head;

	int result = note_read(text, SPAN("a.md"), SPAN("notes/a.md"), NOTE_BODY, 20000, &arena,
			       &diags, &note);
	REQUIRE((result == 0) == (diags.errors == 0));
	require_places(&diags, text, 1);
	if (result == 0) {
		check_head(&note, count_lines(text));
		check_body(&note.body, count_lines(text));
		/* Reading less of it tells the same. */
		REQUIRE(note_read(text, SPAN("a.md"), SPAN("notes/a.md"), NOTE_TASKS, 20000, &arena,
				  &less, &head) == 0);
		REQUIRE(head.date == note.date && head.referral_count == note.referral_count);
		REQUIRE(head.body.task_count == note.body.task_count);
	}
	diags_release(&diags);
	diags_release(&less);
	arena_release(&arena);
	return 0;
}
