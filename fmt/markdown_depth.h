/*
 * How deep the blocks of a Markdown text can be nested, told without parsing it: cmark takes
 * quadratic time on deep nesting.
 */
#ifndef NI_FMT_MARKDOWN_DEPTH_H
#define NI_FMT_MARKDOWN_DEPTH_H

#include "src/base/span.h"

/*
 * Whether the line could open a block that is more than limit containers deep: quotes and list
 * items that it opens, and for the items that it may continue, one for each
 * two columns of blanks before its last marker. *column: that of the marker one too many, in bytes
 * from 1. Never says no where cmark would nest deeper than limit.
 */
bool markdown_too_deep(struct span line, size_t limit, size_t *column);

#endif
