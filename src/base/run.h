/*
 * Running another program: git, an editor.
 */
#ifndef NI_BASE_RUN_H
#define NI_BASE_RUN_H

#include "src/base/diag.h"

/*
 * Runs argv[0], found by PATH, with the arguments argv, which end with NULL, and waits for it. It
 * has our standard input, output and error: what is to be printed before it must be written by
 * then. While it runs, the keyboard's interrupt and quit are its own: an editor has them as keys.
 * Returns its exit status; or -1 with a diagnostic when it cannot be run or a signal ended it.
 */
int run_program(char *const argv[], struct diags *diags);

/* The same, but what it writes to its standard output is appended to output. */
int run_output(char *const argv[], struct buf *output, struct diags *diags);

/*
 * Appends the command by which a shell finds a program of ours: its name, if it is found by PATH;
 * else its absolute path, quoted, if it stands beside self, which is argv[0] of the running one.
 * Returns whether it was found.
 */
bool run_find(const char *name, const char *self, struct buf *command);

/* Appends text as one word of a shell. */
void run_quote(struct buf *b, struct span text);

#endif
