/* Files: opening, reading, lines, sinks, replacing, appending, walking, in a folder of its own. */
#define _XOPEN_SOURCE 700 /* P_tmpdir */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "src/base/io.h"
#include "tests/unit/folder.h"

static void put(const char *path, struct span text)
{
	int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0644);

	assert_true(fd >= 0);
	assert_int_equal(io_write_all(fd, text), 0);
	assert_int_equal(close(fd), 0);
}

static void expect_file(const char *path, struct span text)
{
	struct diags d = {0};
	struct buf b = BUF_INIT;
	int fd = io_open(AT_FDCWD, path, span_str(path), IO_REGULAR, false, &d);

	assert_true(fd >= 0);
	assert_int_equal(io_read_all(fd, span_str(path), 0, &b, &d), 0);
	assert_int_equal(close(fd), 0);
	assert_int_equal(b.n, text.n);
	assert_memory_equal(b.p, text.p, text.n);
	buf_release(&b);
}

/* One diagnostic, this one; the list is empty afterwards. */
static void expect_diag(struct diags *d, const char *text)
{
	struct buf b = BUF_INIT;

	assert_int_equal(d->count, 1);
	assert_int_equal(d->errors, 1);
	buf_add_span(&b, d->list[0].text);
	assert_string_equal(b.p, text);
	buf_release(&b);
	diags_release(d);
}

static void expect_names(const char *const *names)
{
	struct arena a = {0};
	struct diags d = {0};
	struct span *found;
	size_t count, n = 0;

	assert_int_equal(io_walk(".", SPAN("."), "", &a, &found, &count, &d), 0);
	while (names[n] != NULL)
		n++;
	assert_int_equal(count, n);
	for (size_t i = 0; i < n; i++)
		assert_true(span_is(found[i], names[i]));
	arena_release(&a);
}

#define NAMES(...) ((const char *const[]){__VA_ARGS__, NULL})

static int is_leftover(const char *path, const struct stat *st, int type, struct FTW *where)
{
	(void)st;
	(void)type;
	return strncmp(path + where->base, ".ni-", 4) == 0;
}

/* That nothing is left in the folder under a temporary name. */
static void expect_no_leftover(void)
{
	assert_int_equal(nftw(".", is_leftover, 16, FTW_PHYS), 0);
}

static void opens(void **state)
{
	struct diags d = {0};
	(void)state;
	put("file", SPAN("text"));
	assert_int_equal(mkdir("folder", 0755), 0);
	assert_int_equal(mkfifo("pipe", 0644), 0);

	int fd = io_open(AT_FDCWD, "file", SPAN("file"), IO_REGULAR, false, &d);
	assert_true(fd >= 0);
	assert_true(fcntl(fd, F_GETFD) & FD_CLOEXEC);
	assert_int_equal(close(fd), 0);

	assert_int_equal(io_open(AT_FDCWD, "none", SPAN("x/none"), IO_ANY, false, &d), -1);
	expect_diag(&d, "cannot open 'x/none': No such file or directory");
	errno = 0;
	assert_int_equal(io_open(AT_FDCWD, "none", SPAN("none"), IO_REGULAR, true, &d), -1);
	assert_int_equal(errno, ENOENT);
	assert_int_equal(d.count, 0);
	assert_int_equal(io_open(AT_FDCWD, "folder", SPAN("folder"), IO_ANY, true, &d), -1);
	expect_diag(&d, "'folder' is a directory");
	assert_int_equal(io_open(AT_FDCWD, "folder", SPAN("folder"), IO_REGULAR, false, &d), -1);
	expect_diag(&d, "'folder' is a directory");
	/* Returns at once, though nobody writes. */
	assert_int_equal(io_open(AT_FDCWD, "pipe", SPAN("pipe"), IO_REGULAR, false, &d), -1);
	expect_diag(&d, "'pipe' is no regular file");
}

