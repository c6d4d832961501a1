/*
 * What every program does: start, options, finish. The only place that prints
 * diagnostics and chooses the exit status.
 *
 *	tool_start(&tool, "ni-due", usage, accepted);
 *	while ((key = tool_option(&tool, argc, argv, &value)) != 0) ...
 *	... tool.operands, tool.diags ...
 *	return tool_finish(&tool, output.error);
 */
#ifndef NI_BASE_TOOL_H
#define NI_BASE_TOOL_H

#include "src/base/diag.h"

enum { STATUS_DONE = 0, STATUS_NO = 1 }; /* and status_failed: src/base/status.h */

/* One key for each option of any program. */
enum option_key {
	OPTION_DIRECTORY = 1,  /* -C DIR, done by tool_option itself */
	OPTION_TODAY,          /* --today DATE, done by tool_option itself */
	OPTION_HELP,           /* -h, --help, done by tool_option itself */
	OPTION_VERSION,        /* --version, done by tool_option itself */
	OPTION_LOG,            /* --log FILE */
	OPTION_NOTES,          /* --notes DIR */
	OPTION_IDS,            /* -i ID[,...] */
	OPTION_FORMAT,         /* -f csv|tsv|json|table */
	OPTION_WITHIN,         /* --within DURATION */
	OPTION_ACTIONS,        /* -a ACTION[,...] */
	OPTION_COUNT,          /* -n N */
	OPTION_LAPSED,         /* --lapsed */
	OPTION_QUIET,          /* -q */
	OPTION_ALL,            /* --all */
	OPTION_ADD,            /* --add */
	OPTION_QUESTIONS,      /* --questions */
	OPTION_TASKS,          /* --tasks */
	OPTION_REFERRALS,      /* --referrals */
	OPTION_OUTPUT,         /* -o FILE */
	OPTION_WHY,            /* --why ID */
	OPTION_GIT,            /* --git */
	OPTION_MODE,           /* --mode MODE */
	OPTION_MINUTES,        /* --minutes N */
	OPTION_PLACE,          /* --place PLACE */
	OPTION_QUESTION_COUNT, /* --questions N */
	OPTION_EDIT,           /* -e */
	OPTION_PRINT,          /* --print */
	OPTION_DATE,           /* --date DATE */
	OPTION_VIA,            /* --via VIA */
	OPTION_UNTIL,          /* --until DATE */
	OPTION_STRICT,         /* --strict */
	OPTION_IGNORE,         /* --ignore RULE[,...] */
	OPTION_RULES,          /* --list */
	OPTION_DIFF,           /* -d */
	OPTION_LIST,           /* -l */
	OPTION_WRITE,          /* -w */
	OPTION_NEW_IDS,        /* --ids */
	OPTION_TEXTCONV,       /* --textconv */
	OPTION_DRY_RUN,        /* -n */
	OPTION_MERGE,          /* --merge */
	OPTION_FORCE,          /* --force */
	OPTION_STATS,          /* --stats */
	OPTION_PATH,           /* --path ID */
	OPTION_ORG,            /* --org NAME */
	OPTION_ASK,            /* --ask */
	OPTION_DUPES,          /* --dupes */
	OPTION_TREE,           /* --tree */
	OPTION_DOT,            /* --dot */
	OPTION_MERMAID,        /* --mermaid */
	OPTION_SECTIONS,       /* -s NAME[,...] */
	OPTION_CONTACT,        /* --contact ID */
	OPTION_PERIOD,         /* --period PERIOD */
	OPTION_SHARE,          /* --share */
	OPTION_ASCII,          /* --ascii */
	OPTION_END
};

struct option {
	enum option_key key;
	char letter;          /* 0: long only */
	const char *name;     /* NULL: letter only */
	const char *argument; /* what its value is called; NULL: takes none */
};

/* All options of all programs; ends with key 0. */
extern const struct option option_table[];

struct tool {
	const char *name;
	const char *usage;   /* "usage: ni-due [-q] ...\n", equal to the man page's SYNOPSIS */
	const int *accepted; /* keys besides the four of all programs; ends with 0 */
	struct diags diags;
	int32_t today;
	char **operands; /* room for all arguments; owned */
	size_t operand_count;
	size_t words_from; /* with more operands than these options have ended; 0: they never do */
	const char *cluster; /* rest of "-qn5" being read */
	int at;
	bool only_operands, ended;
	bool no; /* the documented "no": status 1 unless something failed */
};

/* Fills closed descriptors, and has a write beyond the limit of a file's size fail in place of a
 * signal. Prints nothing. */
void tool_start(struct tool *tool, const char *name, const char *usage, const int *accepted);

/*
 * The next option's key and, if it takes one, its value (else NULL); 0 at the end, when all
 * operands are known and -C (entered at once, several one after the other) and --today (else
 * NI_TODAY, else the clock) are done. -h and --version end the program. A wrong option or a missing
 * value ends it with the usage on standard error and status 2; so, without the usage, does a date
 * that is none or a directory that cannot be entered. Options may stand among operands; "--" ends
 * them, as do free words (words_from); -n5, -n 5, -qn5, --within=7d, --within 7d.
 */
int tool_option(struct tool *tool, int argc, char **argv, const char **value);

/* "ni-due: TEXT" and the usage on standard error, status 2: for a bad option value. */
_Noreturn void tool_misuse(struct tool *tool, const char *format, ...)
	__attribute__((format(printf, 2, 3)));

/* Prints the diagnostics collected so far to standard error and empties the list; diags.errors
 * goes on counting. */
void tool_report(struct tool *tool);

/* Prints a line of ours on standard error: what is said beside the output, to a person. */
void tool_tell(struct span text);

/* Prints what diagnostics are left, checks that standard output, which it closes, could be written
 * (a sink's error is given to it, 0: none), releases the tool, and returns the exit status. */
int tool_finish(struct tool *tool, int output_error);

#endif
