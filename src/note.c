#include "src/note.h"

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
