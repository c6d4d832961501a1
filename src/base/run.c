#include <errno.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>

#include "src/base/io.h"
#include "src/base/run.h"

extern char **environ; /* no header of POSIX declares it */

static const int keyboard[] = {SIGINT, SIGQUIT};

enum { KEYBOARD = sizeof(keyboard) / sizeof(keyboard[0]) };

/* What the signals did before. */
struct signals {
	struct sigaction keyboard[KEYBOARD], child;
};

/* Our parent may have made us ignore SIGCHLD: then there would be no status to wait for. */
static int set_signals(struct signals *before)
{
	struct sigaction ignore = {.sa_handler = SIG_IGN}, usual = {.sa_handler = SIG_DFL};

	if (sigaction(SIGCHLD, &usual, &before->child) < 0)
		return -1;
	for (size_t i = 0; i < KEYBOARD; i++)
		if (sigaction(keyboard[i], &ignore, &before->keyboard[i]) < 0)
			return -1;
	return 0;
}

static int restore_signals(const struct signals *before)
{
	int status = sigaction(SIGCHLD, &before->child, NULL);

	for (size_t i = 0; i < KEYBOARD; i++)
		if (sigaction(keyboard[i], &before->keyboard[i], NULL) < 0)
			status = -1;
	return status;
}

/* What we ignore only while it runs, it does not. 0 or an errno value. */
static int give_signals(posix_spawnattr_t *attributes, const struct signals *before)
{
	sigset_t usual;
	int error;

	if (sigemptyset(&usual) < 0)
		return errno;
	for (size_t i = 0; i < KEYBOARD; i++)
		if (before->keyboard[i].sa_handler != SIG_IGN && sigaddset(&usual, keyboard[i]) < 0)
			return errno;
	error = posix_spawnattr_setsigdefault(attributes, &usual);
	return error != 0 ? error : posix_spawnattr_setflags(attributes, POSIX_SPAWN_SETSIGDEF);
}

/* 0 or an errno value. */
static int start(char *const argv[], const struct signals *before, pid_t *pid)
{
	posix_spawnattr_t attributes;
	int error = posix_spawnattr_init(&attributes);

	if (error != 0)
		return error;
	error = give_signals(&attributes, before);
	if (error == 0)
		error = posix_spawnp(pid, argv[0], NULL, &attributes, argv, environ);
	(void)posix_spawnattr_destroy(&attributes); /* cannot fail on what was made */
	return error;
}

/* 0 or an errno value. */
static int start_and_wait(char *const argv[], const struct signals *before, int *status)
{
	pid_t pid;
	int error = start(argv, before, &pid);

	while (error == 0 && waitpid(pid, status, 0) < 0)
		if (errno != EINTR)
			return errno;
	return error;
}

int run_program(char *const argv[], struct diags *diags)
{
	struct signals before = {0};
	int status = 0, error;

	error = set_signals(&before) < 0 ? errno : start_and_wait(argv, &before, &status);
	if (restore_signals(&before) < 0 && error == 0)
		error = errno;
	if (error != 0) {
		io_fail(diags, "run", span_str(argv[0]), error);
		return -1;
	}
	if (WIFEXITED(status))
		return WEXITSTATUS(status);
	diag_fail(diags, "'%s' was ended by signal %d", argv[0], WTERMSIG(status));
	return -1;
}
