/*
 * For LD_PRELOAD: makes one call of a program of ours fail, as a disk, a kernel or a kill -9 would.
 *
 *	NI_FAULT=FUNCTION:N:ACTION      NI_FAULT_MET=FILE, which gets the name of the function at
 *fault
 *
 * FUNCTION is a function below; `memory` is malloc, calloc and realloc, `any` all others. N counts
 * its calls from 1, of write those to a terminal or pipe too. ACTION is
 *
 *	ENOSPC, EIO...  the call fails with this; a close() closes nevertheless
 *	short:K         a read or write of K bytes at most
 *	full:K          this write, of files alone, has K bytes; those after it, ENOSPC: a full disk
 *	torn:K          this write has K bytes, then the program is killed
 *	kill            the program is killed before the call
 *	stop            it stops before the call, until it is sent SIGCONT
 *
 * Calls are counted in programs named ni-* alone, so that a shell in between is left in peace.
 */
#ifndef _GNU_SOURCE
#define _GNU_SOURCE /* RTLD_NEXT, program_invocation_short_name */
#endif
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum action {
	ACTION_NONE,
	ACTION_FAIL,
	ACTION_KILL,
	ACTION_STOP,
	ACTION_SHORT, /* from here on, of reads and writes alone */
	ACTION_FULL,
	ACTION_TORN
};

static struct {
	char function[32];
	long number;
	enum action action;
	int error;
	size_t bytes;
	const char *met;
} fault;

static atomic_long calls;

/* The function that this one stands before. ISO C has no conversion from what dlsym() returns. */
#define REAL(type, name, ...)                           \
	static type (*real)(__VA_ARGS__);               \
	if (real == NULL) {                             \
		void *found_ = dlsym(RTLD_NEXT, name);  \
		memcpy(&real, &found_, sizeof(found_)); \
	}

static _Noreturn void give_up(const char *text)
{
	(void)fprintf(stderr, "fault shim: cannot read NI_FAULT: %s\n", text);
	_exit(97);
}

static int error_number(const char *name)
{
	static const struct {
		const char *name;
		int number;
	} errors[] = {{"EACCES", EACCES}, {"EAGAIN", EAGAIN}, {"EDQUOT", EDQUOT},
		      {"EINTR", EINTR},   {"EINVAL", EINVAL}, {"EIO", EIO},
		      {"EMFILE", EMFILE}, {"ENOLCK", ENOLCK}, {"ENOMEM", ENOMEM},
		      {"ENOSPC", ENOSPC}, {"ENOSYS", ENOSYS}, {"EPERM", EPERM},
		      {"EROFS", EROFS}};

	for (size_t i = 0; i < sizeof(errors) / sizeof(*errors); i++)
		if (strcmp(errors[i].name, name) == 0)
			return errors[i].number;
	return 0;
}

static void parse_action(const char *text)
{
	static const struct {
		const char *name;
		enum action action;
	} actions[] = {{"kill", ACTION_KILL},
		       {"stop", ACTION_STOP},
		       {"short:", ACTION_SHORT},
		       {"full:", ACTION_FULL},
		       {"torn:", ACTION_TORN}};

	for (size_t i = 0; i < sizeof(actions) / sizeof(*actions); i++) {
		size_t n = strlen(actions[i].name);

		if (strncmp(text, actions[i].name, n) != 0)
			continue;
		fault.action = actions[i].action;
		fault.bytes = strtoul(text + n, NULL, 10);
	}
	if (fault.action != ACTION_NONE)
		return;
	fault.error = error_number(text);
	if (fault.error == 0)
		give_up(text);
	fault.action = ACTION_FAIL;
}

/* Between the start of a thread and that of what the program runs in it: then a sanitizer asks for
 * memory, and gives up if there is none. Found without a call, which the sanitizer would look at.
 */
static _Thread_local bool starting __attribute__((tls_model("initial-exec"))) = true;

__attribute__((constructor)) static void begin(void)
{
	const char *text = getenv("NI_FAULT");
	char *end;

	starting = false;
	if (text == NULL || strncmp(program_invocation_short_name, "ni-", 3) != 0)
		return;

	size_t n = strcspn(text, ":");
	if (text[n] == '\0' || n >= sizeof(fault.function))
		give_up(text);
	memcpy(fault.function, text, n);
	fault.number = strtol(text + n + 1, &end, 10);
	if (fault.number < 1 || *end != ':')
		give_up(text);
	fault.met = getenv("NI_FAULT_MET");
	parse_action(end + 1);
}

