#include "fmt/program.h"

void program_option(struct tool *tool, int key, const char *value, struct load_options *options,
		    enum format *format)
{
	switch (key) {
	case OPTION_LOG:
		options->log = value;
		break;
	case OPTION_NOTES:
		options->notes = value;
		break;
	case OPTION_IDS:
		options->ids = value;
		break;
	case OPTION_FORMAT:
		if (format_parse(value, format) != 0)
			tool_misuse(tool, "unknown format '%s' (csv, tsv, json or table)", value);
		break;
	default:
		break;
	}
}
