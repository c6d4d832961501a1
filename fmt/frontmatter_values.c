#include "fmt/frontmatter_internal.h"
#include "src/base/utf8.h"

int front_id(const struct front *f, const struct yaml_node *node, const char *name, struct span *id)
{
	struct span text;

	if (!yaml_scalar(f->yaml, node, name, ID_FORM, &text))
		return -1;

	struct span normal = utf8_nfc(f->scratch, text);
	if (!utf8_is_id(normal)) {
		yaml_expected(f->yaml, node, name, ID_FORM);
		diag_rule(f->yaml->diags, "bad-id");
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

void front_contact(const struct front *f, const struct yaml_node *node, const char *name)
{
	bool list = node->kind == YAML_LIST;

	f->note->contact_line = node->key_line;
	f->note->contact_count =
		0; /* a key that stands twice is a fault, and is read all the same */
	f->note->ids = arena_array(f->arena, list ? node->count : 1, sizeof(*f->note->ids));
	if (list && node->count == 0) {
		diag_add(f->yaml->diags, DIAG_ERROR, f->yaml->shown, node->line, node->column,
			 "%s: found an empty list, expected " ID_FORM, name);
		diag_rule(f->yaml->diags, "bad-id");
	}
	if (!list)
		add_contact(f, node, name);
	else
		for (const struct yaml_node *item = node->first; item != NULL; item = item->next)
			add_contact(f, item, name);
}

void front_date(const struct front *f, const struct yaml_node *node, const char *name)
{
	static const char form[] = "a date such as 2026-11-30";
	struct span text;

	f->note->date_line = node->key_line;
	if (yaml_scalar(f->yaml, node, name, form, &text) &&
	    date_parse(text, &f->note->date) != 0) {
		yaml_expected(f->yaml, node, name, form);
		diag_rule(f->yaml->diags, "bad-date");
	}
}

void front_time(const struct front *f, const struct yaml_node *node, const char *name)
{
	static const char form[] = TIME_FORM;
	struct span text;

	if (!yaml_scalar(f->yaml, node, name, form, &text))
		return;
	if (text.n > 0 && !note_time_valid(text))
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

void front_minutes(const struct front *f, const struct yaml_node *node, const char *name)
{
	read_number(f, node, name, 1440, "a number from 1 to 1440", &f->note->minutes);
}

void front_rating(const struct front *f, const struct yaml_node *node, const char *name)
{
	read_number(f, node, name, 5, "a number from 1 to 5", &f->note->rating);
}

void front_outcome(const struct front *f, const struct yaml_node *node, const char *name)
{
	static const char form[] = "met, cancelled, no-show or moved";
	struct buf longer = BUF_INIT;
	struct span text, meant;

	if (!yaml_scalar(f->yaml, node, name, form, &text) ||
	    outcome_parse(text, &f->note->outcome) == 0)
		return;
	meant = outcome_suggest(text);
	buf_add_str(&longer, form);
	if (meant.n > 0)
		buf_add_format(&longer, "; did you mean '%.*s'?", SPAN_ARG(meant));
	yaml_expected(f->yaml, node, name, longer.p);
	diag_rule(f->yaml->diags, "unknown-outcome");
	buf_release(&longer);
}

void front_thanked(const struct front *f, const struct yaml_node *node, const char *name)
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
	else {
		yaml_expected(f->yaml, node, name, form);
		diag_rule(f->yaml->diags, "bad-date");
	}
}

void front_tags(const struct front *f, const struct yaml_node *node, const char *name)
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