static int real_openat(int dir, const char *path, int flags, mode_t mode)
{
	REAL(int, "openat", int, const char *, int, ...)
	return real(dir, path, flags, mode);
}

static int real_close(int fd)
{
	REAL(int, "close", int)
	return real(fd);
}

static ssize_t real_write(int fd, const void *text, size_t n)
{
	REAL(ssize_t, "write", int, const void *, size_t)
	return real(fd, text, n);
}

static void tell(const char *function)
{
	int saved = errno;
	int fd = fault.met != NULL ? real_openat(AT_FDCWD, fault.met,
						 O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666)
				   : -1;

	if (fd >= 0) {
		(void)real_write(fd, function, strlen(function));
		(void)real_close(fd);
	}
	errno = saved;
}

static _Noreturn void die(void)
{
	for (;;)
		(void)kill(getpid(), SIGKILL);
}

/* Whether this call is at fault; a group's name stands for the functions in it. */
static bool is_counted(const char *function, const char *group)
{
	return fault.action != ACTION_NONE &&
	       (strcmp(fault.function, function) == 0 || strcmp(fault.function, group) == 0);
}

/* True, with errno, when this call is the one that fails; one that is to kill does not return. */
static bool fails(const char *function, const char *group)
{
	if (starting || fault.action >= ACTION_SHORT || !is_counted(function, group) ||
	    atomic_fetch_add(&calls, 1) + 1 != fault.number)
		return false;
	tell(function);
	if (fault.action == ACTION_KILL)
		die();
	if (fault.action == ACTION_STOP) {
		(void)kill(getpid(), SIGSTOP);
		return false;
	}
	errno = fault.error;
	return true;
}

#define FAILS(function) fails(function, "any")

/* How many of n bytes a read or write may have; -1 with errno. Tells what is to follow it. */
static ssize_t allowed(const char *function, bool on_disk, size_t n, enum action *then)
{
	bool full = fault.action == ACTION_FULL;

	*then = ACTION_NONE;
	if (FAILS(function))
		return -1;
	if (fault.action < ACTION_SHORT || !is_counted(function, "any") || (full && !on_disk))
		return (ssize_t)n;

	long call = atomic_fetch_add(&calls, 1) + 1;
	if (full && call > fault.number) {
		errno = ENOSPC;
		return -1;
	}
	if (call != fault.number)
		return (ssize_t)n;
	tell(function);
	*then = fault.action;
	return (ssize_t)(n < fault.bytes ? n : fault.bytes);
}

/* The C library's own declarations have other names for what these functions take.
 * NOLINTBEGIN(readability-inconsistent-declaration-parameter-name) */
ssize_t read(int fd, void *to, size_t n)
{
	REAL(ssize_t, "read", int, void *, size_t)
	enum action then;
	ssize_t most = allowed("read", false, n, &then);

	return most < 0 ? -1 : real(fd, to, (size_t)most);
}

ssize_t write(int fd, const void *text, size_t n)
{
	struct stat st;
	bool on_disk = fault.action == ACTION_FULL && fstat(fd, &st) == 0 && S_ISREG(st.st_mode) &&
		       fd > STDERR_FILENO;
	enum action then;
	ssize_t most = allowed("write", on_disk, n, &then);

	if (most < 0)
		return -1;
	/* Nothing fits: a disk says so at once. */
	if (then == ACTION_FULL && most == 0) {
		errno = ENOSPC;
		return -1;
	}
	ssize_t written = real_write(fd, text, (size_t)most);
	if (then == ACTION_TORN)
		die();
	return written;
}

ssize_t pread(int fd, void *to, size_t n, off_t at)
{
	REAL(ssize_t, "pread", int, void *, size_t, off_t)
	return FAILS("pread") ? -1 : real(fd, to, n, at);
}

int openat(int dir, const char *path, int flags, ...)
{
	mode_t mode = 0;
	va_list rest;

	if (flags & O_CREAT) {
		va_start(rest, flags);
		mode = va_arg(rest, mode_t);
		va_end(rest);
	}
	return FAILS("openat") ? -1 : real_openat(dir, path, flags, mode);
}

