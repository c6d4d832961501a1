/* The referral graph of small networks made by hand; the forms that show it are tested on files
 * (tests/ni-refer.t, tests/refer-random.t). */
#include "tests/unit/help.h"

#include "src/graph_circle.h"
#include "src/graph_path.h"
#include "src/graph_tree.h"

enum { TODAY = 100, LINK = 100000 };

struct fixture {
	struct network network;
	struct leads leads;
	struct graph graph;
	struct diags diags;
};

static void start(struct fixture *f)
{
	*f = (struct fixture){0};
	network_init(&f->network, TEXT_BIT(TEXT_ORG) | TEXT_BIT(TEXT_EMAIL));
	(void)network_file(&f->network, SPAN("contacts.csv"));
}

/* Referred by somebody, or by nobody: "". Their row's line is their number and 2. */
static struct contact *put(struct fixture *f, const char *id, const char *by)
{
	uint32_t line = 2 + (uint32_t)f->network.contact_count, number;
	struct contact_values values = {.added = DAY_NONE};

	values.text[TEXT_ID] = values.text[TEXT_NAME] = span_str(id);
	values.text[TEXT_REFERRED_BY] = span_str(by);
	number = network_put(&f->network, &values, 0, line);
	f->network.contacts[number].selected = true;
	return &f->network.contacts[number];
}

/* A note of those whose ids stand in who, separated by spaces, in which they named somebody. */
static void name(struct fixture *f, int32_t date, const char *who, const char *whom,
		 enum leave leave)
{
	struct span shown = SPAN("notes/n.md"), rest = span_str(who), id;
	struct note note = {.path = shown, .shown = shown, .date = date, .contact_line = 2};

	note.file = network_file(&f->network, shown);
	note.outcome = OUTCOME_CANCELLED; /* so that nobody was met */
	note.ids = arena_array(&f->network.arena, 8, sizeof(*note.ids));
	while (span_cut(&rest, ' ', &id))
		note.ids[note.contact_count++] = id;
	note.referrals = arena_array(&f->network.arena, 1, sizeof(*note.referrals));
	note.referrals[note.referral_count++] = (struct referral){
		.name = span_str(whom), .line = (uint32_t)date, .may_use_name = leave};
	network_add_note(&f->network, &note);
}

static void log_event(struct fixture *f, uint32_t who, int32_t day, enum event_kind kind)
{
	struct event event = {.contact = who,
			      .day = day,
			      .until = DAY_NONE,
			      .kind = (uint8_t)kind,
			      .line = 2 + (uint32_t)f->network.event_count};

	network_add_event(&f->network, &event);
}

static void build(struct fixture *f)
{
	network_join(&f->network, &f->diags);
	leads_find(&f->leads, &f->network, &f->diags);
	graph_build(&f->graph, &f->network, &f->leads);
	graph_find_states(&f->graph, TODAY);
}

static void release(struct fixture *f)
{
	graph_release(&f->graph);
	leads_release(&f->leads);
	network_release(&f->network);
	diags_release(&f->diags);
}

static uint32_t node(const struct fixture *f, const char *id)
{
	uint32_t number = graph_find(&f->graph, span_str(id));

	assert_int_not_equal(number, GRAPH_NONE);
	return number;
}

/* The edge between two, which there has to be, among those that leave and those that arrive. */
static const struct graph_edge *edge(const struct fixture *f, const char *from, const char *to)
{
	const struct graph_node *out = &f->graph.nodes[node(f, from)];
	const struct graph_node *in = &f->graph.nodes[node(f, to)];
	const struct graph_edge *found = NULL;

	for (uint32_t i = 0; i < out->out_count; i++)
		if (f->graph.edges[out->first_out + i].to == node(f, to))
			found = &f->graph.edges[out->first_out + i];
	assert_non_null(found);
	for (uint32_t i = 0; i < in->in_count; i++)
		if (&f->graph.edges[f->graph.in[in->first_in + i]] == found)
			return found;
	fail_msg("the edge from %s to %s does not arrive", from, to);
	return NULL;
}

static void assert_finder(const struct fixture *f, const char *id, const char *finder)
{
	uint32_t number = graph_finder(&f->graph, node(f, id));

	if (number == GRAPH_NONE)
		assert_string_equal(finder, "");
	else
		assert_span(graph_id(&f->graph, number), finder);
}

