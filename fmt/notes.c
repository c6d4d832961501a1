#include "fmt/notes.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

#include "src/base/io.h"

int notes_read_one(struct network *network, int fd, struct span path, struct span shown,
		   enum note_want want, int32_t today, struct buf *text, struct diags *diags)
{
	struct note note;

	buf_clear(text);
	if (io_read_all(fd, shown, NOTE_LIMIT, text, diags) != 0)
		return -1;
	if (note_read(buf_span(text), path, shown, want, today, &network->arena, diags, &note) != 0)
		return -1;
	network_add_note(network, &note);
	return 0;
}

static struct span shown_name(struct network *network, const char *folder,
			      const struct place *place, struct span path)
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
	shown = place ? place_path(place, &network->arena, buf_span(&name))
		      : arena_copy(&network->arena, buf_span(&name));
	buf_release(&name);
	return shown;
}

int notes_read(struct network *network, const char *folder, const struct place *place,
	       enum note_want want, int32_t today, struct diags *diags)
{
	struct buf text = BUF_INIT;
	struct span *paths;
	size_t count;
	int dir;

	if (io_walk(folder, span_str(folder), ".md", &network->arena, &paths, &count, diags) != 0)
		return -1;
	if (count == 0)
		return 0;
	dir = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (dir < 0) {
		io_fail(diags, "open", span_str(folder), errno);
		return -1;
	}
	for (size_t i = 0; i < count; i++) {
		struct span shown = shown_name(network, folder, place, paths[i]);
		int fd = io_open(dir, paths[i].p, shown, IO_REGULAR, false, diags);

		if (fd < 0)
			continue;
		notes_read_one(network, fd, paths[i], shown, want, today, &text, diags);
		close(fd);
	}
	close(dir);
	buf_release(&text);
	return 0;
}
