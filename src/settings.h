/*
 * The figures of the practice (PRACTICE: "the practice" in ni.yaml(5)), each with its default,
 * and who the network belongs to.
 */
#ifndef NI_SETTINGS_H
#define NI_SETTINGS_H

#include "src/base/date.h"
#include "src/base/span.h"

struct settings {
	bool unusable; /* ni.yaml cannot be parsed, or is of a later format: nothing may be computed
			*/
	struct span me_name, me_email, me_introduction;
	struct duration request_within, reply_within, follow_up_after, prepare_before;
	struct duration write_up_within, thank_within, task_lead, report_within;
	struct duration keep_in_touch; /* may be none */
	struct duration lapse_after;
	uint32_t introduction_words, minutes, attempts, names, views;
	uint32_t questions_least, questions_most;
};

enum setting_kind {
	SETTING_DURATION,         /* struct duration */
	SETTING_DURATION_OR_NONE, /* the same, or "none" */
	SETTING_NUMBER,           /* uint32_t, 1-1000 */
	SETTING_RANGE             /* two uint32_t in a row, "10-15" or "10" */
};

struct setting {
	const char *name;
	enum setting_kind kind;
	size_t offset;        /* in struct settings */
	const char *standard; /* the default, as it would be written */
	const char *meaning;
};

/* Every setting of "practice:"; ends with a NULL name. */
extern const struct setting setting_table[];

/* All defaults; me is empty. */
void settings_init(struct settings *settings);

/*
 * Reads text as the value of setting into settings. Returns 0; or -1 and in *expected what form
 * was expected ("a duration such as 3d, 3bd, 2w, 3m or 1y").
 */
int setting_set(struct settings *settings, const struct setting *setting, struct span text,
		const char **expected);

#endif