/* The tree in one line: each id as often indented as they stand deep; "*": a circle is cut there.
 */
static void assert_tree(const struct fixture *f, struct tree_of of, const char *expected)
{
	struct buf text = BUF_INIT;
	size_t count;
	struct tree_line *lines = graph_tree(&f->graph, &of, &count);

	for (size_t i = 0; i < count; i++) {
		for (uint32_t k = 0; k < lines[i].depth; k++)
			buf_add_char(&text, '>');
		buf_add_span(&text, graph_id(&f->graph, lines[i].node));
		buf_add_str(&text, lines[i].circle ? "* " : " ");
	}
	assert_span(buf_span(&text), expected);
	buf_release(&text);
	free(lines);
}

/* ---- edges ---- */

static void named_often_is_named_once(void **state)
{
	struct fixture f;

	(void)state;
	start(&f);
	put(&f, "ann", "");
	put(&f, "bob", "ann")->added = 3;
	name(&f, 9, "ann", "bob", LEAVE_UNKNOWN);
	name(&f, 5, "ann", "bob", LEAVE_UNKNOWN);
	build(&f);
	assert_int_equal(f.graph.edge_count, 1);
	assert_true(edge(&f, "ann", "bob")->noted);
	assert_int_equal(edge(&f, "ann", "bob")->date, 5);
	assert_int_equal(edge(&f, "ann", "bob")->line, 5);
	release(&f);
}

static void without_a_note_the_row_is_the_place(void **state)
{
	struct fixture f;

	(void)state;
	start(&f);
	put(&f, "ann", "");
	put(&f, "bob", "ann")->added = 3;
	put(&f, "cid", "ann");
	build(&f);
	assert_false(edge(&f, "ann", "bob")->noted);
	assert_int_equal(edge(&f, "ann", "bob")->date, 3);
	assert_int_equal(edge(&f, "ann", "bob")->line, 3);
	assert_int_equal(edge(&f, "ann", "cid")->date, DAY_NONE);
	release(&f);
}

/* Who finds themselves is found too: ni-due owes them what it owes to others. */
static void the_first_layer_is_referred_by(void **state)
{
	static const size_t from[] = {0, 0, 1, 2, 2};
	struct fixture f;

	(void)state;
	start(&f);
	put(&f, "ann", "");
	put(&f, "bob", "cid");
	put(&f, "cid", "cid");
	put(&f, "dan", "nobody");
	name(&f, 5, "ann", "dan", LEAVE_YES);
	build(&f);
	assert_int_equal(f.graph.found_count, 2);
	assert_int_equal(f.graph.found[0].who, 1);
	assert_int_equal(f.graph.found[0].by, 2);
	assert_int_equal(f.graph.found[1].who, 2);
	assert_int_equal(f.graph.found[1].by, 2);
	for (uint32_t i = 0; i < COUNT(from); i++)
		assert_int_equal(graph_found_from(&f.graph, i), from[i]);
	release(&f);
}

/* What the row says, what three notes say in turn, and what counts. */
static void leave_is_the_rows_then_the_first_that_says_anything(void **state)
{
	static const enum leave cases[][5] = {
		{LEAVE_NO, LEAVE_YES, LEAVE_YES, LEAVE_YES, LEAVE_NO},
		{LEAVE_YES, LEAVE_UNKNOWN, LEAVE_NO, LEAVE_UNKNOWN, LEAVE_YES},
		{LEAVE_UNKNOWN, LEAVE_UNKNOWN, LEAVE_NO, LEAVE_YES, LEAVE_NO},
		{LEAVE_UNKNOWN, LEAVE_YES, LEAVE_NO, LEAVE_NO, LEAVE_YES},
		{LEAVE_YES, LEAVE_UNKNOWN, LEAVE_UNKNOWN, LEAVE_UNKNOWN, LEAVE_YES},
		{LEAVE_UNKNOWN, LEAVE_UNKNOWN, LEAVE_UNKNOWN, LEAVE_UNKNOWN, LEAVE_UNKNOWN},
	};
	struct fixture f;

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		start(&f);
		put(&f, "ann", "");
		put(&f, "eve", "");
		put(&f, "bob", "ann")->may_use_name = cases[i][0] & 3;
		for (int32_t day = 3; day > 0; day--)
			name(&f, day, "ann", "bob", cases[i][day]);
		name(&f, 1, "eve", "bob", LEAVE_NO);
		build(&f);
		assert_int_equal(edge(&f, "ann", "bob")->leave, cases[i][4]);
		assert_int_equal(edge(&f, "eve", "bob")->leave, LEAVE_NO); /* the row is not hers */
		release(&f);
	}
}

