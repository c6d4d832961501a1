/*
 * ni-check: a whole network is read, with all its faults, and then its files once more for what
 * only their text can tell.
 */
#ifndef NI_FMT_CHECK_H
#define NI_FMT_CHECK_H

#include "fmt/load.h"

struct check_options {
	int32_t today;
	bool strict;     /* warnings count */
	bool *ignored;   /* by the place of a rule in check_rules */
	char **operands; /* findings of these files only; without any, of all */
	size_t operand_count;
};

/*
 * Marks the rules of names, separated by commas, as ignored. Returns 0; or -1, and *bad is a name
 * that is none.
 */
int check_ignore(bool *ignored, struct span names, struct span *bad);

/*
 * Checks the network of the working directory and prints what it finds on standard output. *count
 * is how many findings count. What could not be looked at is told in diags. Returns the errno of a
 * write that failed, or 0.
 */
int check_run(const struct check_options *options, size_t *count, struct diags *diags);

/* Prints all rules with what they mean. Returns the errno of a write that failed, or 0. */
int check_list(void);

#endif
