/* Where the network is, and how its files are called from the working directory. */
#define _XOPEN_SOURCE 700 /* nftw, P_tmpdir */
#include "tests/unit/help.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "fmt/place.h"
#include "tests/unit/folder.h"

static void touch(const char *path)
{
	int fd = open(path, O_WRONLY | O_CREAT, 0644);

	assert_true(fd >= 0);
	assert_int_equal(close(fd), 0);
}

static void enter(const char *path)
{
	assert_int_equal(mkdir(path, 0755), 0);
	assert_int_equal(chdir(path), 0);
}

/* The network's file has that name here, and it is that file. */
static void assert_called(const char *path, const char *expected)
{
	struct arena arena = {0};
	struct diags diags = {0};
	struct place place;
	struct span name;

	assert_int_equal(place_find(&place, &arena, &diags), 0);
	assert_true(place.found);
	name = place_path(&place, &arena, span_str(path));
	assert_span(name, expected);
	assert_int_equal(name.p[name.n], '\0');
	assert_int_equal(diags.count, 0);
	arena_release(&arena);
}

static void nearest_folder(void **state)
{
	(void)state;
	touch("ni.yaml");
	assert_called("contacts.csv", "contacts.csv");
	assert_called("notes/a.md", "notes/a.md");
	enter("notes");
	assert_called("contacts.csv", "../contacts.csv");
	assert_called("notes/a.md", "a.md");
	assert_called("notes/2026/a.md", "2026/a.md");
	assert_called("notes", "../notes");
	enter("2026 x");
	assert_called("contacts.csv", "../../contacts.csv");
	assert_called("notes/a.md", "../a.md");
	assert_called("notes/2026 x/a.md", "a.md");
	assert_called("notes/2026 xy/a.md", "../2026 xy/a.md");
	assert_called("notes/2026/a.md", "../2026/a.md");
	touch("contacts.csv");
	assert_called("contacts.csv", "contacts.csv");
	assert_called("notes/a.md", "notes/a.md");
}

static void none(void **state)
{
	struct arena arena = {0};
	struct diags diags = {0};
	struct place place;
	char here[4096];

	(void)state;
	/* Nothing at or above the folder of temporary files, one hopes. */
	assert_int_equal(place_find(&place, &arena, &diags), 0);
	assert_false(place.found);
	assert_int_equal(diags.count, 0);
	place_missing(&diags);
	assert_int_equal(diags.errors, 1);
	assert_non_null(getcwd(here, sizeof(here)));
	assert_true(span_starts(diags.list[0].text, SPAN("no contacts.csv or ni.yaml in /")));
	assert_true(span_ends(diags.list[0].text, SPAN(" or above; ni-init makes one")));
	diags_release(&diags);
	arena_release(&arena);
}

/* ---- at random: following the name from below leads to the file, by no detour ---- */

static void add_components(struct buf *path, uint64_t *chance, uint32_t most)
{
	static const char *const names[] = {"a", "b", "ab", "a b"};

	for (uint32_t n = chance_below(chance, most + 1); n > 0; n--) {
		if (path->n > 0)
			buf_add_char(path, '/');
		buf_add_str(path, names[chance_below(chance, COUNT(names))]);
	}
}

static void go_up(struct buf *path)
{
	while (path->n > 0 && path->p[--path->n] != '/')
		;
	path->p[path->n] = '\0';
}

/* Where name leads from folder; ups counts its "../". */
static void resolve(struct buf *folder, struct span name, uint32_t *ups)
{
	for (*ups = 0; span_starts(name, SPAN("../")); name = span_skip(name, 3)) {
		assert_true(folder->n > 0);
		go_up(folder);
		++*ups;
	}
	if (folder->n > 0)
		buf_add_char(folder, '/');
	buf_add_span(folder, name);
}

/* How many folders of below the path is not in. */
static uint32_t least_ups(const struct buf *below, const struct buf *path)
{
	struct buf up = BUF_INIT;
	uint32_t ups = 0;

	buf_add_span(&up, buf_span(below));
	while (up.n > 0 && !(span_starts(buf_span(path), buf_span(&up)) && path->p[up.n] == '/')) {
		go_up(&up);
		ups++;
	}
	buf_release(&up);
	return ups;
}

static void random_paths(void **state)
{
	struct buf below = BUF_INIT, path = BUF_INIT, reached = BUF_INIT;
	uint64_t chance = 5;

	(void)state;
	for (int i = 0; i < 20000; i++) {
		struct arena arena = {0};
		struct place place = {.found = true};
		uint32_t ups;

		buf_clear(&below);
		buf_clear(&path);
		buf_clear(&reached);
		add_components(&below, &chance, 4);
		add_components(&path, &chance, 4);
		if (path.n > 0)
			buf_add_char(&path, '/');
		buf_add_str(&path, "f.md");
		place.below = buf_span(&below);
		buf_add_span(&reached, place.below);
		resolve(&reached, place_path(&place, &arena, buf_span(&path)), &ups);
		assert_span(buf_span(&reached), path.p);
		assert_int_equal(ups, least_ups(&below, &path));
		arena_release(&arena);
	}
	buf_release(&below);
	buf_release(&path);
	buf_release(&reached);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(nearest_folder, enter_folder, leave_folder),
		cmocka_unit_test_setup_teardown(none, enter_folder, leave_folder),
		cmocka_unit_test(random_paths),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