static void nobody_names_themselves_and_nobody_is_no_node(void **state)
{
	struct fixture f;

	(void)state;
	start(&f);
	put(&f, "ann", "ann");
	put(&f, "bob", "gone");
	name(&f, 1, "ann", "ann", LEAVE_YES);
	name(&f, 2, "gone", "bob", LEAVE_YES);
	build(&f);
	assert_int_equal(f.graph.edge_count, 0);
	assert_finder(&f, "ann", "");
	assert_finder(&f, "bob", "");
	assert_true(path_is_direct(&f.graph, node(&f, "ann")));
	assert_true(path_is_direct(&f.graph, node(&f, "bob")));
	release(&f);
}

/* Whoever stands first in the order of the dates, and is a contact. */
static void a_lead_of_five(void **state)
{
	static const char *const namers[] = {"a", "b", "c", "d", "e"};
	struct fixture f;

	(void)state;
	start(&f);
	for (size_t i = 0; i < COUNT(namers); i++)
		put(&f, namers[i], "");
	for (size_t i = 0; i < COUNT(namers); i++)
		name(&f, 30 - (int32_t)i, namers[i], "zoe", i == 4 ? LEAVE_NO : LEAVE_YES);
	name(&f, 1, "gone", "zoe", LEAVE_YES);
	build(&f);
	assert_int_equal(f.leads.count, 1);
	assert_int_equal(f.graph.nodes[node(&f, "zoe")].in_count, 5);
	assert_finder(&f, "zoe", "e");
	assert_span(f.leads.list[0].referred_by, "e");
	assert_int_equal(f.leads.list[0].may_use_name, LEAVE_NO);
	assert_int_equal(f.leads.list[0].added, 1);
	assert_int_equal(f.graph.nodes[node(&f, "zoe")].state, GRAPH_LEAD);
	release(&f);
}

static void a_panel_names_together(void **state)
{
	struct fixture f;

	(void)state;
	start(&f);
	put(&f, "ann", "");
	put(&f, "bob", "");
	name(&f, 1, "gone bob ann", "zoe", LEAVE_YES);
	build(&f);
	assert_int_equal(f.graph.edge_count, 2);
	assert_finder(&f, "zoe", "bob");
	assert_int_equal(edge(&f, "ann", "zoe")->leave, LEAVE_YES);
	release(&f);
}

/* ---- circles and trees ---- */

/* Two circles; c hangs on the first, and s refers themselves. */
static void start_circles(struct fixture *f)
{
	start(f);
	put(f, "y", "x");
	put(f, "a", "b");
	put(f, "b", "d");
	put(f, "c", "b");
	put(f, "d", "a");
	put(f, "x", "y");
	put(f, "s", "s");
	build(f);
}

static void circles_are_found_once(void **state)
{
	static const uint32_t finder[] = {5, 2, 4, 2, 1, 0, 6, GRAPH_NONE, 7};
	size_t count;
	struct graph_circle *circles = graph_circles(finder, COUNT(finder), &count);

	(void)state;
	assert_int_equal(count, 3);
	assert_int_equal(circles[0].first, 0);
	assert_int_equal(circles[0].length, 2);
	assert_int_equal(circles[1].first, 1);
	assert_int_equal(circles[1].length, 3);
	assert_int_equal(circles[2].first, 6);
	assert_int_equal(circles[2].length, 1);
	free(circles);
	circles = graph_circles(finder, 0, &count);
	assert_int_equal(count, 0);
	free(circles);
}

static void trees_cut_circles(void **state)
{
	struct fixture f;

	(void)state;
	start_circles(&f);
	assert_tree(&f, (struct tree_of){GRAPH_NONE, false}, "y* >x a* >d >>b >>>c s ");
	assert_tree(&f, (struct tree_of){node(&f, "b"), false}, "b* >a >>d >c ");
	assert_tree(&f, (struct tree_of){node(&f, "c"), false}, "c ");
	assert_tree(&f, (struct tree_of){node(&f, "s"), false}, "s ");
	release(&f);
}