/* An operand may be a pipe whose writer comes late. */
static void opens_a_pipe_that_was_named(void **state)
{
	struct diags d = {0};
	struct buf b = BUF_INIT;
	int status;

	(void)state;
	assert_int_equal(mkfifo("pipe", 0644), 0);
	pid_t child = fork();
	assert_true(child >= 0);
	if (child == 0) {
		int out = open("pipe", O_WRONLY);
		struct timespec pause = {0, 50000000};
		nanosleep(&pause, NULL);
		_exit(out >= 0 && io_write_all(out, SPAN("late")) == 0 ? 0 : 1);
	}
	int fd = io_open(AT_FDCWD, "pipe", SPAN("pipe"), IO_ANY, false, &d);
	assert_true(fd >= 0);
	assert_int_equal(io_read_all(fd, SPAN("pipe"), 0, &b, &d), 0);
	assert_string_equal(b.p, "late");
	assert_int_equal(close(fd), 0);
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_int_equal(status, 0);
	buf_release(&b);
}

static void opens_in_a_folder(void **state)
{
	struct diags d = {0};

	(void)state;
	assert_int_equal(mkdir("folder", 0755), 0);
	put("folder/file", SPAN("text"));
	int dir = open("folder", O_RDONLY | O_DIRECTORY);
	int fd = io_open(dir, "file", SPAN("folder/file"), IO_REGULAR, false, &d);
	assert_true(dir >= 0 && fd >= 0);
	assert_int_equal(close(dir) | close(fd), 0);
}

static int read_limited(struct span text, size_t limit, struct buf *b, struct diags *d)
{
	put("file", text);
	int fd = io_open(AT_FDCWD, "file", SPAN("file"), IO_REGULAR, false, d);
	int status = io_read_all(fd, SPAN("file"), limit, b, d);

	assert_int_equal(close(fd), 0);
	return status;
}

static void reads_up_to_a_limit(void **state)
{
	struct diags d = {0};
	struct buf b = BUF_INIT, text = BUF_INIT;

	(void)state;
	for (size_t i = 0; i < 200000; i++)
		buf_add_char(&text, (char)i);
	buf_add_str(&b, "head");
	assert_int_equal(read_limited(buf_span(&text), 200000, &b, &d), 0);
	assert_int_equal(b.n, 200004);
	assert_memory_equal(b.p, "head", 4);
	assert_memory_equal(b.p + 4, text.p, text.n);
	buf_clear(&b);
	/* one byte too many tells the caller, who knows what to say of it */
	assert_int_equal(read_limited(buf_span(&text), 1999, &b, &d), 0);
	assert_int_equal(b.n, 2000);
	assert_int_equal(d.count, 0);
	buf_clear(&b);
	assert_int_equal(read_limited(buf_span(&text), 0, &b, &d), 0);
	assert_int_equal(b.n, 200000);
	buf_clear(&b);
	assert_int_equal(read_limited(SPAN(""), 1, &b, &d), 0);
	assert_int_equal(b.n, 0);
	assert_int_equal(read_limited(SPAN("abc"), 1, &b, &d), 0);
	assert_int_equal(b.n, 2);
	diags_release(&d);
	buf_release(&b);
	buf_release(&text);
}

static void read_errors_are_told(void **state)
{
	struct diags d = {0};
	struct buf b = BUF_INIT;
	struct lines l;
	struct span line;

	(void)state;
	int fd = open(".", O_RDONLY);
	assert_int_equal(io_read_all(fd, SPAN("x"), 0, &b, &d), -1);
	expect_diag(&d, "cannot read 'x': Is a directory");
	lines_from_fd(&l, fd, SPAN("x"));
	assert_int_equal(lines_next(&l, &line, &d), -1);
	expect_diag(&d, "cannot read 'x': Is a directory");
	assert_int_equal(lines_next(&l, &line, &d), 0);
	lines_release(&l);
	assert_int_equal(close(fd), 0);
	buf_release(&b);
}

