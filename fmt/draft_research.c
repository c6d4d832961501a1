/* What is known of a contact, as prompts in a new note. */
#include "fmt/draft.h"
#include "fmt/gfm.h"
#include "src/base/utf8.h"

enum { KNOWN_WIDTH = 300, NAMED_MOST = 10, EARLIER_MOST = 10 };

/* "-->" and, to a browser, "--!>" end a comment: a blank before the '>' keeps them from it. */
static bool ends_comment(const struct buf *text)
{
	struct span s = buf_span(text);

	return span_ends(s, SPAN("--")) || span_ends(s, SPAN("--!"));
}

void draft_write_known(struct buf *text, struct span s)
{
	struct buf clean = BUF_INIT;
	size_t columns;

	gfm_clean(&clean, s);

	struct span kept = utf8_clip(buf_span(&clean), KNOWN_WIDTH, &columns);
	for (size_t i = 0; i < kept.n; i++) {
		if (kept.p[i] == '>' && ends_comment(text))
			buf_add_char(text, ' ');
		buf_add_char(text, kept.p[i]);
	}
	if (kept.n < clean.n)
		buf_add_str(text, "\xE2\x80\xA6"); /* an ellipsis */
	buf_release(&clean);
}

static void begin(struct buf *text, const char *what)
{
	buf_add_str(text, "\n<!-- ");
	buf_add_str(text, what);
}

static void end(struct buf *text)
{
	buf_add_str(text, " -->\n");
}

static struct span known(const struct draft *d, enum contact_text column)
{
	return network_text(d->network, d->contact, column);
}

static void add_person(struct buf *text, const struct network *network, uint32_t contact)
{
	draft_write_known(text, network_name(network, contact));
	buf_add_str(text, " (");
	draft_write_known(text, network_text(network, contact, TEXT_ID));
	buf_add_char(text, ')');
}

static void prompt_person(const struct draft *d, struct buf *text)
{
	struct span title = known(d, TEXT_TITLE), org = known(d, TEXT_ORG);

	begin(text, "The person: ");
	draft_write_known(text, title);
	if (title.n > 0 && org.n > 0)
		buf_add_str(text, " at ");
	if (title.n > 0)
		draft_write_known(text, org);
	buf_add_str(text, title.n > 0 ? "; " : "");
	buf_add_str(text, "their way to this work, what they have made or written");
	end(text);
}

static void prompt_org(const struct draft *d, struct buf *text)
{
	struct span org = known(d, TEXT_ORG), sector = known(d, TEXT_SECTOR);

	begin(text, "The organisation: ");
	draft_write_known(text, org);
	if (org.n > 0 && sector.n > 0) {
		buf_add_str(text, " (");
		draft_write_known(text, sector);
		buf_add_char(text, ')');
	}
	buf_add_str(text, org.n > 0 ? "; " : "");
	buf_add_str(text, "what it does, what is new there");
	end(text);
}

/* A column as it stands, if it says anything. */
static void prompt_text(const struct draft *d, enum contact_text column, const char *what,
			const char *then, struct buf *text)
{
	struct span value = known(d, column);

	if (value.n == 0)
		return;
	begin(text, what);
	draft_write_known(text, value);
	buf_add_str(text, then);
	end(text);
}

static void prompt_referrer(const struct draft *d, struct buf *text)
{
	const struct contact *contact = &d->network->contacts[d->contact];

	if (contact->referred_by == CONTACT_NONE)
		return;
	begin(text, "Named by ");
	add_person(text, d->network, contact->referred_by);
	switch ((enum leave)contact->may_use_name) {
	case LEAVE_YES:
		buf_add_str(text, "; you may use their name");
		break;
	case LEAVE_NO:
		buf_add_str(text, "; do not use their name");
		break;
	case LEAVE_UNKNOWN:
		buf_add_str(text, "; ask them whether you may use their name");
		break;
	}
	end(text);
}

static void prompt_named(const struct draft *d, struct buf *text)
{
	size_t count = 0;

	for (uint32_t i = 0; i < d->network->contact_count; i++) {
		if (d->network->contacts[i].referred_by != d->contact)
			continue;
		if (count == NAMED_MOST) {
			buf_add_str(text, ", and others");
			count++;
			break;
		}
		if (count++ == 0)
			begin(text, "They named ");
		else
			buf_add_str(text, ", ");
		add_person(text, d->network, i);
	}
	if (count > 0)
		end(text);
}

/* The path is as from the new note, which lies at the head of the notes folder. */
static void prompt_note(const struct note *note, struct buf *text)
{
	struct span outcome = outcome_name(note->outcome);

	begin(text, "Earlier note: ");
	draft_write_known(text, note->path);
	buf_add_str(text, " of ");
	date_format(text, note->date);
	if (outcome.n > 0)
		buf_add_str(text, ", ");
	buf_add_span(text, outcome);
	if (note->rating > 0)
		buf_add_format(text, ", rating %lu", (unsigned long)note->rating);
	end(text);
}

/* Of their notes before this one the latest, in their order. */
static void prompt_notes(const struct draft *d, struct buf *text)
{
	const struct contact *contact = &d->network->contacts[d->contact];
	uint32_t before = 0;

	while (before < contact->note_count &&
	       contact_note(d->network, contact, before)->date < d->date)
		before++;
	for (uint32_t i = before > EARLIER_MOST ? before - EARLIER_MOST : 0; i < before; i++)
		prompt_note(contact_note(d->network, contact, i), text);
}

void draft_write_research(const struct draft *d, struct buf *text)
{
	buf_add_str(text, "\n## Research\n");
	begin(text, "What you find out. As long as there are only comments here, it is none.");
	end(text);
	prompt_person(d, text);
	prompt_org(d, text);
	prompt_text(d, TEXT_FIELD, "The field: ", "; what is being argued about", text);
	prompt_text(d, TEXT_NOTE, "In contacts.csv: ", "", text);
	prompt_referrer(d, text);
	prompt_named(d, text);
	prompt_notes(d, text);
}
