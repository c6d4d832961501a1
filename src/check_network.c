/* What can be told of a network as a whole. */
#include "src/check.h"

struct check_clash *check_clashes(const struct network *network, int32_t today, struct arena *arena)
{
	struct check_clash *clashes = arena_array(arena, network->note_count, sizeof(*clashes));

	for (size_t n = 0; n < network->note_count; n++)
		clashes[n].contact = CONTACT_NONE;
	for (uint32_t i = 0; i < network->contact_count; i++) {
		const struct contact *contact = &network->contacts[i];
		const struct note *before = NULL;

		for (uint32_t k = 0; k < contact->note_count; k++) {
			const struct note *note = contact_note(network, contact, k);
			uint32_t number = (uint32_t)(note - network->notes);

			if (note_state(note, today) == NOTE_OFF)
				continue;
			if (before && before->date == note->date)
				clashes[number] = (struct check_clash){
					(uint32_t)(before - network->notes), i};
			before = note;
		}
	}
	return clashes;
}
