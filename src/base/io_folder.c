/* Making a folder. */
#include <errno.h>
#include <sys/stat.h>

#include "src/base/io.h"

int io_folder(const char *path, bool *made, struct diags *diags)
{
	struct stat st;

	*made = mkdir(path, 0777) == 0;
	if (*made || (errno == EEXIST && stat(path, &st) == 0 && S_ISDIR(st.st_mode)))
		return 0;
	io_fail(diags, "make the folder", span_str(path), errno);
	return -1;
}
