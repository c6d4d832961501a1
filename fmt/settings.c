#include "fmt/settings.h"
#include "fmt/plain.h"
#include "fmt/yaml.h"
#include "src/suggest.h"

struct reader {
	struct yaml yaml;
	struct settings *settings;
	struct arena *arena;
};

static const char *const top_keys[] = {"format", "me", "practice", NULL};
static const char *const me_keys[] = {"name", "email", "introduction", NULL};

/* within: "me: " and the like. */
static void unknown_key(struct reader *r, const struct yaml_node *node, const char *within,
			const char *meant)
{
	diag_add(r->yaml.diags, DIAG_ERROR, r->yaml.shown, node->key_line, node->key_column,
		 "%sunknown key '%.*s'%s%s%s", within, SPAN_ARG(node->key),
		 meant != NULL ? "; did you mean '" : "", meant != NULL ? meant : "",
		 meant != NULL ? "'?" : "");
	diag_rule(r->yaml.diags, "unknown-setting");
}

static const char *suggest(const char *const *names, struct span key)
{
	for (; *names != NULL; names++)
		if (span_one_edit(span_str(*names), key))
			return *names;
	return NULL;
}

static const char *suggest_setting(struct span key)
{
	for (const struct setting *setting = setting_table; setting->name != NULL; setting++)
		if (span_one_edit(span_str(setting->name), key))
			return setting->name;
	return NULL;
}

/* Whether a value is a map; nothing is an empty one. */
static bool is_map(struct reader *r, const struct yaml_node *node, const char *name)
{
	if (node->kind == YAML_MAP)
		return true;
	if (node->kind != YAML_TEXT || span_trim(node->text).n > 0)
		yaml_expected(&r->yaml, node, name, "keys and values");
	return false;
}

static void read_me(struct reader *r, const struct yaml_node *node)
{
	struct span *const texts[] = {&r->settings->me_name, &r->settings->me_email,
				      &r->settings->me_introduction};

	for (size_t i = 0; me_keys[i] != NULL; i++) {
		struct span text;

		if (!span_is(node->key, me_keys[i]))
			continue;
		if (yaml_scalar(&r->yaml, node, me_keys[i], "a text", &text))
			*texts[i] = arena_copy(r->arena, text);
		return;
	}
	unknown_key(r, node, "me: ", suggest(me_keys, node->key));
}

static void read_setting(struct reader *r, const struct yaml_node *node)
{
	for (const struct setting *setting = setting_table; setting->name != NULL; setting++) {
		const char *expected;

		if (!span_is(node->key, setting->name))
			continue;
		if (setting_set(r->settings, setting, span_trim(node->text), &expected) != 0)
			yaml_expected(&r->yaml, node, setting->name, expected);
		return;
	}
	unknown_key(r, node, "practice: ", suggest_setting(node->key));
}

static void read_section(struct reader *r, const struct yaml_node *section, const char *name,
			 void (*read)(struct reader *, const struct yaml_node *))
{
	if (is_map(r, section, name))
		for (const struct yaml_node *node = section->first; node != NULL; node = node->next)
			read(r, node);
}

/* Keys of a later format are not ours to judge: false then, with the one error that counts. */
static bool read_format(struct reader *r)
{
	const struct yaml_node *node = r->yaml.root->first;
	struct span text;
	uint32_t format;

	while (node != NULL && !span_is(node->key, "format"))
		node = node->next;
	if (node == NULL || !yaml_scalar(&r->yaml, node, "format", "1", &text) ||
	    span_is(text, "1"))
		return true;
	if (span_number(text, 2, 999, &format) != 0) {
		yaml_expected(&r->yaml, node, "format", "1");
		return true;
	}
	diag_add(r->yaml.diags, DIAG_ERROR, r->yaml.shown, node->line, node->column,
		 "format: found '%lu', expected 1: this file needs ni %lu or later",
		 (unsigned long)format, (unsigned long)format);
	diag_rule(r->yaml.diags, "bad-value");
	r->settings->unusable = true;
	return false;
}

static void read_top(struct reader *r)
{
	if (!is_map(r, r->yaml.root, "ni.yaml") || !read_format(r))
		return;
	for (const struct yaml_node *node = r->yaml.root->first; node != NULL; node = node->next) {
		if (span_is(node->key, "me"))
			read_section(r, node, "me", read_me);
		else if (span_is(node->key, "practice"))
			read_section(r, node, "practice", read_setting);
		else if (!span_is(node->key, "format"))
			unknown_key(r, node, "", suggest(top_keys, node->key));
	}
}

int settings_read(struct span text, struct span shown, struct settings *settings,
		  struct arena *arena, struct diags *diags)
{
	struct arena scratch = {0};
	struct reader r = {.settings = settings, .arena = arena};
	size_t errors = diags->errors;

	settings->unusable = true; /* until its structure is known to be right */
	if (text.n > SETTINGS_LIMIT) {
		diag_add(diags, DIAG_ERROR, shown, 1, 1, "settings are larger than 64 KiB");
		diag_rule(diags, "too-large");
		return -1;
	}
	if (plain_check(text, shown, diags) != 0)
		return -1;
	r.yaml = (struct yaml){
		.text = plain_skip_bom(text), .line = 1, .shown = shown, .diags = diags};
	settings->unusable = yaml_read(&r.yaml, &scratch) != 0;
	if (r.yaml.root != NULL)
		read_top(&r);
	arena_release(&scratch);
	return diags->errors > errors ? -1 : 0;
}
