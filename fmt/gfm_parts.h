/*
 * Shared by fmt/gfm.c and fmt/gfm_markup.c; nobody else's business. i is an offset in clean text s.
 */
#ifndef NI_FMT_GFM_PARTS_H
#define NI_FMT_GFM_PARTS_H

#include "fmt/gfm.h"

/* Whether the character at i needs a backslash wherever the text stands. */
bool gfm_is_markup(struct span s, size_t i);

/* Whether one of those from..end does. */
bool gfm_has_markup(struct span s, size_t from, size_t end);

#endif