int open(const char *path, int flags, ...)
{
	REAL(int, "open", const char *, int, ...)
	mode_t mode = 0;
	va_list rest;

	if (flags & O_CREAT) {
		va_start(rest, flags);
		mode = va_arg(rest, mode_t);
		va_end(rest);
	}
	return FAILS("open") ? -1 : real(path, flags, mode);
}

int close(int fd)
{
	if (!FAILS("close"))
		return real_close(fd);
	(void)real_close(fd);
	errno = fault.error;
	return -1;
}

/* Only ever with a pointer or nothing in this project. */
int fcntl(int fd, int command, ...)
{
	REAL(int, "fcntl", int, int, ...)
	va_list rest;

	va_start(rest, command);
	void *argument = va_arg(rest, void *);
	va_end(rest);
	return FAILS("fcntl") ? -1 : real(fd, command, argument);
}

int fstat(int fd, struct stat *st)
{
	REAL(int, "fstat", int, struct stat *)
	return FAILS("fstat") ? -1 : real(fd, st);
}

int fstatat(int dir, const char *path, struct stat *st, int flags)
{
	REAL(int, "fstatat", int, const char *, struct stat *, int)
	return FAILS("fstatat") ? -1 : real(dir, path, st, flags);
}

int fsync(int fd)
{
	REAL(int, "fsync", int)
	return FAILS("fsync") ? -1 : real(fd);
}

int fchmod(int fd, mode_t mode)
{
	REAL(int, "fchmod", int, mode_t)
	return FAILS("fchmod") ? -1 : real(fd, mode);
}

int fchown(int fd, uid_t owner, gid_t group)
{
	REAL(int, "fchown", int, uid_t, gid_t)
	return FAILS("fchown") ? -1 : real(fd, owner, group);
}

int ftruncate(int fd, off_t size)
{
	REAL(int, "ftruncate", int, off_t)
	return FAILS("ftruncate") ? -1 : real(fd, size);
}

int renameat(int from_dir, const char *from, int to_dir, const char *to)
{
	REAL(int, "renameat", int, const char *, int, const char *)
	return FAILS("renameat") ? -1 : real(from_dir, from, to_dir, to);
}

#ifdef RENAME_NOREPLACE
int renameat2(int from_dir, const char *from, int to_dir, const char *to, unsigned flags)
{
	REAL(int, "renameat2", int, const char *, int, const char *, unsigned)
	return FAILS("renameat2") ? -1 : real(from_dir, from, to_dir, to, flags);
}
#endif

int linkat(int from_dir, const char *from, int to_dir, const char *to, int flags)
{
	REAL(int, "linkat", int, const char *, int, const char *, int)
	return FAILS("linkat") ? -1 : real(from_dir, from, to_dir, to, flags);
}

int unlinkat(int dir, const char *path, int flags)
{
	REAL(int, "unlinkat", int, const char *, int)
	return FAILS("unlinkat") ? -1 : real(dir, path, flags);
}

int mkdir(const char *path, mode_t mode)
{
	REAL(int, "mkdir", const char *, mode_t)
	return FAILS("mkdir") ? -1 : real(path, mode);
}

/* What a thread is to run; more than a program of ours ever starts. */
static struct run {
	void *(*run)(void *);
	void *of;
} runs[256];
static atomic_size_t run_count;

static void *run_thread(void *run)
{
	const struct run *what = run;

	starting = false;
	return what->run(what->of);
}

int pthread_create(pthread_t *thread, const pthread_attr_t *attributes, void *(*run)(void *),
		   void *of)
{
	REAL(int, "pthread_create", pthread_t *, const pthread_attr_t *, void *(*)(void *), void *)
	size_t at = atomic_fetch_add(&run_count, 1);

	if (at >= sizeof(runs) / sizeof(*runs))
		return EAGAIN;
	runs[at] = (struct run){run, of};
	return real(thread, attributes, run_thread, &runs[at]);
}

/* Of the functions below the C library calls some before begin(), which then count nothing. */
void *malloc(size_t n)
{
	REAL(void *, "malloc", size_t)
	return fails("malloc", "memory") ? NULL : real(n);
}

void *calloc(size_t count, size_t size)
{
	REAL(void *, "calloc", size_t, size_t)
	return fails("calloc", "memory") ? NULL : real(count, size);
}

void *realloc(void *old, size_t n)
{
	REAL(void *, "realloc", void *, size_t)
	return fails("realloc", "memory") ? NULL : real(old, n);
}
/* NOLINTEND(readability-inconsistent-declaration-parameter-name) */