/* The lines of text, which has this many: each but the last ends in its only newline. */
static void expect_lines(struct lines *l, struct span text, size_t count)
{
	struct diags d = {0};
	struct span line;
	size_t at = 0, seen = 0;

	while (lines_next(l, &line, &d) == 1) {
		assert_true(line.n > 0 && line.n <= text.n - at);
		assert_memory_equal(line.p, text.p + at, line.n);
		at += line.n;
		seen++;
		const char *end = memchr(line.p, '\n', line.n);
		assert_true(end == line.p + line.n - 1 || (end == NULL && at == text.n));
	}
	assert_int_equal(lines_next(l, &line, &d), 0);
	assert_int_equal(at, text.n);
	assert_int_equal(seen, count);
	assert_int_equal(d.count, 0);
	lines_release(l);
}

static void expect_lines_both_ways(struct span text, size_t count)
{
	struct lines l;

	lines_from_memory(&l, text, SPAN("m"));
	expect_lines(&l, text, count);
	put("file", text);
	int fd = open("file", O_RDONLY);
	lines_from_fd(&l, fd, SPAN("file"));
	expect_lines(&l, text, count);
	assert_int_equal(close(fd), 0);
}

static void gives_lines(void **state)
{
	struct buf b = BUF_INIT;

	(void)state;
	expect_lines_both_ways(SPAN(""), 0);
	expect_lines_both_ways(SPAN("\n"), 1);
	expect_lines_both_ways(SPAN("one"), 1);
	expect_lines_both_ways(SPAN("one\n\ntwo\r\nthree"), 4);
	expect_lines_both_ways(SPAN("a\0b\nc\n"), 2);
	for (size_t i = 0; i < 5000; i++) {
		for (size_t k = 0; k < i * 7 % 1013; k++)
			buf_add_char(&b, 'x');
		buf_add_char(&b, '\n');
	}
	expect_lines_both_ways(buf_span(&b), 5000);
	for (size_t i = 0; i < 3000000; i++)
		buf_add_char(&b, 'y');
	expect_lines_both_ways(buf_span(&b), 5001);
	buf_release(&b);
}

/* A pipe gives what it has: every size of piece. */
static void gives_lines_of_a_pipe(void **state)
{
	struct span text = SPAN("one\ntwo\n\nthree");
	struct lines l;
	int ends[2], status;

	(void)state;
	assert_int_equal(pipe(ends), 0);
	pid_t child = fork();
	assert_true(child >= 0);
	if (child == 0) {
		struct timespec pause = {0, 1000000};
		for (size_t i = 0; i < text.n; i++) {
			if (write(ends[1], text.p + i, 1) != 1)
				_exit(1);
			nanosleep(&pause, NULL);
		}
		_exit(0);
	}
	assert_int_equal(close(ends[1]), 0);
	lines_from_fd(&l, ends[0], SPAN("-"));
	expect_lines(&l, text, 4);
	assert_int_equal(close(ends[0]), 0);
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_int_equal(status, 0);
}

static void refuses_endless_lines(void **state)
{
	struct diags d = {0};
	struct lines l;
	struct span line;
	int fd = open("/dev/zero", O_RDONLY);

	(void)state;
	assert_true(fd >= 0);
	lines_from_fd(&l, fd, SPAN("zero"));
	assert_int_equal(lines_next(&l, &line, &d), -1);
	expect_diag(&d, "'zero' has a line of more than 64 MiB");
	assert_int_equal(lines_next(&l, &line, &d), 0);
	lines_release(&l);
	assert_int_equal(close(fd), 0);
}

