/* Making a folder. */
#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>

#include "src/base/io.h"

int io_folder(const char *path, bool *made, struct diags *diags)
{
	struct stat st;
	int error;

	*made = mkdir(path, 0777) == 0;
	error = errno;
	if (*made || (error == EEXIST && stat(path, &st) == 0 && S_ISDIR(st.st_mode)))
		return 0;
	if (error != EEXIST || !io_dangles(AT_FDCWD, path, span_str(path), diags))
		io_fail(diags, "make the folder", span_str(path), error);
	return -1;
}
