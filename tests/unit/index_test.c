/* The hash index: every number comes back under its hash, once, and no other does. */
#include "tests/unit/help.h"

#include "src/index.h"

enum { MOST = 3000 };

/* How often the index gives number under hash; -1 if it gives one of another hash. */
static int times_found(const struct index *index, uint64_t hash, uint32_t number,
		       const uint64_t *hashes)
{
	size_t at = index_start(index, hash);
	uint32_t found;
	int times = 0;

	while (index_next(index, hash, &at, &found)) {
		if ((uint32_t)hashes[found] != (uint32_t)hash)
			return -1;
		times += found == number;
	}
	return times;
}

static void gives_back_what_was_added(void **state)
{
	static const uint64_t spread[] = {UINT64_MAX, 0xff, 0x3f, 0xffffffff, 0x3ffffffff};
	uint64_t hashes[MOST], chance = 1;

	(void)state;
	for (uint32_t round = 0; round < 60; round++) {
		struct index index = {0};
		uint32_t count = chance_below(&chance, round < 50 ? 200 : MOST);

		for (uint32_t i = 0; i < count; i++) {
			hashes[i] = hash_bytes(span_of((const char *)&i, sizeof(i)), round) &
				    spread[round % 5];
			index_add(&index, hashes[i], i);
			if (chance_one_in(&chance, 50))
				index_reserve(&index, chance_below(&chance, 2 * MOST));
		}
		assert_int_equal(index.count, count);
		for (uint32_t i = 0; i < count; i++)
			assert_int_equal(times_found(&index, hashes[i], i, hashes), 1);
		for (uint32_t i = 0; i < 100; i++)
			assert_int_equal(
				times_found(&index,
					    (uint64_t)chance_below(&chance, UINT32_MAX) << 1,
					    INDEX_FREE, hashes),
				0);
		index_release(&index);
	}
}

static void empty_finds_nothing(void **state)
{
	struct index index = {0};
	size_t at = index_start(&index, 7);
	uint32_t number;

	(void)state;
	assert_false(index_next(&index, 7, &at, &number));
	index_reserve(&index, 0);
	at = index_start(&index, 7);
	assert_false(index_next(&index, 7, &at, &number));
	index_release(&index);
}

static int compare_hashes(const void *a, const void *b)
{
	uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;

	return (x > y) - (x < y);
}

/* Short texts that differ in a byte, in length or in order do not collide, nor do chains of them.
 */
static void hashes_differ(void **state)
{
	enum { COUNT_OF_HASHES = 200000 };
	uint64_t *hashes = calloc(COUNT_OF_HASHES, sizeof(*hashes));
	char text[32];

	(void)state;
	assert_non_null(hashes);
	for (uint32_t i = 0; i < COUNT_OF_HASHES; i++) {
		int n = snprintf(text, sizeof(text), "%0*u", 6 + (int)(i % 20), i / 20);

		/* As cells of a row: some in two, some with an empty one. */
		assert_true(n > 0);
		hashes[i] =
			hash_bytes(span_of(text, (size_t)n / 3), hash_bytes(SPAN("2026-01-01"), 0));
		hashes[i] = hash_bytes(span_skip(span_str(text), (size_t)n / 3), hashes[i]);
		if (i % 20 == 0)
			hashes[i] = hash_bytes(SPAN(""), hashes[i]);
	}
	qsort(hashes, COUNT_OF_HASHES, sizeof(*hashes), compare_hashes);
	for (uint32_t i = 1; i < COUNT_OF_HASHES; i++)
		assert_true(hashes[i] != hashes[i - 1]);
	free(hashes);
	assert_true(hash_bytes(SPAN("b"), hash_bytes(SPAN("a"), 0)) !=
		    hash_bytes(SPAN("a"), hash_bytes(SPAN("b"), 0)));
	assert_true(hash_bytes(SPAN(""), hash_bytes(SPAN("ab"), 0)) !=
		    hash_bytes(SPAN("b"), hash_bytes(SPAN("a"), 0)));
	assert_true(hash_bytes(SPAN("a\0"), 0) != hash_bytes(SPAN("a"), 0));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(gives_back_what_was_added),
		cmocka_unit_test(empty_finds_nothing),
		cmocka_unit_test(hashes_differ),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