static void sinks(void **state)
{
	int fd = open("out", O_WRONLY | O_CREAT, 0644);
	struct sink s = SINK_INIT(fd), none = SINK_INIT(-1);
	struct buf all = BUF_INIT;
	struct stat st;

	(void)state;
	buf_add_str(&s.buf, "little");
	sink_flush_some(&s);
	assert_int_equal(fstat(fd, &st), 0);
	assert_int_equal(st.st_size, 0);
	buf_add_str(&all, "little");
	for (int i = 0; i < 50000; i++) {
		buf_add_format(&s.buf, "%d\n", i);
		buf_add_format(&all, "%d\n", i);
		sink_flush_some(&s);
		assert_true(s.buf.n < 100000);
	}
	assert_int_equal(sink_flush(&s), 0);
	expect_file("out", buf_span(&all));
	sink_release(&s);
	assert_int_equal(close(fd), 0);

	for (int i = 0; i < 100000; i++) {
		buf_add_char(&none.buf, 'x');
		sink_flush_some(&none);
	}
	assert_int_equal(sink_flush(&none), 0);
	assert_int_equal(none.buf.n, 100000);
	sink_release(&none);
	buf_release(&all);
}

static void sink_remembers_the_first_error(void **state)
{
	int fd = open("out", O_RDONLY | O_CREAT, 0644);
	struct sink s = SINK_INIT(fd);

	(void)state;
	assert_int_equal(sink_flush(&s), 0);
	buf_add_str(&s.buf, "text");
	assert_int_equal(sink_flush(&s), -1);
	assert_int_equal(s.error, EBADF);
	assert_int_equal(s.buf.n, 0);
	int good = open("out", O_WRONLY);
	s.fd = good;
	buf_add_str(&s.buf, "text");
	assert_int_equal(sink_flush(&s), -1);
	expect_file("out", SPAN(""));
	sink_release(&s);
	assert_int_equal(close(fd) | close(good), 0);
}

/* A pipe that takes little at a time, and would rather not block. */
static void sink_waits(void **state)
{
	int ends[2], status;

	(void)state;
	assert_int_equal(pipe(ends), 0);
	assert_int_equal(fcntl(ends[1], F_SETFL, O_NONBLOCK), 0);
	pid_t child = fork();
	assert_true(child >= 0);
	if (child == 0) {
		struct sink s = SINK_INIT(ends[1]);
		(void)close(ends[0]);
		for (size_t i = 0; i < 1000000; i++)
			buf_add_char(&s.buf, (char)('a' + (char)(i % 26)));
		_exit(sink_flush(&s) == 0 ? 0 : 1);
	}
	struct diags d = {0};
	struct buf b = BUF_INIT;
	struct timespec pause = {0, 20000000};
	assert_int_equal(close(ends[1]), 0);
	nanosleep(&pause, NULL);
	assert_int_equal(io_read_all(ends[0], SPAN("pipe"), 0, &b, &d), 0);
	assert_int_equal(b.n, 1000000);
	for (size_t i = 0; i < b.n; i++)
		if (b.p[i] != 'a' + (int)(i % 26))
			fail_msg("byte %zu", i);
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_int_equal(status, 0);
	assert_int_equal(close(ends[0]), 0);
	buf_release(&b);
}

/* A pipe that gives a line, and later another, and would not be waited for. */
static int slow_pipe(void)
{
	struct timespec pause = {0, 20000000};
	int ends[2];

	assert_int_equal(pipe(ends), 0);
	assert_int_equal(fcntl(ends[0], F_SETFL, O_NONBLOCK), 0);
	pid_t child = fork();
	assert_true(child >= 0);
	for (int i = 0; child == 0 && i < 2; i++) {
		nanosleep(&pause, NULL);
		if (write(ends[1], "line\n", 5) != 5)
			_exit(1);
	}
	if (child == 0)
		_exit(0);
	assert_int_equal(close(ends[1]), 0);
	return ends[0];
}

static void reading_waits(void **state)
{
	struct diags d = {0};
	struct buf b = BUF_INIT;
	struct lines l;
	struct span line;
	int fd = slow_pipe(), status;

	(void)state;
	assert_int_equal(io_read_all(fd, SPAN("pipe"), 0, &b, &d), 0);
	assert_true(span_is(buf_span(&b), "line\nline\n"));
	assert_int_equal(close(fd), 0);
	buf_release(&b);

	fd = slow_pipe();
	lines_from_fd(&l, fd, SPAN("pipe"));
	for (int i = 0; i < 2; i++) {
		assert_int_equal(lines_next(&l, &line, &d), 1);
		assert_true(span_is(line, "line\n"));
	}
	assert_int_equal(lines_next(&l, &line, &d), 0);
	lines_release(&l);
	assert_int_equal(close(fd), 0);
	while (wait(&status) > 0)
		assert_int_equal(status, 0);
}

