/* Links from where a document lies: paths between folders, and their encoding. */
#include "tests/unit/help.h"

#include "fmt/gfm.h"
#include "fmt/links.h"
#include "fmt/quote.h"

static void assert_path(const char *here, const char *there, const char *path, const char *expected)
{
	const struct links links = {.here = span_str(here), .there = span_str(there)};
	struct buf found = BUF_INIT;

	links_add_path(&found, &links, span_str(path));
	if (!span_is(buf_span(&found), expected))
		fail_msg("%s from %s in %s: found '%s', expected '%s'", path, there, here, found.p,
			 expected);
	buf_release(&found);
}

static void paths_are_seen_from_there(void **state)
{
	(void)state;
	assert_path("", "", "notes/a.md", "notes/a.md");
	assert_path("/net", "/net", "notes/a.md", "notes/a.md");
	assert_path("/net", "/net/reports", "notes/a.md", "../notes/a.md");
	assert_path("/net", "/net/notes", "notes/a.md", "a.md");
	assert_path("/net", "/net/notes/2026", "notes/a.md", "../a.md");
	assert_path("/net/notes", "/net", "a.md", "notes/a.md");
	assert_path("/net/notes", "/out/x", "../log.csv", "../../net/log.csv");
	assert_path("/net", "/", "notes/a.md", "net/notes/a.md");
	assert_path("/", "/net", "notes/a.md", "../notes/a.md");
	assert_path("/net", "/netto", "notes/a.md", "../net/notes/a.md");
	assert_path("/netto", "/net", "notes/a.md", "../netto/notes/a.md");
	assert_path("/net", "/net/a", "./notes//b/../a.md", "../notes/a.md");
	assert_path("/net", "/net/a", "/net/notes/a.md", "../notes/a.md");
	assert_path("/net", "/net/a", "../../../x.md", "../../x.md");
	assert_path("/", "/", "a.md", "a.md");
}

static void links_are_encoded_once(void **state)
{
	const struct links links = {.here = SPAN("/net"), .there = SPAN("/net/re ports")};
	const struct quote quote = {&links, SPAN("notes/1 %#\xC3\xA9/a?.md"), SPAN_NONE};
	struct buf path = BUF_INIT, found = BUF_INIT;

	(void)state;
	links_add_path(&path, &links, quote.file);
	gfm_link(&found, SPAN("x"), buf_span(&path));
	assert_string_equal(found.p, "[x](../notes/1%20%25%23%C3%A9/a%3F.md)");
	buf_clear(&found);
	quote_blocks(&found, &quote, SPAN("[x](b%20%25.md#c) [y](#d) [z](../re%20ports/e.md)"), "");
	assert_string_equal(found.p, "[x](../notes/1%20%25%23%C3%A9/b%20%25.md#c) "
				     "[y](../notes/1%20%25%23%C3%A9/a%3F.md#d) "
				     "[z](../notes/re%20ports/e.md)\n");
	buf_release(&path);
	buf_release(&found);
}

/* Its reader has none of the files: what leads to one is its text. */
static void there_may_be_none(void **state)
{
	const struct links links = {.none = true};
	const struct quote quote = {&links, SPAN("notes/a.md"), SPAN("[r]: b.md\n")};
	struct buf found = BUF_INIT;

	(void)state;
	quote_blocks(&found, &quote,
		     SPAN("[x](b.md \"t\") [y](#d) [z](/e) [*r*][r] ![i](i.png) [](f) "
			  "[h](http://h) [m](mailto:m@n.example) <tel:1>"),
		     "");
	assert_string_equal(found.p, "x y z *r* i [h](http://h) [m](mailto:m@n.example) <tel:1>\n");
	buf_release(&found);
}

static void folders_are_found(void **state)
{
	struct arena arena = {0};
	struct diags diags = {0};
	struct links links;

	(void)state;
	assert_int_equal(links_find(&links, "/report.md", &arena, &diags), 0);
	assert_span(links.there, "/");
	assert_true(span_starts(links.here, SPAN("/")));
	assert_int_equal(links_find(&links, "report.md", &arena, &diags), 0);
	assert_true(span_eq(links.there, links.here));
	assert_int_equal(diags.count, 0);
	assert_int_equal(links_find(&links, "no/such/report.md", &arena, &diags), -1);
	assert_told(&diags, 0, DIAG_ERROR, 0, 0,
		    "cannot write 'no/such/report.md': No such file or directory");
	diags_release(&diags);
	arena_release(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(paths_are_seen_from_there),
		cmocka_unit_test(links_are_encoded_once),
		cmocka_unit_test(there_may_be_none),
		cmocka_unit_test(folders_are_found),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
