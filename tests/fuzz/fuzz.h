/* What fuzz targets share: a check that ends the run, and facts about a text. */
#ifndef NI_TESTS_FUZZ_H
#define NI_TESTS_FUZZ_H

#include <stdio.h>
#include <stdlib.h>

#include "src/base/diag.h"

#define REQUIRE(condition) require(condition, #condition, __FILE__, __LINE__)

static inline void require(bool condition, const char *text, const char *file, int line)
{
	if (condition)
		return;
	(void)fprintf(stderr, "%s:%d: not so: %s\n", file, line, text);
	abort();
}

static inline size_t count_lines(struct span text)
{
	size_t lines = 1;

	for (size_t i = 0; i < text.n; i++)
		lines += text.p[i] == '\n';
	return lines;
}

/* Its length in bytes, without the newline. */
static inline size_t line_length(struct span text, size_t line)
{
	struct span rest = text, piece = SPAN_NONE;

	while (line > 0 && span_cut(&rest, '\n', &piece))
		line--;
	return line == 0 ? piece.n : 0;
}

/* Every diagnostic points into the text, or just behind a line; first: number of the text's first
 * line. */
static inline void require_places(const struct diags *diags, struct span text, size_t first)
{
	size_t lines = count_lines(text), looked_at = diags->count < 20 ? diags->count : 20;

	for (size_t i = 0; i < diags->count; i++)
		REQUIRE(diags->list[i].line >= 1 && diags->list[i].line < first + lines);
	for (size_t i = 0; i < looked_at; i++) {
		const struct diag *diag = &diags->list[i];

		REQUIRE(diag->column >= 1);
		if (diag->line >= first)
			REQUIRE(diag->column <= line_length(text, diag->line - first + 1) + 1);
	}
}

static inline bool holds(struct span text, char c)
{
	return text.n > 0 && memchr(text.p, c, text.n) != NULL;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#endif