static struct io_stamp stamp_of(const char *path)
{
	struct io_stamp stamp;
	int fd = open(path, O_RDONLY);

	assert_true(fd >= 0);
	assert_int_equal(io_stamp(fd, &stamp), 0);
	assert_true(stamp.exists);
	assert_int_equal(close(fd), 0);
	return stamp;
}

static void replaces(void **state)
{
	struct diags d = {0};
	struct stat before, after;

	(void)state;
	put("file", SPAN("old"));
	assert_int_equal(chmod("file", 0640), 0);
	struct io_stamp stamp = stamp_of("file");
	assert_int_equal(stat("file", &before), 0);
	assert_int_equal(io_replace("file", SPAN("new text"), &stamp, &d), 0);
	assert_int_equal(stat("file", &after), 0);
	assert_int_equal(after.st_mode, before.st_mode);
	assert_int_equal(after.st_uid, before.st_uid);
	assert_true(after.st_ino != before.st_ino);
	expect_file("file", SPAN("new text"));
	assert_int_equal(io_replace("file", SPAN(""), NULL, &d), 0);
	expect_file("file", SPAN(""));
	assert_int_equal(io_replace("./other", SPAN("made"), NULL, &d), 0);
	expect_file("other", SPAN("made"));
	assert_int_equal(d.count, 0);
	expect_names(NAMES("file", "other"));
	expect_no_leftover();
}

static void keeps_links(void **state)
{
	struct diags d = {0};
	struct stat st;

	(void)state;
	assert_int_equal(mkdir("real", 0755), 0);
	put("real/file", SPAN("old"));
	assert_int_equal(symlink("real/file", "link"), 0);
	struct io_stamp stamp = stamp_of("link");
	assert_int_equal(io_replace("link", SPAN("new"), &stamp, &d), 0);
	assert_int_equal(lstat("link", &st), 0);
	assert_true(S_ISLNK(st.st_mode));
	expect_file("real/file", SPAN("new"));

	assert_int_equal(symlink("nowhere", "loose"), 0);
	assert_int_equal(io_replace("loose", SPAN("new"), NULL, &d), -1);
	expect_diag(&d, "'loose' is a symbolic link to nothing");
	assert_int_equal(lstat("loose", &st), 0);
	assert_true(S_ISLNK(st.st_mode));
	expect_no_leftover();
}

static void expect_refused(const struct io_stamp *stamp, const char *text, const char *kept)
{
	struct diags d = {0};

	assert_int_equal(io_replace("file", SPAN("mine"), stamp, &d), -1);
	expect_diag(&d, text);
	if (kept != NULL)
		expect_file("file", span_str(kept));
	expect_no_leftover();
}

static void replaces_only_what_was_read(void **state)
{
	const char *changed = "'file' was changed since it was read; nothing was written";
	struct io_stamp absent = {.exists = false};
	struct diags d = {0};

	(void)state;
	put("file", SPAN("old"));
	struct io_stamp stamp = stamp_of("file");
	put("file", SPAN("longer"));
	expect_refused(&stamp, changed, "longer");

	stamp = stamp_of("file");
	struct timespec times[2] = {{1000000000, 0}, {1000000000, 5}};
	assert_int_equal(utimensat(AT_FDCWD, "file", times, 0), 0);
	expect_refused(&stamp, changed, "longer");

	stamp = stamp_of("file");
	times[1] = stamp.mtime;
	put("copy", SPAN("longer"));
	assert_int_equal(utimensat(AT_FDCWD, "copy", times, 0), 0);
	assert_int_equal(rename("copy", "file"), 0);
	expect_refused(&stamp, changed, "longer");

	expect_refused(&absent, "'file' exists already; nothing was written", "longer");
	assert_int_equal(unlink("file"), 0);
	expect_refused(&stamp, "'file' has gone since it was read; nothing was written", NULL);
	assert_int_equal(access("file", F_OK), -1);
	assert_int_equal(io_replace("file", SPAN("first"), &absent, &d), 0);
	expect_file("file", SPAN("first"));
	expect_names(NAMES("file"));
	expect_no_leftover();
}

