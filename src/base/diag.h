/*
 * Diagnostics: a list to which readers and rules add, in order; only tool
 * prints it. Readers go on after an error: all faults are told, not the first.
 */
#ifndef NI_BASE_DIAG_H
#define NI_BASE_DIAG_H

#include "src/base/arena.h"

enum diag_severity { DIAG_WARNING, DIAG_ERROR };

struct diag {
	enum diag_severity severity;
	struct span file;      /* as printed; empty: operational, "ni-due: text" */
	uint32_t line, column; /* from 1, column in bytes; 0: none */
	struct span text;      /* lower case, no full stop */
	const char *rule;      /* a literal: the rule of ni-check(1) that it breaks; NULL: none */
};

/* A zeroed struct diags is an empty list. */
struct diags {
	struct arena arena;
	struct diag *list;
	size_t count, cap;
	size_t errors; /* how many of them are errors */
};

/* Copies the file name and the formatted text. */
void diag_add(struct diags *d, enum diag_severity severity, struct span file, size_t line,
	      size_t column, const char *format, ...) __attribute__((format(printf, 6, 7)));

/* An operational error: "cannot open 'x': No such file or directory". */
void diag_fail(struct diags *d, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* Names the rule of the diagnostic added last; rule is a literal. */
void diag_rule(struct diags *d, const char *rule);

/* Warns, if there are errors, that the answer, which is printed next, is from what could be read.
 */
void diags_doubt(struct diags *d);

/* Appends "file:line:column: error: text", escaped, for one that has a file. */
void diag_format(struct buf *b, const struct diag *diag);

/* Moves all of from to the end of d. */
void diags_adopt(struct diags *d, struct diags *from);

/* Gives all of it back; the list is empty then. */
void diags_release(struct diags *d);

/* For "%.*s" of a span: at most 200 bytes, cut between code points. */
#define SPAN_ARG(s) diag_width(s), ((s).n > 0 ? (s).p : "")
int diag_width(struct span s);

#endif
