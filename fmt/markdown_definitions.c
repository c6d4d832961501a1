/* The link reference definitions of a note, for the parts of it that are quoted elsewhere. */
#include <stdlib.h>

#include "fmt/markdown_internal.h"

enum { DEFINITIONS_MOST = 64 /* each is looked for in each text that is quoted */ };

struct span markdown_definition_label(struct span line)
{
	size_t n = 1;

	line = span_trim(line);
	if (!span_starts(line, SPAN("[")) || span_starts(line, SPAN("[^")))
		return SPAN_NONE;
	while (n < line.n && line.p[n] != ']' && line.p[n] != '[')
		n += line.p[n] == '\\' ? 2 : 1;
	return span_starts(span_skip(line, n), SPAN("]:")) ? span_of(line.p + 1, n - 1) : SPAN_NONE;
}

/* Whether a line is a definition by itself: nothing is left of it. */
static bool is_definition(struct span line)
{
	cmark_node *document;
	bool is;

	if (markdown_definition_label(line).n == 0)
		return false;
	document = cmark_parse_document(line.p, line.n, CMARK_OPT_DEFAULT);
	is = cmark_node_first_child(document) == NULL;
	cmark_node_free(document);
	return is;
}

void markdown_find_definitions(const struct source *source, uint32_t first, uint32_t last,
			       struct definitions *found)
{
	for (uint32_t n = first; n <= last && found->count < DEFINITIONS_MOST; n++) {
		struct span line = source_line(source, n);

		if (!is_definition(line))
			continue;
		buf_add_span(&found->lines, line);
		buf_add_char(&found->lines, '\n');
		found->count++;
	}
}
