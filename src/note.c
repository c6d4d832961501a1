#include "src/note.h"

#include "src/base/ascii.h"
#include "src/suggest.h"

enum note_state note_state(const struct note *note, int32_t today)
{
	switch (note->outcome) {
	case OUTCOME_CANCELLED:
	case OUTCOME_NO_SHOW:
	case OUTCOME_MOVED:
		return NOTE_OFF;
	case OUTCOME_MET:
		return NOTE_HELD;
	case OUTCOME_UNKNOWN:
		break;
	}
	return note->date >= today ? NOTE_PLANNED : NOTE_UNWRITTEN;
}

static const struct span outcomes[] = {
	[OUTCOME_UNKNOWN] = {"", 0},
	[OUTCOME_MET] = {"met", 3},
	[OUTCOME_CANCELLED] = {"cancelled", 9},
	[OUTCOME_NO_SHOW] = {"no-show", 7},
	[OUTCOME_MOVED] = {"moved", 5},
};

struct span outcome_name(enum outcome outcome)
{
	return outcomes[outcome];
}

const char *outcome_interview(enum outcome outcome)
{
	static const char *const interviews[] = {
		[OUTCOME_UNKNOWN] = "interview",
		[OUTCOME_MET] = "interview",
		[OUTCOME_CANCELLED] = "cancelled interview",
		[OUTCOME_NO_SHOW] = "no-show",
		[OUTCOME_MOVED] = "moved interview",
	};

	return interviews[outcome];
}

int outcome_parse(struct span name, enum outcome *outcome)
{
	for (size_t i = 0; i < sizeof(outcomes) / sizeof(*outcomes); i++) {
		if (span_eq(name, outcomes[i])) {
			*outcome = (enum outcome)i;
			return 0;
		}
	}
	return -1;
}

struct span outcome_suggest(struct span name)
{
	for (size_t i = 1; i < sizeof(outcomes) / sizeof(*outcomes); i++)
		if (span_is_slip(name, outcomes[i]))
			return outcomes[i];
	return SPAN_NONE;
}

bool note_time_valid(struct span text)
{
	uint32_t number;

	return text.n >= 5 && text.p[2] == ':' &&
	       span_number(span_of(text.p, 2), 0, 23, &number) == 0 &&
	       span_number(span_of(text.p + 3, 2), 0, 59, &number) == 0 &&
	       (text.n == 5 || !ascii_is_digit(text.p[5]));
}

struct span leave_name(enum leave leave)
{
	if (leave == LEAVE_UNKNOWN)
		return SPAN_NONE;
	return leave == LEAVE_YES ? SPAN("yes") : SPAN("no");
}

int yes_no_parse(struct span text, bool *yes)
{
	*yes = span_eq_nocase(text, SPAN("yes")) || span_eq_nocase(text, SPAN("true"));
	if (*yes || span_eq_nocase(text, SPAN("no")) || span_eq_nocase(text, SPAN("false")))
		return 0;
	return -1;
}
