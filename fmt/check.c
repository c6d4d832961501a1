#include "fmt/check.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "fmt/check_parts.h"
#include "fmt/stream.h"
#include "src/base/mem.h"

#define RULE_LAST "syntax" /* of a reader's fault that names none */

int check_ignore(bool *ignored, struct span names, struct span *bad)
{
	while (span_item(&names, bad)) {
		const struct check_rule *rule = check_rule_find(*bad);

		if (!rule)
			return -1;
		ignored[rule - check_rules] = true;
	}
	return 0;
}

/* ---- Which findings are printed */

/* Files are told by what they are, since the same one can be called in many ways. */
struct file {
	dev_t device;
	ino_t number;
};

static int compare_files(const void *a, const void *b)
{
	const struct file *x = a, *y = b;

	if (x->device != y->device)
		return x->device < y->device ? -1 : 1;
	return (x->number > y->number) - (x->number < y->number);
}

/* A symbolic link to nothing. If it is one of the network's files its reader has told that, and
 * else it is as good as any other file that is none. */
static bool is_dangling(const char *name)
{
	struct stat st;

	return lstat(name, &st) == 0 && S_ISLNK(st.st_mode);
}

/* The operands that are there, sorted; NULL without any operand. */
static struct file *find_operands(const struct check_options *options, size_t *count,
				  struct diags *diags)
{
	struct file *files;
	struct stat st;
	int error;

	*count = 0;
	if (options->operand_count == 0)
		return NULL;
	files = mem_resize(NULL, options->operand_count, sizeof(*files));
	for (size_t i = 0; i < options->operand_count; i++) {
		const char *name = options->operands[i];

		if (stat(name, &st) == 0) {
			files[(*count)++] = (struct file){st.st_dev, st.st_ino};
			continue;
		}
		error = errno;
		if (!is_dangling(name))
			io_fail(diags, "open", span_str(name), error);
	}
	qsort(files, *count, sizeof(*files), compare_files);
	return files;
}

static bool is_among(const char *path, const struct file *files, size_t count)
{
	struct stat st;
	struct file file;

	if (count == 0 || stat(path, &st) != 0)
		return false;
	file = (struct file){st.st_dev, st.st_ino};
	return bsearch(&file, files, count, sizeof(file), compare_files) != NULL;
}

/* Whether a file is an operand, or lies in a folder that is one. */
static bool is_operand(struct span shown, const struct file *files, size_t count)
{
	struct arena arena = {0};
	char *path = arena_string(&arena, shown), *slash;
	bool found = is_among(path, files, count);

	while (!found && (slash = strrchr(path, '/')) != NULL && slash > path) {
		*slash = '\0';
		found = is_among(path, files, count);
	}
	if (!found && path[0] != '/' && !span_starts(shown, SPAN("../")))
		found = is_among(".", files, count);
	arena_release(&arena);
	return found;
}

/* ---- From the readers' diagnostics and ours to findings in order */

static int compare_findings(const void *a, const void *b)
{
	const struct diag *x = a, *y = b;
	int order = span_cmp(x->file, y->file);

	if (order != 0)
		return order;
	if (x->line != y->line)
		return x->line < y->line ? -1 : 1;
	if (x->column != y->column)
		return x->column < y->column ? -1 : 1;
	if (x->severity != y->severity)
		return x->severity == DIAG_ERROR ? -1 : 1;
	order = strcmp(x->rule, y->rule);
	return order != 0 ? order : span_cmp(x->text, y->text);
}

/* What the readers say that this program says itself, and better; or that means nothing when
 * nobody is known. */
static bool is_moot(const struct diag *diag, bool nobody_known)
{
	bool unknown = strcmp(diag->rule, "unknown-contact") == 0;

	return unknown && (nobody_known || diag->column == 0);
}

/* Gives every diagnostic of a file its place, its rule and the severity of that; those of no file
 * are told apart, since they say what could not be looked at. */
static void settle(struct diags *found, bool nobody_known, const struct check_options *options,
		   struct diags *diags)
{
	size_t kept = 0;

	for (size_t i = 0; i < found->count; i++) {
		struct diag diag = found->list[i];
		const struct check_rule *rule;

		if (diag.file.n == 0) {
			diag_fail(diags, "%.*s", (int)diag.text.n, diag.text.p);
			continue;
		}
		if (!diag.rule)
			diag.rule = RULE_LAST;
		rule = check_rule_find(span_str(diag.rule));
		if (!rule || options->ignored[rule - check_rules] || is_moot(&diag, nobody_known))
			continue;
		diag.severity = rule->severity;
		diag.line += diag.line == 0;
		diag.column += diag.column == 0;
		found->list[kept++] = diag;
	}
	found->count = kept;
	if (kept > 1)
		qsort(found->list, kept, sizeof(*found->list), compare_findings);
}

static int print(const struct diags *found, const struct check_options *options, size_t *count,
		 struct diags *diags)
{
	struct sink out = SINK_INIT(STDOUT_FILENO);
	struct span file = SPAN_NONE;
	size_t file_count;
	struct file *files = find_operands(options, &file_count, diags);
	bool wanted = !files;
	int error;

	*count = 0;
	for (size_t i = 0; i < found->count; i++) {
		const struct diag *diag = &found->list[i];

		if (files && !span_eq(diag->file, file))
			wanted = is_operand(diag->file, files, file_count);
		file = diag->file;
		if (!wanted)
			continue;
		*count += options->strict || diag->severity == DIAG_ERROR;
		diag_format(&out.buf, diag);
		buf_add_format(&out.buf, " [%s]\n", diag->rule);
		sink_flush_some(&out);
	}
	(void)sink_flush(&out); /* out.error tells */
	error = out.error;
	sink_release(&out);
	free(files);
	return error;
}

int check_run(const struct check_options *options, size_t *count, struct diags *diags)
{
	const struct load_options wanted = {
		.texts = TEXT_BIT(TEXT_ORG) | TEXT_BIT(TEXT_EMAIL) | TEXT_BIT(TEXT_PHONE),
		.note_want = NOTE_BODY,
		.today = options->today,
		.note_texts = true,
		.no_rows = true,
		.go_on = true,
	};
	struct diags found = {0};
	struct load l;
	int error = 0;

	*count = 0;
	if (load(&l, &wanted, NULL, 0, &found) == 0)
		check_everything(&l, options->today, &found);
	settle(&found, l.unknown, options, diags);
	error = print(&found, options, count, diags);
	diags_release(&found);
	load_release(&l);
	return error;
}

int check_list(void)
{
	static const char *const columns[] = {"rule", "severity", "meaning", NULL};
	struct stream stream;

	stream_start(&stream, stream_format(), columns, NULL);
	for (const struct check_rule *rule = check_rules; rule->name; rule++) {
		writer_cell(&stream.writer, span_str(rule->name));
		writer_cell(&stream.writer,
			    rule->severity == DIAG_ERROR ? SPAN("error") : SPAN("warning"));
		writer_cell(&stream.writer, span_str(rule->meaning));
		stream_end_row(&stream);
	}
	return stream_finish(&stream);
}
