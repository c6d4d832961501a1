#include "fmt/note.h"
#include "fmt/frontmatter.h"
#include "fmt/markdown.h"
#include "fmt/plain.h"

static bool body_wanted(const struct note *note, struct span body, enum note_want want,
			int32_t today)
{
	switch (want) {
	case NOTE_HEAD:
		return false;
	case NOTE_TASKS:
		return note_state(note, today) == NOTE_PLANNED || markdown_may_hold_task(body);
	case NOTE_BODY:
	case NOTE_TEXTS:
		break;
	}
	return true;
}

static int read_body(const struct note_parts *parts, enum note_want want, struct span shown,
		     struct arena *arena, struct diags *diags, struct body *body)
{
	if (want == NOTE_TEXTS)
		return markdown_read_texts(parts->body, parts->body_line, shown, arena, diags,
					   body);
	return markdown_read(parts->body, parts->body_line, shown, arena, diags, body);
}

int note_read(struct span text, struct span path, struct span shown, enum note_want want,
	      int32_t today, struct arena *arena, struct diags *diags, struct note *note)
{
	struct note_parts parts;

	*note = (struct note){
		.path = path, .shown = shown, .date = DAY_NONE, .thanked_on = DAY_NONE};
	if (text.n > NOTE_LIMIT) {
		diag_add(diags, DIAG_ERROR, shown, 1, 1, "note is larger than 256 KiB");
		diag_rule(diags, "too-large");
		return -1;
	}
	if (plain_check(text, shown, diags) != 0 || note_split(text, shown, &parts, diags) != 0)
		return -1;

	/* A fault in the front matter does not hide those of the body. */
	int result = front_matter_read(&parts, shown, arena, diags, note);
	if (body_wanted(note, parts.body, want, today) &&
	    read_body(&parts, want, shown, arena, diags, &note->body) != 0)
		result = -1;
	return result;
}
