#include <assert.h>

#include "src/settings.h"

#define AT(member) offsetof(struct settings, member)

/* The figures are those of PRACTICE: "The cycle". */
const struct setting setting_table[] = {
	{"introduction_words", SETTING_NUMBER, AT(introduction_words), "75",
	 "words of a spoken introduction, about half a minute"},
	{"request_within", SETTING_DURATION, AT(request_within), "7d",
	 "write to a new contact, and to a name that was given, within this time"},
	{"minutes", SETTING_NUMBER, AT(minutes), "30", "minutes of an interview to ask for"},
	{"reply_within", SETTING_DURATION, AT(reply_within), "1d",
	 "answer those who write back within this time"},
	{"follow_up_after", SETTING_DURATION, AT(follow_up_after), "14d",
	 "ask again when there is no answer after this time"},
	{"attempts", SETTING_NUMBER, AT(attempts), "2", "requests before moving on to others"},
	{"questions", SETTING_RANGE, AT(questions_least), "10-15",
	 "questions to prepare for an interview"},
	{"prepare_before", SETTING_DURATION, AT(prepare_before), "3d",
	 "begin to prepare so long before an interview"},
	{"names", SETTING_NUMBER, AT(names), "2", "names to ask for in an interview"},
	{"write_up_within", SETTING_DURATION, AT(write_up_within), "1d",
	 "write up an interview within this time"},
	{"thank_within", SETTING_DURATION, AT(thank_within), "2d", "thank within this time"},
	{"task_lead", SETTING_DURATION, AT(task_lead), "7d", "show a task so long before its day"},
	{"report_within", SETTING_DURATION, AT(report_within), "14d",
	 "tell people what became of their help within this time"},
	{"keep_in_touch", SETTING_DURATION_OR_NONE, AT(keep_in_touch), "3m",
	 "a word so often with those you have met; none: never"},
	{"views", SETTING_NUMBER, AT(views), "3", "conversations to have in each field"},
	{"lapse_after", SETTING_DURATION, AT(lapse_after), "90d",
	 "what is overdue for longer is given up"},
	{NULL, SETTING_NUMBER, 0, NULL, NULL},
};

static const char *form(enum setting_kind kind)
{
	switch (kind) {
	case SETTING_DURATION:
		return "a duration such as " DURATION_FORMS;
	case SETTING_DURATION_OR_NONE:
		return "a duration such as " DURATION_FORMS ", or none";
	case SETTING_NUMBER:
		return "a number from 1 to 1000";
	case SETTING_RANGE:
		break;
	}
	return "a number, or a range such as 10-15";
}

static int set_duration(void *at, struct span text, bool may_be_none)
{
	struct duration duration = {.unit = '-'};

	if (!(may_be_none && span_eq_nocase(text, SPAN("none"))) &&
	    duration_parse(text, &duration) != 0)
		return -1;
	memcpy(at, &duration, sizeof(duration));
	return 0;
}

static int set_number(void *at, struct span text)
{
	uint32_t number;

	if (span_number(text, 1, 1000, &number) != 0)
		return -1;
	memcpy(at, &number, sizeof(number));
	return 0;
}

/* "12" is from 12 to 12. */
static int set_range(void *at, struct span text)
{
	struct span rest = text, least, most;
	uint32_t range[2];

	if (!span_cut(&rest, '-', &least))
		return -1;
	most = rest.p == NULL ? least : rest;
	if (span_number(span_trim(least), 1, 1000, &range[0]) != 0 ||
	    span_number(span_trim(most), range[0], 1000, &range[1]) != 0)
		return -1;
	memcpy(at, range, sizeof(range));
	return 0;
}

int setting_set(struct settings *settings, const struct setting *setting, struct span text,
		const char **expected)
{
	void *at = (char *)settings + setting->offset;
	int result = -1;

	*expected = form(setting->kind);
	switch (setting->kind) {
	case SETTING_DURATION:
	case SETTING_DURATION_OR_NONE:
		result = set_duration(at, text, setting->kind == SETTING_DURATION_OR_NONE);
		break;
	case SETTING_NUMBER:
		result = set_number(at, text);
		break;
	case SETTING_RANGE:
		result = set_range(at, text);
		break;
	}
	return result;
}

void settings_init(struct settings *settings)
{
	const char *expected;

	*settings = (struct settings){0};
	for (const struct setting *setting = setting_table; setting->name != NULL; setting++) {
		int result = setting_set(settings, setting, span_str(setting->standard), &expected);

		assert(result == 0);
		(void)result;
	}
}
