#include "fmt/frontmatter.h"
#include "fmt/frontmatter_internal.h"
#include "fmt/note.h"
#include "fmt/plain.h"
#include "src/base/utf8.h"

struct key {
	struct span name;
	void (*read)(const struct front *f, const struct yaml_node *node, const char *name);
	size_t offset; /* read NULL: a text, kept here in struct note */
};

static bool is_delimiter(struct span line)
{
	return span_starts(line, SPAN("---")) && span_trim(span_skip(line, 3)).n == 0;
}

static int no_front_matter(struct span shown, struct diags *diags, const char *what)
{
	diag_add(diags, DIAG_ERROR, shown, 1, 1, "%s", what);
	return -1;
}

int note_split(struct span text, struct span shown, struct note_parts *parts, struct diags *diags)
{
	struct span rest = plain_skip_bom(text), line;
	uint32_t number = 2;

	*parts = (struct note_parts){.front_line = 2};
	if (!span_cut(&rest, '\n', &line) || !is_delimiter(line))
		return no_front_matter(shown, diags, "no front matter: expected a line '---'");

	const char *start = rest.p;
	for (; span_cut(&rest, '\n', &line); number++) {
		if (!is_delimiter(line))
			continue;
		parts->front = span_of(start, (size_t)(line.p - start));
		parts->body = rest.p != NULL ? rest : span_of(line.p + line.n, 0);
		parts->body_line = number + 1;
		if (parts->front.n > FRONT_MATTER_LIMIT)
			return no_front_matter(shown, diags, "front matter is larger than 64 KiB");
		return 0;
	}
	return no_front_matter(shown, diags, "front matter does not end: expected a line '---' after it");
}

int front_id(const struct front *f, const struct yaml_node *node, const char *name, struct span *id)
{
	struct span text;

	if (!yaml_scalar(f->yaml, node, name, ID_FORM, &text))
		return -1;

	struct span normal = utf8_nfc(f->scratch, text);
	if (!utf8_is_id(normal)) {
		yaml_expected(f->yaml, node, name, ID_FORM);
		return -1;
	}
	*id = arena_copy(f->arena, normal);
	return 0;
}

void front_text(const struct front *f, const struct yaml_node *node, const char *name,
		struct span *text)
{
	struct span value;

	*text = SPAN_NONE;
	if (yaml_scalar(f->yaml, node, name, "a text", &value))
		*text = arena_copy(f->arena, value);
}

static void add_contact(const struct front *f, const struct yaml_node *node, const char *name)
{
	struct note *note = f->note;
	struct span id;

	if (front_id(f, node, name, &id) != 0)
		return;
	for (uint32_t i = 0; i < note->contact_count; i++)
		if (span_eq(note->ids[i], id))
			return;
	note->ids[note->contact_count++] = id;
}

static void read_contact(const struct front *f, const struct yaml_node *node, const char *name)
{
	bool list = node->kind == YAML_LIST;

	f->note->contact_line = node->key_line;
	f->note->contact_count = 0; /* a key that stands twice is a fault, and is read all the same */
	f->note->ids = arena_array(f->arena, list ? node->count : 1, sizeof(*f->note->ids));
	if (list && node->count == 0)
		diag_add(f->yaml->diags, DIAG_ERROR, f->yaml->shown, node->line, node->column,
			 "%s: found an empty list, expected " ID_FORM, name);
	if (!list)
		add_contact(f, node, name);
	else
		for (const struct yaml_node *item = node->first; item != NULL; item = item->next)
			add_contact(f, item, name);
}

static void read_date(const struct front *f, const struct yaml_node *node, const char *name)
{
	static const char form[] = "a date such as 2026-11-30";
	struct span text;

	f->note->date_line = node->key_line;
	if (yaml_scalar(f->yaml, node, name, form, &text) && date_parse(text, &f->note->date) != 0)
		yaml_expected(f->yaml, node, name, form);
}

/* HH:MM, then anything but a further digit. */
static bool begins_with_time(struct span text)
{
	uint32_t number;

	return text.n >= 5 && text.p[2] == ':' && span_number(span_of(text.p, 2), 0, 23, &number) == 0 &&
	       span_number(span_of(text.p + 3, 2), 0, 59, &number) == 0 &&
	       (text.n == 5 || text.p[5] < '0' || text.p[5] > '9');
}

static void read_time(const struct front *f, const struct yaml_node *node, const char *name)
{
	static const char form[] = "a time such as 14:00 or 09:30 EST";
	struct span text;

	if (!yaml_scalar(f->yaml, node, name, form, &text))
		return;
	if (text.n > 0 && !begins_with_time(text))
		yaml_expected(f->yaml, node, name, form);
	else
		f->note->time = arena_copy(f->arena, text);
}

static void read_number(const struct front *f, const struct yaml_node *node, const char *name,
			uint32_t max, const char *form, uint32_t *number)
{
	struct span text;

	if (yaml_scalar(f->yaml, node, name, form, &text) && text.n > 0 &&
	    span_number(text, 1, max, number) != 0)
		yaml_expected(f->yaml, node, name, form);
}

static void read_minutes(const struct front *f, const struct yaml_node *node, const char *name)
{
	read_number(f, node, name, 1440, "a number from 1 to 1440", &f->note->minutes);
}

