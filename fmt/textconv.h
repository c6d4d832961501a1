/*
 * A file as git diff shows it best: one line a cell, keyed by whose cell it is.
 */
#ifndef NI_FMT_TEXTCONV_H
#define NI_FMT_TEXTCONV_H

#include "src/base/diag.h"
#include "src/base/io.h"

/*
 * Prints it. Whatever the file is, something is printed: what is no CSV of ours as it is. That it
 * cannot be read is a warning, since git diff would end at an error.
 */
void textconv_file(const char *path, struct sink *out, struct diags *diags);

#endif
