/*
 * What is due, as a whole, on random networks: the order, the options as filters of all rows, the
 * selection, and the law. The rules themselves are tested on files (tests/ni-due-rules.t and
 * tests/due-random.t).
 */
#include "tests/unit/help.h"

#include "src/due.h"
#include "src/standing.h"

enum { PEOPLE = 5, TODAY = 20000, ROUNDS = 4000 };

static const char *const ids[] = {"ann", "bob", "c", "\xC3\xA9va", "dee", "nobody"};
static const char *const files[] = {"notes/a.md", "notes/Z.md", "notes/b.md", "notes/a/b.md"};

struct fixture {
	struct network network;
	struct leads leads;
	struct diags diags;
};

static int32_t random_day(uint64_t *chance)
{
	return TODAY - 120 + (int32_t)chance_below(chance, 140);
}

static void add_contacts(struct network *network, uint64_t *chance)
{
	uint32_t file = network_file(network, SPAN("contacts.csv"));

	for (uint32_t i = 0; i < PEOPLE; i++) {
		struct contact_values values = {.added = DAY_NONE};

		values.text[TEXT_ID] = values.text[TEXT_NAME] = span_str(ids[i]);
		values.text[TEXT_ORG] = chance_one_in(chance, 2) ? SPAN("Acme") : SPAN_NONE;
		if (chance_one_in(chance, 2))
			values.text[TEXT_REFERRED_BY] =
				span_str(ids[chance_below(chance, PEOPLE + 1)]);
		if (chance_one_in(chance, 2))
			values.added = random_day(chance);
		if (chance_one_in(chance, 3))
			values.cadence = (struct duration){1, "-dwm"[chance_below(chance, 4)]};
		values.may_use_name = (enum leave)chance_below(chance, 3);
		network_put(network, &values, file, 2 + i);
		network->contacts[i].selected = true;
	}
}

static void add_events(struct network *network, uint64_t *chance)
{
	network->log_file = network_file(network, SPAN("log.csv"));
	for (uint32_t i = 0, n = chance_below(chance, 25); i < n; i++) {
		struct event event = {
			.day = random_day(chance),
			.until = DAY_NONE,
			.contact = chance_below(chance, PEOPLE),
			.kind = chance_below(chance, EVENT_KINDS) & 0xff,
			.line = 2 + i,
			.cells = i,
			.note = "x",
			.note_length = chance_below(chance, 2) & 1,
		};

		if (event.kind == EVENT_DEFERRED)
			event.until = random_day(chance) + 20;
		network_add_event(network, &event);
	}
}

static void add_tasks(struct network *network, struct note *note, uint64_t *chance)
{
	note->body.task_count = chance_below(chance, 3);
	note->body.tasks = arena_array(&network->arena, 3, sizeof(*note->body.tasks));
	for (uint32_t i = 0; i < note->body.task_count; i++)
		note->body.tasks[i] = (struct task){
			.text = SPAN("do it"),
			.due = chance_one_in(chance, 2) ? random_day(chance) : DAY_NONE,
			.completed = chance_one_in(chance, 2) ? random_day(chance) : DAY_NONE,
			.line = 10 + i,
			.done = chance_one_in(chance, 2),
			.advice = chance_one_in(chance, 2),
			.promised = chance_one_in(chance, 4),
		};
}

static void add_notes(struct network *network, uint64_t *chance)
{
	for (uint32_t i = 0; i < COUNT(files); i++) {
		struct note note = {.path = span_str(files[i]),
				    .shown = span_str(files[i]),
				    .date_line = 3,
				    .contact_line = 2,
				    .date = random_day(chance)};
		uint32_t first = chance_below(chance, PEOPLE);

		if (chance_one_in(chance, 3))
			continue;
		note.contact_count = 1 + chance_below(chance, 2);
		note.ids = arena_array(&network->arena, 2, sizeof(*note.ids));
		note.ids[0] = span_str(ids[first]);
		note.ids[1] = span_str(ids[first + 1]);
		note.outcome = (enum outcome)chance_below(chance, 5);
		note.thanked = (enum thanked)chance_below(chance, 3);
		note.rating = chance_below(chance, 3);
		note.referrals = arena_array(&network->arena, 1, sizeof(*note.referrals));
		note.referral_count = chance_below(chance, 2);
		note.referrals[0].name = chance_one_in(chance, 2) ? SPAN("Rosa") : SPAN("ann");
		note.referrals[0].line = 5;
		add_tasks(network, &note, chance);
		network_add_note(network, &note);
	}
}

