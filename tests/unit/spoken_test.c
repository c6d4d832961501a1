/* How long a text is to say, in scripts with and without blanks between words. */
#include "tests/unit/help.h"

#include "src/spoken.h"

static void measures(void **state)
{
	static const struct {
		const char *text, *said;
		size_t seconds;
	} given[] = {
		{"", "0 words", 1},
		{" \t\r\n", "0 words", 1},
		{"one", "1 word", 1},
		{"one  two\nthree\r\n", "3 words", 1},
		{"well-known, isn't it? -", "4 words", 2},
		{"caf\u00E9 \u2014 \u201Cyes\u201D\u2026 rock\u2019n\u2019roll \U0001F600",
		 "3 words", 1},
		{"\uB098\uB294 \uD559\uC0DD\uC774\uB2E4", "2 words", 1}, /* Korean has blanks */
		{"\u0905\u0928\u093F\u0924\u093E \u0939\u0948", "2 words", 1},
		{"\u6211", "1 character, counted as 1 word", 1},
		{"\u6211\u53EB\u674E\u660E\u3002", "4 characters, counted as 2 words", 1},
		{"\u6211\u53EB\u674E\u3000\u300C\u660E\u300D\uFF0C\u5427\uFF01",
		 "5 characters, counted as 3 words", 1},
		{"\u6211\u2014\u2014\u4F60", "2 characters, counted as 1 word", 1},
		{"\u6211\u5728Acme\u5DE5\u4F5C3\u5E74",
		 "2 words and 5 characters, counted as 5 words", 2},
		{"\uFF21\uFF42\uFF43 \u30AB\u30FC\u30C9",
		 "1 word and 3 characters, counted as 3 words", 1},
		{"\u304B\u3099\u304B\u30FB\uFF76\uFF9E\u3005", "4 characters, counted as 2 words",
		 1},
		{"\U00020000\U00020001", "2 characters, counted as 1 word", 1},
		{"\u0E2A\u0E27\u0E31\u0E2A\u0E14\u0E35", "6 characters, counted as 2 words", 1},
		{"\u0E81\u0EB2\u0E99\u0EC0", "4 characters, counted as 1 word", 1},
		{"\u1780\u17B6\u179A\u17D4\u1000\u102C", "5 characters, counted as 2 words", 1},
		{"\xFF\xFE one", "1 word", 1},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(given); i++) {
		struct spoken spoken = spoken_measure(span_str(given[i].text));
		struct buf said = BUF_INIT;

		spoken_say(&spoken, &said);
		assert_span(buf_span(&said), given[i].said);
		assert_int_equal(spoken_seconds(&spoken), given[i].seconds);
		buf_release(&said);
	}
}

/* 150 words, 300 or 600 characters are a minute. */
static void a_minute(void **state)
{
	static const struct {
		const char *text;
		size_t count;
	} given[] = {{"w ", 150}, {"\u6211", 300}, {"\u304B", 300}, {"\u0E2A", 600}};

	(void)state;
	for (size_t i = 0; i < COUNT(given); i++) {
		struct buf text = BUF_INIT;
		struct spoken spoken;

		for (size_t k = 0; k < given[i].count; k++)
			buf_add_str(&text, given[i].text);
		spoken = spoken_measure(buf_span(&text));
		assert_int_equal(spoken.words, 150);
		assert_int_equal(spoken_seconds(&spoken), 60);
		buf_release(&text);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(measures),
		cmocka_unit_test(a_minute),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
