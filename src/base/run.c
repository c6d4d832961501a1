#ifndef _XOPEN_SOURCE
#define _XOPEN_SOURCE 700 /* SIGXFSZ: POSIX.1-2008, X/Open option */
#endif
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "src/base/io.h"
#include "src/base/run.h"

static const int keyboard[] = {SIGINT, SIGQUIT};

enum { KEYBOARD = sizeof(keyboard) / sizeof(keyboard[0]), NOT_RUN = 127 };

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

/* tool_start() ignores it, for us alone. */
static int restore_file_limit(void)
{
#ifdef SIGXFSZ
	struct sigaction usual = {.sa_handler = SIG_DFL};

	return sigaction(SIGXFSZ, &usual, NULL);
#else
	return 0;
#endif
}

/* In the child: becomes the program, or tells through the pipe why it cannot. */
_Noreturn static void become(char *const argv[], const struct signals *before, int output,
			     int pipe_end)
{
	if (restore_signals(before) == 0 && restore_file_limit() == 0 &&
	    (output < 0 || dup2(output, STDOUT_FILENO) >= 0))
		(void)execvp(argv[0], argv); /* returns only if it failed */
	int error = errno;
	while (write(pipe_end, &error, sizeof(error)) < 0 && errno == EINTR)
		;
	_exit(NOT_RUN);
}

/* The pipe is closed when the program runs; before that it can only say why it does not. */
static int read_error(int pipe_end)
{
	int error = 0;
	ssize_t n;

	do
		n = read(pipe_end, &error, sizeof(error));
	while (n < 0 && errno == EINTR);
	return n == sizeof(error) ? error : 0;
}

struct run {
	pid_t pid;          /* -1: none */
	struct buf *output; /* NULL: ours */
	struct diags *diags;
};

/* posix_spawnp() need not tell why a program cannot be run. 0 or an errno value. */
static int start(char *const argv[], const struct signals *before, int output, pid_t *pid)
{
	int ends[2], error;

	if (pipe(ends) < 0)
		return errno;
	*pid = fcntl(ends[1], F_SETFD, FD_CLOEXEC) < 0 ? -1 : fork();
	error = *pid < 0 ? errno : 0;
	if (*pid == 0) {
		(void)close(ends[0]); /* nothing is read here */
		become(argv, before, output, ends[1]);
	}
	(void)close(ends[1]);
	if (error == 0)
		error = read_error(ends[0]);
	(void)close(ends[0]);
	return error;
}

/* Makes a pipe whose ends no program keeps that is started meanwhile. */
static int make_pipe(int ends[2])
{
	if (pipe(ends) < 0)
		return errno;
	if (fcntl(ends[0], F_SETFD, FD_CLOEXEC) < 0 || fcntl(ends[1], F_SETFD, FD_CLOEXEC) < 0)
		return errno;
	return 0;
}

/* Starts it with a pipe as its standard output, and reads that to the end. 0 or an errno value. */
static int start_and_read(char *const argv[], const struct signals *before, struct run *run)
{
	int ends[2] = {-1, -1};
	int error = make_pipe(ends);

	if (error == 0)
		error = start(argv, before, ends[1], &run->pid);
	if (ends[1] >= 0)
		(void)close(ends[1]); /* the program has it */
	if (error == 0 && io_read_all(ends[0], span_str(argv[0]), 0, run->output, run->diags) != 0)
		error = EIO;
	if (ends[0] >= 0)
		(void)close(ends[0]); /* was only read from */
	return error;
}

/* 0 or an errno value. */
static int start_and_wait(char *const argv[], const struct signals *before, struct run *run,
			  int *status)
{
	int error = run->output != NULL ? start_and_read(argv, before, run)
					: start(argv, before, -1, &run->pid);
	pid_t pid = run->pid;

	while (pid >= 0 && waitpid(pid, status, 0) < 0)
		if (errno != EINTR)
			return errno;
	return error;
}

static int run(char *const argv[], struct buf *output, struct diags *diags)
{
	struct run run = {.pid = -1, .output = output, .diags = diags};
	struct signals before = {0};
	int status = 0, error;

	error = set_signals(&before) < 0 ? errno : start_and_wait(argv, &before, &run, &status);
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

int run_program(char *const argv[], struct diags *diags)
{
	return run(argv, NULL, diags);
}

int run_output(char *const argv[], struct buf *output, struct diags *diags)
{
	return run(argv, output, diags);
}
