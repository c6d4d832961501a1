#include "fmt/notes.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#include "src/base/io.h"
#include "src/base/jobs.h"
#include "src/base/mem.h"

/* What is to be read, and of whom. */
struct source {
	int fd;
	struct span path, shown;
	enum note_want want;
	int32_t today;
};

static int read_note(const struct source *from, struct buf *text, struct arena *arena,
		     struct diags *diags, struct note *note)
{
	buf_clear(text);
	if (io_read_all(from->fd, from->shown, NOTE_LIMIT, text, diags) != 0)
		return -1;
	return note_read(buf_span(text), from->path, from->shown, from->want, from->today, arena,
			 diags, note);
}

int notes_read_one(struct network *network, int fd, struct span path, struct span shown,
		   enum note_want want, int32_t today, struct diags *diags)
{
	const struct source from = {fd, path, shown, want, today};
	struct buf text = BUF_INIT;
	struct note note;
	int result = read_note(&from, &text, &network->arena, diags, &note);

	if (result == 0)
		network_add_note(network, &note);
	buf_release(&text);
	return result;
}

static struct span shown_name(struct arena *arena, const char *folder, const struct place *place,
			      struct span path)
{
	struct buf name = BUF_INIT;
	struct span shown;

	if (place) {
		buf_add_str(&name, "notes/");
	} else {
		buf_add_str(&name, folder);
		if (name.n > 0 && name.p[name.n - 1] != '/')
			buf_add_char(&name, '/');
	}
	buf_add_span(&name, path);
	shown = place ? place_path(place, arena, buf_span(&name))
		      : arena_copy(arena, buf_span(&name));
	buf_release(&name);
	return shown;
}

/* A run of notes, read by one job. */
struct run {
	struct arena arena;
	struct diags diags;
	const struct reading *reading;
	size_t first, end;
};

/* What the runs have in common; notes and good are written each in its own run only. */
struct reading {
	const char *folder;
	const struct place *place;
	int dir;
	enum note_want want;
	int32_t today;
	const struct span *paths;
	struct note *notes;
	bool *good;
};

static void read_run(void *job)
{
	struct run *run = job;
	const struct reading *r = run->reading;
	struct buf text = BUF_INIT;

	for (size_t i = run->first; i < run->end; i++) {
		struct span shown = shown_name(&run->arena, r->folder, r->place, r->paths[i]);
		struct source from = {-1, r->paths[i], shown, r->want, r->today};

		from.fd = io_open(r->dir, from.path.p, shown, IO_REGULAR, false, &run->diags);
		if (from.fd < 0)
			continue;
		r->good[i] = read_note(&from, &text, &run->arena, &run->diags, &r->notes[i]) == 0;
		(void)close(from.fd); /* was only read from */
	}
	buf_release(&text);
}

/* Fewer notes than this are not worth a thread, which takes as long to start as several notes. */
#define RUN_LEAST 48

/* All notes, in as many runs as pay. */
static void read_runs(struct network *network, const struct reading *reading, size_t count,
		      struct diags *diags)
{
	struct run runs[JOBS_MOST] = {0};
	size_t n = jobs_count(count, RUN_LEAST);

	for (size_t k = 0; k < n; k++) {
		runs[k].reading = reading;
		runs[k].first = jobs_share(count, k, n);
		runs[k].end = jobs_share(count, k + 1, n);
	}
	jobs_run(read_run, runs, n, sizeof(*runs));
	for (size_t k = 0; k < n; k++) {
		arena_adopt(&network->arena, &runs[k].arena);
		diags_adopt(diags, &runs[k].diags);
	}
}

static void read_all(struct network *network, struct reading *reading, size_t count,
		     struct diags *diags)
{
	reading->notes = mem_resize(NULL, count, sizeof(*reading->notes));
	reading->good = mem_resize(NULL, count, sizeof(*reading->good));
	memset(reading->good, 0, count * sizeof(*reading->good));
	read_runs(network, reading, count, diags);
	for (size_t i = 0; i < count; i++)
		if (reading->good[i])
			network_add_note(network, &reading->notes[i]);
	free(reading->notes);
	free(reading->good);
}

int notes_read(struct network *network, const char *folder, const struct place *place,
	       enum note_want want, int32_t today, struct diags *diags)
{
	struct reading reading = {.folder = folder, .place = place, .want = want, .today = today};
	struct span *paths;
	size_t count;
	int dir;

	if (io_walk(folder, span_str(folder), ".md", &network->arena, &paths, &count, diags) != 0)
		return -1;
	if (count == 0)
		return 0;
	reading.paths = paths;
	dir = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (dir < 0) {
		io_fail(diags, "open", span_str(folder), errno);
		return -1;
	}
	reading.dir = dir;
	read_all(network, &reading, count, diags);
	(void)close(dir); /* was only read from */
	return 0;
}
