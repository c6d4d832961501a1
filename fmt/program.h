/*
 * The options that all filters share.
 */
#ifndef NI_FMT_PROGRAM_H
#define NI_FMT_PROGRAM_H

#include "fmt/load.h"
#include "src/base/tool.h"

/* For a list of the accepted ones. */
#define PROGRAM_OPTIONS OPTION_IDS, OPTION_LOG, OPTION_NOTES, OPTION_FORMAT

/* Takes --log, --notes, -i and -f, whose values are borrowed; another key is passed over. Returns
 * 0, or -1 if value is no format. */
int program_option(int key, const char *value, struct load_options *options, enum format *format);

#endif
