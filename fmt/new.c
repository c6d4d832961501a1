#include "fmt/new.h"

#include <stdlib.h>

#include "fmt/bank.h"
#include "fmt/draft.h"
#include "fmt/note.h"
#include "fmt/yaml_check.h"
#include "src/base/io.h"
#include "src/base/mem.h"
#include "src/base/utf8.h"
#include "src/person.h"

/* A text of the command line that is to stand in the front matter, on one line. */
static int check_text(const char *name, struct span text, struct diags *diags)
{
	bool lines = text.n > 0 && (memchr(text.p, '\n', text.n) || memchr(text.p, '\t', text.n));

	if (utf8_invalid(text) == text.n && !yaml_has_control(text) && !lines)
		return 0;
	diag_fail(diags, "%s: found '%.*s', expected a text in UTF-8 without control characters",
		  name, SPAN_ARG(text));
	return -1;
}

static int check_texts(const struct new_options *options, struct diags *diags)
{
	int result = check_text("time", options->time, diags);

	if (check_text("mode", options->mode, diags) != 0)
		result = -1;
	if (check_text("place", options->place, diags) != 0)
		result = -1;
	return result;
}

static int refuse(struct diags *diags)
{
	diag_fail(diags, "nothing was written, because of the errors above");
	return -1;
}

/* Rows of other people only give prompts: an error in one of them is no hindrance. */
static bool all_was_read(const struct load *l, const struct diags *diags)
{
	for (size_t i = 0; i < diags->count; i++)
		if (diags->list[i].severity == DIAG_ERROR &&
		    (l->contacts_path.n == 0 || !span_eq(diags->list[i].file, l->contacts_path)))
			return false;
	return true;
}

int new_load(struct load *l, const struct load_options *options, struct diags *diags)
{
	int result = load(l, options, NULL, 0, diags);

	if (result == 0 && all_was_read(l, diags))
		return 0;
	return l->place.found ? refuse(diags) : -1;
}

/* Whether all that is known of the contact was read. */
static int check_contact(const struct network *network, uint32_t contact, struct diags *diags)
{
	if (person_check(network, &contact, 1, diags) != 0)
		return -1;
	return network->contacts[contact].left_out ? -1 : 0; /* was told */
}

/* A second note on one day would be the same interview. */
static int check_day(const struct network *network, uint32_t number, int32_t date,
		     struct diags *diags)
{
	const struct contact *contact = &network->contacts[number];

	for (uint32_t i = 0; i < contact->note_count; i++) {
		const struct note *note = contact_note(network, contact, i);
		struct buf day = BUF_INIT;

		if (note->date != date)
			continue;
		date_format(&day, date);
		diag_fail(diags, "'%.*s' has a note of %s already: %.*s; nothing was written",
			  SPAN_ARG(network_text(network, number, TEXT_ID)), day.p,
			  SPAN_ARG(note->shown));
		buf_release(&day);
		return -1;
	}
	return 0;
}

/* The questions for draft; chosen is the bank's length. Returns how many. */
static size_t choose(const struct draft *draft, uint32_t wanted, bool *chosen, struct diags *diags)
{
	size_t count = prepare_choose(draft->network, draft->contact, draft->bank, wanted, chosen);

	if (count < wanted)
		diag_add(diags, DIAG_WARNING, SPAN_NONE, 0, 0,
			 "%zu of %lu questions: the bank has no more that '%.*s' has not had",
			 count, (unsigned long)wanted,
			 SPAN_ARG(network_text(draft->network, draft->contact, TEXT_ID)));
	return count;
}

/* Whether note is what was meant, and nothing in it is more than a prompt. */
static bool is_as_meant(const struct note *note, const struct draft *draft, size_t questions)
{
	return note->contact_count == 1 &&
	       span_eq(note->ids[0], network_text(draft->network, draft->contact, TEXT_ID)) &&
	       note->date == draft->date && span_eq(note->time, draft->time) &&
	       span_eq(note->mode, draft->mode) && span_eq(note->place, draft->place) &&
	       note->minutes == draft->minutes && note->outcome == OUTCOME_UNKNOWN &&
	       note->rating == 0 && note->thanked == THANKED_NOT_YET && note->referral_count == 0 &&
	       !note->body.researched && note->body.task_count == 0 &&
	       note->body.question_count == questions;
}

