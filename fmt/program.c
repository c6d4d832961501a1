#include "fmt/program.h"

int program_option(int key, const char *value, struct load_options *options, enum format *format)
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
		return format_parse(value, format);
	default:
		break;
	}
	return 0;
}
