/* The settings, their defaults, ni.yaml, and "did you mean". */
#include "tests/unit/help.h"

#include "fmt/settings.h"
#include "src/suggest.h"

struct fixture {
	struct arena arena;
	struct diags diags;
	struct settings settings;
	int result;
};

static void read(struct fixture *f, struct span text)
{
	*f = (struct fixture){0};
	settings_init(&f->settings);
	f->result = settings_read(text, SPAN("ni.yaml"), &f->settings, &f->arena, &f->diags);
	assert_int_equal(f->result, f->diags.errors > 0 ? -1 : 0);
}

static void release(struct fixture *f)
{
	diags_release(&f->diags);
	arena_release(&f->arena);
}

static void assert_fault(const char *yaml, uint32_t line, uint32_t column, const char *text)
{
	struct fixture f;

	read(&f, span_str(yaml));
	assert_int_equal(f.diags.count, 1);
	assert_span(f.diags.list[0].text, text);
	assert_int_equal(f.diags.list[0].line, line);
	assert_int_equal(f.diags.list[0].column, column);
	release(&f);
}

static void assert_duration(struct duration d, uint16_t count, char unit)
{
	assert_int_equal(d.count, count);
	assert_int_equal(d.unit, unit);
}

static void assert_defaults(const struct settings *s)
{
	assert_int_equal(s->introduction_words, 75);
	assert_duration(s->request_within, 7, 'd');
	assert_int_equal(s->minutes, 30);
	assert_duration(s->reply_within, 1, 'd');
	assert_duration(s->follow_up_after, 14, 'd');
	assert_int_equal(s->attempts, 2);
	assert_int_equal(s->questions_least, 10);
	assert_int_equal(s->questions_most, 15);
	assert_duration(s->prepare_before, 3, 'd');
	assert_int_equal(s->names, 2);
	assert_duration(s->write_up_within, 1, 'd');
	assert_duration(s->thank_within, 2, 'd');
	assert_duration(s->task_lead, 7, 'd');
	assert_duration(s->report_within, 14, 'd');
	assert_duration(s->keep_in_touch, 3, 'm');
	assert_int_equal(s->views, 3);
	assert_duration(s->lapse_after, 90, 'd');
}

static void defaults(void **state)
{
	static const char *const empties[] = {
		"", "# none\n", "\xEF\xBB\xBF", "format: 1\n", "me:\npractice:\n", "---\n...\n"};
	struct fixture f;

	(void)state;
	for (size_t i = 0; i < sizeof(empties) / sizeof(*empties); i++) {
		read(&f, span_str(empties[i]));
		assert_int_equal(f.diags.count, 0);
		assert_defaults(&f.settings);
		assert_int_equal(f.settings.me_name.n, 0);
		release(&f);
	}
}

static void reads(void **state)
{
	struct fixture f;

	(void)state;
	read(&f,
	     SPAN("\xEF\xBB\xBF"
		  "format: 1\r\nme:\r\n  name: Nora\r\n  email: n@x.example\r\n"
		  "  introduction: >\r\n    I am\r\n    Nora.\r\npractice:\r\n  keep_in_touch: none\r\n"
		  "  questions: 8-12\r\n  thank_within: 1w\r\n  views: 1000\r\n"));
	assert_int_equal(f.result, 0);
	assert_span(f.settings.me_name, "Nora");
	assert_span(f.settings.me_email, "n@x.example");
	assert_span(f.settings.me_introduction, "I am Nora.");
	assert_duration(f.settings.keep_in_touch, 0, '-');
	assert_duration(f.settings.thank_within, 1, 'w');
	assert_int_equal(f.settings.questions_least, 8);
	assert_int_equal(f.settings.questions_most, 12);
	assert_int_equal(f.settings.views, 1000);
	release(&f);
	read(&f, SPAN("practice: {questions: 12}"));
	assert_int_equal(f.settings.questions_least, 12);
	assert_int_equal(f.settings.questions_most, 12);
	release(&f);
}

