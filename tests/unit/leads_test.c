/* Leads: their ids, columns and namings, the order in which they are found, and the cost of many.
 */
#include "tests/unit/help.h"

#include "src/leads.h"

struct fixture {
	struct network network;
	struct leads leads;
	struct diags diags;
};

static void put(struct fixture *f, const char *id, const char *name, const char *email)
{
	struct contact_values values = {.added = DAY_NONE};
	uint32_t contact;

	values.text[TEXT_ID] = span_str(id);
	values.text[TEXT_NAME] = span_str(name);
	values.text[TEXT_EMAIL] = span_str(email);
	contact = network_put(&f->network, &values, 0, 1);
	f->network.contacts[contact].selected = true;
}

static void start(struct fixture *f)
{
	*f = (struct fixture){0};
	network_init(&f->network, TEXT_BIT(TEXT_ORG) | TEXT_BIT(TEXT_EMAIL));
	put(f, "ann", "Ann Lee", "");
	put(f, "bob", "Bob Ray", "bob@x.org");
}

/* A note by those whose ids stand in who, separated by spaces. */
static struct note *add_note(struct fixture *f, const char *path, int32_t date, const char *who,
			     uint32_t room)
{
	struct note note = {
		.path = span_str(path), .shown = span_str(path), .date = date, .contact_line = 2};
	struct span rest = span_str(who), id;

	note.ids = arena_array(&f->network.arena, 4, sizeof(*note.ids));
	while (span_cut(&rest, ' ', &id))
		note.ids[note.contact_count++] = id;
	note.referrals = arena_array(&f->network.arena, room, sizeof(*note.referrals));
	network_add_note(&f->network, &note);
	return &f->network.notes[f->network.note_count - 1];
}

static struct referral *add_referral(struct note *note, const char *name)
{
	struct referral *referral = &note->referrals[note->referral_count++];

	referral->name = span_str(name);
	referral->line = 4 + note->referral_count;
	return referral;
}

static void find(struct fixture *f)
{
	network_join(&f->network, &f->diags);
	leads_find(&f->leads, &f->network, &f->diags);
}

static void release(struct fixture *f)
{
	leads_release(&f->leads);
	network_release(&f->network);
	diags_release(&f->diags);
}

/* The ids of all, each followed by a space. */
static void assert_ids(const struct fixture *f, const char *expected)
{
	struct buf text = BUF_INIT;

	for (size_t i = 0; i < f->leads.count; i++) {
		buf_add_span(&text, f->leads.list[i].id);
		buf_add_char(&text, ' ');
	}
	assert_span(buf_span(&text), expected);
	buf_release(&text);
}

static void in_the_order_of_dates_then_files(void **state)
{
	struct fixture f;
	struct note *note;

	(void)state;
	start(&f);
	note = add_note(&f, "a.md", 20, "ann", 2);
	add_referral(note, "Third");
	add_referral(note, "Fourth");
	add_referral(add_note(&f, "b.md", 10, "ann", 1), "First");
	add_referral(add_note(&f, "c.md", 10, "ann", 1), "Second");
	add_referral(add_note(&f, "d.md", 5, "ann", 1), "Skipped")->skip = true;
	find(&f);
	assert_ids(&f, "first second third fourth ");
	assert_int_equal(f.diags.count, 0);
	assert_int_equal(f.leads.list[2].added, 20);
	release(&f);
}

static void columns_are_filled_once(void **state)
{
	struct fixture f;
	struct note *note;
	struct referral *referral;
	const struct lead *lead;

	(void)state;
	start(&f);
	note = add_note(&f, "a.md", 1, "bob ann", 1);
	referral = add_referral(note, "Rosa Quispe");
	referral->title = SPAN("nurse");
	note = add_note(&f, "b.md", 2, "cy", 1);
	referral = add_referral(note, "rosa quispe");
	referral->title = SPAN("doctor");
	referral->org = SPAN("Acme");
	referral->email = SPAN("r@a.org");
	referral->may_use_name = LEAVE_YES;
	note = add_note(&f, "c.md", 3, "ann bob", 2);
	referral = add_referral(note, "R. Q.");
	referral->email = SPAN("x@y.org;R@A.org");
	referral->phone = SPAN("12");
	referral->note = SPAN("kind");
	referral->may_use_name = LEAVE_NO;
	find(&f);
	assert_ids(&f, "rosa-quispe ");
	lead = &f.leads.list[0];
	assert_span(lead->name, "Rosa Quispe");
	assert_span(lead->title, "nurse");
	assert_span(lead->org, "Acme");
	assert_span(lead->email, "r@a.org");
	assert_span(lead->phone, "12");
	assert_span(lead->note, "kind");
	/* The first of the panel; cy has no say in the use of bob's name. */
	assert_span(lead->referred_by, "bob");
	assert_int_equal(lead->may_use_name, LEAVE_NO);
	assert_int_equal(lead->naming_count, 3);
	assert_int_equal(lead->namesake, CONTACT_NONE);
	release(&f);
}