static void replaces_no_odd_things(void **state)
{
	struct diags d = {0};

	(void)state;
	assert_int_equal(mkdir("folder", 0755), 0);
	assert_int_equal(io_replace("folder", SPAN("x"), NULL, &d), -1);
	expect_diag(&d, "'folder' is no regular file; nothing was written");
	assert_int_equal(mkfifo("pipe", 0644), 0);
	assert_int_equal(io_replace("pipe", SPAN("x"), NULL, &d), -1);
	expect_diag(&d, "'pipe' is no regular file; nothing was written");
	assert_int_equal(io_replace("none/file", SPAN("x"), NULL, &d), -1);
	expect_diag(&d, "cannot write 'none/file': No such file or directory");
	expect_no_leftover();
}

/* Old temporary files, and names as long as the system takes. */
static void finds_a_temporary_name(void **state)
{
	struct buf name = BUF_INIT;
	struct diags d = {0};

	(void)state;
	put("file", SPAN("old"));
	buf_add_format(&name, ".ni-file.%ld", (long)getpid());
	put(name.p, SPAN("left over"));
	assert_int_equal(io_replace("file", SPAN("new"), NULL, &d), 0);
	expect_file("file", SPAN("new"));
	expect_file(name.p, SPAN("left over"));
	buf_clear(&name);
	buf_add_format(&name, "%0255d", 7);
	put(name.p, SPAN("old"));
	assert_int_equal(io_replace(name.p, SPAN("new"), NULL, &d), 0);
	expect_file(name.p, SPAN("new"));
	buf_release(&name);
}

/* In a child that may write files of 1000 bytes only. */
static int write_past_limit(void)
{
	struct rlimit limit = {1000, 1000};
	struct buf text = BUF_INIT;
	struct diags d = {0};

	for (int i = 0; i < 2000; i++)
		buf_add_char(&text, 'x');
	if (signal(SIGXFSZ, SIG_IGN) == SIG_ERR || setrlimit(RLIMIT_FSIZE, &limit) < 0)
		return 1;
	if (io_replace("file", buf_span(&text), NULL, &d) != -1 || d.count != 1 ||
	    !span_is(d.list[0].text, "cannot write 'file': File too large"))
		return 2;
	diags_release(&d);
	if (io_append("log", buf_span(&text), &d) != -1 || d.count != 1 ||
	    !span_is(d.list[0].text,
		     "only 996 of 2000 bytes could be appended to 'log': nothing was added"))
		return 3;
	return 0;
}

static void a_full_disk_is_told(void **state)
{
	int status;

	(void)state;
	put("file", SPAN("old"));
	put("log", SPAN("old\n"));
	pid_t child = fork();
	assert_true(child >= 0);
	if (child == 0)
		_exit(write_past_limit());
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_int_equal(status, 0);
	expect_file("file", SPAN("old"));
	expect_file("log", SPAN("old\n"));
	expect_no_leftover();
}

