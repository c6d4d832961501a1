/* What the files of a new network say. */
#include "fmt/bank.h"
#include "fmt/init_parts.h"
#include "fmt/log.h"
#include "src/settings.h"

/* In the order in which somebody fills them in. */
static const char contacts_header[] = "id,name,org,title,field,sector,circle,source,referred_by,"
				      "may_use_name,email,phone,url,added,cadence,tags,note\n";

static void write_contacts(struct buf *text)
{
	buf_add_str(text, contacts_header);
}

static void write_bank(struct buf *text)
{
	buf_add_span(text, bank_standard());
}

/*
 * A line less its first '#' is a line of the file, whichever it is: a setting with its meaning as a
 * comment, or still a comment.
 */
static const char settings_head[] =
	"## Settings of this network; ni.yaml(5) has them all.\n"
	"## After a single # stands a default: take the # away to set something else.\n"
	"format: 1\n"
	"\n"
	"## Who you are\n"
	"me:\n"
	"#  name: Your Name\n"
	"#  email: you@example.org\n"
	"#  introduction: Who you are and what you are looking for, in half a minute.\n"
	"\n"
	"## How you go about it; times are 3d, 3bd (business days), 2w, 3m or 1y\n"
	"practice:\n";

enum { MEANING_COLUMN = 28 };

static void write_settings(struct buf *text)
{
	buf_add_str(text, settings_head);
	for (const struct setting *setting = setting_table; setting->name != NULL; setting++) {
		size_t start = text->n;

		buf_add_format(text, "#  %s: %s ", setting->name, setting->standard);
		while (text->n - start < MEANING_COLUMN)
			buf_add_char(text, ' ');
		buf_add_format(text, "# %s\n", setting->meaning);
	}
}

const struct init_text init_texts[] = {
	{"contacts.csv", write_contacts},
	{"log.csv", log_write_header},
	{"ni.yaml", write_settings},
	{"questions.md", write_bank},
	{NULL, NULL},
};