static void make(struct fixture *f, uint64_t *chance)
{
	*f = (struct fixture){0};
	network_init(&f->network, TEXT_BIT(TEXT_ORG) | TEXT_BIT(TEXT_EMAIL) | TEXT_BIT(TEXT_FIELD));
	add_contacts(&f->network, chance);
	add_events(&f->network, chance);
	add_notes(&f->network, chance);
	network_join(&f->network, &f->diags);
	leads_find(&f->leads, &f->network, &f->diags);
}

static void release(struct fixture *f)
{
	leads_release(&f->leads);
	network_release(&f->network);
	diags_release(&f->diags);
}

/* "The order is due, rank, id (by bytes), anchor (file by bytes, then line as a number)"; "Rows
 * without a due date come last." */
static bool in_order(const struct due *due, const struct action *a, const struct action *b)
{
	int64_t x = a->due == DAY_NONE ? INT64_MAX : a->due,
		y = b->due == DAY_NONE ? INT64_MAX : b->due;
	int order;

	if (x != y)
		return x < y;
	if (a->kind != b->kind)
		return a->kind < b->kind;
	order = span_cmp(a->id, b->id);
	if (order == 0)
		order = span_cmp(due->files[a->file], due->files[b->file]);
	return order != 0 ? order < 0 : a->line <= b->line;
}

static void check_order(struct due *due)
{
	struct buf reason = BUF_INIT;

	for (size_t i = 0; i < due->count; i++) {
		const struct action *action = due->sorted[i];
		struct span expected =
			action->kind == ACTION_ADD_LEAD
				? due->leads->list[action->contact].id
				: network_text(due->network, action->contact, TEXT_ID);

		assert_true(span_eq(action->id, expected));
		assert_true(i == 0 || in_order(due, due->sorted[i - 1], action));
		/* Every row says why. */
		buf_clear(&reason);
		due_reason(due, action, &reason);
		assert_true(reason.n > 0);
	}
	buf_release(&reason);
}

/* "A row is shown when it is *shown from* T or earlier, or when its due date is at most T +
 * --within". */
static bool is_wanted(const struct action *action, const struct due_options *options)
{
	int32_t horizon = date_add(options->today, options->within);

	if (!(options->kinds & ACTION_BIT(action->kind)))
		return false;
	return options->all || action->shown <= options->today ||
	       (action->due != DAY_NONE && action->due <= horizon);
}

/* With the options there are just those of all rows that they let through, as they were. */
static void check_options(const struct fixture *f, const struct due *all, uint64_t *chance)
{
	struct due_options options = {
		.today = TODAY,
		.within = {(uint16_t)chance_below(chance, 40), 'd'},
		.all = chance_one_in(chance, 4),
		.kinds = chance_one_in(chance, 2) ? UINT32_MAX
						  : chance_below(chance, 1u << ACTION_END),
	};
	struct due due;
	size_t k = 0;

	due_compute(&due, &f->network, &f->leads, &options);
	for (size_t i = 0; i < all->count; i++) {
		if (!is_wanted(all->sorted[i], &options))
			continue;
		assert_true(k < due.count);
		assert_int_equal(due.sorted[k]->kind, all->sorted[i]->kind);
		assert_int_equal(due.sorted[k]->due, all->sorted[i]->due);
		assert_int_equal(due.sorted[k]->line, all->sorted[i]->line);
		assert_true(span_eq(due.sorted[k++]->id, all->sorted[i]->id));
	}
	assert_int_equal(k, due.count);
	due_release(&due);
}

/* "only they get rows in the output"; "The other contacts stay known" */
static void check_selection(struct fixture *f, const struct due *all, uint64_t *chance)
{
	struct due_options options = {.today = TODAY, .all = true, .kinds = UINT32_MAX};
	struct due due;
	size_t k = 0;

	for (uint32_t i = 0; i < PEOPLE; i++)
		f->network.contacts[i].selected = chance_one_in(chance, 2);
	due_compute(&due, &f->network, &f->leads, &options);
	for (size_t i = 0; i < all->count; i++) {
		const struct action *action = all->sorted[i];

		if (action->kind != ACTION_ADD_LEAD &&
		    !f->network.contacts[action->contact].selected)
			continue;
		assert_true(k < due.count);
		assert_int_equal(due.sorted[k]->kind, action->kind);
		assert_int_equal(due.sorted[k]->due, action->due);
		assert_true(span_eq(due.sorted[k++]->id, action->id));
	}
	assert_int_equal(k, due.count);
	due_release(&due);
}

