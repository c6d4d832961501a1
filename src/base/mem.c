#include <stdint.h>
#include <stdlib.h>
#include <unistd.h>

#include "src/base/mem.h"
#include "src/base/status.h"

_Noreturn void mem_exhausted(void)
{
	static const char text[] = "ni: out of memory\n";

	/* Not stdio: it may want memory. Nothing can be done about a failure. */
	if (write(STDERR_FILENO, text, sizeof(text) - 1) < 0)
		_exit(status_failed);
	_exit(status_failed);
}

void *mem_resize(void *p, size_t count, size_t size)
{
	if (size != 0 && count > SIZE_MAX / 2 / size)
		mem_exhausted();

	size_t bytes = count * size;
	void *moved = realloc(p, bytes > 0 ? bytes : 1);
	if (moved == NULL)
		mem_exhausted();
	return moved;
}

void *mem_grown(void *p, size_t *cap, size_t need, size_t size)
{
	size_t more = *cap + *cap / 2;
	if (more < need)
		more = need;
	if (more < 8)
		more = 8;
	p = mem_resize(p, more, size);
	*cap = more;
	return p;
}