static void appends(void **state)
{
	struct diags d = {0};

	(void)state;
	assert_int_equal(io_append("log", SPAN("one\n"), &d), 0);
	assert_int_equal(io_append("log", SPAN("two\nthree\n"), &d), 0);
	assert_int_equal(io_append("log", SPAN(""), &d), 0);
	expect_file("log", SPAN("one\ntwo\nthree\n"));
	put("log", SPAN("one\ncut"));
	assert_int_equal(io_append("log", SPAN("two\n"), &d), 0);
	expect_file("log", SPAN("one\ncut\ntwo\n"));
	put("log", SPAN("one\r\ncut"));
	assert_int_equal(io_append("log", SPAN("two\r\n"), &d), 0);
	expect_file("log", SPAN("one\r\ncut\r\ntwo\r\n"));
	put("log", SPAN("one\r\ncut\r"));
	assert_int_equal(io_append("log", SPAN("two\r\n"), &d), 0);
	expect_file("log", SPAN("one\r\ncut\r\ntwo\r\n"));
	assert_int_equal(d.count, 0);

	assert_int_equal(mkfifo("pipe", 0644), 0);
	assert_int_equal(io_append("pipe", SPAN("x\n"), &d), -1);
	expect_diag(&d, "cannot append to 'pipe': Invalid argument");
	assert_int_equal(io_append("none/log", SPAN("x\n"), &d), -1);
	expect_diag(&d, "cannot append to 'none/log': No such file or directory");
}

static void append_many(int worker)
{
	struct buf line = BUF_INIT;
	struct diags d = {0};

	for (int i = 0; i < 100; i++) {
		buf_clear(&line);
		for (int k = 0; k < 20 + i; k++)
			buf_add_char(&line, (char)('a' + (char)worker));
		buf_add_char(&line, '\n');
		if (io_append("log", buf_span(&line), &d) < 0)
			_exit(1);
	}
	_exit(0);
}

static void four_append_at_once(void **state)
{
	struct lines l;
	struct span line;
	struct diags d = {0};
	size_t count = 0;
	int status;

	(void)state;
	for (int worker = 0; worker < 4; worker++) {
		pid_t child = fork();
		assert_true(child >= 0);
		if (child == 0)
			append_many(worker);
	}
	for (int worker = 0; worker < 4; worker++) {
		assert_true(wait(&status) > 0);
		assert_int_equal(status, 0);
	}
	int fd = open("log", O_RDONLY);
	lines_from_fd(&l, fd, SPAN("log"));
	for (; lines_next(&l, &line, &d) == 1; count++) {
		assert_in_range(line.n, 21, 120);
		for (size_t i = 0; i < line.n - 1; i++)
			assert_int_equal(line.p[i], line.p[0]);
	}
	assert_int_equal(count, 400);
	lines_release(&l);
	assert_int_equal(close(fd), 0);
}

static void make_tree(void)
{
	assert_int_equal(mkdir("notes", 0755) | mkdir("notes/b", 0755) |
				 mkdir("notes/b/deep", 0755) | mkdir("notes/.git", 0755) |
				 mkdir("notes/folder.md", 0755) | mkdir("elsewhere", 0755),
			 0);
	put("notes/z.md", SPAN(""));
	put("notes/a.md", SPAN(""));
	put("notes/b.md", SPAN(""));
	put("notes/b-c.md", SPAN(""));
	put("notes/b/x.md", SPAN(""));
	put("notes/b/deep/y.md", SPAN(""));
	put("notes/folder.md/in.md", SPAN(""));
	put("notes/other.txt", SPAN(""));
	put("notes/.hidden.md", SPAN(""));
	put("notes/.git/x.md", SPAN(""));
	put("elsewhere/e.md", SPAN(""));
	assert_int_equal(symlink("../elsewhere", "notes/linked") |
				 symlink("../elsewhere", "notes/linked.md") |
				 symlink("../elsewhere/e.md", "notes/to-file.md"),
			 0);
}

