#include "fmt/bank.h"

#include <fcntl.h>
#include <unistd.h>

#include "fmt/markdown.h"
#include "fmt/plain.h"
#include "src/base/io.h"
#include "src/names.h"

/* The questions of a body that was read. */
static int take_questions(const struct body *body, struct span shown, struct arena *arena,
			  struct diags *diags, struct bank *bank)
{
	struct bank_question *list = arena_array(arena, body->question_count, sizeof(*list));
	struct names texts = {0};
	size_t errors = diags->errors;

	bank->list = list;
	for (uint32_t i = 0; i < body->question_count; i++) {
		const struct question *question = &body->questions[i];
		uint32_t number;

		if (question->category.n == 0) {
			diag_add(diags, DIAG_ERROR, shown, question->line, 1,
				 "question without a category: expected a heading above it");
			diag_rule(diags, "question-bank");
			continue;
		}
		number = names_add(&texts, question->text);
		if (number == bank->count) {
			list[bank->count++] = (struct bank_question){.text = question->text,
								     .category = question->category,
								     .line = question->line};
		} else {
			diag_add(diags, DIAG_WARNING, shown, question->line, 0,
				 "question stands twice, first on line %lu",
				 (unsigned long)list[number].line);
			diag_rule(diags, "double-question");
		}
	}
	names_release(&texts);
	return diags->errors > errors ? -1 : 0;
}

int bank_read(struct span text, struct span shown, enum diag_severity no_question,
	      struct arena *arena, struct diags *diags, struct bank *bank)
{
	struct body body;

	*bank = (struct bank){0};
	if (text.n > BANK_LIMIT) {
		diag_add(diags, DIAG_ERROR, shown, 1, 1, "question bank is larger than 256 KiB");
		diag_rule(diags, "too-large");
		return -1;
	}
	if (plain_check(text, shown, diags) != 0 ||
	    markdown_read(plain_skip_bom(text), 1, shown, arena, diags, &body) != 0)
		return -1;
	if (body.question_count == 0) {
		diag_add(diags, no_question, shown, 1, 1,
			 "no question: expected a list item that ends in '?'");
		diag_rule(diags, "question-bank");
		return no_question == DIAG_ERROR ? -1 : 0;
	}
	return take_questions(&body, shown, arena, diags, bank);
}

int bank_load(const struct place *place, enum diag_severity no_question, struct arena *arena,
	      struct diags *diags, struct bank *bank)
{
	struct span path = place_path(place, arena, SPAN("questions.md"));
	size_t errors = diags->errors;
	struct buf text = BUF_INIT;
	int result = -1, fd = io_open(AT_FDCWD, path.p, path, IO_REGULAR, true, diags);

	*bank = (struct bank){0};
	if (fd < 0 && diags->errors > errors)
		return -1;
	if (fd < 0)
		return bank_read(bank_standard(), SPAN("share/questions.md"), no_question, arena,
				 diags, bank);
	if (io_read_all(fd, path, BANK_LIMIT, &text, diags) == 0)
		result = bank_read(buf_span(&text), path, no_question, arena, diags, bank);
	(void)close(fd); /* was only read from */
	buf_release(&text);
	return result;
}
