/*
 * A version of contacts.csv that is to be merged: its rows as bytes, and by whom they are.
 */
#ifndef NI_FMT_MERGE_FILE_H
#define NI_FMT_MERGE_FILE_H

#include "fmt/header.h"
#include "src/merge.h"

/* A row, without its line end. */
struct merge_line {
	const char *p;
	uint32_t n;
	uint32_t blank; /* bytes of blank lines before it */
	uint32_t line;  /* its number */
	bool unknown;   /* the base's own merge has left it in conflict */
};

struct merge_file {
	struct buf text;
	struct span shown;
	struct io_stamp stamp;
	struct arena arena;
	struct header header;
	struct merge_line head;  /* the header line */
	struct merge_keys names; /* of columns */
	struct merge_keys ids;   /* of rows; that of number k is that of lines[k] */
	struct merge_line *lines;
	size_t cap;
	struct span tail; /* blank lines behind the last row */
	bool exists;      /* it has a header at least */
	bool bom, crlf;
	bool ended; /* with a newline */
};

/*
 * Reads one version; shown has to stay. Returns 0 or -1; to be released in both cases. Of the base
 * nothing need exist, and rows that its own merge left between conflict markers are unknown.
 */
int merge_file_read(struct merge_file *file, const char *path, struct span shown, bool base,
		    struct diags *diags);

/* Gives back the text, the arena and the lists. */
void merge_file_release(struct merge_file *file);

/* The bytes of a row. */
static inline struct span merge_line_text(const struct merge_line *line)
{
	return span_of(line->p, line->n);
}

/* How a row ends: with LF, CR LF, or, the last one, perhaps with nothing. */
struct span merge_line_end(const struct merge_line *line);

#endif
