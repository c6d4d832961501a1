/* Headers: what is found in one, and what is said of one that cannot be right. */
#include "tests/unit/help.h"

#include "fmt/contacts.h"
#include "fmt/header.h"

static const char *const block[] = {"due", "days", NULL};

struct fixture {
	struct csv csv;
	struct diags diags;
	struct arena arena;
	struct header header;
	int result;
};

static void read(struct fixture *f, const char *text, const struct header_rules *rules)
{
	*f = (struct fixture){0};
	csv_from_memory(&f->csv, span_str(text), SPAN("f"), &f->diags);
	f->result = header_read(&f->csv, rules, &f->arena, &f->header);
	assert_true((f->result < 0) == (f->diags.errors > 0));
}

static void release(struct fixture *f)
{
	csv_release(&f->csv);
	diags_release(&f->diags);
	arena_release(&f->arena);
}

static void finds_columns(void **state)
{
	struct header_rules rules = stream_rules(block);
	struct fixture f;

	(void)state;
	read(&f, "due,days,mood, \"name\" ,id\n", &rules);
	assert_int_equal(f.result, 1);
	assert_int_equal(f.diags.count, 0);
	assert_int_equal(f.header.count, 5);
	assert_int_equal(f.header.skip, 2);
	assert_int_equal(header_find(&f.header, "name"), 3);
	assert_int_equal(header_find(&f.header, "id"), 4);
	assert_int_equal(header_find(&f.header, "due"), -1);
	assert_int_equal(header_find(&f.header, "org"), -1);
	release(&f);
	/* A part of the block is not the block. */
	read(&f, "days,id\n", &rules);
	assert_told(&f.diags, 0, DIAG_ERROR, 1, 1,
		    "column 'days' is what this program puts in front: rename it");
	release(&f);
	/* The block alone: what a filter printed that had no rows. */
	read(&f, "due,days\n", &rules);
	assert_int_equal(f.result, 1);
	release(&f);
	read(&f, "\n \n", &rules);
	assert_int_equal(f.result, 0);
	assert_int_equal(f.diags.count, 0);
	release(&f);
}

struct saying {
	const char *text;
	uint32_t line, column;
	const char *error;
};

static void say(const struct header_rules *rules, const struct saying *sayings, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		struct fixture f;

		read(&f, sayings[i].text, rules);
		assert_told(&f.diags, 0, DIAG_ERROR, sayings[i].line, sayings[i].column,
			    sayings[i].error);
		assert_int_equal(f.result, -1);
		assert_int_equal(f.diags.errors, 1);
		release(&f);
	}
}

static void what_is_wrong_with_contacts(void **state)
{
	static const struct saying sayings[] = {
		{"id,org\n", 1, 1, "no column 'name'"},
		{"\n\nid,org\n", 3, 1, "no column 'name'"},
		{"id;name;org\n", 1, 1,
		 "no column 'name'; the separator is ';' here, and has to be ','"},
		{"id\tname\n", 1, 1,
		 "no column 'name'; the separator is a tab here, and has to be ','"},
		{"Notes:\n\"When exporting\"\n", 1, 1,
		 "no column 'name'; this looks like a LinkedIn export: delete the lines above its header, "
		 "join 'First Name' and 'Last Name' into 'name', and call Company 'org' and "
		 "Position 'title'; ni-contacts(5) has a command"},
		{"First Name,Last Name,URL\n", 1, 1,
		 "no column 'name'; this looks like a LinkedIn export: delete the lines above its header, "
		 "join 'First Name' and 'Last Name' into 'name', and call Company 'org' and "
		 "Position 'title'; ni-contacts(5) has a command"},
		{"name,org,org\n", 1, 10, "column 'org' stands twice"},
		{"name,\"a, \"\"b\"\"\", x,x\n", 1, 20, "column 'x' stands twice"},
		{"name,\"a\nb\",a,a\n", 2, 6, "column 'a' stands twice"},
		{"name,,org\n", 1, 6, "column without a name"},
		{"name,org,\n", 1, 10, "column without a name"},
	};

	(void)state;
	say(&contacts_rules, sayings, COUNT(sayings));
}

static void what_is_wrong_with_rows(void **state)
{
	struct header_rules rules = stream_rules(block);
	static const struct saying sayings[] = {
		{"org,email\n", 1, 1, "no column 'id' or 'name'"},
		{"due,days,org\n", 1, 1, "no column 'id' or 'name'"},
		{"due,days,id,days\n", 1, 13,
		 "column 'days' is what this program puts in front: rename it"},
	};
	struct fixture f;

	(void)state;
	say(&rules, sayings, COUNT(sayings));
	/* All of them are told. */
	read(&f, "id,due,days\n", &rules);
	assert_int_equal(f.diags.errors, 2);
	assert_told(&f.diags, 0, DIAG_ERROR, 1, 4,
		    "column 'due' is what this program puts in front: rename it");
	release(&f);
}

static void slips(void **state)
{
	static const char *const right[] = {
		"name,referred_by\n", "name,refered_by,referred_by\n",
		"name,orgs,org\n",    "name,mood,mail_\n",
		"name,uri\n",
	};
	struct fixture f;

	(void)state;
	read(&f, "name,refered_by,EMAIL,feild\n", &contacts_rules);
	assert_int_equal(f.result, 1);
	assert_int_equal(f.diags.count, 3);
	assert_told(&f.diags, 0, DIAG_WARNING, 1, 6, "'refered_by': did you mean 'referred_by'?");
	assert_told(&f.diags, 1, DIAG_WARNING, 1, 17, "'EMAIL': did you mean 'email'?");
	assert_told(&f.diags, 2, DIAG_WARNING, 1, 23, "'feild': did you mean 'field'?");
	release(&f);
	for (size_t i = 0; i < COUNT(right); i++) {
		read(&f, right[i], &contacts_rules);
		assert_int_equal(f.diags.count, 0);
		release(&f);
	}
}

