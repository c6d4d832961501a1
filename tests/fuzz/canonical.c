/* The canonical form of any text: again it is the same, and the cells are those of the text. The
 * first byte says as what the text is taken. */
#include "fmt/canonical.h"
#include "fmt/csv.h"
#include "tests/fuzz/fuzz.h"

static struct span trimmed(struct span cell)
{
	while (cell.n > 0 && (cell.p[cell.n - 1] == ' ' || cell.p[cell.n - 1] == '\t'))
		cell.n--;
	while (cell.n > 0 && (cell.p[0] == ' ' || cell.p[0] == '\t'))
		cell = span_skip(cell, 1);
	return cell;
}

/* Row by row the same, but for quoted blanks and missing cells. */
static void compare_rows(struct span before, struct span after)
{
	struct diags diags = {0};
	struct csv old, new;

	csv_from_memory(&old, before, SPAN("b"), &diags);
	csv_from_memory(&new, after, SPAN("a"), &diags);
	while (csv_next(&old) > 0) {
		REQUIRE(csv_next(&new) == 1);
		REQUIRE(new.row.canonical &&new.row.count >= old.row.count);
		for (size_t i = 0; i < new.row.count; i++)
			REQUIRE(span_eq(trimmed(new.row.cells[i]),
					i < old.row.count ? trimmed(old.row.cells[i]) : SPAN("")));
	}
	REQUIRE(csv_next(&new) == 0 && diags.count == 0);
	csv_release(&old);
	csv_release(&new);
	diags_release(&diags);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const enum kind kinds[] = {KIND_CONTACTS, KIND_ROWS, KIND_LOG, KIND_NOTE};
	struct span text = {(const char *)data + 1, size - 1};
	struct canonical_options options = {0};
	struct buf once = BUF_INIT, twice = BUF_INIT;
	struct diags diags = {0};
	enum kind kind;

	if (size == 0)
		return 0;
	kind = kinds[data[0] % 4];
	options.ids = kind < KIND_LOG && data[0] >= 'a';
	if (canonical_make(kind, text, SPAN("f"), &options, &once, &diags) != 0) {
		REQUIRE(diags.errors > 0);
	} else {
		REQUIRE(diags.count == 0);
		REQUIRE(once.n > 0 && once.p[once.n - 1] == '\n');
		REQUIRE(canonical_make(kind, buf_span(&once), SPAN("f"), &options, &twice,
				       &diags) == 0);
		REQUIRE(span_eq(buf_span(&once), buf_span(&twice)));
		if (kind < KIND_LOG && !options.ids)
			compare_rows(text, buf_span(&once));
	}
	buf_release(&once);
	buf_release(&twice);
	diags_release(&diags);
	return 0;
}