/* Who is not selected finds nobody, which cuts a circle too, and is there as somebody who was
 * named; whom none of the others named or was named by is not there. */
static void trees_of_the_drawn(void **state)
{
	struct fixture f;

	(void)state;
	start_circles(&f);
	f.network.contacts[node(&f, "d")].selected = false;
	assert_tree(&f, (struct tree_of){GRAPH_NONE, true}, "y* >x b >a >>d >c ");
	f.network.contacts[node(&f, "b")].selected = false;
	assert_tree(&f, (struct tree_of){GRAPH_NONE, true}, "y* >x a >d ");
	release(&f);
}

static void nobody_has_a_tree_too(void **state)
{
	struct fixture f;

	(void)state;
	start(&f);
	build(&f);
	assert_tree(&f, (struct tree_of){GRAPH_NONE, false}, "");
	assert_int_equal(graph_find(&f.graph, SPAN("ann")), GRAPH_NONE);
	release(&f);
}

/* Everybody found by who stands before them, and the first by the last: no recursion. */
static void a_long_chain(void **state)
{
	uint32_t *finder = malloc(LINK * sizeof(*finder));
	struct graph_circle *circles;
	size_t count;

	(void)state;
	assert_non_null(finder);
	for (uint32_t i = 0; i < LINK; i++)
		finder[i] = i == 0 ? LINK - 1 : i - 1;
	circles = graph_circles(finder, LINK, &count);
	assert_int_equal(count, 1);
	assert_int_equal(circles[0].first, 0);
	assert_int_equal(circles[0].length, LINK);
	free(circles);
	free(finder);
}

/* ---- states ---- */

static void what_came_of_them(void **state)
{
	static const enum event_kind kinds[] = {EVENT_ASKED, EVENT_REPLIED, EVENT_MET, EVENT_MET};
	static const char *const ids[] = {"asked", "replied", "met", "thanked", "idle"};
	struct fixture f;
	struct graph_yield yield;
	struct graph_rank *ranks;
	size_t count;

	(void)state;
	start(&f);
	put(&f, "ann", "");
	for (uint32_t i = 0; i < COUNT(ids); i++) {
		put(&f, ids[i], "ann");
		if (i < COUNT(kinds))
			log_event(&f, i + 1, i == 3 ? 20 : 40, kinds[i]);
	}
	log_event(&f, 0, 30, EVENT_THANKED); /* after the one meeting, before the other */
	build(&f);
	graph_yield(&f.graph, 0, &yield);
	assert_int_equal(yield.named, 5);
	assert_int_equal(yield.asked, 4);
	assert_int_equal(yield.replied, 3);
	assert_int_equal(yield.met, 2);
	assert_int_equal(yield.thanked, 1);
	assert_int_equal(f.graph.nodes[node(&f, "asked")].state, GRAPH_ASKED);
	assert_int_equal(f.graph.nodes[node(&f, "met")].state, GRAPH_MET);
	assert_int_equal(f.graph.nodes[node(&f, "idle")].state, GRAPH_CONTACT);
	ranks = graph_ranks(&f.graph, &count);
	assert_int_equal(count, 1);
	assert_int_equal(ranks[0].node, 0);
	free(ranks);
	release(&f);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(named_often_is_named_once),
		cmocka_unit_test(without_a_note_the_row_is_the_place),
		cmocka_unit_test(the_first_layer_is_referred_by),
		cmocka_unit_test(leave_is_the_rows_then_the_first_that_says_anything),
		cmocka_unit_test(nobody_names_themselves_and_nobody_is_no_node),
		cmocka_unit_test(a_lead_of_five),
		cmocka_unit_test(a_panel_names_together),
		cmocka_unit_test(circles_are_found_once),
		cmocka_unit_test(trees_cut_circles),
		cmocka_unit_test(trees_of_the_drawn),
		cmocka_unit_test(nobody_has_a_tree_too),
		cmocka_unit_test(a_long_chain),
		cmocka_unit_test(what_came_of_them),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
