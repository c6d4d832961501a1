/*
 * The user's editor.
 */
#ifndef NI_BASE_EDIT_H
#define NI_BASE_EDIT_H

#include "src/base/diag.h"

/*
 * Opens the file in $VISUAL, else $EDITOR, else vi, and waits for it. The value is read by the
 * shell, as git reads it, and so may have arguments. Standard output must be written by then.
 * Returns 0; or -1 with a diagnostic when it fails.
 */
int edit_file(const char *path, struct diags *diags);

#endif
