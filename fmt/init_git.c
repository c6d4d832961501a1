/* What git has to know of a network. */
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "fmt/init_parts.h"
#include "fmt/place.h"
#include "src/base/run.h"

struct git_line {
	const char *text;
	const char *why;
	bool needed; /* a file that was there before is told that it lacks this */
};

struct git_file {
	const char *name;
	struct git_line lines[5]; /* ends with a NULL text */
};

static const struct git_file git_files[] = {
	{".gitattributes",
	 {{"log.csv merge=union", "of two logs that grew apart, a merge keeps the lines of both",
	   true},
	  {"contacts.csv merge=ni",
	   "ni merges contacts by rows and cells; without ni they are merged as ordinary text",
	   true},
	  {"contacts.csv diff=ni", "git diff shows which cell of whom changed", true},
	  {"log.csv diff=ni", NULL, true}}},
	{".gitignore",
	 {{".ni-*", "what is left of a write that was killed", true},
	  {"*~", "what editors leave", false},
	  {"*.swp", NULL, false}}},
};

static void write_file(const struct git_file *file, struct buf *text)
{
	for (const struct git_line *line = file->lines; line->text != NULL; line++) {
		if (line->why != NULL)
			buf_add_format(text, "# %s\n", line->why);
		buf_add_format(text, "%s\n", line->text);
	}
}

static bool is_blank(char c)
{
	return strchr(" \t\r", c) != NULL;
}

static bool next_word(struct span *rest, struct span *word)
{
	size_t n = 0;

	*rest = span_trim(*rest);
	while (n < rest->n && !is_blank(rest->p[n]))
		n++;
	*word = span_of(rest->p, n);
	*rest = span_skip(*rest, n);
	return n > 0;
}

static bool has_word(struct span line, struct span wanted)
{
	struct span word;

	while (next_word(&line, &word))
		if (span_eq(word, wanted))
			return true;
	return false;
}

/* Whether a line has all words of the one wanted: it may have others too, or the same elsewhere. */
static bool has_line(struct span text, struct span wanted)
{
	struct span line;

	while (span_cut(&text, '\n', &line)) {
		struct span rest = wanted, word;
		bool all = !span_starts(span_trim(line), SPAN("#"));

		while (all && next_word(&rest, &word))
			all = has_word(line, word);
		if (all)
			return true;
	}
	return false;
}

int init_read(const struct init *init, const char *name, struct buf *text)
{
	struct buf path = init_path(init, name);
	struct span shown = buf_span(&path);
	int fd = io_open(AT_FDCWD, path.p, shown, IO_REGULAR, false, init->diags);
	int status = fd < 0 ? -1 : io_read_all(fd, shown, 0, text, init->diags);

	if (fd >= 0)
		(void)close(fd); /* was only read from */
	buf_release(&path);
	return status;
}

/* What the file that was there lacks: "'a', 'b'". */
static int find_lacks(struct init *init, const struct git_file *file, struct buf *lacks)
{
	struct buf text = BUF_INIT;
	int status = init_read(init, file->name, &text);

	for (const struct git_line *line = file->lines; status == 0 && line->text != NULL; line++)
		if (line->needed && !has_line(buf_span(&text), span_str(line->text)))
			buf_add_format(lacks, "%s'%s'", lacks->n > 0 ? ", " : "", line->text);
	buf_release(&text);
	return status;
}

static int make_file(struct init *init, const struct git_file *file)
{
	struct buf text = BUF_INIT, lacks = BUF_INIT;
	enum init_result result;
	int status;

	write_file(file, &text);
	result = init_file(init, file->name, buf_span(&text));
	status = result == INIT_LEFT ? find_lacks(init, file, &lacks) : 0;
	if (result == INIT_FAILED)
		status = -1;
	if (status == 0)
		init_say(init, result, file->name, buf_span(&lacks));
	buf_release(&text);
	buf_release(&lacks);
	return status;
}

bool init_git_check(const struct init *init)
{
	bool good = true;

	for (size_t i = 0; i < sizeof(git_files) / sizeof(git_files[0]); i++)
		good = init_check(init, git_files[i].name, false) && good;
	return good;
}

int init_git_files(struct init *init)
{
	for (size_t i = 0; i < sizeof(git_files) / sizeof(git_files[0]); i++)
		if (make_file(init, &git_files[i]) != 0)
			return -1;
	return 0;
}

static const char *const repository[] = {".git", NULL};

static int run_git_init(struct init *init)
{
	char git[] = "git", command[] = "init", quiet[] = "-q", end[] = "--", here[] = ".";
	char *const argv[] = {git, command, quiet, end, init->prefix.n > 0 ? init->prefix.p : here,
			      NULL};
	int status = run_program(argv, init->diags);
	size_t depth;

	if (status == 0 && !place_above(buf_span(&init->prefix), repository, &depth)) {
		diag_fail(init->diags, "git made its repository elsewhere: is GIT_DIR set?");
		return -1;
	}
	if (status > 0)
		diag_fail(init->diags, "'git init' failed with status %d", status);
	return status == 0 ? 0 : -1;
}

bool init_has_repository(const struct init *init)
{
	size_t depth;

	return place_above(buf_span(&init->prefix), repository, &depth);
}

int init_git_repository(struct init *init)
{
	struct buf name = BUF_INIT;
	size_t depth;
	bool exists = place_above(buf_span(&init->prefix), repository, &depth);
	int status = exists ? 0 : run_git_init(init);

	for (; exists && depth > 0; depth--)
		buf_add_str(&name, "../");
	buf_add_str(&name, ".git");
	if (status == 0)
		init_say(init, exists ? INIT_LEFT : INIT_MADE, name.p, SPAN_NONE);
	buf_release(&name);
	return status;
}