/* "a contact that is not closed and has not declined, and whose cadence is not `none`, always has a
 * row" */
static void check_law(const struct due *all)
{
	for (uint32_t c = 0; c < PEOPLE; c++) {
		struct standing standing;
		size_t rows = 0;

		standing_find(&standing, all->network, c, TODAY);
		for (size_t i = 0; i < all->count; i++)
			rows += all->sorted[i]->kind != ACTION_ADD_LEAD &&
				all->sorted[i]->contact == c;
		if (!standing.closed && !standing.declined && standing.contact->cadence.unit != '-')
			assert_true(rows > 0);
		for (size_t i = 0; standing.closed && i < all->count; i++)
			assert_true(all->sorted[i]->contact != c ||
				    all->sorted[i]->kind == ACTION_ADD_LEAD ||
				    all->sorted[i]->kind == ACTION_MEET ||
				    all->sorted[i]->kind == ACTION_THANK ||
				    all->sorted[i]->kind == ACTION_WRITE_UP ||
				    all->sorted[i]->kind == ACTION_TASK);
	}
}

/* What has lapsed makes way for other rows, so that only rows of the four actions go. */
static void check_lapsed(const struct fixture *f, const struct due *all)
{
	struct due_options options = {
		.today = TODAY, .all = true, .lapsed = true, .kinds = UINT32_MAX};
	int32_t limit = date_subtract(TODAY, f->network.settings.lapse_after);
	uint32_t lapsing = ACTION_BIT(ACTION_THANK) | ACTION_BIT(ACTION_WRITE_UP) |
			   ACTION_BIT(ACTION_REPLY) | ACTION_BIT(ACTION_REPORT_BACK);
	size_t kept = 0, there = 0;
	struct due due;

	due_compute(&due, &f->network, &f->leads, &options);
	for (size_t i = 0; i < due.count; i++)
		kept += (ACTION_BIT(due.sorted[i]->kind) & lapsing) && due.sorted[i]->due >= limit;
	for (size_t i = 0; i < all->count; i++) {
		if (!(ACTION_BIT(all->sorted[i]->kind) & lapsing))
			continue;
		there++;
		assert_true(all->sorted[i]->due >= limit);
	}
	assert_int_equal(kept, there);
	due_release(&due);
}

static void random_networks(void **state)
{
	uint32_t seen = 0;
	uint64_t chance = 8;

	(void)state;
	for (int round = 0; round < ROUNDS; round++) {
		struct due_options options = {.today = TODAY, .all = true, .kinds = UINT32_MAX};
		struct fixture f;
		struct due all;

		make(&f, &chance);
		due_compute(&all, &f.network, &f.leads, &options);
		for (size_t i = 0; i < all.count; i++)
			seen |= ACTION_BIT(all.sorted[i]->kind);
		check_order(&all);
		check_law(&all);
		check_lapsed(&f, &all);
		check_options(&f, &all, &chance);
		check_selection(&f, &all, &chance);
		due_release(&all);
		release(&f);
	}
	/* Every action came up. */
	assert_int_equal(seen, ACTION_BIT(ACTION_END) - ACTION_BIT(ACTION_MEET));
}

static void names(void **state)
{
	(void)state;
	for (int kind = ACTION_MEET; kind < ACTION_END; kind++)
		assert_int_equal(action_parse(span_str(action_name((enum action_kind)kind))), kind);
	assert_int_equal(action_parse(SPAN("")), 0);
	assert_int_equal(action_parse(SPAN("Meet")), 0);
	assert_int_equal(action_parse(SPAN("thank-you")), 0);
	/* In the order of rank. */
	assert_string_equal(action_name(ACTION_MEET), "meet");
	assert_string_equal(action_name((enum action_kind)10), "add-lead");
	assert_string_equal(action_name((enum action_kind)14), "resume");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(names),
		cmocka_unit_test(random_networks),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
