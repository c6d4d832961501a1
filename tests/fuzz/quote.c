/* Quoted Markdown: it is contained by what stands around it, and says what it said. */
#include "fmt/note.h"
#include "fmt/plain.h"
#include "tests/fuzz/fuzz.h"
#include "tests/quoted.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct span text = {(const char *)data, size};
	struct diags diags = {0};
	bool valid = size <= NOTE_LIMIT && plain_check(text, SPAN("a"), &diags) == 0;

	diags_release(&diags);
	if (!valid)
		return 0;
	for (size_t i = 0; i < QUOTED_PLACES; i++)
		REQUIRE(quoted_contained(text, i));
	REQUIRE(quoted_says_all(text));
	return 0;
}
