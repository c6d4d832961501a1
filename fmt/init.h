/*
 * A new network in a folder (ni-init(1)).
 */
#ifndef NI_FMT_INIT_H
#define NI_FMT_INIT_H

#include "src/base/io.h"

struct init_options {
	const char *folder; /* or NULL */
	bool repository;
	const char *self; /* argv[0]: our other programs may stand beside it */
};

/*
 * Makes the files of a network in folder, which is made if it is missing; NULL is the working
 * directory, and is refused when the network of a folder above is in use there. With repository
 * also a git repository, unless the folder lies in one; and where there is one, what git is to do
 * by our programs is set up. What exists is left. Each thing made or left is a line to out. Returns
 * 0; or -1 with diagnostics: if names are taken by something else, for each of them, and then no
 * file was made; else at the first thing that failed: a second run goes on from there.
 */
int init_network(const struct init_options *options, struct sink *out, struct diags *diags);

#endif
