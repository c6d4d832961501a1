/* Arenas: alignment, no overlap, adoption. Leaks are for the sanitizers to find. */
#include <setjmp.h>
#include <stdalign.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "src/base/arena.h"

enum { PIECES = 3000 };

static void gives_apart(void **state)
{
	struct arena a = {0};
	unsigned char *piece[PIECES];
	size_t size[PIECES];

	(void)state;
	for (size_t i = 0; i < PIECES; i++) {
		size[i] = i % 100 == 99 ? i * 10 : i % 67;
		piece[i] = arena_alloc(&a, size[i]);
		assert_non_null(piece[i]);
		assert_int_equal((uintptr_t)piece[i] % alignof(max_align_t), 0);
		memset(piece[i], (int)(i & 255), size[i]);
		(void)arena_copy(&a, SPAN("odd"));
	}
	for (size_t i = 0; i < PIECES; i++)
		for (size_t k = 0; k < size[i]; k++)
			assert_int_equal(piece[i][k], i & 255);
	arena_release(&a);
	assert_null(a.blocks);
	arena_release(&a);
}

static void large_piece_first(void **state)
{
	struct arena a = {0};

	(void)state;
	char *large = arena_alloc(&a, 5000000);
	char *small = arena_alloc(&a, 10);
	memset(large, 'l', 5000000);
	memset(small, 's', 10);
	assert_int_equal(large[4999999], 'l');
	arena_release(&a);
}

static void array_is_zeroed(void **state)
{
	struct arena a = {0};

	(void)state;
	memset(arena_alloc(&a, 2000), 0xFF, 2000);
	arena_release(&a);
	for (int round = 0; round < 50; round++) {
		const char *p = arena_array(&a, 25, 8);
		for (size_t i = 0; i < 200; i++)
			assert_int_equal(p[i], 0);
		memset(arena_alloc(&a, 300), 0xFF, 300);
	}
	assert_non_null(arena_array(&a, 0, 8));
	arena_release(&a);
}

static void copies(void **state)
{
	struct arena a = {0};
	char text[] = "text";

	(void)state;
	struct span s = arena_copy(&a, span_str(text));
	char *string = arena_string(&a, span_of(text, 3));
	text[0] = 'X';
	assert_true(span_is(s, "text"));
	assert_string_equal(string, "tex");
	assert_string_equal(arena_string(&a, SPAN_NONE), "");
	assert_int_equal(arena_copy(&a, SPAN_NONE).n, 0);
	assert_non_null(arena_copy(&a, SPAN_NONE).p);
	arena_release(&a);
}

static void adopts(void **state)
{
	struct arena a = {0}, empty = {0};
	const char *kept[40];

	(void)state;
	arena_adopt(&a, &empty);
	assert_null(a.blocks);
	for (int i = 0; i < 40; i++) {
		struct arena worker = {0};
		for (int k = 0; k < 100 * (i % 3); k++)
			(void)arena_alloc(&worker, 100);
		kept[i] = arena_string(&worker, span_of("0123456789", (size_t)i % 10));
		arena_adopt(&a, &worker);
		assert_null(worker.blocks);
		(void)arena_alloc(&worker, 1);
		arena_release(&worker);
		(void)arena_string(&a, SPAN("between"));
	}
	for (int i = 0; i < 40; i++)
		assert_int_equal(strlen(kept[i]), i % 10);
	arena_adopt(&a, &empty);
	arena_release(&a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(gives_apart),
		cmocka_unit_test(large_piece_first),
		cmocka_unit_test(array_is_zeroed),
		cmocka_unit_test(copies),
		cmocka_unit_test(adopts),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
