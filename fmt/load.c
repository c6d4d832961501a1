#include "fmt/load.h"

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "fmt/load_rows.h"
#include "fmt/log.h"
#include "fmt/notes.h"
#include "fmt/settings.h"
#include "src/base/io.h"
#include "src/base/utf8.h"

/* The network's file of that name, from here. */
static struct span path_of(struct load *l, const char *name)
{
	return place_path(&l->place, &l->arena, span_str(name));
}

static void load_settings(struct load *l, struct diags *diags)
{
	struct span path = path_of(l, "ni.yaml");
	struct buf text = BUF_INIT;
	size_t errors = diags->errors;
	int fd = io_open(AT_FDCWD, path.p, path, IO_REGULAR, true, diags);

	if (fd < 0) {
		l->network.settings.unusable = diags->errors > errors; /* else it is not there */
		return;
	}
	if (io_read_all(fd, path, SETTINGS_LIMIT, &text, diags) == 0)
		(void)settings_read(buf_span(&text), path, &l->network.settings, &l->network.arena,
				    diags);
	(void)close(fd); /* was only read from */
	buf_release(&text);
}

static int load_log(struct load *l, const struct load_options *options, struct diags *diags)
{
	struct span path = SPAN_NONE;
	size_t errors = diags->errors;
	int fd, result;

	if (options->log)
		path = span_str(options->log);
	else if (l->place.found)
		path = path_of(l, "log.csv");
	l->log_path = path;
	l->network.log_file = network_file(&l->network, path);
	if (options->no_log || (!options->log && path.n == 0))
		return 0;
	fd = io_open_text(AT_FDCWD, path.p, path, options->log ? IO_ANY : IO_REGULAR, !options->log,
			  diags);
	if (fd < 0)
		return diags->errors > errors ? -1 : 0; /* there need not be a log */
	result = log_read(fd, path, options->event_notes, &l->network, diags);
	(void)close(fd); /* was only read from */
	return result;
}

/* One operand of a program that reads notes. What cannot be opened is told and passed over. */
static void load_note_operand(struct load *l, const struct load_options *options, const char *name,
			      struct diags *diags)
{
	bool standard = strcmp(name, "-") == 0;
	struct stat st;
	int fd;

	if (!standard && stat(name, &st) == 0 && S_ISDIR(st.st_mode)) {
		(void)notes_read(&l->network, name, NULL, options->note_want, options->today,
				 diags);
		return;
	}
	fd = standard ? STDIN_FILENO
		      : io_open_text(AT_FDCWD, name, span_str(name), IO_ANY, false, diags);
	if (fd < 0)
		return;
	(void)notes_read_one(&l->network, fd, span_str(name), span_str(name), options->note_want,
			     options->today, diags);
	if (!standard)
		(void)close(fd); /* was only read from */
}

/* Whether there is a folder of notes to be read, and which. */
static int find_notes(struct load *l, const struct load_options *options, const char **folder,
		      struct diags *diags)
{
	struct stat st;

	*folder = NULL;
	if (options->no_notes)
		return 0;
	if (options->notes) {
		if (stat(options->notes, &st) != 0 || !S_ISDIR(st.st_mode)) {
			diag_fail(diags, "'%s' is no directory of notes", options->notes);
			return -1;
		}
		*folder = options->notes;
	} else if (l->place.found) {
		*folder = path_of(l, "notes").p;
	}
	return 0;
}

static int load_tables(struct load *l, const struct load_options *options, char **operands,
		       size_t count, struct diags *diags)
{
	l->unknown = load_rows(l, options, operands, count, diags) != 0;
	if (l->unknown && !(options->go_on && l->place.found))
		return -1;
	return load_log(l, options, diags) == 0 || options->go_on ? 0 : -1;
}

