#include "fmt/frontmatter.h"
#include "fmt/frontmatter_internal.h"
#include "fmt/note.h"
#include "fmt/plain.h"

struct key {
	struct span name;
	front_reader *read;
	size_t offset; /* read NULL: a text, kept here in struct note */
};

static bool is_delimiter(struct span line)
{
	return span_starts(line, SPAN("---")) && span_trim(span_skip(line, 3)).n == 0;
}

static int no_front_matter(struct span shown, struct diags *diags, const char *what)
{
	diag_add(diags, DIAG_ERROR, shown, 1, 1, "%s", what);
	diag_rule(diags, "syntax");
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
		if (parts->front.n > FRONT_MATTER_LIMIT) {
			(void)no_front_matter(shown, diags, "front matter is larger than 64 KiB");
			diag_rule(diags, "too-large");
			return -1;
		}
		return 0;
	}
	return no_front_matter(shown, diags,
			       "front matter does not end: expected a line '---' after it");
}

#define TEXT_KEY(name)                                          \
	{                                                       \
		NAMED(#name), NULL, offsetof(struct note, name) \
	}

static const struct key keys[] = {
	{NAMED("contact"), front_contact, 0},
	{NAMED("date"), front_date, 0},
	{NAMED("time"), front_time, 0},
	{NAMED("minutes"), front_minutes, 0},
	{NAMED("outcome"), front_outcome, 0},
	{NAMED("rating"), front_rating, 0},
	{NAMED("thanked"), front_thanked, 0},
	{NAMED("referrals"), front_referrals, 0},
	{NAMED("tags"), front_tags, 0},
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
		yaml_expected(yaml, yaml->root, "front matter",
			      "keys and values such as 'date: 2026-11-30'");
		return;
	}
	if (yaml->root != NULL)
		for (const struct yaml_node *node = yaml->root->first; node != NULL;
		     node = node->next)
			read_key(f, node);
	if (f->note->contact_line == 0) {
		diag_add(yaml->diags, DIAG_ERROR, yaml->shown, 1, 1, "missing key 'contact'");
		diag_rule(yaml->diags, "missing-key");
	}
	if (f->note->date_line == 0) {
		diag_add(yaml->diags, DIAG_ERROR, yaml->shown, 1, 1, "missing key 'date'");
		diag_rule(yaml->diags, "missing-key");
	}
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
