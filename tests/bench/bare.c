/*
 * bare csv FILE ...: libcsv over physical lines, cells counted, nothing kept.
 * bare files|notes|tasks|bodies DIR: each note below the folder opened, read and
 * closed; from notes on also its front matter parsed by libyaml; in tasks also
 * the bodies that hold a task's box by cmark, in bodies all of them.
 *
 * What ni's programs are measured against: the least that anything built on
 * these libraries has to do.
 */
#include <cmark.h>
#include <csv.h>
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <yaml.h>

enum depth { DEPTH_FILES, DEPTH_NOTES, DEPTH_TASKS, DEPTH_BODIES };

/* A note is at most 256 KiB. */
struct pass {
	char note[256 * 1024];
	enum depth depth;
	unsigned long long files, bytes, events, nodes;
};

struct cells {
	unsigned long long cells, rows;
};

static _Noreturn void die(const char *what)
{
	(void)fprintf(stderr, "bare: %s: %s\n", what, errno ? strerror(errno) : "cannot be parsed");
	exit(2);
}

static void on_cell(void *text, size_t size, void *data)
{
	(void)text;
	(void)size;
	((struct cells *)data)->cells++;
}

static void on_row(int end, void *data)
{
	(void)end;
	((struct cells *)data)->rows++;
}

/* Up to each newline by itself, so that the row's place would be known. */
static void feed(struct csv_parser *parser, const char *p, size_t size, struct cells *count)
{
	const char *end = p + size, *newline;
	size_t length;

	for (; p < end; p += length) {
		newline = memchr(p, '\n', (size_t)(end - p));
		length = (size_t)((newline ? newline + 1 : end) - p);
		if (csv_parse(parser, p, length, on_cell, on_row, count) != length)
			die("csv");
	}
}

static void pass_csv(const char *path, struct cells *count)
{
	static char piece[256 * 1024];
	struct csv_parser parser;
	ssize_t got;
	int fd = open(path, O_RDONLY | O_CLOEXEC);

	if (fd < 0 || csv_init(&parser, CSV_STRICT | CSV_STRICT_FINI | CSV_APPEND_NULL) != 0)
		die(path);
	csv_set_blk_size(&parser, 4096);
	while ((got = read(fd, piece, sizeof(piece))) > 0)
		feed(&parser, piece, (size_t)got, count);
	if (got < 0 || close(fd) != 0 || csv_fini(&parser, on_cell, on_row, count) != 0)
		die(path);
	csv_free(&parser);
}

static void pass_yaml(struct pass *p, const char *text, size_t size)
{
	yaml_parser_t parser;
	yaml_event_t event;
	int end = 0;

	errno = 0;
	if (!yaml_parser_initialize(&parser))
		die("libyaml");
	yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING);
	yaml_parser_set_input_string(&parser, (const unsigned char *)text, size);
	while (!end) {
		if (!yaml_parser_parse(&parser, &event))
			die("front matter");
		end = event.type == YAML_STREAM_END_EVENT;
		yaml_event_delete(&event);
		p->events++;
	}
	yaml_parser_delete(&parser);
}

static int holds_box(const char *text, size_t size)
{
	const char *end = text + size, *p = text;

	while (end - p > 2 && (p = memchr(p, '[', (size_t)(end - p - 2))) != NULL) {
		if (p[2] == ']' && strchr(" xX", p[1]))
			return 1;
		p++;
	}
	return 0;
}

static void pass_note(struct pass *p, const char *text, size_t size)
{
	const char *end;
	size_t skip;
	cmark_node *document;

	if (p->depth == DEPTH_FILES)
		return;
	end = size < 4 ? NULL : strstr(text + 4, "\n---\n");
	if (!end)
		die("a note without front matter");
	pass_yaml(p, text + 4, (size_t)(end + 1 - (text + 4)));
	skip = (size_t)(end + 5 - text);
	if (p->depth == DEPTH_NOTES ||
	    (p->depth == DEPTH_TASKS && !holds_box(text + skip, size - skip)))
		return;
	document = cmark_parse_document(text + skip, size - skip, CMARK_OPT_DEFAULT);
	if (!document)
		die("cmark");
	p->nodes++;
	cmark_node_free(document);
}

static void pass_file(struct pass *p, int dir, const char *name)
{
	size_t n = 0;
	ssize_t got;
	int fd = openat(dir, name, O_RDONLY | O_CLOEXEC);

	if (fd < 0)
		die(name);
	while ((got = read(fd, p->note + n, sizeof(p->note) - 1 - n)) > 0)
		n += (size_t)got;
	if (got < 0 || close(fd) != 0)
		die(name);
	p->note[n] = '\0';
	p->files++;
	p->bytes += n;
	pass_note(p, p->note, n);
}

/* In the order in which the folder has them; what does not end in .md is a folder. */
static void pass_dir(struct pass *p, int above, const char *name)
{
	int fd = openat(above, name, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	DIR *dir = fd < 0 ? NULL : fdopendir(fd);
	struct dirent *entry;

	if (!dir)
		die(name);
	while ((entry = readdir(dir)) != NULL) {
		size_t n = strlen(entry->d_name);

		if (entry->d_name[0] == '.')
			continue;
		if (n > 3 && strcmp(entry->d_name + n - 3, ".md") == 0)
			pass_file(p, fd, entry->d_name);
		else
			pass_dir(p, fd, entry->d_name);
	}
	if (closedir(dir) != 0)
		die(name);
}

int main(int argc, char **argv)
{
	static const char *const names[] = {"files", "notes", "tasks", "bodies"};
	static struct pass pass;
	struct cells count = {0};
	size_t i;

	for (i = 0; argc == 3 && i < sizeof(names) / sizeof(*names); i++) {
		if (strcmp(argv[1], names[i]) != 0)
			continue;
		pass.depth = (enum depth)i;
		pass_dir(&pass, AT_FDCWD, argv[2]);
		return printf("%llu files, %llu bytes, %llu events, %llu bodies\n", pass.files,
			      pass.bytes, pass.events, pass.nodes) < 0;
	}
	if (argc < 3 || strcmp(argv[1], "csv") != 0) {
		(void)fputs("usage: bare csv FILE ... | files|notes|tasks|bodies DIR\n", stderr);
		return 2;
	}
	for (i = 2; i < (size_t)argc; i++)
		pass_csv(argv[i], &count);
	return printf("%llu rows, %llu cells\n", count.rows, count.cells) < 0;
}
