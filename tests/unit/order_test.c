/* Sorting: a radix sort against qsort, and texts as numbers against their bytes. */
#include "tests/unit/help.h"

#include "src/order.h"

enum { MOST = 400 };

static int compare(const void *a, const void *b)
{
	const struct order_place *x = a, *y = b;

	if (x->key >> 32 != y->key >> 32)
		return x->key >> 32 < y->key >> 32 ? -1 : 1;
	if (x->text != y->text)
		return x->text < y->text ? -1 : 1;
	return (order_number(x->key) > order_number(y->key)) -
	       (order_number(x->key) < order_number(y->key));
}

static void places_are_in_order(void **state)
{
	static const uint64_t bits[] = {
		0, 1, 0x3, 0xff00, UINT32_MAX, UINT64_MAX, UINT64_C(1) << 63};
	struct order_place places[MOST] = {0}, expected[MOST];
	uint64_t chance = 5;

	(void)state;
	for (uint32_t round = 0; round < 2000; round++) {
		uint32_t count = chance_below(&chance, round % 2 ? 8 : MOST);
		uint64_t rank = bits[chance_below(&chance, COUNT(bits))] << 32;
		uint64_t text = bits[chance_below(&chance, COUNT(bits))];

		for (uint32_t i = 0; i < count; i++) {
			chance_below(&chance, 2);
			places[i].key = (chance & rank) | i;
			chance_below(&chance, 2);
			places[i].text = chance & text;
		}
		memcpy(expected, places, sizeof(expected));
		qsort(expected, count, sizeof(*expected), compare);
		order_places(places, count);
		assert_int_equal(memcmp(places, expected, count * sizeof(*places)), 0);
	}
}

static int compare_keys(const void *a, const void *b)
{
	uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;

	return (x > y) - (x < y);
}

static void keys_are_in_order(void **state)
{
	enum { KEYS = 9000 };
	static const uint64_t bits[] = {
		0,         3, 0xffff, UINT32_MAX, UINT64_C(0xff) << 32, UINT64_C(0xfff00fff) << 24,
		UINT64_MAX};
	static uint64_t keys[KEYS], expected[KEYS];
	uint64_t chance = 7;

	(void)state;
	for (uint32_t round = 0; round < 100; round++) {
		uint32_t count = chance_below(&chance, round % 2 ? 8 : KEYS);
		uint64_t some = bits[chance_below(&chance, COUNT(bits))];

		for (uint32_t i = 0; i < count; i++) {
			chance_below(&chance, 2);
			keys[i] = expected[i] = chance & some;
		}
		order_sort(keys, count);
		qsort(expected, count, sizeof(*expected), compare_keys);
		for (uint32_t i = 0; i < count; i++)
			assert_true(keys[i] == expected[i]);
	}
}

static void texts_are_in_order(void **state)
{
	static const char *const texts[] = {"",         "a",   "a-",      "abcdefg",
					    "abcdefgh", "abd", "\xCE\xBD"};

	(void)state;
	for (size_t i = 1; i < COUNT(texts); i++)
		assert_true(order_text(span_str(texts[i - 1])) < order_text(span_str(texts[i])));
	assert_true(order_text(SPAN("abcdefgh")) == order_text(SPAN("abcdefghi")));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(places_are_in_order),
		cmocka_unit_test(keys_are_in_order),
		cmocka_unit_test(texts_are_in_order),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
