/* What ni-check looks for in notes. */
#include "fmt/check_parts.h"
#include "fmt/frontmatter.h"
#include "fmt/plain.h"
#include "src/base/utf8.h"
#include "src/suggest.h"

#define MINUTES_LEAST 10
#define MINUTES_MOST 120

static const char *const note_keys[] = {"contact", "date",      "time",   "mode",    "minutes",
					"place",   "field",     "sector", "outcome", "rating",
					"thanked", "referrals", "tags",   NULL};
static const char *const referral_keys[] = {"name", "org",          "title", "email", "phone",
					    "note", "may_use_name", "id",    "skip",  NULL};

static const char *const modes[] = {"in-person", "phone", "video", "writing", NULL};

/* One note on its way. */
struct pass {
	struct check *check;
	struct yaml yaml;
	struct note_parts parts;
	const struct note *note; /* NULL: it has a fault, and only its text is looked at */
	const struct check_clash *clash;
	struct arena scratch;
};

static bool is_listed(const char *const *names, struct span key)
{
	for (; *names; names++)
		if (span_is(key, *names))
			return true;
	return false;
}

/* A key that is not known, and is a slip of one that is known and not there. */
static void check_keys(struct pass *p, const struct yaml_node *map, const char *const *names)
{
	if (!map || map->kind != YAML_MAP)
		return;
	for (const struct yaml_node *node = map->first; node; node = node->next) {
		if (is_listed(names, node->key))
			continue;
		for (const char *const *name = names; *name; name++) {
			if (!span_is_slip(node->key, span_str(*name)) || check_key(map, *name))
				continue;
			CHECK_FOUND(p->check, "misspelt-key", p->yaml.shown, node->key_line,
				    node->key_column, "'%.*s': did you mean '%s'?",
				    SPAN_ARG(node->key), *name);
			break;
		}
	}
}

static void check_all_keys(struct pass *p)
{
	const struct yaml_node *referrals = check_key(p->yaml.root, "referrals");

	check_keys(p, p->yaml.root, note_keys);
	if (!referrals || referrals->kind != YAML_LIST)
		return;
	for (const struct yaml_node *item = referrals->first; item; item = item->next)
		check_keys(p, item, referral_keys);
}

static void check_contact(struct pass *p, const struct yaml_node *node)
{
	struct span id = utf8_nfc(&p->scratch, span_trim(node->text));

	for (uint32_t i = 0; i < p->note->contact_count; i++)
		if (p->note->contacts[i] == CONTACT_NONE && span_eq(p->note->ids[i], id))
			CHECK_VALUE(p->check, "unknown-contact", &p->yaml, node,
				    "contact: '%.*s' is no contact", SPAN_ARG(id));
}

/* The reader takes somebody who stands twice once: somebody else may have been meant. */
static void check_repeats(struct pass *p)
{
	const struct yaml_node *list = check_key(p->yaml.root, "contact");
	uint32_t next = 0;

	if (!list || list->kind != YAML_LIST)
		return;
	for (const struct yaml_node *item = list->first; item; item = item->next) {
		struct span id = utf8_nfc(&p->scratch, span_trim(item->text));

		if (next < p->note->contact_count && span_eq(id, p->note->ids[next]))
			next++;
		else
			CHECK_VALUE(p->check, "repeated-contact", &p->yaml, item,
				    "contact: '%.*s' stands twice", SPAN_ARG(id));
	}
}

static void check_people(struct pass *p)
{
	const struct yaml_node *node = check_key(p->yaml.root, "contact");

	if (!node || p->check->load->unknown)
		return;
	if (node->kind != YAML_LIST)
		check_contact(p, node);
	else
		for (const struct yaml_node *item = node->first; item; item = item->next)
			check_contact(p, item);
}

static void check_date(struct pass *p)
{
	const struct network *network = &p->check->load->network;
	const struct yaml_node *node = check_key(p->yaml.root, "date");

	if (!node)
		return;
	if (p->note->outcome == OUTCOME_MET && p->note->date > p->check->today)
		CHECK_VALUE(p->check, "held-in-future", &p->yaml, node,
			    "date: '%.*s' is yet to come, and the outcome is 'met'",
			    SPAN_ARG(span_trim(node->text)));
	if (p->clash->contact != CONTACT_NONE)
		CHECK_VALUE(p->check, "double-note", &p->yaml, node,
			    "date: '%.*s' has another note on that day: '%.*s'",
			    SPAN_ARG(network_text(network, p->clash->contact, TEXT_ID)),
			    SPAN_ARG(network->notes[p->clash->note].shown));
}