static void rows_under_it(void **state)
{
	struct fixture f;

	(void)state;
	read(&f, "name,org\na\nb,c,\"d\n\",e\nf,g\n", &contacts_rules);
	assert_int_equal(header_next_row(&f.csv, &f.header), 1);
	assert_span(header_cell(&f.csv.row, 0), "a");
	assert_span(header_cell(&f.csv.row, 1), "");
	assert_span(header_cell(&f.csv.row, -1), "");
	/* The long row is told and passed over. */
	assert_int_equal(header_next_row(&f.csv, &f.header), 1);
	assert_span(header_cell(&f.csv.row, 1), "g");
	assert_told(
		&f.diags, 0, DIAG_ERROR, 3, 5,
		"found 4 cells, expected at most the header's 2; a field that holds a comma needs "
		"quotes around it");
	header_expected(&f.csv, 1, "org", "a friend");
	assert_told(&f.diags, 1, DIAG_ERROR, 5, 3, "org: found 'g', expected a friend");
	assert_int_equal(header_next_row(&f.csv, &f.header), -1);
	release(&f);
}

static void the_header_again(void **state)
{
	static const char *const again[] = {"name,org\n", " \"name\" , org\n", "name\n",
					    "\xEF\xBB\xBFname,org\n"};
	static const char *const others[] = {"name,\n", "org,name\n", "Name,org\n", "names,org\n"};
	struct buf text = BUF_INIT;
	struct fixture f;

	(void)state;
	for (size_t i = 0; i < COUNT(again) + COUNT(others); i++) {
		bool header = i < COUNT(again);

		buf_clear(&text);
		buf_add_str(&text, "name,org\na,b\n");
		buf_add_str(&text, header ? again[i] : others[i - COUNT(again)]);
		buf_add_str(&text, "c,d\n");
		read(&f, text.p, &contacts_rules);
		assert_int_equal(header_next_row(&f.csv, &f.header), 1);
		assert_int_equal(header_next_row(&f.csv, &f.header), 1);
		if (header)
			assert_told(&f.diags, 0, DIAG_ERROR, 3, i == 1 ? 2 : 1,
				    "the header line stands here a second time; name several files "
				    "one by one instead of joining them");
		else
			assert_int_equal(header_next_row(&f.csv, &f.header), 1);
		assert_span(header_cell(&f.csv.row, 0), "c");
		assert_int_equal(header_next_row(&f.csv, &f.header), header ? -1 : 0);
		release(&f);
	}
	buf_release(&text);
}

/* A comma in a field pushes what follows into cells too many; commas at the end hold nothing. */
static void a_comma_in_a_field(void **state)
{
	static const struct {
		const char *row;
		bool likely;
	} cases[] = {
		{"Ann,Acme,x\n", true},     {"Ann,Acme, Inc.,\n", true},
		{"Ann,\"A\",,B\n", true},   {"Ann,Acme,,\n", false},
		{"Ann,Acme, \n", false},    {"Ann,\"Acme, Inc.\",\n", false},
		{"Ann,Acme, ,\t\n", false}, {"Lee, Ann,\n", true},
		{"Acme,\tInc.,\n", true},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct buf text = BUF_INIT;
		struct fixture f;

		buf_add_str(&text, "name,org\n");
		buf_add_str(&text, cases[i].row);
		read(&f, text.p, &contacts_rules);
		assert_int_equal(header_next_row(&f.csv, &f.header), -1);
		assert_int_equal(f.diags.count, 1);
		assert_int_equal(
			span_ends(f.diags.list[0].text, SPAN("; a field that holds a comma needs "
							     "quotes around it")),
			cases[i].likely);
		release(&f);
		buf_release(&text);
	}
}

/* As many columns as there may be, and one more. */
static void many_columns(void **state)
{
	struct buf text = BUF_INIT;
	struct fixture f;

	(void)state;
	buf_add_str(&text, "name");
	for (uint32_t i = 1; i < COLUMNS_LIMIT; i++)
		buf_add_format(&text, ",c%u", i);
	read(&f, text.p, &contacts_rules);
	assert_int_equal(f.result, 1);
	assert_int_equal(f.header.count, COLUMNS_LIMIT);
	assert_int_equal(header_find(&f.header, "c1000"), 1000);
	release(&f);
	buf_add_str(&text, ",x,name");
	read(&f, text.p, &contacts_rules);
	assert_told(&f.diags, 0, DIAG_ERROR, 1, (uint32_t)text.n - 5,
		    "found 1026 columns, expected at most 1024");
	assert_int_equal(f.diags.count, 1);
	release(&f);
	buf_release(&text);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(finds_columns),
		cmocka_unit_test(what_is_wrong_with_contacts),
		cmocka_unit_test(what_is_wrong_with_rows),
		cmocka_unit_test(slips),
		cmocka_unit_test(rows_under_it),
		cmocka_unit_test(the_header_again),
		cmocka_unit_test(a_comma_in_a_field),
		cmocka_unit_test(many_columns),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
