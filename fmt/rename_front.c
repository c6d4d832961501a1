#include "fmt/rename_front.h"

#include "fmt/frontmatter.h"
#include "fmt/note.h"
#include "fmt/yaml.h"

/* The front matter that is being changed. */
struct front_change {
	struct renaming *r;
	struct renamed *file;
	struct yaml yaml;
	struct arena arena;
	struct patch patch;
	bool failed;
};

static int read_front(struct span text, struct span shown, struct arena *arena, struct yaml *yaml,
		      struct diags *diags)
{
	struct note_parts parts;

	if (note_split(text, shown, &parts, diags) != 0)
		return -1;
	*yaml = (struct yaml){
		.text = parts.front, .line = parts.front_line, .shown = shown, .diags = diags};
	return yaml_read(yaml, arena);
}

/* A text in quotes, with them; its length, or 0 if they are not closed. */
static size_t quoted_length(struct span text)
{
	char quote = text.p[0];

	for (size_t i = 1; i < text.n; i++) {
		if (text.p[i] == '\\' && quote == '"')
			i++;
		else if (text.p[i] == quote && quote == '\'' && i + 1 < text.n &&
			 text.p[i + 1] == quote)
			i++;
		else if (text.p[i] == quote)
			return i + 1;
	}
	return 0;
}

/* The bytes of a text; none if it is written in a way of which they are not simply the end. */
static struct span find_bytes(const struct yaml *yaml, const struct yaml_node *node)
{
	struct span rest = span_skip(yaml->text, node->offset);

	if (rest.n > 0 && (rest.p[0] == '"' || rest.p[0] == '\''))
		return span_of(rest.p, quoted_length(rest));
	return span_starts(rest, node->text) ? span_of(rest.p, node->text.n) : SPAN_NONE;
}

static void change_text(struct front_change *f, struct yaml_node *node)
{
	struct span place = find_bytes(&f->yaml, node);
	struct buf id = BUF_INIT;

	if (place.n == 0) {
		diag_add(f->r->diags, DIAG_ERROR, f->yaml.shown, node->line, node->column,
			 "the id cannot be changed as it is written here: write it on one line");
		f->failed = true;
		return;
	}
	if (place.p[0] == '"' || place.p[0] == '\'')
		buf_add_format(&id, "%c%.*s%c", place.p[0], (int)f->r->new.n, f->r->new.p,
			       place.p[0]);
	else
		yaml_write(&id, f->r->new);
	patch_put(&f->patch, place, buf_span(&id));
	buf_release(&id);
	node->text = f->r->new; /* what it will be, to compare */
	f->file->places++;
}

static void take_text(struct front_change *f, struct yaml_node *node)
{
	if (node->kind == YAML_TEXT && renaming_is_old(f->r, span_trim(node->text)))
		change_text(f, node);
}

static void take_contacts(struct front_change *f, struct yaml_node *node)
{
	take_text(f, node);
	for (struct yaml_node *item = node->first; item != NULL; item = item->next)
		take_text(f, item);
}

static void take_referrals(struct front_change *f, struct yaml_node *node)
{
	for (struct yaml_node *item = node->first; item != NULL; item = item->next)
		for (struct yaml_node *key = item->first; key != NULL; key = key->next)
			if (span_eq(key->key, SPAN("id")))
				take_text(f, key);
}

static void take_keys(struct front_change *f)
{
	struct yaml_node *root = f->yaml.root;

	for (struct yaml_node *node = root ? root->first : NULL; node != NULL; node = node->next)
		if (span_eq(node->key, SPAN("contact")))
			take_contacts(f, node);
		else if (span_eq(node->key, SPAN("referrals")))
			take_referrals(f, node);
}

/* As deep as YAML_DEPTH. */
static bool same_tree(const struct yaml_node *a, const struct yaml_node *b)
{
	for (; a != NULL && b != NULL; a = a->next, b = b->next)
		if (a->kind != b->kind || !span_eq(a->key, b->key) || !span_eq(a->text, b->text) ||
		    !same_tree(a->first, b->first))
			return false;
	return a == b;
}

static int verify(struct front_change *f, struct span text)
{
	struct diags diags = {0};
	struct yaml yaml;
	int result = -1;

	if (text.n <= NOTE_LIMIT && read_front(text, f->yaml.shown, &f->arena, &yaml, &diags) == 0)
		result = same_tree(f->yaml.root, yaml.root) ? 0 : -1;
	if (result != 0)
		diag_fail(f->r->diags,
			  "'%.*s' could not be read with the new id as it is meant; nothing was "
			  "written",
			  SPAN_ARG(f->yaml.shown));
	diags_release(&diags);
	return result;
}

int rename_front(struct renaming *r, struct renamed *file)
{
	struct front_change f = {.r = r, .file = file, .patch = PATCH_INIT(buf_span(&file->old))};
	struct span shown = span_str(file->change.path);
	int result = read_front(f.patch.old, shown, &f.arena, &f.yaml, r->diags);

	if (result == 0)
		take_keys(&f);
	if (f.failed)
		result = -1;
	if (result == 0 && file->places > 0) {
		file->change.text = patch_finish(&f.patch);
		result = verify(&f, file->change.text);
	}
	file->text = f.patch.text;
	arena_release(&f.arena);
	return result;
}