static void faults(void **state)
{
	(void)state;
	assert_fault("practise:\n", 1, 1, "unknown key 'practise'; did you mean 'practice'?");
	assert_fault("theme: dark\n", 1, 1, "unknown key 'theme'");
	assert_fault("me:\n  nmae: x\n", 2, 3, "me: unknown key 'nmae'; did you mean 'name'?");
	assert_fault("practice:\n  minute: 3\n", 2, 3,
		     "practice: unknown key 'minute'; did you mean 'minutes'?");
	assert_fault("practice:\n  minutes: 0\n", 2, 12,
		     "minutes: found '0', expected a number from 1 to 1000");
	assert_fault("practice:\n  minutes:\n", 2, 3,
		     "minutes: found nothing, expected a number from 1 to 1000");
	assert_fault("practice:\n  views: [3]\n", 2, 10,
		     "views: found a list, expected a number from 1 to 1000");
	assert_fault(
		"practice:\n  thank_within: none\n", 2, 17,
		"thank_within: found 'none', expected a duration such as 3d, 3bd, 2w, 3m or 1y");
	assert_fault(
		"practice:\n  keep_in_touch: 3\n", 2, 18,
		"keep_in_touch: found '3', expected a duration such as 3d, 3bd, 2w, 3m or 1y, or none");
	assert_fault("practice:\n  questions: 15-10\n", 2, 14,
		     "questions: found '15-10', expected a number, or a range such as 10-15");
	assert_fault("practice:\n  questions: 1-\n", 2, 14,
		     "questions: found '1-', expected a number, or a range such as 10-15");
	assert_fault("practice: 3\n", 1, 11, "practice: found '3', expected keys and values");
	assert_fault("- a\n", 1, 1, "ni.yaml: found a list, expected keys and values");
	assert_fault("format: one\n", 1, 9, "format: found 'one', expected 1");
	assert_fault("me:\n  name: a\n  name: b\n", 3, 3,
		     "key 'name' stands twice, first on line 2");
	assert_fault("format: 1\n---\nme:\n", 2, 1, "a second YAML document is not allowed");
	assert_fault("%TAG ! x\n---\nme:\n", 1, 1, "tag directives are not allowed");
	assert_fault("me:\n<<<<<<< HEAD\n", 2, 1, "merge conflict left here: '<<<<<<< HEAD'");
	assert_fault("me:\n  name: \xFF\n", 2, 9, "invalid UTF-8");
}

/* A file of a later format is not judged by the keys of this one. */
static void a_later_format(void **state)
{
	(void)state;
	assert_fault("future: x\nformat: 2\npractice:\n  minutes: many\n", 2, 9,
		     "format: found '2', expected 1: this file needs ni 2 or later");
}

static void too_large(void **state)
{
	struct buf text = BUF_INIT;
	struct fixture f;

	(void)state;
	while (text.n < SETTINGS_LIMIT)
		buf_add_char(&text, '\n');
	read(&f, buf_span(&text));
	assert_int_equal(f.result, 0);
	release(&f);
	buf_add_char(&text, '\n');
	read(&f, buf_span(&text));
	assert_int_equal(f.result, -1);
	release(&f);
	buf_release(&text);
}

static void every_default_can_be_written(void **state)
{
	struct settings settings;
	const char *expected;

	(void)state;
	for (const struct setting *s = setting_table; s->name != NULL; s++) {
		assert_int_equal(setting_set(&settings, s, span_str(s->standard), &expected), 0);
		assert_int_equal(setting_set(&settings, s, SPAN("x"), &expected), -1);
		assert_int_equal(setting_set(&settings, s, SPAN(""), &expected), -1);
	}
}

static void one_edit(void **state)
{
	(void)state;
	assert_true(span_one_edit(SPAN("refered_by"), SPAN("referred_by")));
	assert_true(span_one_edit(SPAN("referred_by"), SPAN("refered_by")));
	assert_true(span_one_edit(SPAN("nmae"), SPAN("name")));
	assert_true(span_one_edit(SPAN("nane"), SPAN("name")));
	assert_true(span_one_edit(SPAN("a"), SPAN("")));
	assert_true(span_one_edit(SPAN(""), SPAN("a")));
	assert_true(span_one_edit(SPAN("names"), SPAN("name")));
	assert_true(span_one_edit(SPAN("ame"), SPAN("name")));
	assert_false(span_one_edit(SPAN("name"), SPAN("name")));
	assert_false(span_one_edit(SPAN(""), SPAN("")));
	assert_false(span_one_edit(SPAN("nmea"), SPAN("name")));
	assert_false(span_one_edit(SPAN("nm"), SPAN("name")));
	assert_false(span_one_edit(SPAN("mnae"), SPAN("name")));
	assert_false(span_one_edit(SPAN("abc"), SPAN("cba")));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(defaults),  cmocka_unit_test(reads),
		cmocka_unit_test(faults),    cmocka_unit_test(a_later_format),
		cmocka_unit_test(too_large), cmocka_unit_test(every_default_can_be_written),
		cmocka_unit_test(one_edit),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
