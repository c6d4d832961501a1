#include "fmt/patch.h"

static void copy_until(struct patch *patch, size_t at)
{
	buf_add_span(&patch->text, span_of(patch->old.p + patch->done, at - patch->done));
	patch->done = at;
}

void patch_put(struct patch *patch, struct span place, struct span with)
{
	copy_until(patch, (size_t)(place.p - patch->old.p));
	buf_add_span(&patch->text, with);
	patch->done += place.n;
}

struct span patch_finish(struct patch *patch)
{
	copy_until(patch, patch->old.n);
	return buf_span(&patch->text);
}
