#include "src/event.h"

#include "src/suggest.h"

static const char *const names[EVENT_KINDS] = {
	[EVENT_ASKED] = "asked",       [EVENT_REPLIED] = "replied",
	[EVENT_DECLINED] = "declined", [EVENT_MET] = "met",
	[EVENT_HELPED] = "helped",     [EVENT_THANKED] = "thanked",
	[EVENT_REPORTED] = "reported", [EVENT_CONTACTED] = "contacted",
	[EVENT_DEFERRED] = "deferred", [EVENT_CLOSED] = "closed",
	[EVENT_REOPENED] = "reopened",
};

const char *event_name(enum event_kind kind)
{
	return names[kind];
}

int event_kind_parse(struct span name)
{
	for (int kind = 0; kind < EVENT_KINDS; kind++)
		if (span_is(name, names[kind]))
			return kind;
	return -1;
}

const char *event_suggest(struct span name)
{
	for (int kind = 0; kind < EVENT_KINDS; kind++)
		if (span_is_slip(name, span_str(names[kind])))
			return names[kind];
	return NULL;
}
