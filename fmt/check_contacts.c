/* What ni-check looks for in contacts.csv. */
#include <stdlib.h>

#include "fmt/check_parts.h"
#include "fmt/twins_jobs.h"
#include "src/base/utf8.h"
#include "src/graph_circle.h"

static const char *const circles[] = {"professional", "community", "personal", "new", NULL};

/* On the way through the rows, which stand in the order of the contacts. */
struct pass {
	struct check *check;
	const struct network *network;
	const struct contact_table *table;
	struct csv csv;
	uint32_t *finder; /* by contact */
	struct graph_circle *circles;
	struct twin *twins;
	size_t circle_count, twin_count, circle, twin; /* the latter: the next */
};

static struct span cell(const struct pass *p, int column)
{
	return header_cell(&p->csv.row, p->table->at[column]);
}

static struct span id_of(const struct pass *p, uint32_t contact)
{
	return network_text(p->network, contact, TEXT_ID);
}

/* Where a column is that the row may lack: then the row's start. */
static size_t place(const struct pass *p, int column)
{
	int at = p->table->at[column];

	return at >= 0 && (size_t)at < p->csv.row.count ? (size_t)at : 0;
}

static void check_referrer(struct pass *p, const struct contact *contact)
{
	struct span id = cell(p, TEXT_REFERRED_BY);

	if (id.n > 0 && contact->referred_by == CONTACT_NONE)
		CHECK_CELL(p->check, "unknown-contact", &p->csv, place(p, TEXT_REFERRED_BY),
			   "referred_by: '%.*s' is no contact", SPAN_ARG(id));
}

#define NAMED_MOST 5 /* of a circle */

static void check_circle(struct pass *p, uint32_t contact)
{
	struct buf names = BUF_INIT;
	uint32_t length, at = contact;

	if (p->circle == p->circle_count || p->circles[p->circle].first != contact)
		return;
	length = p->circles[p->circle++].length;
	buf_add_span(&names, id_of(p, contact));
	for (uint32_t i = 0; i < length && i < NAMED_MOST; i++) {
		at = p->finder[at];
		buf_add_format(&names, " by %.*s", SPAN_ARG(id_of(p, at)));
	}
	CHECK_CELL(p->check, "circular-referral", &p->csv, place(p, TEXT_REFERRED_BY),
		   "referred in a circle: %s%s", names.p, length > NAMED_MOST ? " ..." : "");
	buf_release(&names);
}

static void check_twin(struct pass *p, uint32_t contact)
{
	static const struct {
		const char *what;
		int column;
	} ways[] = {
		[TWIN_EMAIL] = {"the same email", TEXT_EMAIL},
		[TWIN_PHONE] = {"the same phone", TEXT_PHONE},
		[TWIN_NAME] = {"the same name", TEXT_NAME},
		[TWIN_SPELLING] = {"nearly the same name at the same organisation", TEXT_NAME},
	};
	const struct twin *twin = &p->twins[p->twin];

	if (p->twin == p->twin_count || twin->who != contact)
		return;
	p->twin++;
	CHECK_CELL(p->check, "likely-duplicate", &p->csv, place(p, ways[twin->reason].column),
		   "'%.*s' may be '%.*s' of line %lu: %s", SPAN_ARG(id_of(p, contact)),
		   SPAN_ARG(id_of(p, twin->like)),
		   (unsigned long)p->network->contacts[twin->like].line, ways[twin->reason].what);
}

static void check_added(struct pass *p, const struct contact *contact)
{
	if (p->table->at[COLUMN_ADDED] < 0)
		return; /* told once, of the header */
	if (contact->added > p->check->today)
		CHECK_CELL(p->check, "future-date", &p->csv, place(p, COLUMN_ADDED),
			   "added: '%.*s' is yet to come", SPAN_ARG(cell(p, COLUMN_ADDED)));
	if (cell(p, COLUMN_ADDED).n == 0)
		CHECK_CELL(p->check, "missing-added", &p->csv, place(p, COLUMN_ADDED),
			   "added: no date, so that a request to them has no day");
}

static void check_derived(struct pass *p, uint32_t contact)
{
	if (p->table->at[TEXT_ID] >= 0 && cell(p, TEXT_ID).n == 0)
		CHECK_CELL(p->check, "derived-id", &p->csv, place(p, TEXT_ID),
			   "id '%.*s' is made from the name: with another spelling they would lose "
			   "log and notes; ni-fmt --ids -w writes it down",
			   SPAN_ARG(id_of(p, contact)));
}

static void check_value(struct pass *p)
{
	struct span value = cell(p, TEXT_CIRCLE);
	const char *meant = check_meant(circles, value);

	if (meant)
		CHECK_CELL(p->check, "misspelt-value", &p->csv, place(p, TEXT_CIRCLE),
			   "circle: '%.*s': did you mean '%s'?", SPAN_ARG(value), meant);
}

static void check_contact(struct pass *p, uint32_t number)
{
	const struct contact *contact = &p->network->contacts[number];

	check_referrer(p, contact);
	check_circle(p, number);
	check_twin(p, number);
	check_added(p, contact);
	check_derived(p, number);
	check_value(p);
}

static void check_rows(struct pass *p)
{
	uint32_t next = 0;

	while (csv_next(&p->csv) > 0) {
		uint32_t line = p->csv.row.line;

		check_row(p->check, &p->csv, &p->table->header);
		while (next < p->network->contact_count && p->network->contacts[next].line < line)
			next++;
		if (next < p->network->contact_count && p->network->contacts[next].line == line)
			check_contact(p, next);
	}
}

static void check_whole(struct pass *p)
{
	struct span shown = p->csv.lines.shown;

	if (p->table->at[COLUMN_ADDED] < 0 && p->network->contact_count > 0)
		CHECK_FOUND(p->check, "missing-added", shown, 1, 1,
			    "no column 'added', so that no request has a day");
	if (p->table->at[TEXT_ID] < 0 && p->network->contact_count > 0)
		CHECK_FOUND(p->check, "derived-id", shown, 1, 1,
			    "no column 'id', so that ids are made from the names: with another "
			    "spelling people would lose log and notes; ni-fmt --ids -w writes them "
			    "down");
}

/* Leads found nobody: the graph's first layer has no need of them. */
static void find_circles(struct pass *p)
{
	static const struct leads nobody;
	size_t count = p->network->contact_count;
	struct graph graph;

	graph_people(&graph, p->network, &nobody);
	p->finder = arena_array(&p->check->scratch, count, sizeof(*p->finder));
	for (uint32_t i = 0; i < count; i++)
		p->finder[i] = GRAPH_NONE;
	for (size_t i = 0; i < graph.found_count; i++)
		p->finder[graph.found[i].who] = graph.found[i].by;
	p->circles = graph_circles(p->finder, count, &p->circle_count);
	graph_release(&graph);
}

void check_contacts(struct check *check)
{
	const struct table *table = check->load->contacts;
	struct pass p = {.check = check, .network = &check->load->network};

	if (!table || table->columns.header.count == 0)
		return;
	p.table = &table->columns;
	find_circles(&p);
	p.twins = twins_find_divided(p.network, NULL, true, &p.twin_count);
	csv_from_memory(&p.csv, buf_span(&table->text), table->shown, &check->quiet);
	if (csv_next(&p.csv) > 0) {
		check_rows(&p);
		check_whole(&p);
	}
	csv_release(&p.csv);
	free(p.circles);
	free(p.twins);
}