/* The notes are read beside the tables, and told of after them. */
static int load_all(struct load *l, const struct load_options *options, char **operands,
		    size_t count, struct diags *diags)
{
	struct diags of_notes = {0};
	struct reading *notes = NULL;
	const char *folder;
	int found = find_notes(l, options, &folder, &of_notes), tables;

	if (folder)
		notes = notes_start(folder, options->notes ? NULL : &l->place, options->note_want,
				    options->today, options->note_texts ? &l->texts : NULL);
	tables = load_tables(l, options, operands, count, diags);
	if (notes && notes_finish(notes, &l->network, &of_notes) != 0)
		found = -1;
	if (tables == 0)
		diags_adopt(diags, &of_notes);
	else
		diags_release(&of_notes);
	return tables == 0 ? found : -1;
}

static int load_notes_given(struct load *l, const struct load_options *options, char **operands,
			    size_t count, struct diags *diags)
{
	if (load_tables(l, options, operands, count, diags) != 0)
		return -1;
	for (size_t i = 0; i < count; i++)
		load_note_operand(l, options, operands[i], diags);
	return 0;
}

/* Whether id is among ids, separated by commas. */
static bool is_listed(struct span ids, struct span id, struct arena *arena)
{
	struct span one;

	while (span_item(&ids, &one))
		if (span_eq(utf8_nfc(arena, one), id))
			return true;
	return false;
}

/* One of -i's ids: a contact is selected by it; a lead's row may bear it. */
static int select_id(struct load *l, struct span id, struct diags *diags)
{
	uint32_t contact = network_find(&l->network, id);

	if (contact != CONTACT_NONE) {
		l->network.contacts[contact].selected = true;
		return 0;
	}
	for (size_t i = 0; i < l->lead_count; i++)
		if (span_eq(l->lead_ids[i], id))
			return 0;
	diag_fail(diags, "no contact '%.*s'", SPAN_ARG(id));
	return -1;
}

/* -i: who is not named is not selected. */
static int narrow(struct load *l, struct span ids, struct diags *diags)
{
	struct rows *rows = &l->rows;
	struct span rest = ids, id;
	size_t kept = 0, lead = 0;
	int result = 0;

	l->narrowed = true;
	for (size_t i = 0; i < l->network.contact_count; i++)
		l->network.contacts[i].selected = false;
	while (span_item(&rest, &id))
		if (select_id(l, utf8_nfc(&l->arena, id), diags) != 0)
			result = -1;
	for (size_t i = 0; i < rows->count; i++) {
		uint32_t contact = rows->list[i].contact;

		if (contact == CONTACT_NONE ? is_listed(ids, l->lead_ids[lead++], &l->arena)
					    : l->network.contacts[contact].selected)
			rows->list[kept++] = rows->list[i];
	}
	rows->count = kept;
	return result;
}

/* Selected is who has a row. */
static void select_rows(struct load *l)
{
	for (size_t i = 0; i < l->network.contact_count; i++)
		l->network.contacts[i].selected = l->rows.row_of[i] != ROW_NONE;
}

int load(struct load *l, const struct load_options *options, char **operands, size_t count,
	 struct diags *diags)
{
	*l = (struct load){0};
	network_init(&l->network, options->texts);
	if (place_find(&l->place, &l->arena, diags) != 0)
		return -1;
	if (l->place.found)
		load_settings(l, diags);
	if (l->network.settings.unusable && !options->go_on)
		return -1;
	if (options->no_rows && count > 0
		    ? load_notes_given(l, options, operands, count, diags) != 0
		    : load_all(l, options, operands, count, diags) != 0) {
		if (!options->go_on || !l->place.found)
			return -1;
	}
	network_join(&l->network, diags);
	if (options->ids && narrow(l, span_str(options->ids), diags) != 0)
		return -1;
	if (!l->everybody)
		rows_know(&l->rows, &l->background, &l->network);
	rows_finish(&l->rows, &l->network);
	select_rows(l);
	return 0;
}

void load_release(struct load *l)
{
	leads_release(&l->leads);
	rows_release(&l->rows);
	rows_release(&l->background);
	network_release(&l->network);
	free(l->lead_ids);
	arena_release(&l->arena);
}
