/* Alone in its file, so that it is linked only into programs that define no other. */
#include "src/base/status.h"

const int status_failed = 2;
