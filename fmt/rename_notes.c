/* ni-rename: the notes and the names of their files. */
#include <string.h>

#include "fmt/rename_front.h"
#include "src/base/utf8.h"

static bool has_contact(const struct note *note, struct span id)
{
	for (uint32_t i = 0; i < note->contact_count; i++)
		if (span_eq(note->ids[i], id))
			return true;
	return false;
}

static bool has_referral(const struct note *note, struct span id)
{
	for (uint32_t i = 0; i < note->referral_count; i++)
		if (span_eq(note->referrals[i].id, id))
			return true;
	return false;
}

/* As ni-check(1) has it, of which outcome alone decides. */
static bool is_off(const struct note *note)
{
	return note_state(note, note->date) == NOTE_OFF;
}

/* Two interviews with one person on one day would be one, if neither is off. */
static int check_day(const struct renaming *r, const struct note *old, const struct note *new)
{
	struct buf day = BUF_INIT;

	if (old == new) {
		diag_fail(r->diags, "'%.*s' is with '%.*s' and '%.*s': take one of them out",
			  SPAN_ARG(old->shown), SPAN_ARG(r->old), SPAN_ARG(r->new));
		return -1;
	}
	if (old->date != new->date || is_off(old) || is_off(new))
		return 0;
	date_format(&day, old->date);
	diag_fail(r->diags, "'%.*s' and '%.*s' would both be with '%.*s' on %s",
		  SPAN_ARG(old->shown), SPAN_ARG(new->shown), SPAN_ARG(r->new), day.p);
	buf_release(&day);
	return -1;
}

static int check_days(struct renaming *r)
{
	const struct network *network = &r->load->network;
	const struct note **new = arena_array(&r->arena, network->note_count, sizeof(*new));
	size_t count = 0;
	int result = 0;

	for (size_t i = 0; i < network->note_count; i++)
		if (has_contact(&network->notes[i], r->new))
			new[count++] = &network->notes[i];
	for (size_t i = 0; i < network->note_count && count > 0; i++)
		for (size_t k = 0; has_contact(&network->notes[i], r->old) && k < count; k++)
			if (check_day(r, &network->notes[i], new[k]) != 0)
				result = -1;
	return result;
}

static int change_text(struct renaming *r, struct renamed *file)
{
	int found = renaming_read(r, file, NOTE_LIMIT);

	if (found == 0)
		diag_fail(r->diags, "'%s' has gone since it was read", file->change.path);
	return found > 0 ? rename_front(r, file) : -1;
}

static void look_at_ids(struct renaming *r, const struct note *note)
{
	for (uint32_t i = 0; i < note->contact_count; i++)
		renaming_look(r, note->ids[i], note->shown, note->contact_line, 0);
	for (uint32_t i = 0; i < note->referral_count; i++)
		renaming_look(r, note->referrals[i].id, note->shown, note->referrals[i].line, 0);
}

static int take_note(struct renaming *r, const struct note *note)
{
	bool is_contact = has_contact(note, r->old);
	bool text = is_contact || has_referral(note, r->old);
	const char *to = NULL;
	struct renamed *file;

	look_at_ids(r, note);
	/* a run that was killed may have left one with its old name */
	if (is_contact || has_contact(note, r->new))
		to = rename_file_name(r, note);
	if (!text && !to)
		return 0;
	file = renaming_add(r, arena_string(&r->arena, note->shown));
	file->change.to = to;
	if (io_name_free(&file->change, r->diags) != 0)
		return -1;
	return text ? change_text(r, file) : 0;
}

int rename_notes(struct renaming *r)
{
	const struct network *network = &r->load->network;
	int result = check_days(r);

	for (size_t i = 0; i < network->note_count; i++)
		if (take_note(r, &network->notes[i]) != 0)
			result = -1;
	return result;
}
