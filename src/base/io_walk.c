/* The files below a folder. */
#ifndef _DEFAULT_SOURCE
#define _DEFAULT_SOURCE /* d_type, where there is one; else each name costs an fstatat() */
#endif
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "src/base/io.h"
#include "src/base/mem.h"

enum entry { ENTRY_FILE, ENTRY_FOLDER, ENTRY_OTHER };

struct walk {
	int root;
	struct span shown; /* of the root */
	struct span suffix;
	struct arena *arena;
	struct buf path;
	struct span *names;
	size_t count, cap;
	struct span *folders; /* relative to the root, which is "" */
	size_t folder_count, folder_cap;
	struct diags *diags;
};

static void add_name(struct walk *w, struct span name)
{
	w->names = mem_grow(w->names, &w->cap, w->count + 1, sizeof(*w->names));
	w->names[w->count++] = name;
}

static void add_folder(struct walk *w, struct span name)
{
	w->folders = mem_grow(w->folders, &w->folder_cap, w->folder_count + 1, sizeof(*w->folders));
	w->folders[w->folder_count++] = name;
}

/* A link counts as what it leads to, but a folder is not entered through one. */
static enum entry look_at(int fd, const char *name)
{
	struct stat st;

	if (fstatat(fd, name, &st, AT_SYMLINK_NOFOLLOW) < 0)
		return errno == ENOENT ? ENTRY_OTHER /* gone since */
				       : ENTRY_FILE; /* opening it tells why */
	if (S_ISDIR(st.st_mode))
		return ENTRY_FOLDER;
	if (S_ISLNK(st.st_mode) && fstatat(fd, name, &st, 0) == 0 && S_ISDIR(st.st_mode))
		return ENTRY_OTHER;
	return ENTRY_FILE;
}

static enum entry kind_of(int fd, const struct dirent *d)
{
#ifdef DT_REG
	if (d->d_type == DT_REG)
		return ENTRY_FILE;
	if (d->d_type == DT_DIR)
		return ENTRY_FOLDER;
#endif
	return look_at(fd, d->d_name);
}

static struct span join(struct walk *w, struct span folder, struct span name)
{
	buf_clear(&w->path);
	buf_add_span(&w->path, folder);
	if (folder.n > 0)
		buf_add_char(&w->path, '/');
	buf_add_span(&w->path, name);
	return span_of(arena_string(w->arena, buf_span(&w->path)), w->path.n);
}

static void take_entry(struct walk *w, struct span folder, int fd, const struct dirent *d)
{
	struct span name = span_str(d->d_name);

	if (d->d_name[0] == '.')
		return;
	switch (kind_of(fd, d)) {
	case ENTRY_FOLDER:
		add_folder(w, join(w, folder, name));
		break;
	case ENTRY_FILE:
		if (span_ends(name, w->suffix))
			add_name(w, join(w, folder, name));
		break;
	case ENTRY_OTHER:
		break;
	}
}

/* Adds what a folder holds; closes fd. */
static int read_folder(struct walk *w, struct span folder, int fd, struct span shown)
{
	DIR *stream = fdopendir(fd);
	const struct dirent *d;

	if (stream == NULL) {
		io_fail(w->diags, "read", shown, errno);
		(void)close(fd);
		return -1;
	}
	while (errno = 0, (d = readdir(stream)) != NULL)
		take_entry(w, folder, fd, d);

	int error = errno;
	if (error != 0)
		io_fail(w->diags, "read", shown, error);
	(void)closedir(stream); /* was only read from */
	return error == 0 ? 0 : -1;
}

static int walk_folder(struct walk *w, struct span folder)
{
	struct buf path = BUF_INIT, shown = BUF_INIT;
	bool top = folder.n == 0;
	int status = -1;

	buf_add_span(&path, top ? SPAN(".") : folder);
	buf_add_span(&shown, w->shown);
	if (!top)
		buf_add_char(&shown, '/');
	buf_add_span(&shown, folder);

	int fd = openat(w->root, path.p,
			O_RDONLY | O_DIRECTORY | O_CLOEXEC | (top ? 0 : O_NOFOLLOW));
	if (fd >= 0)
		status = read_folder(w, folder, fd, buf_span(&shown));
	else if (errno == ENOENT && !top)
		status = 0; /* gone since */
	else
		io_fail(w->diags, "open", buf_span(&shown), errno);
	buf_release(&path);
	buf_release(&shown);
	return status;
}

static int compare_names(const void *a, const void *b)
{
	return span_cmp(*(const struct span *)a, *(const struct span *)b);
}

/* Hands over the names, sorted, and releases the rest. */
static void finish(struct walk *w, struct span **names, size_t *count)
{
	*names = arena_array(w->arena, w->count, sizeof(**names));
	*count = w->count;
	if (w->count > 0) {
		qsort(w->names, w->count, sizeof(*w->names), compare_names);
		memcpy(*names, w->names, w->count * sizeof(*w->names));
	}
	free(w->names);
	free(w->folders);
	buf_release(&w->path);
}

int io_walk(const char *dir, struct span shown, const char *suffix, struct arena *a,
	    struct span **names, size_t *count, struct diags *diags)
{
	struct walk w = {.shown = shown,
			 .suffix = span_str(suffix),
			 .arena = a,
			 .path = BUF_INIT,
			 .diags = diags};
	int status, root;

	*names = NULL;
	*count = 0;
	root = open(dir, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (root < 0) {
		int error = errno;
		if (error == ENOENT)
			return io_dangles(AT_FDCWD, dir, shown, diags) ? -1 : 0;
		io_fail(diags, "open", shown, error);
		return -1;
	}
	w.root = root;
	status = walk_folder(&w, SPAN(""));
	while (w.folder_count > 0)
		(void)walk_folder(&w, w.folders[--w.folder_count]); /* has told */
	finish(&w, names, count);
	(void)close(root); /* was only read from */
	return status;
}
