/*
 * What POSIX.1-2008 lacks or leaves open, each with a fallback.
 */
#ifndef NI_BASE_OS_H
#define NI_BASE_OS_H

#include <pthread.h>

#include "src/base/span.h"

/* Opens /dev/null (for reading only) on each of the descriptors 0-2 that is closed, so that no
 * file of the user's gets its number. */
void os_fill_standard(void);

/* Columns of the terminal on fd: COLUMNS, else the terminal's own width, else 80. */
size_t os_columns(int fd);

/* Whether fd is a terminal that shows colours and nobody said NO_COLOR (no-color.org). */
bool os_colours(int fd);

/* How many processors there are for us; 1 if that cannot be told. */
size_t os_processors(void);

/*
 * As pthread_create(), and the thread begins on another processor than the caller's, if there is
 * one. A scheduler may leave a new thread with its creator until some milliseconds have passed,
 * and then what takes fewer is done sooner without it.
 */
int os_thread(pthread_t *thread, void *(*run)(void *data), void *data);

/*
 * rename(), but to a name that no file has; else -1 with errno EEXIST. Where the system has no such
 * call it looks first, and who takes the name between the two loses it.
 */
int os_rename_new(const char *path, const char *to);

/* Today as a civil date in the local time zone. */
int32_t os_today(void);

#endif