static void check_thanked(struct pass *p)
{
	const struct yaml_node *node = check_key(p->yaml.root, "thanked");
	const struct note *note = p->note;

	if (!node || note->thanked != THANKED_ON)
		return;
	if (note->thanked_on < note->date)
		CHECK_VALUE(p->check, "date-order", &p->yaml, node,
			    "thanked: '%.*s' is before the interview",
			    SPAN_ARG(span_trim(node->text)));
	if (note->thanked_on > p->check->today)
		CHECK_VALUE(p->check, "future-date", &p->yaml, node,
			    "thanked: '%.*s' is yet to come", SPAN_ARG(span_trim(node->text)));
}

static void check_minutes(struct pass *p)
{
	const struct yaml_node *node = check_key(p->yaml.root, "minutes");
	uint32_t minutes = p->note->minutes;

	if (node && minutes > 0 && (minutes < MINUTES_LEAST || minutes > MINUTES_MOST))
		CHECK_VALUE(p->check, "unusual-minutes", &p->yaml, node,
			    "minutes: %lu is unusual, most talks take %d to %d",
			    (unsigned long)minutes, MINUTES_LEAST, MINUTES_MOST);
}

static void check_mode(struct pass *p)
{
	const struct yaml_node *node = check_key(p->yaml.root, "mode");
	const char *meant = node ? check_meant(modes, p->note->mode) : NULL;

	if (meant)
		CHECK_VALUE(p->check, "misspelt-value", &p->yaml, node,
			    "mode: '%.*s': did you mean '%s'?", SPAN_ARG(p->note->mode), meant);
}

/* Held, and there are questions without any answer, or nothing at all. */
static void check_answers(struct pass *p)
{
	const struct yaml_node *node = check_key(p->yaml.root, "outcome");
	const struct body *body = &p->note->body;
	bool answered = body->question_count == 0 && span_trim(p->parts.body).n > 0;

	for (uint32_t i = 0; i < body->question_count; i++)
		answered |= body->questions[i].answered;
	if (node && p->note->outcome == OUTCOME_MET && !answered)
		CHECK_VALUE(p->check, "no-answers", &p->yaml, node,
			    "outcome: 'met', and no answer is written down");
}

static void check_name(struct pass *p)
{
	if (!check_is_habit(p->note, &p->scratch))
		CHECK_FOUND(p->check, "file-name", p->yaml.shown, 1, 1,
			    "the name of this note is not its date, '-' and a contact's id");
}

static void check_note(struct pass *p)
{
	check_name(p);
	check_people(p);
	check_repeats(p);
	check_mode(p);
	check_date(p);
	check_thanked(p);
	check_minutes(p);
	check_answers(p);
	check_private(p->check, &p->parts, p->yaml.shown, &p->scratch);
}

static void check_characters(struct pass *p)
{
	/* else the reader has told of those that are no YAML */
	if (yaml_read(&p->yaml, &p->scratch) == 0)
		check_unseen(p->check, p->parts.front, p->yaml.shown, p->parts.front_line, 1);
	check_unseen(p->check, p->parts.body, p->yaml.shown, p->parts.body_line, 1);
}

static void check_text(struct pass *p, struct span text)
{
	struct diags *quiet = &p->check->quiet;

	p->yaml.diags = quiet;
	/* A good note's text is known to be plain. */
	if ((!p->note && plain_check(text, p->yaml.shown, quiet) != 0) ||
	    note_split(text, p->yaml.shown, &p->parts, quiet) != 0)
		return;
	p->yaml.text = p->parts.front;
	p->yaml.line = p->parts.front_line;
	check_characters(p);
	check_all_keys(p);
	if (p->note)
		check_note(p);
}

/* How many notes of the network stand before this one of the texts; those at fault are none. */
static size_t count_good(const struct note_texts *texts, size_t end)
{
	size_t count = 0;

	for (size_t i = 0; i < end; i++)
		count += texts->list[i].good;
	return count;
}

/* The notes of the network are in the order of the paths, as the texts are. */
void check_notes(struct check *check)
{
	const struct note_texts *texts = &check->load->texts;
	size_t next = count_good(texts, check->first);

	for (size_t i = check->first; i < check->end; i++) {
		const struct note_text *text = &texts->list[i];
		struct pass p = {.check = check, .yaml.shown = text->shown};

		p.note = text->good ? &check->load->network.notes[next] : NULL;
		p.clash = text->good ? &check->clashes[next] : NULL;
		next += text->good;
		if (text->text.p && text->text.n <= NOTE_LIMIT)
			check_text(&p, text->text);
		arena_release(&p.scratch);
	}
}
