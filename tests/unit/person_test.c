/* Whom a name or an id given by hand means. */
#include "tests/unit/help.h"

#include "src/person.h"

static const char *const people[][3] = {
	{"jane-doe", "Jane Doe", "City Library"},
	{"jane-roe", "Jane Roe", ""},
	{"ann", "Annika Berg", "Acme"},
	{"jo", "Joanna Lind", "Globex"},
	{"mary-o-neil", "Mary O'Neil", ""},
	{"doe-jane", "Doe, Jane", ""},
	{"\xE6\xA3\xAE-\xE5\x81\xA5", "\xE6\xA3\xAE \xE5\x81\xA5", ""},
	{"zoe-garcia-ruiz",
	 "Zo\xC3\xAB Garc\xC3\xAD"
	 "a-Ruiz",
	 ""},
	{"twin", "Lee Twin", "A"},
	{"twin2", "lee  twin!", "B"},
};

static void put(struct network *network, const char *id, const char *name, const char *org,
		bool listed)
{
	struct contact_values values = {.present = TEXT_BIT(TEXT_ORG)};
	uint32_t contact;

	values.text[TEXT_ID] = span_str(id);
	values.text[TEXT_NAME] = span_str(name);
	values.text[TEXT_ORG] = span_str(org);
	contact = network_put(network, &values, 0, 2);
	network->contacts[contact].listed = listed;
}

static void fill(struct network *network)
{
	network_init(network, TEXT_BIT(TEXT_ORG));
	for (size_t i = 0; i < COUNT(people); i++)
		put(network, people[i][0], people[i][1], people[i][2], true);
	put(network, "guest", "Guest Only", "", false);
}

/* said fits these, by id, joined by blanks. */
static void fits(const struct network *network, const char *said, const char *expected)
{
	struct arena arena = {0};
	struct buf ids = BUF_INIT;
	struct people found;

	person_find(network, span_str(said), &arena, &found);
	for (size_t i = 0; i < found.count; i++) {
		if (i > 0)
			buf_add_char(&ids, ' ');
		buf_add_span(&ids, network_text(network, found.list[i], TEXT_ID));
	}
	assert_span(buf_span(&ids), expected);
	assert_true((found.list == NULL) == (found.count == 0));
	buf_release(&ids);
	arena_release(&arena);
}

static void closest_first(void **state)
{
	struct network network;

	(void)state;
	fill(&network);
	fits(&network, "jane-doe", "jane-doe");
	fits(&network, "JANE-DOE", "jane-doe");
	fits(&network, "Jane Doe", "jane-doe");
	fits(&network, "Doe, Jane", "doe-jane");
	fits(&network, "ann", "ann"); /* an id, though a part of Joanna too */
	fits(&network, "ANN", "ann");
	fits(&network, "jo", "jo");
	fits(&network, "zoe garcia-ruiz", "zoe-garcia-ruiz");
	fits(&network, "O'Neil", "mary-o-neil");
	fits(&network, "\xE5\x81\xA5", "\xE6\xA3\xAE-\xE5\x81\xA5");
	network_release(&network);
}

static void parts(void **state)
{
	struct network network;

	(void)state;
	fill(&network);
	fits(&network, "anna", "jo");
	fits(&network, "Jane", "jane-doe jane-roe doe-jane");
	fits(&network, "jane d", "jane-doe");
	fits(&network, "  roe ", "jane-roe");
	fits(&network, "lee twin", "twin twin2");
	fits(&network, "twin", "twin");
	fits(&network, "RUIZ", "zoe-garcia-ruiz");
	network_release(&network);
}

static void nobody(void **state)
{
	struct network network;

	(void)state;
	fill(&network);
	fits(&network, "", "");
	fits(&network, " ", "");
	fits(&network, "?!", "");
	fits(&network, "nobody at all", "");
	fits(&network, "Jane Doe of the City Library in Springfield", "");
	fits(&network, "guest", ""); /* a row that was given is no contact yet */
	fits(&network, "Guest Only", "");
	network_release(&network);
}

static void told(void **state)
{
	struct network network;
	struct diags diags = {0};

	(void)state;
	fill(&network);
	assert_int_equal(person_one(&network, SPAN("jane roe"), &diags), 1);
	assert_int_equal(diags.count, 0);
	assert_int_equal(person_one(&network, SPAN("jane"), &diags), CONTACT_NONE);
	assert_int_equal(diags.count, 4);
	assert_told(&diags, 0, DIAG_ERROR, 0, 0, "'jane' fits 3 contacts; say which by the id");
	assert_told(&diags, 1, DIAG_ERROR, 0, 0, "  jane-doe: Jane Doe, City Library");
	assert_told(&diags, 2, DIAG_ERROR, 0, 0, "  jane-roe: Jane Roe");
	assert_told(&diags, 3, DIAG_ERROR, 0, 0, "  doe-jane: Doe, Jane");
	assert_int_equal(person_one(&network, SPAN("jaen-doe"), &diags), CONTACT_NONE);
	assert_told(&diags, 4, DIAG_ERROR, 0, 0, "no contact 'jaen-doe'; did you mean 'jane-doe'?");
	assert_int_equal(person_one(&network, SPAN("Nobody"), &diags), CONTACT_NONE);
	assert_told(
		&diags, 5, DIAG_ERROR, 0, 0,
		"no contact 'Nobody'; a line in contacts.csv adds one, or ni-refer --add those who were "
		"named in notes");
	assert_int_equal(diags.count, 6);
	diags_release(&diags);
	network_release(&network);
}