static void read_rating(const struct front *f, const struct yaml_node *node, const char *name)
{
	read_number(f, node, name, 5, "a number from 1 to 5", &f->note->rating);
}

static void read_outcome(const struct front *f, const struct yaml_node *node, const char *name)
{
	static const char form[] = "met, cancelled, no-show or moved";
	static const struct span words[] = {
		[OUTCOME_UNKNOWN] = NAMED(""),		[OUTCOME_MET] = NAMED("met"),
		[OUTCOME_CANCELLED] = NAMED("cancelled"), [OUTCOME_NO_SHOW] = NAMED("no-show"),
		[OUTCOME_MOVED] = NAMED("moved"),
	};
	struct span text;

	if (!yaml_scalar(f->yaml, node, name, form, &text))
		return;
	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++) {
		if (span_eq(text, words[i])) {
			f->note->outcome = (enum outcome)i;
			return;
		}
	}
	yaml_expected(f->yaml, node, name, form);
}

static void read_thanked(const struct front *f, const struct yaml_node *node, const char *name)
{
	static const char form[] = "a date such as 2026-11-30, no, or n/a";
	struct note *note = f->note;
	struct span text;

	if (!yaml_scalar(f->yaml, node, name, form, &text))
		return;
	if (text.n == 0 || span_eq_nocase(text, SPAN("no")) || span_eq_nocase(text, SPAN("false")))
		note->thanked = THANKED_NOT_YET;
	else if (span_eq_nocase(text, SPAN("n/a")))
		note->thanked = THANKED_NONE_OWED;
	else if (date_parse(text, &note->thanked_on) == 0)
		note->thanked = THANKED_ON;
	else
		yaml_expected(f->yaml, node, name, form);
}

static void read_referrals(const struct front *f, const struct yaml_node *node, const char *name)
{
	(void)name;
	front_referrals(f, node);
}

static void read_tags(const struct front *f, const struct yaml_node *node, const char *name)
{
	struct buf joined = BUF_INIT;

	if (node->kind != YAML_LIST) {
		front_text(f, node, name, &f->note->tags);
		return;
	}
	for (const struct yaml_node *item = node->first; item != NULL; item = item->next) {
		struct span tag;

		if (!yaml_scalar(f->yaml, item, name, "a text", &tag) || tag.n == 0)
			continue;
		if (joined.n > 0)
			buf_add_char(&joined, ';');
		buf_add_span(&joined, tag);
	}
	f->note->tags = arena_copy(f->arena, buf_span(&joined));
	buf_release(&joined);
}

#define TEXT_KEY(name) {NAMED(#name), NULL, offsetof(struct note, name)}

static const struct key keys[] = {
	{NAMED("contact"), read_contact, 0},
	{NAMED("date"), read_date, 0},
	{NAMED("time"), read_time, 0},
	{NAMED("minutes"), read_minutes, 0},
	{NAMED("outcome"), read_outcome, 0},
	{NAMED("rating"), read_rating, 0},
	{NAMED("thanked"), read_thanked, 0},
	{NAMED("referrals"), read_referrals, 0},
	{NAMED("tags"), read_tags, 0},
	TEXT_KEY(mode),
	TEXT_KEY(place),
	TEXT_KEY(field),
	TEXT_KEY(sector),
};

/* Keys that are not in the table are the user's own. */
static void read_key(const struct front *f, const struct yaml_node *node)
{
	for (size_t i = 0; i < sizeof(keys) / sizeof(*keys); i++) {
		if (!span_eq(keys[i].name, node->key))
			continue;
		if (keys[i].read != NULL)
			keys[i].read(f, node, keys[i].name.p);
		else
			front_text(f, node, keys[i].name.p,
				   (struct span *)(void *)((char *)f->note + keys[i].offset));
		return;
	}
}

static void read_keys(const struct front *f)
{
	const struct yaml *yaml = f->yaml;

	if (yaml->root != NULL && yaml->root->kind != YAML_MAP) {
		yaml_expected(yaml, yaml->root, "front matter", "keys and values such as 'date: 2026-11-30'");
		return;
	}
	if (yaml->root != NULL)
		for (const struct yaml_node *node = yaml->root->first; node != NULL; node = node->next)
			read_key(f, node);
	if (f->note->contact_line == 0)
		diag_add(yaml->diags, DIAG_ERROR, yaml->shown, 1, 1, "missing key 'contact'");
	if (f->note->date_line == 0)
		diag_add(yaml->diags, DIAG_ERROR, yaml->shown, 1, 1, "missing key 'date'");
}

int front_matter_read(const struct note_parts *parts, struct span shown, struct arena *arena,
		      struct diags *diags, struct note *note)
{
	struct arena scratch = {0};
	struct yaml yaml = {
		.text = parts->front, .line = parts->front_line, .shown = shown, .diags = diags};
	struct front front = {.yaml = &yaml, .arena = arena, .scratch = &scratch, .note = note};
	size_t errors = diags->errors;

	if (yaml_read(&yaml, &scratch) == 0 || yaml.root != NULL)
		read_keys(&front);
	arena_release(&scratch);
	return diags->errors > errors ? -1 : 0;
}