static void walks(void **state)
{
	static const char *const expected[] = {"a.md",        "b-c.md", "b.md",
					       "b/deep/y.md", "b/x.md", "folder.md/in.md",
					       "to-file.md",  "z.md"};
	struct arena a = {0};
	struct diags d = {0};
	struct span *names;
	size_t count;

	(void)state;
	make_tree();
	assert_int_equal(symlink("notes", "top"), 0);
	for (int round = 0; round < 2; round++) {
		const char *dir = round == 0 ? "notes" : "top";
		assert_int_equal(io_walk(dir, span_str(dir), ".md", &a, &names, &count, &d), 0);
		assert_int_equal(count, sizeof(expected) / sizeof(expected[0]));
		for (size_t i = 0; i < count; i++)
			assert_true(span_is(names[i], expected[i]));
	}
	assert_int_equal(io_walk("none", SPAN("none"), ".md", &a, &names, &count, &d), 0);
	assert_int_equal(count, 0);
	assert_int_equal(d.count, 0);
	assert_int_equal(io_walk("notes/a.md", SPAN("x"), ".md", &a, &names, &count, &d), -1);
	expect_diag(&d, "cannot open 'x': Not a directory");
	arena_release(&a);
}

/* root may read all; nobody, in particular, may not. */
static int walk_as_nobody(const char *dir, struct arena *a, size_t *count, struct diags *d)
{
	uid_t self = geteuid();
	struct span *names;

	if (self == 0)
		assert_int_equal(seteuid(65534), 0);
	int status = io_walk(dir, span_str(dir), ".md", a, &names, count, d);
	assert_int_equal(seteuid(self), 0);
	return status;
}

/* One below leaves the others to be answered; without the folder itself there is nothing. */
static void an_unreadable_folder_is_told(void **state)
{
	struct arena a = {0};
	struct diags d = {0};
	size_t count;

	(void)state;
	assert_int_equal(chmod(".", 0755) | mkdir("notes", 0755) | mkdir("notes/shut", 0), 0);
	put("notes/a.md", SPAN(""));
	assert_int_equal(walk_as_nobody("notes", &a, &count, &d), 0);
	expect_diag(&d, "cannot open 'notes/shut': Permission denied");
	assert_int_equal(count, 1);
	assert_int_equal(walk_as_nobody("notes/shut", &a, &count, &d), -1);
	expect_diag(&d, "cannot open 'notes/shut': Permission denied");
	assert_int_equal(count, 0);
	arena_release(&a);
}

/* In a folder that may be listed and not entered nothing is known of a link but its name. */
static void an_unknown_link_is_named(void **state)
{
	struct arena a = {0};
	struct diags d = {0};
	size_t count;

	(void)state;
	assert_int_equal(chmod(".", 0755) | mkdir("notes", 0755) | mkdir("notes/shut", 0755), 0);
	put("notes/a.md", SPAN(""));
	assert_int_equal(symlink("../a.md", "notes/shut/b.md") | chmod("notes/shut", 0744), 0);
	assert_int_equal(walk_as_nobody("notes", &a, &count, &d), 0);
	assert_int_equal(d.count, 0);
	assert_int_equal(count, 2);
	arena_release(&a);
}

#define IN_FOLDER(test) cmocka_unit_test_setup_teardown(test, enter_folder, leave_folder)

int main(void)
{
	const struct CMUnitTest tests[] = {
		IN_FOLDER(opens),
		IN_FOLDER(opens_a_pipe_that_was_named),
		IN_FOLDER(opens_in_a_folder),
		IN_FOLDER(reads_up_to_a_limit),
		IN_FOLDER(read_errors_are_told),
		IN_FOLDER(gives_lines),
		IN_FOLDER(gives_lines_of_a_pipe),
		IN_FOLDER(refuses_endless_lines),
		IN_FOLDER(sinks),
		IN_FOLDER(sink_remembers_the_first_error),
		IN_FOLDER(sink_waits),
		IN_FOLDER(reading_waits),
		IN_FOLDER(replaces),
		IN_FOLDER(keeps_links),
		IN_FOLDER(replaces_only_what_was_read),
		IN_FOLDER(replaces_no_odd_things),
		IN_FOLDER(finds_a_temporary_name),
		IN_FOLDER(a_full_disk_is_told),
		IN_FOLDER(appends),
		IN_FOLDER(four_append_at_once),
		IN_FOLDER(walks),
		IN_FOLDER(an_unreadable_folder_is_told),
		IN_FOLDER(an_unknown_link_is_named),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
