#include <stdarg.h>
#include <stdlib.h>

#include "src/base/diag.h"
#include "src/base/mem.h"
#include "src/base/utf8.h"

static uint32_t position(size_t value)
{
	return value < UINT32_MAX ? (uint32_t)value : UINT32_MAX;
}

/* Faults come in runs from one file: its name is kept once for the run. */
static struct span keep_file(struct diags *d, struct span file)
{
	if (d->count > 0 && span_eq(d->list[d->count - 1].file, file))
		return d->list[d->count - 1].file;
	return arena_copy(&d->arena, file);
}

static struct diag *add(struct diags *d, enum diag_severity severity, struct span file,
			const char *format, va_list args) __attribute__((format(printf, 4, 0)));

static struct diag *add(struct diags *d, enum diag_severity severity, struct span file,
			const char *format, va_list args)
{
	struct buf text = BUF_INIT;

	buf_add_args(&text, format, args);
	file = keep_file(d, file);
	d->list = mem_grow(d->list, &d->cap, d->count + 1, sizeof(*d->list));

	struct diag *diag = &d->list[d->count++];
	*diag = (struct diag){.severity = severity, .file = file};
	diag->text = arena_copy(&d->arena, buf_span(&text));
	if (severity == DIAG_ERROR)
		d->errors++;
	buf_release(&text);
	return diag;
}

void diag_add(struct diags *d, enum diag_severity severity, struct span file, size_t line,
	      size_t column, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	struct diag *diag = add(d, severity, file, format, args);
	va_end(args);
	diag->line = position(line);
	diag->column = position(column);
}

void diag_fail(struct diags *d, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	(void)add(d, DIAG_ERROR, SPAN_NONE, format, args);
	va_end(args);
}

void diag_rule(struct diags *d, const char *rule)
{
	if (d->count > 0)
		d->list[d->count - 1].rule = rule;
}

void diags_doubt(struct diags *d)
{
	if (d->errors > 0)
		diag_add(d, DIAG_WARNING, SPAN_NONE, 0, 0,
			 "what follows may lack something, because of the errors above");
}

static void add_place(struct buf *b, const struct diag *d)
{
	utf8_escape(b, d->file);
	buf_add_char(b, ':');
	if (d->line == 0)
		return;
	buf_add_number(b, d->line);
	buf_add_char(b, ':');
	if (d->column == 0)
		return;
	buf_add_number(b, d->column);
	buf_add_char(b, ':');
}

void diag_format(struct buf *b, const struct diag *diag)
{
	add_place(b, diag);
	buf_add_str(b, diag->severity == DIAG_WARNING ? " warning: " : " error: ");
	utf8_escape(b, diag->text);
}

void diags_adopt(struct diags *d, struct diags *from)
{
	if (from->count > 0) {
		d->list = mem_grow(d->list, &d->cap, d->count + from->count, sizeof(*d->list));
		memcpy(d->list + d->count, from->list, from->count * sizeof(*d->list));
		d->count += from->count;
		d->errors += from->errors;
	}
	arena_adopt(&d->arena, &from->arena);
	diags_release(from);
}

void diags_release(struct diags *d)
{
	arena_release(&d->arena);
	free(d->list);
	*d = (struct diags){0};
}

int diag_width(struct span s)
{
	size_t n = s.n;

	if (n > 200) {
		n = 200;
		while (n > 196 && ((unsigned char)s.p[n] & 0xC0) == 0x80)
			n--;
	}
	return (int)n;
}
