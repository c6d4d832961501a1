/*
 * Checks that libyaml does not make: not for others than fmt/yaml.
 */
#ifndef NI_FMT_YAML_CHECK_H
#define NI_FMT_YAML_CHECK_H

#include "fmt/yaml.h"

/* Returns 0, or -1 with a diagnostic for each key of the map that stood there before. */
int yaml_refuse_repeated_keys(const struct yaml *yaml, const struct yaml_node *map,
			      struct arena *scratch);

/* Whether a decoded value holds C0 but tab and newline, DEL or C1. */
bool yaml_has_control(struct span s);

#endif
