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
	struct note_text *kept; /* or NULL */
};

static int read_note(const struct source *from, struct buf *text, struct arena *arena,
		     struct diags *diags, struct note *note)
{
	buf_clear(text);
	if (io_read_all(from->fd, from->shown, NOTE_LIMIT, text, diags) != 0)
		return -1;
	if (from->kept)
		from->kept->text = arena_copy(arena, buf_span(text));
	return note_read(buf_span(text), from->path, from->shown, from->want, from->today, arena,
			 diags, note);
}

int notes_read_one(struct network *network, int fd, struct span path, struct span shown,
		   enum note_want want, int32_t today, struct diags *diags)
{
	const struct source from = {fd, path, shown, want, today, NULL};
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

/* There are several runs to a thread, for those that begin late. Fewer notes than these are not
 * worth one, which takes as long to start as several notes. */
enum { RUN_LEAST = 24, RUNS_MOST = 4 * JOBS_MOST };

/* A run of notes, read by one job. */
struct run {
	struct arena arena;
	struct diags diags;
	struct reading *reading;
	size_t first, end;
};

/* What the runs have in common; notes and good are written each in its own run only. */
struct reading {
	const char *folder;
	const struct place *place;
	struct arena arena; /* the paths */
	int dir;            /* -1: it could not be read */
	enum note_want want;
	int32_t today;
	const struct span *paths;
	size_t count;
	struct note *notes;
	struct note_texts *texts; /* or NULL */
	bool *good;
	struct run runs[RUNS_MOST];
	size_t run_count;
	struct jobs jobs;
	bool failed; /* the folder could not be read; of those below it diags tell */
	struct diags diags;
};

static void read_run(void *job)
{
	struct run *run = job;
	const struct reading *r = run->reading;
	struct buf text = BUF_INIT;

	for (size_t i = run->first; i < run->end; i++) {
		struct span shown = shown_name(&run->arena, r->folder, r->place, r->paths[i]);
		struct source from = {-1,      r->paths[i], shown,
				      r->want, r->today,    r->texts ? &r->texts->list[i] : NULL};

		if (from.kept)
			*from.kept = (struct note_text){.path = r->paths[i], .shown = shown};
		from.fd = io_open_text(r->dir, from.path.p, shown, IO_REGULAR, false, &run->diags);
		if (from.fd < 0)
			continue;
		r->good[i] = read_note(&from, &text, &run->arena, &run->diags, &r->notes[i]) == 0;
		if (from.kept)
			from.kept->good = r->good[i];
		(void)close(from.fd); /* was only read from */
	}
	buf_release(&text);
}

static size_t count_runs(size_t notes)
{
	size_t runs = notes / RUN_LEAST;

	if (runs > RUNS_MOST)
		return RUNS_MOST;
	return runs > 0 ? runs : 1;
}

static void plan_runs(struct reading *r)
{
	r->notes = mem_resize(NULL, r->count, sizeof(*r->notes));
	r->good = mem_resize(NULL, r->count, sizeof(*r->good));
	memset(r->good, 0, r->count * sizeof(*r->good));
	r->run_count = count_runs(r->count);
	for (size_t k = 0; k < r->run_count; k++) {
		r->runs[k].reading = r;
		r->runs[k].first = jobs_share(r->count, k, r->run_count);
		r->runs[k].end = jobs_share(r->count, k + 1, r->run_count);
	}
}

/* Finds the notes, which many folders may hold. */
static void plan(struct jobs *jobs, void *data)
{
	struct reading *r = data;
	struct span *paths;

	r->failed = io_walk(r->folder, span_str(r->folder), ".md", &r->arena, &paths, &r->count,
			    &r->diags) != 0;
	if (r->failed || r->count == 0)
		return;
	r->paths = paths;
	r->dir = open(r->folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (r->dir < 0) {
		io_fail(&r->diags, "open", span_str(r->folder), errno);
		r->failed = true;
		return;
	}
	if (r->texts) {
		r->texts->list = arena_array(&r->arena, r->count, sizeof(*r->texts->list));
		r->texts->count = r->count;
	}
	plan_runs(r);
	jobs_planned(jobs, read_run, r->runs, r->run_count, sizeof(*r->runs),
		     jobs_count(r->count, 2 * RUN_LEAST) - 1);
}

struct reading *notes_start(const char *folder, const struct place *place, enum note_want want,
			    int32_t today, struct note_texts *texts)
{
	struct reading *r = mem_resize(NULL, 1, sizeof(*r));

	*r = (struct reading){.folder = folder,
			      .place = place,
			      .dir = -1,
			      .want = want,
			      .today = today,
			      .texts = texts};
	jobs_plan(&r->jobs, plan, r);
	return r;
}

static void take_runs(struct reading *r, struct network *network, struct diags *diags)
{
	for (size_t k = 0; k < r->run_count; k++) {
		arena_adopt(&network->arena, &r->runs[k].arena);
		diags_adopt(diags, &r->runs[k].diags);
	}
	network_notes_room(network, network->note_count + r->count);
	for (size_t i = 0; i < r->count; i++)
		if (r->good[i])
			network_add_note(network, &r->notes[i]);
	free(r->notes);
	free(r->good);
	(void)close(r->dir); /* was only read from */
}

int notes_finish(struct reading *r, struct network *network, struct diags *diags)
{
	int result;

	jobs_finish(&r->jobs);
	result = r->failed ? -1 : 0;
	arena_adopt(&network->arena, &r->arena);
	diags_adopt(diags, &r->diags);
	if (r->dir >= 0)
		take_runs(r, network, diags);
	free(r);
	return result;
}

int notes_read(struct network *network, const char *folder, const struct place *place,
	       enum note_want want, int32_t today, struct diags *diags)
{
	return notes_finish(notes_start(folder, place, want, today, NULL), network, diags);
}
