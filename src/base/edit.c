#include "src/base/edit.h"

#include <stdlib.h>

#include "src/base/buf.h"
#include "src/base/run.h"

static const char *find_editor(void)
{
	static const char *const names[] = {"VISUAL", "EDITOR", NULL};

	for (const char *const *name = names; *name != NULL; name++) {
		const char *editor = getenv(*name);

		if (editor != NULL && editor[0] != '\0')
			return editor;
	}
	return "vi";
}

int edit_file(const char *path, struct diags *diags)
{
	const char *editor = find_editor();
	struct buf command = BUF_INIT, file = BUF_INIT;
	int status;

	buf_add_format(&command, "%s \"$@\"", editor);
	buf_add_format(&file, "%s%s", path[0] == '-' ? "./" : "", path); /* no option of its */

	char *argv[] = {(char[]){"sh"},     (char[]){"-c"}, command.p,
			(char[]){"editor"}, file.p,         NULL};
	status = run_program(argv, diags);
	if (status > 0)
		diag_fail(diags, "the editor '%s' ended with status %d", editor, status);
	buf_release(&command);
	buf_release(&file);
	return status == 0 ? 0 : -1;
}
