#include "src/note.h"

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
