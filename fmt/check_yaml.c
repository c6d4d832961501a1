/* What ni-check looks for in ni.yaml and questions.md. */
#include <fcntl.h>
#include <unistd.h>

#include "fmt/bank.h"
#include "fmt/check_parts.h"
#include "fmt/plain.h"
#include "fmt/settings.h"
#include "src/base/io.h"
#include "src/spoken.h"

const struct yaml_node *check_key(const struct yaml_node *map, const char *key)
{
	if (!map || map->kind != YAML_MAP)
		return NULL;
	for (const struct yaml_node *node = map->first; node; node = node->next)
		if (span_is(node->key, key))
			return node;
	return NULL;
}

int check_read(const char *path, size_t limit, struct buf *text, struct diags *diags)
{
	struct span shown = span_str(path);
	int fd = io_open(AT_FDCWD, path, shown, IO_REGULAR, true, diags);
	int result;

	if (fd < 0)
		return -1;
	result = io_read_all(fd, shown, limit, text, diags);
	(void)close(fd); /* was only read from */
	return result;
}

static void check_introduction(struct check *check, const struct yaml *yaml)
{
	const struct settings *settings = &check->load->network.settings;
	const struct yaml_node *node = check_key(check_key(yaml->root, "me"), "introduction");
	struct spoken spoken = spoken_measure(settings->me_introduction);
	struct buf length = BUF_INIT;

	spoken_say(&spoken, &length);
	if (node && spoken.words > settings->introduction_words)
		CHECK_VALUE(check, "long-introduction", yaml, node,
			    "introduction: %s take more than half a minute to say; "
			    "introduction_words is %lu",
			    length.p, (unsigned long)settings->introduction_words);
	buf_release(&length);
}

void check_settings(struct check *check)
{
	struct span path = place_path(&check->load->place, &check->scratch, SPAN("ni.yaml"));
	struct buf text = BUF_INIT;
	struct yaml yaml = {.line = 1, .shown = path, .diags = &check->quiet};

	if (check_read(path.p, SETTINGS_LIMIT, &text, &check->quiet) == 0 &&
	    text.n <= SETTINGS_LIMIT && plain_check(buf_span(&text), path, &check->quiet) == 0) {
		yaml.text = plain_skip_bom(buf_span(&text));
		if (yaml_read(&yaml, &check->scratch) == 0) {
			check_unseen(check, yaml.text, path, 1, 1);
			check_introduction(check, &yaml);
		}
	}
	buf_release(&text);
}

void check_questions(struct check *check)
{
	struct span path = place_path(&check->load->place, &check->scratch, SPAN("questions.md"));
	struct buf text = BUF_INIT;
	struct bank bank;

	if (check_read(path.p, BANK_LIMIT, &text, check->found) == 0) {
		(void)bank_read(buf_span(&text), path, DIAG_ERROR, &check->scratch, check->found,
				&bank);
		if (plain_check(buf_span(&text), path, &check->quiet) == 0)
			check_unseen(check, plain_skip_bom(buf_span(&text)), path, 1, 1);
	}
	buf_release(&text);
}
