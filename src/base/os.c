/* _GNU_SOURCE: for TIOCGWINSZ, renameat2() and the processors of a thread, which POSIX.1-2008
 * lacks. */
#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include <errno.h>
#include <fcntl.h>
#include <sched.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "src/base/date.h"
#include "src/base/os.h"
#include "src/base/status.h"

enum { COLUMNS_MAX = 10000, COLUMNS_USUAL = 80 };

void os_fill_standard(void)
{
	for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++) {
		if (fcntl(fd, F_GETFD) >= 0 || errno != EBADF)
			continue;
		/* The lowest free number is this one. */
		if (open("/dev/null", O_RDONLY) != fd)
			_exit(status_failed);
	}
}

size_t os_columns(int fd)
{
	const char *text = getenv("COLUMNS");
	uint32_t columns;

	if (text != NULL && span_number(span_str(text), 1, COLUMNS_MAX, &columns) == 0)
		return columns;
#ifdef TIOCGWINSZ
	struct winsize size;
	if (ioctl(fd, TIOCGWINSZ, &size) == 0 && size.ws_col > 0)
		return size.ws_col;
#else
	(void)fd;
#endif
	return COLUMNS_USUAL;
}

bool os_colours(int fd)
{
	const char *terminal = getenv("TERM"), *without = getenv("NO_COLOR");

	return isatty(fd) && terminal != NULL && strcmp(terminal, "dumb") != 0 &&
	       (without == NULL || without[0] == '\0');
}

int32_t os_today(void)
{
	time_t now = time(NULL);
	struct tm tm;
	char text[32];
	int32_t day;

	tzset(); /* localtime_r() need not */
	if (localtime_r(&now, &tm) != NULL && strftime(text, sizeof(text), "%Y-%m-%d", &tm) > 0 &&
	    date_parse(span_str(text), &day) == 0)
		return day;
	return 0; /* a clock beyond the year 9999 */
}

size_t os_processors(void)
{
#if defined __linux__
	cpu_set_t processors;

	return sched_getaffinity(0, sizeof(processors), &processors) == 0
		       ? (size_t)CPU_COUNT(&processors)
		       : 1;
#elif defined _SC_NPROCESSORS_ONLN
	long count = sysconf(_SC_NPROCESSORS_ONLN);

	return count > 0 ? (size_t)count : 1;
#else
	return 1;
#endif
}

#ifdef __linux__
/* A hint: without it the thread begins where the scheduler likes. */
static void begin_elsewhere(pthread_attr_t *attributes)
{
	cpu_set_t processors;
	int here = sched_getcpu();

	if (here < 0 || here >= CPU_SETSIZE ||
	    sched_getaffinity(0, sizeof(processors), &processors) != 0)
		return;
	CPU_CLR((size_t)here, &processors);
	if (CPU_COUNT(&processors) > 0)
		(void)pthread_attr_setaffinity_np(attributes, sizeof(processors), &processors);
}
#endif

int os_thread(pthread_t *thread, void *(*run)(void *data), void *data)
{
	pthread_attr_t attributes;
	int error = pthread_attr_init(&attributes);

	if (error != 0)
		return error;
#ifdef __linux__
	begin_elsewhere(&attributes);
#endif
	error = pthread_create(thread, &attributes, run, data);
	(void)pthread_attr_destroy(&attributes); /* the thread has its own */
	return error;
}

int os_rename_new(const char *path, const char *to)
{
	struct stat st;

#ifdef RENAME_NOREPLACE
	if (renameat2(AT_FDCWD, path, AT_FDCWD, to, RENAME_NOREPLACE) == 0)
		return 0;
	if (errno != ENOSYS && errno != EINVAL) /* an old kernel, or a file system without it */
		return -1;
#endif
	if (lstat(to, &st) == 0) {
		errno = EEXIST;
		return -1;
	}
	return renameat(AT_FDCWD, path, AT_FDCWD, to);
}
