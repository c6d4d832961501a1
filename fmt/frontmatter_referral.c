#include "fmt/frontmatter_internal.h"
#include "src/base/ascii.h"
#include "src/base/utf8.h"

static const struct text_key {
	struct span name;
	size_t offset; /* in struct referral */
} text_keys[] = {
	{NAMED("name"), offsetof(struct referral, name)},
	{NAMED("org"), offsetof(struct referral, org)},
	{NAMED("title"), offsetof(struct referral, title)},
	{NAMED("email"), offsetof(struct referral, email)},
	{NAMED("phone"), offsetof(struct referral, phone)},
	{NAMED("note"), offsetof(struct referral, note)},
};

/* yes or no in any of their spellings; 1, 0, or -1 with a diagnostic. empty: what nothing means. */
static int read_boolean(const struct front *f, const struct yaml_node *node, const char *name,
			int empty)
{
	struct span text;
	bool yes;

	if (!yaml_scalar(f->yaml, node, name, "yes or no", &text))
		return -1;
	if (text.n == 0)
		return empty;
	if (yes_no_parse(text, &yes) == 0)
		return yes;
	yaml_expected(f->yaml, node, name, "yes or no");
	return -1;
}

static void read_key(const struct front *f, const struct yaml_node *node, struct referral *referral)
{
	for (size_t i = 0; i < sizeof(text_keys) / sizeof(*text_keys); i++) {
		if (span_eq(node->key, text_keys[i].name)) {
			front_text(f, node, text_keys[i].name.p,
				   (struct span *)(void *)((char *)referral + text_keys[i].offset));
			return;
		}
	}
	if (span_eq(node->key, SPAN("id"))) {
		/* An empty one is as good as none. */
		if (node->kind != YAML_TEXT || span_trim(node->text).n > 0)
			(void)front_id(f, node, "id", &referral->id);
	} else if (span_eq(node->key, SPAN("skip"))) {
		referral->skip = read_boolean(f, node, "skip", 0) == 1;
	} else if (span_eq(node->key, SPAN("may_use_name"))) {
		static const enum leave leaves[] = {LEAVE_UNKNOWN, LEAVE_NO, LEAVE_YES};
		referral->may_use_name = leaves[read_boolean(f, node, "may_use_name", -1) + 1];
	}
}

static struct span without_comment(struct span line)
{
	const char *hash = line.n > 0 ? memchr(line.p, '#', line.n) : NULL;

	return span_trim(hash != NULL ? span_of(line.p, (size_t)(hash - line.p)) : line);
}

/*
 * The line of an item's dash. libyaml tells where the item's first key is, and
 * that may stand on a later line than the dash, with only comments between.
 */
static uint32_t dash_line(const struct yaml *yaml, const struct yaml_node *item)
{
	const char *text = yaml->text.p;
	size_t start = item->offset - (item->column - 1);

	if (span_trim(span_of(text + start, item->column - 1)).n > 0)
		return item->line;
	for (uint32_t line = item->line; start > 0; line--) {
		size_t end = start - 1;

		for (start = end; start > 0 && text[start - 1] != '\n'; start--)
			;
		struct span before = without_comment(span_of(text + start, end - start));
		if (before.n > 0)
			return before.p[0] == '-' ? line - 1 : item->line;
	}
	return item->line;
}

/* A referral without an id of its own must have a name that one can be derived from. */
static void check_name(const struct front *f, const struct yaml_node *item,
		       const struct yaml_node *name, const struct referral *referral)
{
	char c = referral->name.n > 0 ? referral->name.p[0] : '\0';
	bool plain = ascii_is_letter_or_digit(c);

	if (name == NULL) {
		diag_add(f->yaml->diags, DIAG_ERROR, f->yaml->shown, item->line, item->column,
			 "referral: missing key 'name'");
		diag_rule(f->yaml->diags, "missing-key");
	} else if (name->kind == YAML_TEXT && referral->name.n == 0) {
		yaml_expected(f->yaml, name, "name", "who was named");
		diag_rule(f->yaml->diags, "missing-name");
	} else if (name->kind == YAML_TEXT && referral->id.n == 0 && !plain &&
		   utf8_derive_id(f->scratch, referral->name).n == 0) {
		diag_add(f->yaml->diags, DIAG_ERROR, f->yaml->shown, name->line, name->column,
			 "name: no id can be derived from '%.*s'; give the referral an id",
			 SPAN_ARG(referral->name));
		diag_rule(f->yaml->diags, "bad-id");
	}
}

static void read_item(const struct front *f, const struct yaml_node *item, bool flow,
		      struct referral *referral)
{
	const struct yaml_node *name = NULL;

	if (item->kind != YAML_MAP) {
		yaml_expected(f->yaml, item, "referrals", "items such as '- name: Rosa Quispe'");
		return;
	}
	referral->line = flow ? item->line : dash_line(f->yaml, item);
	for (const struct yaml_node *node = item->first; node != NULL; node = node->next) {
		read_key(f, node, referral);
		if (span_eq(node->key, SPAN("name")))
			name = node;
	}
	check_name(f, item, name, referral);
}

void front_referrals(const struct front *f, const struct yaml_node *node, const char *name)
{
	struct note *note = f->note;

	if (node->kind == YAML_TEXT && span_trim(node->text).n == 0)
		return;
	if (node->kind != YAML_LIST) {
		yaml_expected(f->yaml, node, name, "a list of items such as '- name: Rosa Quispe'");
		return;
	}
	note->referral_count = 0; /* a key that stands twice is a fault, and is read all the same */
	note->referrals = arena_array(f->arena, node->count, sizeof(*note->referrals));
	for (const struct yaml_node *item = node->first; item != NULL; item = item->next)
		read_item(f, item, node->flow, &note->referrals[note->referral_count++]);
}