/* Reads the note as it will be: what cannot be read again must not be written. */
static int verify(struct span text, struct span shown, const struct draft *draft, size_t questions,
		  struct diags *diags)
{
	struct arena arena = {0};
	struct note note;
	int result = note_read(text, shown, shown, NOTE_BODY, draft->date, &arena, diags, &note);

	if (result == 0 && !is_as_meant(&note, draft, questions))
		result = -1;
	for (uint32_t i = 0; result == 0 && i < note.body.question_count; i++)
		result = note.body.questions[i].answered ? -1 : 0;
	if (result != 0)
		diag_fail(diags,
			  "'%.*s' could not be read again as it is meant; nothing was written",
			  SPAN_ARG(shown));
	arena_release(&arena);
	return result;
}

/* Where the note goes, from here; terminated. */
static void find_path(struct load *l, const struct new_options *options, struct span id,
		      struct buf *path)
{
	struct buf name = BUF_INIT;

	buf_add_str(&name, options->notes ? options->notes : "notes");
	if (!span_ends(buf_span(&name), SPAN("/")))
		buf_add_char(&name, '/');
	date_format(&name, options->date);
	buf_add_char(&name, '-');
	buf_add_span(&name, id);
	buf_add_str(&name, ".md");
	if (options->notes)
		buf_add_span(path, buf_span(&name));
	else
		buf_add_span(path, place_path(&l->place, &l->arena, buf_span(&name)));
	buf_release(&name);
}

/* A new file, in the network's folder, which may have to be made, or in that of --notes. */
static int write_file(struct load *l, bool folder, const struct buf *path, struct span text,
		      struct diags *diags)
{
	static const struct io_stamp is_new = {.exists = false};
	struct span notes = place_path(&l->place, &l->arena, SPAN("notes"));
	bool made;

	if (folder && io_folder(notes.p, &made, diags) != 0)
		return -1;
	return io_replace(path->p, text, &is_new, diags);
}

static int write_note(struct load *l, const struct new_options *options, const struct draft *draft,
		      size_t questions, struct buf *path, struct buf *output, struct diags *diags)
{
	struct buf text = BUF_INIT;
	int result;

	find_path(l, options, network_text(draft->network, draft->contact, TEXT_ID), path);
	draft_write(draft, &text);
	result = verify(buf_span(&text), buf_span(path), draft, questions, diags);
	if (result == 0 && !options->print)
		result = write_file(l, !options->notes, path, buf_span(&text), diags);
	if (result == 0 && options->print) {
		buf_add_span(output, buf_span(&text));
	} else if (result == 0) {
		buf_add_span(output, buf_span(path));
		buf_add_char(output, '\n');
	}
	buf_release(&text);
	return result;
}

int new_note(struct load *l, const struct new_options *options, struct buf *path,
	     struct buf *output, struct diags *diags)
{
	const struct settings *settings = &l->network.settings;
	struct draft draft = {.network = &l->network,
			      .date = options->date,
			      .time = span_trim(options->time),
			      .mode = span_trim(options->mode),
			      .place = span_trim(options->place),
			      .minutes = options->minutes ? options->minutes : settings->minutes};
	struct bank bank;
	bool *chosen;
	int result;

	draft.contact = person_one(&l->network, options->contact, diags);
	if (check_texts(options, diags) != 0 || draft.contact == CONTACT_NONE)
		return -1;
	if (check_contact(&l->network, draft.contact, diags) != 0)
		return refuse(diags);
	if (!options->print && check_day(&l->network, draft.contact, draft.date, diags) != 0)
		return -1;
	if (bank_load(&l->place, DIAG_ERROR, &l->arena, diags, &bank) != 0)
		return refuse(diags);
	chosen = mem_resize(NULL, bank.count + 1, sizeof(*chosen));
	draft.bank = &bank;
	draft.chosen = chosen;

	size_t count =
		choose(&draft, options->questions ? options->questions : prepare_count(settings),
		       chosen, diags);
	result = write_note(l, options, &draft, count, path, output, diags);
	free(chosen);
	return result;
}
