#include "fmt/yaml.h"

void yaml_expected(const struct yaml *yaml, const struct yaml_node *node, const char *name,
		   const char *form)
{
	struct span text = span_trim(node->text);
	bool empty = node->kind == YAML_TEXT && text.n == 0;
	bool at_key = empty && node->key_line > 0;
	uint32_t line = at_key ? node->key_line : node->line;
	uint32_t column = at_key ? node->key_column : node->column;

	if (node->kind == YAML_TEXT && !empty)
		diag_add(yaml->diags, DIAG_ERROR, yaml->shown, line, column,
			 "%s: found '%.*s', expected %s", name, SPAN_ARG(text), form);
	else
		diag_add(yaml->diags, DIAG_ERROR, yaml->shown, line, column,
			 "%s: found %s, expected %s", name,
			 empty                     ? "nothing"
			 : node->kind == YAML_LIST ? "a list"
						   : "keys and values",
			 form);
	diag_rule(yaml->diags, "bad-value");
}

bool yaml_scalar(const struct yaml *yaml, const struct yaml_node *node, const char *name,
		 const char *form, struct span *text)
{
	if (node->kind != YAML_TEXT) {
		yaml_expected(yaml, node, name, form);
		return false;
	}
	*text = span_trim(node->text);
	return true;
}