/* Contacts and leads alike; here also a contact who only was given. */
static void leads_too(void **state)
{
	struct network network;
	struct diags diags = {0};
	struct lead lead[] = {
		{.id = SPAN("jane-poe"), .name = SPAN("Jane Poe"), .org = SPAN("Initech")},
		{.id = SPAN("anders"), .name = SPAN("Guest Two")}};
	struct leads leads = {.list = lead, .count = COUNT(lead)};
	uint32_t first = COUNT(people) + 1;

	(void)state;
	fill(&network);
	assert_int_equal(person_or_lead(&network, &leads, SPAN("jane-poe"), &diags), first);
	assert_int_equal(person_or_lead(&network, &leads, SPAN("JANE  poe"), &diags), first);
	assert_int_equal(person_or_lead(&network, &leads, SPAN("two"), &diags), first + 1);
	assert_int_equal(person_or_lead(&network, &leads, SPAN("anders"), &diags), first + 1);
	assert_int_equal(person_or_lead(&network, &leads, SPAN("ann"), &diags), 2);
	assert_int_equal(person_or_lead(&network, &leads, SPAN("guest only"), &diags), first - 1);
	assert_int_equal(person_or_lead(&network, &leads, SPAN("nobody"), &diags), CONTACT_NONE);
	assert_int_equal(person_or_lead(&network, &leads, SPAN(""), &diags), CONTACT_NONE);
	assert_int_equal(diags.count, 0);
	assert_int_equal(person_or_lead(&network, &leads, SPAN("oe"), &diags), CONTACT_NONE);
	assert_int_equal(diags.count, 6);
	assert_told(&diags, 0, DIAG_ERROR, 0, 0,
		    "'oe' fits 5 contacts or leads; say which by the id");
	assert_told(&diags, 1, DIAG_ERROR, 0, 0, "  jane-doe: Jane Doe, City Library");
	assert_told(&diags, 5, DIAG_ERROR, 0, 0, "  jane-poe: Jane Poe, Initech (a lead)");
	diags_release(&diags);
	network_release(&network);
}

static void suggests(const struct network *network, const struct leads *leads, const char *said,
		     const char *expected)
{
	struct arena arena = {0};

	assert_span(person_suggest(network, leads, span_str(said), &arena), expected);
	arena_release(&arena);
}

static void suggested(void **state)
{
	struct lead lead[] = {{.id = SPAN("olga-brandt"), .name = SPAN("Olga Brandt")}};
	struct leads leads = {.list = lead, .count = COUNT(lead)};
	struct network network;

	(void)state;
	fill(&network);
	suggests(&network, NULL, "jaen-doe", "jane-doe"); /* an id, a name, case aside */
	suggests(&network, NULL, "JAEN DOE", "jane-doe");
	suggests(&network, NULL, "Anika Berg", "ann");
	suggests(&network, NULL, "jp", "jo");
	suggests(&network, NULL, "Joanna Lind", "jo"); /* to whoever takes ids alone */
	suggests(&network, NULL, "anika", "ann");      /* a word of the name */
	suggests(&network, NULL, "Garcai-Ruiz", "zoe-garcia-ruiz");
	suggests(&network, NULL, "lidn", "jo");
	suggests(&network, NULL, "lo", "jo");
	suggests(&network, NULL, "jaen", "jane-doe"); /* the first of several */
	suggests(&network, NULL, "qnnika", "ann");
	suggests(&network, NULL, "", "");
	suggests(&network, NULL, "?!", "");
	suggests(&network, NULL, "nobody", "");
	suggests(&network, NULL, "guets", ""); /* a row that was given is no contact yet */
	suggests(&network, NULL, "oglar", "");
	suggests(&network, &leads, "guets", "guest"); /* among leads all count */
	suggests(&network, &leads, "olga-brant", "olga-brandt");
	suggests(&network, &leads, "oglar", "olga-brandt"); /* two slips */
	suggests(&network, &leads, "glga-brat", "");        /* but not from the first letter on */
	suggests(&network, &leads, "olxx", "");             /* nor in a short word */
	suggests(&network, NULL, "joanxx", "jo");
	put(&network, "jon", "Joanne Ash", "", true);
	suggests(&network, NULL, "joanxx", ""); /* nor where two are meant as likely */
	network_release(&network);
}

static void many(void **state)
{
	struct network network;
	struct diags diags = {0};
	struct arena arena = {0};

	(void)state;
	network_init(&network, 0);
	for (int i = 0; i < 25; i++) {
		struct buf id = BUF_INIT;

		buf_add_format(&id, "same%d", i);
		put(&network, arena_string(&arena, buf_span(&id)), "Same Name", "", true);
		buf_release(&id);
	}
	assert_int_equal(person_one(&network, SPAN("same name"), &diags), CONTACT_NONE);
	assert_int_equal(diags.count, 22);
	assert_told(&diags, 1, DIAG_ERROR, 0, 0, "  same0: Same Name");
	assert_told(&diags, 21, DIAG_ERROR, 0, 0, "  and 5 more");
	diags_release(&diags);
	network_release(&network);
	arena_release(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(closest_first), cmocka_unit_test(parts),
		cmocka_unit_test(nobody),        cmocka_unit_test(told),
		cmocka_unit_test(suggested),     cmocka_unit_test(leads_too),
		cmocka_unit_test(many),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
