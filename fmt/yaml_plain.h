/*
 * The two ways to read YAML behind yaml_read(), apart so that tests can compare them: not for
 * others.
 */
#ifndef NI_FMT_YAML_PLAIN_H
#define NI_FMT_YAML_PLAIN_H

#include "fmt/yaml.h"

/*
 * Reads what nearly all front matter is made of: lines "key: value" and "- item" with texts that
 * end where the line ends or before a comment, in quotes without escapes, or in one-line lists
 * "[a, b]". Returns true, and root is the tree that libyaml would give, except that its texts
 * borrow from yaml->text; or false without a diagnostic when anything else is there.
 */
bool yaml_read_plain(struct yaml *yaml, struct arena *arena);

/* Reads everything, with libyaml. Returns what yaml_read() does. */
int yaml_read_events(struct yaml *yaml, struct arena *arena);

#endif
