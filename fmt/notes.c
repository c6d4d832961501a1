#include "fmt/notes.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdlib.h>
#include <unistd.h>

#include "src/base/io.h"
#include "src/base/mem.h"
#include "src/base/os.h"

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

/* A run of notes and who reads it: each worker has its own arena and diagnostics. */
struct worker {
	struct arena arena;
	struct diags diags;
	const struct reading *reading;
	size_t first, end;
	pthread_t thread;
	bool started;
};

/* What the workers have in common; notes and good are written each in its own run only. */
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

static void read_run(struct worker *w)
{
	const struct reading *r = w->reading;
	struct buf text = BUF_INIT;

	for (size_t i = w->first; i < w->end; i++) {
		struct span shown = shown_name(&w->arena, r->folder, r->place, r->paths[i]);
		struct source from = {-1, r->paths[i], shown, r->want, r->today};

		from.fd = io_open(r->dir, from.path.p, shown, IO_REGULAR, false, &w->diags);
		if (from.fd < 0)
			continue;
		r->good[i] = read_note(&from, &text, &w->arena, &w->diags, &r->notes[i]) == 0;
		(void)close(from.fd); /* was only read from */
	}
	buf_release(&text);
}

static void *run_worker(void *worker)
{
	read_run(worker);
	return NULL;
}

/* Fewer notes than this are not worth a thread, which takes as long to start as several notes. */
#define RUN_LEAST 48
#define WORKERS_MOST 8

static size_t count_workers(size_t notes)
{
	size_t workers = os_processors();

	if (workers > notes / RUN_LEAST)
		workers = notes / RUN_LEAST;
	if (workers > WORKERS_MOST)
		workers = WORKERS_MOST;
	return workers > 0 ? workers : 1;
}

/* All notes, in as many runs as pay: the first is read here, and so is one whose thread cannot be
 * had. */
static void read_runs(struct network *network, const struct reading *reading, size_t count,
		      struct diags *diags)
{
	struct worker workers[WORKERS_MOST] = {0};
	size_t runs = count_workers(count);

	for (size_t k = 0; k < runs; k++) {
		struct worker *w = &workers[k];

		w->reading = reading;
		w->first = count * k / runs;
		w->end = count * (k + 1) / runs;
		w->started = k > 0 && pthread_create(&w->thread, NULL, run_worker, w) == 0;
	}
	for (size_t k = 0; k < runs; k++)
		if (!workers[k].started)
			read_run(&workers[k]);
	for (size_t k = 0; k < runs; k++) {
		if (workers[k].started && pthread_join(workers[k].thread, NULL) != 0)
			mem_exhausted(); /* cannot be: it is ours, and was not joined */
		arena_adopt(&network->arena, &workers[k].arena);
		diags_adopt(diags, &workers[k].diags);
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
