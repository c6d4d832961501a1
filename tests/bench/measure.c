/*
 * measure DIR COMMAND [ARGUMENT ...]: runs the command once, in that folder,
 * its standard output and error thrown away, and prints wall seconds, processor
 * seconds, peak memory in KiB and the exit status.
 */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#ifdef __APPLE__
#define MAXRSS_PER_KIB 1024
#else
#define MAXRSS_PER_KIB 1
#endif

#define NOT_RUN 126

static void child(const char *dir, char **command)
{
	int fd = open("/dev/null", O_RDWR);

	if (fd >= 0 && chdir(dir) == 0 && dup2(fd, 0) == 0 && dup2(fd, 1) == 1 && dup2(fd, 2) == 2)
		execvp(command[0], command);
	_exit(NOT_RUN);
}

static double seconds(struct timeval t)
{
	return (double)t.tv_sec + (double)t.tv_usec / 1e6;
}

static double now(void)
{
	struct timespec t;

	if (clock_gettime(CLOCK_MONOTONIC, &t) != 0)
		return 0;
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

int main(int argc, char **argv)
{
	struct rusage use;
	double start = now(), end;
	pid_t pid;
	int status;

	if (argc < 3) {
		(void)fputs("usage: measure DIR COMMAND [ARGUMENT ...]\n", stderr);
		return 2;
	}
	pid = fork();
	if (pid == 0)
		child(argv[1], argv + 2);
	if (pid < 0 || waitpid(pid, &status, 0) != pid) {
		perror("measure");
		return 2;
	}
	end = now();
	if (getrusage(RUSAGE_CHILDREN, &use) != 0) {
		perror("measure");
		return 2;
	}
	status = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
	if (printf("%.6f %.6f %ld %d\n", end - start, seconds(use.ru_utime) + seconds(use.ru_stime),
		   (long)use.ru_maxrss / MAXRSS_PER_KIB, status) < 0)
		return 2;
	return 0;
}
