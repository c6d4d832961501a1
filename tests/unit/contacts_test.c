/* Contact rows: from cells to values, each fault with its place. */
#include "tests/unit/help.h"

#include "fmt/contacts.h"

#define ALL_TEXTS ((1u << TEXT_COUNT) - 1)

struct fixture {
	struct csv csv;
	struct diags diags;
	struct arena arena;
	struct contact_table table;
	struct contact_values values;
	int result;
};

/* A header and one row, of contacts.csv or of a stream. */
static void read_row(struct fixture *f, const char *text, bool is_stream)
{
	struct header_rules rules = is_stream ? stream_rules(NULL) : contacts_rules;
	struct header header;

	*f = (struct fixture){0};
	csv_from_memory(&f->csv, span_str(text), SPAN("f"), &f->diags);
	assert_int_equal(header_read(&f->csv, &rules, &f->arena, &header), 1);
	contact_table_init(&f->table, &header, !is_stream);
	assert_int_equal(header_next_row(&f->csv, &header), 1);
	f->result = contact_values_read(&f->csv, &f->table, ALL_TEXTS, &f->arena, &f->values);
}

static void release(struct fixture *f)
{
	csv_release(&f->csv);
	diags_release(&f->diags);
	arena_release(&f->arena);
}

static void reads_every_column(void **state)
{
	struct fixture f;
	int32_t day;

	(void)state;
	read_row(
		&f,
		"note,phone,source,circle,sector,title,referred_by,email,field,org,name,id,added,cadence,"
		"may_use_name,url,tags\n"
		"\"a \"\"note\"\"\",+1 2,alumni,new,private,nurse,bob,a@b.org;c@d.org,law,\"Acme, Inc.\",Ann Lee,ann,"
		"2026-01-31,3m,yes,http://x,t;u\n",
		false);
	assert_int_equal(f.result, 0);
	assert_int_equal(f.diags.count, 0);
	assert_int_equal(f.values.present,
			 ALL_TEXTS | PRESENT_ADDED | PRESENT_CADENCE | PRESENT_LEAVE);
	assert_span(f.values.text[TEXT_NOTE], "a \"note\"");
	assert_span(f.values.text[TEXT_PHONE], "+1 2");
	assert_span(f.values.text[TEXT_SOURCE], "alumni");
	assert_span(f.values.text[TEXT_CIRCLE], "new");
	assert_span(f.values.text[TEXT_SECTOR], "private");
	assert_span(f.values.text[TEXT_TITLE], "nurse");
	assert_span(f.values.text[TEXT_REFERRED_BY], "bob");
	assert_span(f.values.text[TEXT_EMAIL], "a@b.org;c@d.org");
	assert_span(f.values.text[TEXT_FIELD], "law");
	assert_span(f.values.text[TEXT_ORG], "Acme, Inc.");
	assert_span(f.values.text[TEXT_NAME], "Ann Lee");
	assert_span(f.values.text[TEXT_ID], "ann");
	assert_int_equal(date_parse(SPAN("2026-01-31"), &day), 0);
	assert_int_equal(f.values.added, day);
	assert_int_equal(f.values.cadence.count, 3);
	assert_int_equal(f.values.cadence.unit, 'm');
	assert_int_equal(f.values.may_use_name, LEAVE_YES);
	assert_false(f.values.left_out);
	release(&f);
}

static void what_is_not_there(void **state)
{
	struct fixture f;

	(void)state;
	read_row(&f, "name,added\nAnn Lee\n", false);
	assert_int_equal(f.result, 0);
	assert_int_equal(f.values.present, TEXT_BIT(TEXT_NAME) | PRESENT_ADDED);
	assert_span(f.values.text[TEXT_ID], "ann-lee");
	assert_span(f.values.text[TEXT_ORG], "");
	assert_int_equal(f.values.added, DAY_NONE);
	assert_int_equal(f.values.cadence.unit, 0);
	assert_int_equal(f.values.may_use_name, LEAVE_UNKNOWN);
	release(&f);
}

