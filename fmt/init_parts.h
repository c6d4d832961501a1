/*
 * What the parts of ni-init share: fmt/init.c makes files, fmt/init_text.c has what they say;
 * fmt/init_git.c makes what git has to know, fmt/init_drivers.c and fmt/init_hook.c what it runs.
 */
#ifndef NI_FMT_INIT_PARTS_H
#define NI_FMT_INIT_PARTS_H

#include "fmt/init.h"

struct init {
	struct buf prefix; /* what stands before the name of each file: empty, or ends in '/' */
	const char *self;  /* argv[0] */
	struct sink *out;
	struct diags *diags;
};

enum init_result { INIT_FAILED = -1, INIT_LEFT, INIT_MADE };

/* Whether the name is free, or is already what is wanted, a file or a folder. Else it is told. */
bool init_check(const struct init *init, const char *name, bool folder);

/* Makes the file, unless it is there. Prints nothing. */
enum init_result init_file(struct init *init, const char *name, struct span text);

/* Appends what is in the file. Returns 0; or -1 with a diagnostic. */
int init_read(const struct init *init, const char *name, struct buf *text);

/* Prints "made NAME", or "left NAME: exists already" and what is to be added by hand. */
void init_say(struct init *init, enum init_result result, const char *name, struct span addition);

/* The path of a file, whose name may be an absolute one; to be released. */
struct buf init_path(const struct init *init, const char *name);

/* The files that every network has; ends with a NULL name. */
struct init_text {
	const char *name;
	void (*write)(struct buf *text);
};

extern const struct init_text init_texts[];

/* init_check for .gitattributes and .gitignore. */
bool init_git_check(const struct init *init);

/* Makes .gitattributes and .gitignore. Returns 0 or -1. */
int init_git_files(struct init *init);

/* A repository, where there is none. Returns 0 or -1. */
int init_git_repository(struct init *init);

/* Whether the network lies in a repository. */
bool init_has_repository(const struct init *init);

/* In the repository, the drivers of those of our programs that are there, and a hook. Returns 0 or
 * -1. */
int init_git_drivers(struct init *init);

/* The hook before a commit, which runs the command that finds ni-check, where there is none.
 * Returns 0, or -1 with a diagnostic. */
int init_hook(struct init *init, struct span command);

/*
 * Runs git, in the folder (relative to the network), with the words, which end with NULL, and
 * appends what it prints. Returns its status; or -1 with a diagnostic.
 */
int init_git_run(struct init *init, const char *folder, const char *const words[],
		 struct buf *output);

/* Returns -1, with the diagnostic that 'git WHAT' failed if a status of its own says so. */
int init_git_fail(struct init *init, const char *what, int status);

/* A value as git sees it, or only that in the repository's own file, appended without its newline.
 * 1, 0 if it has none, or -1. */
int init_config_get(struct init *init, const char *key, bool own, struct buf *value);

/* Returns 0 or -1. */
int init_config_set(struct init *init, const char *key, const char *value);

/* Prints "VERB KEYWHAT", and the value as it may be printed. */
void init_config_say(struct init *init, const char *verb, const char *key, const char *what,
		     struct span value);

#endif
