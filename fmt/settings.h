/*
 * ni.yaml: text in, settings out.
 */
#ifndef NI_FMT_SETTINGS_H
#define NI_FMT_SETTINGS_H

#include "src/base/arena.h"
#include "src/base/diag.h"
#include "src/settings.h"

#define SETTINGS_LIMIT (64u * 1024) /* bytes of ni.yaml */

/*
 * Reads ni.yaml over the defaults that settings holds. An unknown key, a wrong value, a format
 * other than 1: each an error with line and column and the form expected ("format: 2" names the
 * version of ni that it needs). Returns 0 or -1. An empty text is fine. Text is copied to the
 * arena.
 */
int settings_read(struct span text, struct span shown, struct settings *settings,
		  struct arena *arena, struct diags *diags);

#endif