static void ids(void **state)
{
	static const struct {
		const char *text, *id;
		bool is_stream;
	} cases[] = {
		{"id,name\nann,Ann Lee\n", "ann", false},
		{"id,name\n,Ann Lee\n", "ann-lee", false},
		{"name\nZo\xC3\xAB Garc\xC3\xAD"
		 "a-Ruiz\n",
		 "zoe-garcia-ruiz", false},
		{"name\nMary O'Neil\n", "mary-o-neil", false},
		{"name\nS\xC3\xB8ren \xC3\x98.\n", "s\xC3\xB8ren-\xC3\xB8", false},
		{"name\n\xEA\xB9\x80\xEB\xAF\xBC\xEC\x88\x98\n",
		 "\xEA\xB9\x80\xEB\xAF\xBC\xEC\x88\x98", false},
		/* In NFC. */
		{"id,name\ne\xCC\x81va,x\n", "\xC3\xA9va", false},
		{"id\nann\n", "ann", true},
		{"name\nAnn Lee\n", "ann-lee", true},
		{"contact,date\nann,x\n", "ann", true},
		{"contact\n\"e\xCC\x81va\"\n", "\xC3\xA9va", true},
		/* The column contact counts only where there is neither of the others. */
		{"contact,name\nann,Bob Ray\n", "bob-ray", true},
		{"contact,id\nann,bob\n", "bob", true},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct fixture f;

		read_row(&f, cases[i].text, cases[i].is_stream);
		assert_int_equal(f.diags.count, 0);
		assert_int_equal(f.result, 0);
		assert_span(f.values.text[TEXT_ID], cases[i].id);
		release(&f);
	}
}

#define ID_FORM \
	"letters, numbers, '-', '_', '.', beginning with a letter or number, at most 180 bytes"

static void no_id_can_be_had(void **state)
{
	static const struct {
		const char *text;
		uint32_t column;
		const char *error;
		bool is_stream;
	} cases[] = {
		{"name,id\nAnn,a b\n", 5, "id: found 'a b', expected " ID_FORM, false},
		{"name,id\nAnn,-a\n", 5, "id: found '-a', expected " ID_FORM, false},
		{"id,name\n, !!! \n", 3,
		 "name: found '!!!', expected a letter or number to make an id of, or an id",
		 false},
		{"id,org,name\n,x\n", 3, "name: found '', expected a name", true},
		{"org,contact\nx,a/b\n", 3, "contact: found 'a/b', expected " ID_FORM, true},
		{"org,contact\nx,\n", 3, "contact: found '', expected an id", true},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct fixture f;

		read_row(&f, cases[i].text, cases[i].is_stream);
		assert_told(&f.diags, 0, DIAG_ERROR, 2, cases[i].column, cases[i].error);
		assert_int_equal(f.diags.count, 1);
		assert_int_equal(f.result, -1);
		release(&f);
	}
}

static void bad_values(void **state)
{
	struct fixture f;

	(void)state;
	read_row(&f, "id,name,added,cadence,may_use_name\nann,,2026-02-30,3x,perhaps\n", false);
	assert_int_equal(f.result, 0);
	assert_true(f.values.left_out);
	assert_span(f.values.text[TEXT_ID], "ann");
	assert_int_equal(f.diags.count, 4);
	assert_told(&f.diags, 0, DIAG_ERROR, 2, 5, "name: found '', expected a name");
	assert_told(&f.diags, 1, DIAG_ERROR, 2, 6,
		    "added: found '2026-02-30', expected a date, YYYY-MM-DD");
	assert_told(&f.diags, 2, DIAG_ERROR, 2, 17,
		    "cadence: found '3x', expected a duration such as 3d, 3bd, 2w, 3m or 1y, or 'none'");
	assert_told(&f.diags, 3, DIAG_ERROR, 2, 20,
		    "may_use_name: found 'perhaps', expected 'yes', 'no' or nothing");
	release(&f);
	/* Rows of a stream need no name. */
	read_row(&f, "id,name\nann,\n", true);
	assert_false(f.values.left_out);
	release(&f);
}

static void words_in_any_case(void **state)
{
	struct fixture f;

	(void)state;
	read_row(&f, "name,cadence,may_use_name\nAnn,None,NO\n", false);
	assert_int_equal(f.diags.count, 0);
	assert_int_equal(f.values.cadence.unit, '-');
	assert_int_equal(f.values.may_use_name, LEAVE_NO);
	release(&f);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(reads_every_column),
		cmocka_unit_test(what_is_not_there),
		cmocka_unit_test(ids),
		cmocka_unit_test(no_id_can_be_had),
		cmocka_unit_test(bad_values),
		cmocka_unit_test(words_in_any_case),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
