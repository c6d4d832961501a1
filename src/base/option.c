#include "src/base/tool.h"

const struct option option_table[] = {
	{OPTION_DIRECTORY, 'C', NULL, "DIR"},
	{OPTION_TODAY, 0, "today", "DATE"},
	{OPTION_HELP, 'h', "help", NULL},
	{OPTION_VERSION, 0, "version", NULL},
	{OPTION_LOG, 0, "log", "FILE"},
	{OPTION_NOTES, 0, "notes", "DIR"},
	{OPTION_IDS, 'i', NULL, "ID[,...]"},
	{OPTION_FORMAT, 'f', NULL, "csv|tsv|json|table"},
	{OPTION_WITHIN, 0, "within", "DURATION"},
	{OPTION_ACTIONS, 'a', NULL, "ACTION[,...]"},
	{OPTION_COUNT, 'n', NULL, "N"},
	{OPTION_LAPSED, 0, "lapsed", NULL},
	{OPTION_QUIET, 'q', NULL, NULL},
	{OPTION_ALL, 0, "all", NULL},
	{OPTION_ADD, 0, "add", NULL},
	{OPTION_QUESTIONS, 0, "questions", NULL},
	{OPTION_TASKS, 0, "tasks", NULL},
	{OPTION_REFERRALS, 0, "referrals", NULL},
	{OPTION_OUTPUT, 'o', NULL, "FILE"},
	{0},
};
