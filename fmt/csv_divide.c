#include "fmt/csv_divide.h"

#include <sys/stat.h>
#include <unistd.h>

/* Fewer bytes are read faster than divided. */
#define PART_LEAST ((size_t)256 * 1024)

/* The first newline behind which rows can be parted. */
struct gap {
	size_t end; /* behind it; 0: there is none */
	uint32_t lines;
};

/* What one job finds out about its share. Whether that begins between quotes is not known yet. */
struct share {
	JOB_ALIGNED int fd; /* -1: text */
	struct span text;
	size_t start, end;
	uint32_t lines;
	bool odd;          /* the number of quotes */
	struct gap gap[2]; /* if it begins outside, or between quotes */
	bool failed;
};

static bool has_odd_quotes(struct span text)
{
	const char *quote;
	bool odd = false;

	while (text.n > 0 && (quote = memchr(text.p, '"', text.n))) {
		odd = !odd;
		text = span_skip(text, (size_t)(quote - text.p) + 1);
	}
	return odd;
}

static void count_lines(void *job)
{
	struct share *s = job;
	size_t at = s->start;
	struct diags diags = {0};
	struct lines lines;
	struct span line;
	int more;

	if (s->fd >= 0)
		lines_from_range(&lines, s->fd, (off_t)s->start, (off_t)s->end, SPAN_NONE);
	else
		lines_from_memory(&lines, span_of(s->text.p + s->start, s->end - s->start),
				  SPAN_NONE);
	while ((more = lines_next(&lines, &line, &diags)) > 0) {
		at += line.n;
		s->odd ^= has_odd_quotes(line);
		if (line.p[line.n - 1] != '\n')
			break;
		s->lines++;
		if (s->gap[s->odd].end == 0)
			s->gap[s->odd] = (struct gap){at, s->lines};
	}
	s->failed = more < 0;
	lines_release(&lines);
	diags_release(&diags);
}

/* Each part begins at the first gap of its share; the first, where the whole does. */
static size_t part(const struct share *shares, size_t count, struct csv_part *parts)
{
	uint32_t lines = 0;
	bool quoted = false;

	for (size_t k = 0; k < count; k++) {
		const struct gap *gap = &shares[k].gap[quoted];

		if (shares[k].failed || gap->end == 0)
			return 1;
		parts[k].start = k == 0 ? 0 : gap->end;
		parts[k].line = k == 0 ? 0 : lines + gap->lines;
		lines += shares[k].lines;
		quoted ^= shares[k].odd;
	}
	for (size_t k = 0; k < count; k++) {
		bool last = k + 1 == count;

		parts[k].end = last ? shares[k].end : parts[k + 1].start;
		parts[k].lines = (last ? lines + 1 : parts[k + 1].line) - parts[k].line;
	}
	return count;
}

size_t csv_divide(int fd, struct span text, size_t count, struct csv_part *parts)
{
	struct share shares[JOBS_MOST] = {0};

	for (size_t k = 0; k < count; k++) {
		shares[k].fd = fd;
		shares[k].text = text;
		shares[k].start = jobs_share(text.n, k, count);
		shares[k].end = jobs_share(text.n, k + 1, count);
	}
	jobs_run(count_lines, shares, count, sizeof(*shares));
	return part(shares, count, parts);
}

size_t csv_divide_text(struct span text, struct csv_part *parts)
{
	size_t count = jobs_count(text.n, PART_LEAST);

	return count > 1 ? csv_divide(-1, text, count, parts) : 1;
}

size_t csv_divide_file(int fd, struct csv_part *parts)
{
	struct stat st;
	size_t count;

	if (fstat(fd, &st) != 0 || !S_ISREG(st.st_mode) || st.st_size < 0 ||
	    lseek(fd, 0, SEEK_CUR) != 0)
		return 1;
	count = jobs_count((size_t)st.st_size, PART_LEAST);
	return count > 1 ? csv_divide(fd, span_of(NULL, (size_t)st.st_size), count, parts) : 1;
}
