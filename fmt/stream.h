/*
 * Rows out: a program's own columns, then those of the selection.
 */
#ifndef NI_FMT_STREAM_H
#define NI_FMT_STREAM_H

#include "fmt/rows.h"
#include "fmt/writer.h"

struct stream {
	struct sink sink;
	struct writer writer;
	struct rows_output rows;
	struct arena arena;
	struct span *names;
	struct buf text; /* to make a cell in */
	bool colours;    /* a table on a terminal that has them */
};

/* The format when none is asked for: a table on a terminal, else CSV. */
enum format stream_format(void);

/*
 * Starts writing to standard output. block: the program's own columns, ended by NULL, or NULL. rows
 * may be NULL; it has to have all its columns.
 */
void stream_start(struct stream *stream, enum format format, const char *const *block,
		  const struct rows *rows);

/*
 * A branch is a stream whose rows are collected for another one, so that several jobs can make rows
 * at once; not of a table. It takes over text, an empty buffer; and stream_leave, which ends it,
 * gives that back with the rows in it, for the sink of the other.
 */
void stream_branch(struct stream *branch, const struct stream *of, const struct rows *rows,
		   struct buf *text);
void stream_leave(struct stream *branch, struct buf *text);

/* Ends the output; returns the errno of a write that failed, or 0. */
int stream_finish(struct stream *stream);

/* Marks the row that ends next, where it is shown in a table in colour. */
void stream_mark_row(struct stream *stream);

/* Ends a row. */
void stream_end_row(struct stream *stream);

/* A cell with a date, empty for DAY_NONE; or with a number. */
void stream_date(struct stream *stream, int32_t day);
void stream_number(struct stream *stream, long long number);

/* A cell with an anchor, "file:line". */
void stream_anchor(struct stream *stream, struct span file, uint32_t line);

#endif
