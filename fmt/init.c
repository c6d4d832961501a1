#include "fmt/init.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>

#include "fmt/init_parts.h"
#include "fmt/place.h"
#include "src/base/utf8.h"

struct buf init_path(const struct init *init, const char *name)
{
	struct buf path = BUF_INIT;

	if (name[0] != '/' || name[1] == '\0')
		buf_add_span(&path, buf_span(&init->prefix));
	buf_add_str(&path, name);
	return path;
}

void init_say(struct init *init, enum init_result result, const char *name, struct span addition)
{
	struct buf *line = &init->out->buf, path = init_path(init, name);

	buf_add_str(line, result == INIT_MADE ? "made " : "left ");
	utf8_escape(line, buf_span(&path));
	if (result == INIT_LEFT)
		buf_add_str(line, ": exists already");
	if (addition.n > 0)
		buf_add_format(line, "; add %.*s", SPAN_ARG(addition));
	buf_add_char(line, '\n');
	buf_release(&path);
}

static bool is_file(const char *path)
{
	struct stat st;

	return stat(path, &st) == 0 && S_ISREG(st.st_mode);
}

static bool is_folder(const char *path)
{
	struct stat st;

	return stat(path, &st) == 0 && S_ISDIR(st.st_mode);
}

bool init_check(const struct init *init, const char *name, bool folder)
{
	struct buf path = init_path(init, name);
	struct stat st;
	bool good = lstat(path.p, &st) != 0 || (folder ? is_folder(path.p) : is_file(path.p));

	if (!good && !io_dangles(AT_FDCWD, path.p, buf_span(&path), init->diags))
		diag_fail(init->diags, "'%s' is there already, and is no %s", path.p,
			  folder ? "folder" : "regular file");
	buf_release(&path);
	return good;
}

/* Somebody who makes the same network at the same time may be first: then it is theirs. */
static enum init_result make_new(const char *path, struct span text, struct diags *diags)
{
	const struct io_stamp none = {.exists = false};
	struct diags told = {0};
	enum init_result result =
		io_replace(path, text, &none, &told) == 0 ? INIT_MADE : INIT_FAILED;

	if (result == INIT_FAILED && is_file(path))
		result = INIT_LEFT;
	else
		diags_adopt(diags, &told);
	diags_release(&told);
	return result;
}

/* One look decides whether it is missing: of two, another may find what was made in between. */
static enum init_result make_file(const char *path, struct span text, struct diags *diags)
{
	struct stat st;

	if (lstat(path, &st) != 0) {
		if (errno == ENOENT)
			return make_new(path, text, diags);
		io_fail(diags, "make", span_str(path), errno);
		return INIT_FAILED;
	}
	if (is_file(path))
		return INIT_LEFT;
	diag_fail(diags, "'%s' is there already, and is no regular file", path);
	return INIT_FAILED;
}

enum init_result init_file(struct init *init, const char *name, struct span text)
{
	struct buf path = init_path(init, name);
	enum init_result result = make_file(path.p, text, init->diags);

	buf_release(&path);
	return result;
}

static int make_texts(struct init *init)
{
	for (const struct init_text *file = init_texts; file->name != NULL; file++) {
		struct buf text = BUF_INIT;
		enum init_result result;

		file->write(&text);
		result = init_file(init, file->name, buf_span(&text));
		buf_release(&text);
		if (result == INIT_FAILED)
			return -1;
		init_say(init, result, file->name, SPAN_NONE);
	}
	return 0;
}

static int make_notes(struct init *init)
{
	struct buf path = init_path(init, "notes");
	bool made;
	int status = io_folder(path.p, &made, init->diags);

	buf_release(&path);
	if (status == 0)
		init_say(init, made ? INIT_MADE : INIT_LEFT, "notes/", SPAN_NONE);
	return status;
}

/* Makes the folder that the prefix names so far, if it is missing. */
static int make_folder(struct init *init)
{
	bool made = false;

	if (!is_folder(init->prefix.p) && io_folder(init->prefix.p, &made, init->diags) != 0)
		return -1;
	if (made)
		init_say(init, INIT_MADE, "/", SPAN_NONE);
	return 0;
}

/* The folder with what is missing above it; then it is the prefix. */
static int enter_folder(struct init *init, struct span folder)
{
	struct span rest = folder, piece;

	if (span_is(folder, "."))
		return 0;
	if (folder.n == 0)
		return make_folder(init); /* fails as mkdir does */
	while (span_cut(&rest, '/', &piece)) {
		buf_add_span(&init->prefix, piece);
		if (piece.n > 0 && make_folder(init) != 0)
			return -1;
		buf_add_char(&init->prefix, '/');
	}
	return 0;
}

/* Whoever forgets in which folder they are wants no second network there; but one may have two. */
static int look_above(struct init *init, bool named)
{
	struct buf above = BUF_INIT;
	size_t depth;
	bool within = place_above(buf_span(&init->prefix), place_files, &depth) && depth > 0;

	for (size_t i = 0; within && i < depth; i++)
		buf_add_str(&above, i > 0 ? "/.." : "..");
	if (within && named)
		diag_add(init->diags, DIAG_WARNING, SPAN_NONE, 0, 0,
			 "the folder lies within another network; programs that run in it see only "
			 "the new one");
	else if (within)
		diag_fail(init->diags,
			  "'%s' is a network already; 'ni-init .' makes another one here", above.p);
	buf_release(&above);
	return within && !named ? -1 : 0;
}

/* Looks at all names before anything is made: half a network would be of no use. */
static int check_names(const struct init *init)
{
	bool good = true;

	for (const struct init_text *file = init_texts; file->name != NULL; file++)
		good = init_check(init, file->name, false) && good;
	good = init_check(init, "notes", true) && good;
	return init_git_check(init) && good ? 0 : -1;
}

int init_network(const struct init_options *options, struct sink *out, struct diags *diags)
{
	const char *folder = options->folder;
	struct init init = {.prefix = BUF_INIT, .self = options->self, .out = out, .diags = diags};
	int status = folder != NULL ? enter_folder(&init, span_str(folder)) : 0;

	if (status == 0)
		status = look_above(&init, folder != NULL);
	if (status == 0)
		status = check_names(&init);
	if (status == 0)
		status = make_texts(&init);
	if (status == 0)
		status = make_notes(&init);
	if (status == 0)
		status = init_git_files(&init);
	if (status == 0 && options->repository)
		status = init_git_repository(&init);
	if (status == 0 && init_has_repository(&init))
		status = init_git_drivers(&init);
	buf_release(&init.prefix);
	return status;
}
