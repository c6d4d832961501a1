/* What git does by our programs: merges and differences. */
#include "fmt/init_parts.h"
#include "src/base/run.h"

struct driver {
	const char *key;
	const char *program, *arguments;
	const char *name_key, *name; /* set too; NULL: none */
};

/* Without its driver, a name would be an error to git: it comes last. */
static const struct driver drivers[] = {
	{"merge.ni.driver", "ni-merge", " -- %O %A %B %P", "merge.ni.name",
	 "merge contacts by rows and cells"},
	{"diff.ni.textconv", "ni-fmt", " --textconv --", NULL, NULL},
};

static int set_driver(struct init *init, const struct driver *driver, const struct buf *command)
{
	struct buf value = BUF_INIT;
	int status = init_config_get(init, driver->key, false, &value);

	if (status == 1 && span_eq(buf_span(&value), buf_span(command))) {
		init_config_say(init, "left", driver->key, ": is set already", SPAN_NONE);
	} else if (status == 1) {
		init_config_say(init, "left", driver->key, ": is set already: ", buf_span(&value));
	} else if (status == 0) {
		status = init_config_set(init, driver->key, command->p);
		if (status == 0 && driver->name_key != NULL)
			status = init_config_set(init, driver->name_key, driver->name);
		if (status == 0)
			init_config_say(init, "set", driver->key, ": ", buf_span(command));
	}
	buf_release(&value);
	return status < 0 ? -1 : 0;
}

/* To git, a '%' in the path of the program would be one of its own. */
static void add_command(struct buf *command, struct span found, bool doubled)
{
	for (size_t i = 0; i < found.n; i++) {
		buf_add_char(command, found.p[i]);
		if (doubled && found.p[i] == '%')
			buf_add_char(command, '%');
	}
}

static int make_driver(struct init *init, const struct driver *driver)
{
	struct buf found = BUF_INIT, command = BUF_INIT;
	int status = 0;

	if (run_find(driver->program, init->self, &found)) {
		add_command(&command, buf_span(&found), strchr(driver->arguments, '%') != NULL);
		buf_add_str(&command, driver->arguments);
		status = set_driver(init, driver, &command);
	}
	buf_release(&found);
	buf_release(&command);
	return status;
}

int init_git_drivers(struct init *init)
{
	struct buf command = BUF_INIT;
	int status = 0;

	for (size_t i = 0; status == 0 && i < sizeof(drivers) / sizeof(drivers[0]); i++)
		status = make_driver(init, &drivers[i]);
	if (status == 0 && run_find("ni-check", init->self, &command))
		status = init_hook(init, buf_span(&command));
	buf_release(&command);
	return status;
}