static void contacts_are_no_leads(void **state)
{
	struct fixture f;
	struct note *note;

	(void)state;
	start(&f);
	note = add_note(&f, "a.md", 1, "ann", 4);
	add_referral(note, "Somebody")->id = SPAN("bob");
	add_referral(note, "Somebody")->email = SPAN("BOB@x.org");
	add_referral(note, "bob ray");
	add_referral(note, "Bob Ray")->email = SPAN("other@x.org");
	find(&f);
	/* The last has only different emails, and tells of the namesake. */
	assert_ids(&f, "bob-ray ");
	assert_int_equal(f.leads.list[0].namesake, 1);
	release(&f);
}

static void ids_that_are_taken(void **state)
{
	char longest[181], cut[181];
	struct fixture f;
	struct note *note;

	(void)state;
	memset(longest, 'x', 180);
	longest[180] = '\0';
	start(&f);
	put(&f, "sam", "Nobody", "");
	put(&f, "sam-3", "Nobody Else", "");
	put(&f, longest, "Long", "");
	note = add_note(&f, "a.md", 1, "ann", 5);
	add_referral(note, "Sam")->org = SPAN("A");
	add_referral(note, "Sam")->org = SPAN("B");
	add_referral(note, "Sam 2");
	add_referral(note, longest);
	add_referral(note, "Sam")->org = SPAN("C");
	find(&f);
	assert_int_equal(f.leads.count, 5);
	assert_span(f.leads.list[0].id, "sam-2");
	assert_span(f.leads.list[1].id, "sam-4");
	assert_span(f.leads.list[2].id, "sam-2-2");
	memcpy(cut, longest, sizeof(cut));
	memcpy(cut + 178, "-2", 2);
	assert_span(f.leads.list[3].id, cut);
	assert_span(f.leads.list[4].id, "sam-5");
	release(&f);
}

static void two_fit(void **state)
{
	struct fixture f;
	struct note *note;

	(void)state;
	start(&f);
	put(&f, "r1", "Rosa Quispe", "");
	put(&f, "r2", "Rosa Quispe", "");
	note = add_note(&f, "a.md", 1, "ann", 4);
	add_referral(note, "rosa quispe");
	add_referral(note, "Sam")->org = SPAN("A");
	add_referral(note, "Sam")->org = SPAN("B");
	add_referral(note, "Sam");
	find(&f);
	assert_ids(&f, "rosa-quispe sam sam-2 sam-3 ");
	assert_int_equal(f.leads.list[0].namesake, 2);
	assert_int_equal(f.diags.count, 2);
	assert_told(&f.diags, 0, DIAG_WARNING, 5, f.diags.list[0].column,
		    "'rosa quispe' may be 'r1' or 'r2': give the referral an id");
	assert_told(&f.diags, 1, DIAG_WARNING, 8, f.diags.list[1].column,
		    "'Sam' may be 'sam' or 'sam-2': give the referral an id");
	release(&f);
}

static void who_named_them(void **state)
{
	struct fixture f;
	struct note *note;
	const struct lead *lead;

	(void)state;
	start(&f);
	put(&f, "eve", "Eve", "");
	f.network.contacts[0].selected = false;
	note = add_note(&f, "a.md", 1, "ann", 2);
	add_referral(note, "Rosa");
	add_referral(note, "Sam");
	note = add_note(&f, "b.md", 2, "ann nobody", 2);
	add_referral(note, "Tom");
	add_referral(note, "Rosa");
	note = add_note(&f, "c.md", 3, "ann eve", 2);
	add_referral(note, "Uma")->skip = true;
	add_referral(note, "Rosa");
	find(&f);
	assert_ids(&f, "rosa sam tom ");
	lead = &f.leads.list[0];
	assert_true(lead->selected);
	assert_int_equal(lead->naming_count, 3);
	for (uint32_t i = 0; i < 3; i++)
		assert_int_equal(f.leads.namings[lead->first_naming + i].note, i);
	assert_int_equal(f.leads.namings[lead->first_naming + 2].referral, 1);
	assert_false(f.leads.list[1].selected);
	assert_false(f.leads.list[2].selected);
	release(&f);
}

/* ---- many leads of one name, who differ in their organisation or email: with a step that takes
 * the square of their number this would be a test of minutes ---- */

static void find_many(uint32_t count, bool emails)
{
	struct fixture f;
	struct note *note;

	start(&f);
	note = add_note(&f, "a.md", 1, "ann", count);
	for (uint32_t i = 0; i < count; i++) {
		struct buf text = BUF_INIT;
		struct referral *referral = add_referral(note, "Rosa Quispe");
		struct span made;

		buf_add_format(&text, "%u@x", i);
		made = arena_copy(&f.network.arena, buf_span(&text));
		*(emails ? &referral->email : &referral->org) = made;
		buf_release(&text);
	}
	find(&f);
	assert_int_equal(f.leads.count, count);
	release(&f);
}

static void many_of_one_name(void **state)
{
	(void)state;
	find_many(50000, false);
}

static void many_of_one_name_with_emails(void **state)
{
	(void)state;
	find_many(50000, true);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(in_the_order_of_dates_then_files),
		cmocka_unit_test(columns_are_filled_once),
		cmocka_unit_test(contacts_are_no_leads),
		cmocka_unit_test(ids_that_are_taken),
		cmocka_unit_test(two_fit),
		cmocka_unit_test(who_named_them),
		cmocka_unit_test(many_of_one_name),
		cmocka_unit_test(many_of_one_name_with_emails),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
